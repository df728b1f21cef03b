// Which language each node speaks. A text that the language in use lacks stands there in English;
// it carries invisible marks while a screen is built, and here the marks become the nodes' `lang`,
// so that every surface can say it aloud, lay it out and hyphenate it as English.
#pragma once

#include "view/screen/screen.h"

#include <string>
#include <string_view>

namespace tautline::view {

inline constexpr std::string_view english = "en";

// The text with the marks of borrowed English round it, and without any.
std::string marked_as_english(std::string_view text);
std::string without_marks(std::string_view text);

// Takes all marks away and gives each part that differs in language from what surrounds it its
// `lang`, once for the whole part. The names of other languages keep theirs.
void settle_languages(Screen& screen);

} // namespace tautline::view
