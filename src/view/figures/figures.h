// Chapter state -> the figure's numbers and labels (view/figures/figure.h). Pure.
#pragma once

#include "app/state.h"
#include "view/figures/figure.h"

namespace tautline::view {

AlarmFigure alarm_figure(const app::Words& words, const app::AppState& state);
// The back with this part of it chosen, as the body stands: without clock and lines.
MuscleFigure back_now(const app::Words& words, const physiology::BodyState& body,
                      MuscleRegion chosen);
MuscleFigure muscle_figure(const app::Words& words, const app::AppState& state);
CortisolFigure cortisol_figure(const app::Words& words, const app::AppState& state);
SensitivityFigure sensitivity_figure(const app::Words& words, const app::AppState& state);

} // namespace tautline::view
