// The practices as they are shown: the state of one -> its figure's numbers, labels and words.
// Pure.
#pragma once

#include "app/state.h"
#include "view/figure.h"

#include <string>

namespace tautline::view {

BreathingFigure breathing_figure(const app::Words& words, const app::Pacer& pacer);
// What the body does that breathes along with the pacer.
std::string describe_breathing(const app::Words& words, const app::AppState& state);

} // namespace tautline::view
