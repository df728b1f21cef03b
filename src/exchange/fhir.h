// The self-check and a person's answers as HL7 FHIR R4 resources, for health software. Written by
// the page and by `tautline export fhir`; read by nobody here. Only questions and answers go out as
// data: no result, no comparison, nothing about who the person is. The text that a reader of a
// response sees first is the advice that the answers led to, and that this is not a diagnosis.
//
// Question ids are the items' own (linkId), pages are groups ("page.<id>"), and every question is
// of type choice. Codes are the pack's own ("feel", "feel.dull-ache"), in its own CodeSystem; the
// PHQ-4 has LOINC's, because LOINC means exactly these questions. An answer without a code does not
// exist.
#pragma once

#include "app/library.h"
#include "assess/answers.h"
#include "base/issue.h"
#include "base/result.h"
#include "exchange/answers_json.h"

#include <span>
#include <string>
#include <string_view>

namespace tautline::exchange {

// Indented JSON. The form in the library's language, under an address of that language's own: where
// the address and the version are equal, so is every letter. A translation is derived from the
// English form. Refused when the pack names no address for the language.
Result<std::string, Issues> write_questionnaire(const app::Library& library);

// The codes, which are the same in every language: `languages` are all of the pack, the first leads
// and each other adds what it calls them.
std::string write_code_system(std::span<const app::Library> languages);

// `date`: "2026-11-22", when the answers were given; empty leaves it out. Answers to a question
// that is not asked are refused, because FHIR has no place for them and none may get lost. The
// response names the form in its language; where that has no address, it names none.
Result<std::string, Issues> write_response(const app::Library& library,
                                           const assess::Answers& answers, Mood mood,
                                           std::string_view date);

} // namespace tautline::exchange
