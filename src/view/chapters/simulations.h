// The chapters with a simulation as they stand now: each one's figure, the figure in a sentence,
// and what another chapter has left in the body that can be seen in this one, in a line (empty:
// nothing). Pure: the same state always gives the same sentence. The sentences are content; in code
// stand only the named thresholds that choose among them.
#pragma once

#include "app/library.h"
#include "app/state.h"
#include "view/figures/figure.h"

#include <string>

namespace tautline::view {

// What a picture has besides the model's values. It keeps real time however fast the model's clock
// runs: at a run's pace a heart would flash.
struct Presence {
    Travel travel; // where the camera is
    double ambient_s = 0;
    double beat = 0, breath = 0; // 0 to 1 through one heartbeat, and through one breath
};
Presence presence_of(const app::AppState& state);

AlarmFigure alarm_figure(const app::Library& library, const app::Chapters& chapters,
                         const Presence& presence);
std::string describe_alarm(const app::Words& words, const app::Chapters& chapters);
std::string carried_to_alarm(const app::Words& words, const app::Chapters& chapters);

MuscleFigure muscle_figure(const app::Library& library, const app::Chapters& chapters,
                           const Presence& presence);
std::string describe_muscles(const app::Words& words, const app::Chapters& chapters);
std::string carried_to_muscles(const app::Words& words, const app::Chapters& chapters);

CortisolFigure cortisol_figure(const app::Library& library, const app::Chapters& chapters,
                               const Presence& presence);
std::string describe_cortisol(const app::Words& words, const app::Chapters& chapters);
std::string carried_to_cortisol(const app::Words& words, const app::Chapters& chapters);

SensitivityFigure sensitivity_figure(const app::Library& library, const app::Chapters& chapters,
                                     const Presence& presence);
std::string describe_sensitivity(const app::Words& words, const app::Chapters& chapters);

} // namespace tautline::view
