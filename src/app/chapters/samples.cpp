#include "app/chapters/samples.h"

#include "app/state.h"

namespace tautline::app {

using namespace physiology;

namespace {

constexpr std::size_t alarm_samples = static_cast<std::size_t>(alarm_window_s / alarm_sample_s) + 1;

} // namespace

void sample_alarm(AppState& state) {
    const AlarmReadouts now = readouts(state.body.alarm, default_alarm_params());
    const auto put = [](std::vector<float>& values, double value) {
        values.push_back(static_cast<float>(value));
        if (values.size() > alarm_samples) values.erase(values.begin());
    };
    put(state.alarm.heart_rate_bpm, now.heart_rate_bpm);
    put(state.alarm.breaths_per_min, now.breaths_per_min);
    put(state.alarm.adrenaline, now.adrenaline_fraction);
    put(state.alarm.muscle_percent, now.muscle_percent_mvc);
}

void sample_muscles(AppState& state) {
    state.muscles.tired.push_back(static_cast<float>(
        state.body.muscles[static_cast<std::size_t>(state.muscles.region)].fatigued));
}

void sample_sensitivity(AppState& state) {
    const double gain =
        readouts(state.body.sensitivity, default_sensitivity_params(), {}).gain_ratio;
    state.sensitivity.gain.push_back(static_cast<float>(gain));
}

void sample_gate(AppState& state, double sent) {
    state.sensitivity.sent.push_back(static_cast<float>(sent));
    state.sensitivity.up.push_back(static_cast<float>(signal_up(state.body.gate)));
}

} // namespace tautline::app
