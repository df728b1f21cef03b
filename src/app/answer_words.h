// The words of questions and answers, as every surface and every export says them.
#pragma once

#include "app/library.h"
#include "assess/answers.h"

#include <cstdint>
#include <string>

namespace tautline::app {

// An item in two or three words.
std::string short_words(const Library& library, std::size_t item);

// An option's own words, or those that all flags share; "no answer yet" without an option.
std::string option_words(const Library& library, const assess::AnswerRef& answer);

// Some options of an item, bit i = option i; "no answer yet" for none.
std::string options_words(const Library& library, std::size_t item, std::uint32_t options);

} // namespace tautline::app
