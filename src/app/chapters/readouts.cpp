// How the body stands now, for whoever shows it.
#include "app/chapters/one_body.h"
#include "app/state.h"

#include <algorithm>

namespace tautline::app {

using namespace physiology;

double minute_now(const BodyState& body) {
    return minutes(body.cortisol) +
           static_cast<double>(body.steps % body_steps_per_min) / body_steps_per_min;
}

bool gate_is_quiet(const AppState& state) {
    const SensitivityChapter& chapter = state.sensitivity;
    const GateReadouts now = readouts(state.body.gate);
    const double since_s = gate_s(chapter);
    return since_s >= gate_window_s ||
           (since_s >= chapter.volleys && now.up < 0.005 && now.wound_up < 0.02);
}

double alarm_signal(const AppState& state) {
    return time_s(state.body) < state.alarm.alarm_until_s ? 1.0 : 0.0;
}

bool has_settled(const AppState& state) {
    const AlarmReadouts now = readouts(state.body.alarm, default_alarm_params());
    return alarm_signal(state) == 0 && now.heart_rate_rise_bpm < 0.3 &&
           now.adrenaline_fraction < 0.03;
}

bool is_working(const AppState& state) {
    const auto part = static_cast<std::size_t>(state.muscles.region);
    return readouts(state.body, default_body_params(), inputs_now(state, Route::chapter_muscles))
               .load_fraction[part] > 0;
}

double hour_of_day(const AppState& state) {
    const double since_min =
        minute_now(state.body) - minutes_per_day * static_cast<double>(state.cortisol.day);
    return std::clamp((since_min + state.cortisol.playback.owed_s / 60) / 60, 0.0, 24.0);
}

double tide_ratio(const AppState& state) {
    const GlandsParams params = default_glands_params();
    const GlandsState& glands = state.body.glands;
    const auto cortisol = [&](double pituitary, double adrenal) {
        return settled_hormones(params, 1, pituitary, adrenal).cortisol;
    };
    const GlandsState usual = initial_glands_state(params);
    return cortisol(glands.pituitary, glands.adrenal) / cortisol(usual.pituitary, usual.adrenal);
}

CortisolReadouts cortisol_readouts(const AppState& state) {
    CortisolReadouts now = readouts(state.body.cortisol, default_cortisol_params(),
                                    day_signal(state.cortisol, minutes(state.body.cortisol)));
    now.tide_ug_per_dl *= tide_ratio(state);
    now.level_ug_per_dl = now.tide_ug_per_dl + now.pulse_ug_per_dl;
    now.level_nmol_per_l = nmol_per_l(now.level_ug_per_dl);
    return now;
}

SensitivityInputs sensitivity_inputs(const AppState& state) {
    const SensitivityChapter& chapter = state.sensitivity;
    const double strength = signal_strength(static_cast<SignalKind>(chapter.signal));
    const RepeatedSignal plan{.strength = strength,
                              .hours_per_day = chapter.hours_per_day,
                              .days = sensitivity_repeat_days};
    const double by_day = repeated_signal(plan, static_cast<double>(chapter.minutes) * 60);
    const double by_second = gate_s(chapter) < chapter.volleys - 1e-9 ? strength : 0;
    return {.signal = chapter.by_second ? by_second : by_day,
            .worry = chapter.worry_percent / 100,
            .fear = chapter.fear ? 1.0 : 0.0,
            .calm = chapter.calm_percent / 100,
            .rubbing = chapter.rubbing ? 1.0 : 0.0};
}

SensitivityReadouts sensitivity_readouts(const AppState& state) {
    SensitivityInputs inputs = sensitivity_inputs(state);
    inputs.signal = signal_strength(static_cast<SignalKind>(state.sensitivity.signal));
    return readouts(state.body.sensitivity, default_sensitivity_params(), inputs);
}

} // namespace tautline::app
