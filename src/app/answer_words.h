// The words of questions and answers, as every surface and every export says them.
#pragma once

#include "app/library.h"
#include "assess/answers.h"

#include <string>

namespace tautline::app {

// The key of an item's name in two or three words.
std::string short_key(const Library& library, std::size_t item);
std::string short_words(const Library& library, std::size_t item);

// The key of an option's own words, or of those that all flags share; of "no answer yet" without an
// option.
std::string option_key(const Library& library, const assess::AnswerRef& answer);
std::string option_words(const Library& library, const assess::AnswerRef& answer);

} // namespace tautline::app
