// The words of questions and answers on a screen.
#pragma once

#include "view/screen/builder.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace tautline::view {

// As app/answer_words.h has them, and with marks where they are borrowed (view/screen/languages.h).
// options: bit i = option i; "no answer yet" for none.
std::string short_words(const Builder& build, std::size_t item);
std::string option_words(const Builder& build, const assess::AnswerRef& answer);
std::string options_words(const Builder& build, std::size_t item, std::uint32_t options);

// A question in short and its answer, in one line: "Where it hurts: Neck · Shoulders".
std::string answer_line(const Builder& build, std::size_t item, std::uint32_t options);

} // namespace tautline::view
