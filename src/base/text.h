// Text helpers that give the same bytes on every platform and in every locale.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tautline {

// A number with a fixed count of decimals and a point: fixed(2.5, 1) is "2.5". Never "-0".
// Rounded as printf does, exactly and ties to even; at most 6 decimals, and numbers under 2^53 with
// them counted (larger ones lose decimals). C's printf is not used, because it and its long doubles
// would be 4 % of the page's engine.
std::string fixed(double value, int decimals);

// As JSON and C write a control character: \u001f. For code units up to U+FFFF.
std::string escaped_code(unsigned int code);

// Fills named places: fill("{n} of {m}", {{"n", "3"}, {"m", "12"}}) is "3 of 12". An unknown place
// stays as it is.
using Places = std::vector<std::pair<std::string_view, std::string>>;
std::string fill(std::string_view sentence, const Places& places);

// Text for the content or a quoted attribute of an HTML or XML element.
std::string escape_markup(std::string_view text);

// Bytes that others chose, for one line of a terminal: control characters (U+0000 to U+001F, U+007F
// to U+009F) are written out.
std::string on_one_line(std::string_view text);

// Whether a language (BCP 47: "ar", "fa-IR") is written from right to left.
bool is_right_to_left(std::string_view language);

// Whether the bytes are well-formed UTF-8 (no overlong forms, no surrogates).
bool is_utf8(std::string_view bytes);

} // namespace tautline
