#include "app/practices/breathing.h"

#include "app/chapters/clocks.h"

#include <algorithm>

namespace tautline::app {

bool breathe_along(Pacer& pacer, Chapters& chapters, double elapsed_s) {
    if (!pacer.running) return false;
    const double lives_s = std::min(elapsed_s, pacer_length_s - pacer.elapsed_s);
    for (std::size_t due = steps_due(pacer.owed_s, lives_s, physiology::body_step_s); due > 0;
         --due) {
        physiology::BodyInputs inputs = inputs_now(chapters, Route::breathing);
        inputs.slow_breathing = true;
        live(chapters, inputs);
    }
    pacer.elapsed_s += elapsed_s;
    if (pacer.elapsed_s < pacer_length_s) return false;
    pacer = {};
    return true;
}

} // namespace tautline::app
