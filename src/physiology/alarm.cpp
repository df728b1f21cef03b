#include "physiology/alarm.h"

#include "physiology/elementary.h"
#include "physiology/require.h"
#include "physiology/state_hash.h"

#include <cmath>

namespace tautline::physiology {

namespace {

constexpr double steps_per_s =
    20; // whole, so that time is a quotient and a whole second is exactly whole
static_assert(steps_per_s * alarm_step_s == 1);
constexpr double pi = 3.14159265358979323846;
constexpr double ln2 = 0.69314718055994530942;

// Moves a value towards a target with a time constant: the exact solution over any time with a
// constant target.
double approach(double value, double target, double time_constant_s, double dt_s = alarm_step_s) {
    return target + (value - target) * elementary::exp(-dt_s / time_constant_s);
}

std::uint32_t whole_steps(double seconds) {
    return static_cast<std::uint32_t>(std::floor(seconds * steps_per_s + 0.5));
}

void begin_breath(AlarmState& state, const AlarmParams& params, bool slowly) {
    state.breath_step = 0;
    state.breath_is_slow = slowly ? 1 : 0;
    if (slowly) {
        state.inhale_steps = whole_steps(params.slow_inhale_s);
        state.breath_steps = state.inhale_steps + whole_steps(params.slow_exhale_s);
        state.breath_depth = 1;
    } else {
        const double breaths_per_min =
            params.resting_breaths_per_min +
            (params.alarm_breaths_per_min - params.resting_breaths_per_min) *
                state.vagal_withdrawal;
        const double breath_s = 60 / breaths_per_min;
        state.inhale_steps = whole_steps(breath_s * params.usual_inhale_fraction);
        state.breath_steps = whole_steps(breath_s);
        state.breath_depth = params.usual_depth_fraction;
    }
    require(state.inhale_steps > 0 && state.breath_steps > state.inhale_steps);
}

// 0 at the start and end of a breath, 1 at the end of breathing in, smooth between.
double breath_shape(double part_in, bool breathing_in) {
    const double wave = elementary::cos(pi * part_in);
    return breathing_in ? 0.5 * (1 - wave) : 0.5 * (1 + wave);
}

double breath_shape(const AlarmState& state) {
    const bool breathing_in = state.breath_step < state.inhale_steps;
    const std::uint32_t done =
        breathing_in ? state.breath_step : state.breath_step - state.inhale_steps;
    const std::uint32_t all =
        breathing_in ? state.inhale_steps : state.breath_steps - state.inhale_steps;
    return breath_shape(static_cast<double>(done) / static_cast<double>(all), breathing_in);
}

double breath_hz(const AlarmState& state) {
    return steps_per_s / static_cast<double>(state.breath_steps);
}

// Half the swing towards which the heart is moving: largest at the resonance, smaller during an
// alarm.
double swing_target_bpm(const AlarmState& state, const AlarmParams& params) {
    const double off = (breath_hz(state) - params.resonance_hz) / params.resonance_width_hz;
    const double at_this_rate =
        params.breath_swing_bpm +
        (params.resonance_swing_bpm - params.breath_swing_bpm) / (1 + off * off);
    return at_this_rate * (1 - (1 - params.alarm_swing_ratio) * state.vagal_withdrawal);
}

// All that has a time constant of its own, but for the swing.
void move_organs(AlarmState& state, const AlarmParams& params, double signal, bool slowly,
                 double dt_s) {
    const double off = slowly ? params.slow_breathing_off_ratio : 1;
    const bool vagal_on = signal >= state.vagal_withdrawal;
    const bool sympathetic_on = signal >= state.sympathetic;
    const bool muscle_on = signal >= state.muscle;

    state.vagal_withdrawal =
        approach(state.vagal_withdrawal, signal,
                 vagal_on ? params.vagal_on_s : params.vagal_off_s * off, dt_s);
    state.sympathetic =
        approach(state.sympathetic, signal,
                 sympathetic_on ? params.sympathetic_on_s : params.sympathetic_off_s * off, dt_s);
    // E' = kE s - (ln2 / half-life) E with kE chosen so that a long alarm ends at 1: an approach to
    // s.
    state.adrenaline =
        approach(state.adrenaline, signal, params.adrenaline_half_life_s / ln2, dt_s);
    state.muscle =
        approach(state.muscle, signal, muscle_on ? params.muscle_on_s : params.muscle_off_s, dt_s);
}

double rise_bpm(const AlarmState& state, const AlarmParams& params) {
    return params.heart_rate_rise_bpm * (params.vagal_share * state.vagal_withdrawal +
                                         (1 - params.vagal_share) * state.sympathetic);
}

double heart_rate_bpm(const AlarmState& state, const AlarmParams& params) {
    return params.resting_heart_rate_bpm + rise_bpm(state, params) +
           state.swing_bpm * (2 * breath_shape(state) - 1);
}

} // namespace

AlarmParams default_alarm_params() {
    return {};
}

AlarmState initial_alarm_state(const AlarmParams& params) {
    AlarmState state;
    begin_breath(state, params, false);
    state.swing_bpm = swing_target_bpm(state, params);
    return state;
}

void step(AlarmState& state, const AlarmParams& params, const AlarmInputs& inputs) {
    move_organs(state, params, fraction(inputs.signal), state.breath_is_slow != 0, alarm_step_s);
    state.swing_bpm =
        approach(state.swing_bpm, swing_target_bpm(state, params), params.swing_settling_s);

    const double beats = state.beat_phase + heart_rate_bpm(state, params) / 60 * alarm_step_s;
    state.beat_phase = beats - std::floor(beats);
    if (++state.breath_step >= state.breath_steps) {
        begin_breath(state, params, inputs.slow_breathing);
    }
    ++state.steps;
    require_finite(state.vagal_withdrawal + state.sympathetic + state.adrenaline + state.muscle +
                   state.swing_bpm + state.beat_phase);
}

double settle(AlarmState& state, const AlarmParams& params, const AlarmInputs& inputs,
              std::uint32_t seconds) {
    require(seconds > 0);
    const double signal = fraction(inputs.signal);
    const double before = state.adrenaline;
    move_organs(state, params, signal, inputs.slow_breathing, seconds);
    begin_breath(state, params, inputs.slow_breathing);
    state.swing_bpm = approach(state.swing_bpm, swing_target_bpm(state, params),
                               params.swing_settling_s, seconds);
    state.beat_phase = 0;
    state.steps += static_cast<std::uint64_t>(seconds * steps_per_s);
    require_finite(state.vagal_withdrawal + state.sympathetic + state.adrenaline + state.muscle +
                   state.swing_bpm);
    // E' = (signal - E) / tau: what is not covered of the way gives the mean.
    const double time_constant_s = params.adrenaline_half_life_s / ln2;
    return signal + (before - state.adrenaline) * time_constant_s / seconds;
}

std::uint64_t hash(const AlarmState& state) {
    return hash_bits<10>(state);
}

double time_s(const AlarmState& state) {
    return static_cast<double>(state.steps) / steps_per_s;
}

AlarmReadouts readouts(const AlarmState& state, const AlarmParams& params) {
    const double rise = rise_bpm(state, params);
    return {
        .steady_heart_rate_bpm = params.resting_heart_rate_bpm + rise,
        .heart_rate_bpm = heart_rate_bpm(state, params),
        .heart_rate_rise_bpm = rise,
        .beat_phase = state.beat_phase,
        .breaths_per_min = 60 * breath_hz(state),
        .lung_fill = state.breath_depth * breath_shape(state),
        .breathing_in = state.breath_step < state.inhale_steps,
        .breathing_slowly = state.breath_is_slow != 0,
        .breath_swing_bpm = state.swing_bpm,
        .adrenaline_fraction = state.adrenaline,
        .muscle_fraction = state.muscle,
        .muscle_percent_mvc =
            params.muscle_rest_percent_mvc + params.muscle_rise_percent_mvc * state.muscle,
    };
}

double ends_s(const Startle& startle) {
    return startle.at_s + std::max(startle_s, startle.worry_s);
}

double alarm_signal(std::span<const Startle> startles, double time_s) {
    for (const Startle& startle : startles) {
        if (time_s >= startle.at_s && time_s < ends_s(startle)) return 1;
    }
    return 0;
}

PacedBreath paced_breath(const AlarmParams& params, double elapsed_s) {
    require_finite(elapsed_s);
    const double breath_s = params.slow_inhale_s + params.slow_exhale_s;
    const double breaths = std::floor(std::max(0.0, elapsed_s) / breath_s);
    const double into_s = std::max(0.0, elapsed_s) - breaths * breath_s;
    const bool breathing_in = into_s < params.slow_inhale_s;
    const double part = breathing_in
                            ? into_s / params.slow_inhale_s
                            : std::min(1.0, (into_s - params.slow_inhale_s) / params.slow_exhale_s);
    return {
        .lung_fill = breath_shape(part, breathing_in),
        .breathing_in = breathing_in,
        .seconds_left = std::max(0.0, (breathing_in ? params.slow_inhale_s : breath_s) - into_s),
        .breath_index = static_cast<std::uint32_t>(breaths),
    };
}

} // namespace tautline::physiology
