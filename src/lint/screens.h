// Every screen that a pack can show, for checks of whole screens: each route with everything open
// and after each of its controls was used, each page of the self-check, and results for every
// single answer and for each description.
#pragma once

#include "app/library.h"
#include "assess/answers.h"
#include "view/screen/screen.h"

#include <functional>
#include <string>

namespace tautline::lint {

// `name`: "what-helps", "check, page where", "result: today, mixed".
using UseScreen = std::function<void(const std::string& name, const view::Screen& screen)>;
void each_screen(const app::Library& library, const UseScreen& use);

// No warning sign, and of every other question the answer that asks for the least: what is added
// decides alone.
assess::Answers calm_answers(const app::Library& library);

} // namespace tautline::lint
