// A person's answers as JSON, in and out (format "tautline-answers", version 1). Reading is strict:
// nothing is guessed and nothing is dropped; either the answers are exactly what the text says, or
// every problem is reported.
#pragma once

#include "assess/answers.h"
#include "base/issue.h"
#include "base/result.h"

#include <string>
#include <string_view>

namespace tautline::exchange {

// `file` names the text in the issues; it may be empty. An item that is hidden on screen
// (self-harm-today) keeps its answer here: in a file it counts.
Result<assess::Answers, Issues> read_answers(const assess::Definition& definition,
                                             std::string_view text, std::string_view file = "");

enum class Mood : bool {
    leave_out,
    include
}; // the PHQ-4, which a person shares only when they tick it

// One line, items and options in page order: equal answers give equal text.
std::string write_answers(const assess::Definition& definition, const assess::Answers& answers,
                          Mood mood);

} // namespace tautline::exchange
