#include "app/chapters/one_body.h"

#include "app/chapters/samples.h"
#include "app/state.h"

#include <algorithm>
#include <cmath>

namespace tautline::app {

using namespace physiology;

namespace {

// An alarm that settled this long ago is no longer "the alarm".
constexpr double long_ago_s = 3600;

void advance_alarm(AppState& state, const BodyParams& params, double model_s) {
    AlarmChapter& chapter = state.alarm;
    for (std::size_t due = steps_due(chapter.playback.owed_s, model_s, body_step_s); due > 0;
         --due) {
        step(state.body, params, inputs_now(state, Route::chapter_alarm));
        ++chapter.steps;
        time_passed(state, body_step_s);
        if (at_sample(chapter.steps, alarm_sample_s)) sample_alarm(state);
    }
    if (chapter.since_alarm_s >= 0 && has_settled(state)) chapter.playback.playing = false;
}

void advance_muscles(AppState& state, const BodyParams& params, double model_s) {
    MuscleChapter& chapter = state.muscles;
    for (std::size_t due = steps_due(chapter.playback.owed_s, model_s, body_step_s); due > 0;
         --due) {
        if (elapsed_s(chapter) >= muscle_window_s) return;
        step(state.body, params, inputs_now(state, Route::chapter_muscles));
        ++chapter.steps;
        time_passed(state, body_step_s);
        if (at_sample(chapter.steps, muscle_sample_s)) sample_muscles(state);
    }
}

void advance_cortisol(AppState& state, const BodyParams& params, double model_s) {
    for (std::size_t due = steps_due(state.cortisol.playback.owed_s, model_s, cortisol_step_s);
         due > 0; --due) {
        if (hour_of_day(state) >= 24) return;
        step_minute(state.body, params, inputs_now(state, Route::chapter_cortisol));
        time_passed(state, cortisol_step_s);
    }
}

void advance_gate(AppState& state, const BodyParams& params, double model_s) {
    SensitivityChapter& chapter = state.sensitivity;
    for (std::size_t due = steps_due(chapter.playback.owed_s, model_s, body_step_s); due > 0;
         --due) {
        if (gate_is_quiet(state)) return;
        const BodyInputs inputs = inputs_now(state, Route::chapter_sensitivity);
        const double sent = inputs.signal * volley(inputs.volleys_per_s, time_s(state.body.gate));
        step(state.body, params, inputs);
        ++chapter.gate_steps;
        time_passed(state, body_step_s);
        if (at_sample(chapter.gate_steps, gate_sample_s)) sample_gate(state, sent);
    }
}

void advance_sensitivity(AppState& state, const BodyParams& params, double model_s) {
    SensitivityChapter& chapter = state.sensitivity;
    if (chapter.by_second) {
        advance_gate(state, params, model_s);
        return;
    }
    for (std::size_t due = steps_due(chapter.playback.owed_s, model_s, sensitivity_step_s); due > 0;
         --due) {
        if (elapsed_days(chapter) >= sensitivity_window_days) return;
        step_minute(state.body, params, inputs_now(state, Route::chapter_sensitivity));
        ++chapter.minutes;
        time_passed(state, sensitivity_step_s);
        if (chapter.minutes % static_cast<std::uint64_t>(sensitivity_sample_h * 60) == 0)
            sample_sensitivity(state);
    }
}

} // namespace

std::size_t steps_due(double& owed_s, double model_s, double step_s) {
    owed_s += model_s;
    const double due = std::floor(owed_s / step_s + 1e-9);
    owed_s = std::max(0.0, owed_s - due * step_s);
    return static_cast<std::size_t>(due);
}

bool at_sample(std::uint64_t steps, double sample_s) {
    return steps % static_cast<std::uint64_t>(std::llround(sample_s / body_step_s)) == 0;
}

void time_passed(AppState& state, double seconds) {
    AlarmChapter& alarm = state.alarm;
    if (alarm.since_alarm_s >= 0) alarm.since_alarm_s += seconds;
    if (alarm.since_alarm_s > long_ago_s && has_settled(state)) alarm.since_alarm_s = -1;
}

BodyInputs inputs_now(const AppState& state, Route chapter) {
    BodyInputs inputs{.alarm = alarm_signal(state), .slow_breathing = state.alarm.slow_breathing};
    const SensitivityInputs felt = sensitivity_inputs(state);
    inputs.worry = felt.worry, inputs.fear = felt.fear;
    inputs.calm = felt.calm, inputs.rubbing = felt.rubbing;
    switch (chapter) {
    case Route::chapter_muscles: {
        const MuscleChapter& muscles = state.muscles;
        if (elapsed_s(muscles) < muscle_work_s)
            inputs.effort_fraction[static_cast<std::size_t>(muscles.region)] =
                muscles.effort_percent / 100;
        inputs.rest_s_per_min = muscles.rest_s_per_min;
        break;
    }
    case Route::chapter_cortisol:
        inputs.alarm = day_signal(state.cortisol, minutes(state.body.cortisol));
        break;
    case Route::chapter_sensitivity:
        inputs.signal = felt.signal;
        if (state.sensitivity.by_second) break;
        inputs.alarm = day_signal(state.cortisol, minutes(state.body.cortisol));
        // Days that all hold so many stressful quarters of an hour are a load [illustrative].
        inputs.stress = static_cast<double>(state.cortisol.stressor_hours.size()) / most_stressors;
        break;
    default:
        break;
    }
    return inputs;
}

void advance(AppState& state, Route chapter, double model_s) {
    const BodyParams params = default_body_params();
    switch (chapter) {
    case Route::chapter_alarm:
        advance_alarm(state, params, model_s);
        break;
    case Route::chapter_muscles:
        advance_muscles(state, params, model_s);
        break;
    case Route::chapter_cortisol:
        advance_cortisol(state, params, model_s);
        return;
    case Route::chapter_sensitivity:
        advance_sensitivity(state, params, model_s);
        break;
    default:
        return;
    }
    // The dial shows the day that the body has come to.
    state.cortisol.day = static_cast<std::uint64_t>(minutes(state.body.cortisol) / minutes_per_day);
}

} // namespace tautline::app
