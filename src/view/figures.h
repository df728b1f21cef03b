// Chapter state -> the figure's numbers and labels (view/figure.h). Pure.
#pragma once

#include "app/state.h"
#include "view/figure.h"

namespace tautline::view {

AlarmFigure alarm_figure(const app::Words& words, const app::AlarmChapter& chapter);
MuscleFigure muscle_figure(const app::Words& words, const app::MuscleChapter& chapter);
CortisolFigure cortisol_figure(const app::Words& words, const app::CortisolChapter& chapter);
SensitivityFigure sensitivity_figure(const app::Words& words,
                                     const app::SensitivityChapter& chapter, double ambient_s);
BreathingFigure breathing_figure(const app::Words& words, const app::Pacer& pacer);

} // namespace tautline::view
