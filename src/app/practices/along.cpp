#include "app/practices/along.h"

#include "app/chapters/one_body.h"
#include "app/state.h"

namespace tautline::app {

using namespace physiology;

void breathe_along(AppState& state, double elapsed_s) {
    const BodyParams params = default_body_params();
    for (std::size_t due = steps_due(state.pacer.owed_s, elapsed_s, body_step_s); due > 0; --due) {
        BodyInputs inputs = inputs_now(state, Route::breathing);
        inputs.slow_breathing = true;
        step(state.body, params, inputs);
        time_passed(state, body_step_s);
    }
}

void relax_along(AppState& state, double elapsed_s, const RelaxationMoment& now) {
    const BodyParams params = default_body_params();
    const auto part = static_cast<std::size_t>(now.part);
    Relaxation& relaxation = state.relaxation;
    for (std::size_t due = steps_due(relaxation.owed_s, elapsed_s, body_step_s); due > 0; --due) {
        BodyInputs inputs = inputs_now(state, Route::relaxation);
        if (now.phase == RelaxationPhase::tighten) inputs.effort_fraction[part] = relaxation_effort;
        step(state.body, params, inputs);
        time_passed(state, body_step_s);
        ++relaxation.steps;
        if (at_sample(relaxation.steps, relaxation_sample_s))
            relaxation.working.push_back(static_cast<float>(state.body.muscles[part].active));
    }
}

} // namespace tautline::app
