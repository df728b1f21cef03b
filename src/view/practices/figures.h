// The practices as they are shown: the state of one -> its figure's numbers, labels and words.
// Pure.
#pragma once

#include "app/state.h"
#include "view/figures/figure.h"

#include <string>

namespace tautline::view {

BreathingFigure breathing_figure(const app::Words& words, const app::Pacer& pacer);
// What the body does that breathes along with the pacer.
std::string describe_breathing(const app::Words& words, const app::AppState& state);

// What to do now, and for how many seconds more.
std::string relaxation_cue(const app::Words& words, const app::Relaxation& relaxation);
// The figure of the muscles' chapter, with the part of the back in hand chosen.
MuscleFigure relaxation_figure(const app::Words& words, const app::AppState& state);
// What the muscles do that are tightened along.
std::string describe_relaxation(const app::Words& words, const app::AppState& state);

} // namespace tautline::view
