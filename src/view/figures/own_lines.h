// The line that is in view of a person's own body: its number, as what they try has it and as the
// answers have it, and the picture with both lines. Pure functions of the state.
#pragma once

#include "app/own_body/own_body.h"
#include "app/words.h"
#include "view/figures/figure.h"

#include <string>
#include <string_view>

namespace tautline::view {

// Whole, as they are said: shares and gains of 100, heartbeats a minute. Later is some time after:
// a quarter of an hour of rest, three weeks without the ache; where nothing is read later, as now.
struct OwnNumbers {
    double now = 0, before = 0, later = 0;
};
OwnNumbers own_numbers(const app::OwnBody& body, app::OwnLine line, int quantity);
OwnNumbers own_numbers(const app::OwnBody& body); // of the line in view

// The whole body; with nothing tried it has the picture to itself.
AlarmFigure own_figure(const app::Words& words, const app::OwnBody& body);
// What the line in view measures: "Heart rate".
std::string_view own_line_key(const app::OwnBody& body);

} // namespace tautline::view
