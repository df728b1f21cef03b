// A text as a row of words, for looking for wordings and for counting.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tautline::lint {

// Lower-case words in order. Letters, digits and what stands inside a word (’ - . between letters
// or digits) make one; "%" is a word of its own; places like {n} are the word "{}".
std::vector<std::string> words_of(std::string_view text);

// How many sentences: the ends (. ! ?) that something other than a letter or digit follows, the
// ends of lines, the parts of a list (“neck · arm”), and what stands after the last of them.
std::size_t sentences_in(std::string_view text);

} // namespace tautline::lint
