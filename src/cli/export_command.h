// tautline export fhir [--resource questionnaire|code-system] [--language TAG] [--content DIR]
// tautline export fhir|summary|fragment --answers FILE|- [--date YYYY-MM-DD] [--with-mood] …
//
// What the page lets a person take along, and the form itself for health software, on `out`. `fhir`
// writes the Questionnaire (or the CodeSystem of its codes), and with --answers the
// QuestionnaireResponse; `summary` the clinician's sheet as an HTML page; `fragment` the answers as
// the end of an address ("#a2.…"). The PHQ-4 is left out unless --with-mood is there. Exit status:
// 0 written; 1 the content is broken or the output could not be written; 2 the options or the
// answers are wrong, with a line for each problem on `err` and nothing on `out`.
#pragma once

#include "cli/options.h"

#include <cstdio>
#include <span>
#include <string_view>

namespace tautline::cli {

inline constexpr Usage export_usage{"export",
                                    "usage: tautline export fhir [--resource "
                                    "questionnaire|code-system] [--language TAG] [--content DIR]\n"
                                    "       tautline export fhir|summary|fragment --answers FILE|- "
                                    "[--date YYYY-MM-DD] [--with-mood]"};

// `args` are the words after "export".
int export_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err);

} // namespace tautline::cli
