// Reading aloud: which words a part of a screen holds, and the buttons that ask for them. Knows
// nothing of voices; the page speaks.
#pragma once

#include "view/screen/screen.h"

#include <string>
#include <string_view>
#include <vector>

namespace tautline::view {

struct ReadAloudWords {
    std::string screen; // "Read this screen aloud"
    std::string part;   // "Read aloud: {part}"
    std::string stop;   // "Stop reading"
};

// What is said for a part, in reading order: "main" is the screen, the key of a heading is all up
// to the next heading of its level or above, the key of a question is the question with its
// answers. Empty for anything else.
std::vector<std::string> spoken(const Screen& screen, std::string_view part);

// A button for the screen behind its first heading, and one for each part. The part that is being
// read has a button that stops it.
void add_read_buttons(Screen& screen, const ReadAloudWords& words, std::string_view reading);

} // namespace tautline::view
