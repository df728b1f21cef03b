// The number to call where a person is: one node that says the number, what it brings and the
// country, and beside it the way to another country. Where the country is not known, or has no
// number, the words name a few.
#pragma once

#include "view/screen/builder.h"

#include <string>

namespace tautline::view {

enum class Lines : std::uint8_t { ambulance, crisis_too };

// `level`: of the heading that the number is where nothing here can dial it.
void build_call(Builder& build, std::string_view at, int level, Lines lines = Lines::ambulance);

// The text with its places {call} and {may_be} filled: "Spain: 112", or "for example 112, 911, 999
// or 000" and "It may be 112, 911, 999 or 000".
std::string with_call(const Builder& build, std::string text);

// "Call 1 1 2 – ambulance, Spain"; empty where there is no number.
std::string heard_call(const Builder& build);

} // namespace tautline::view
