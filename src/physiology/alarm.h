// The alarm (fight-or-flight) over seconds to minutes: heart, breath, adrenaline and a little
// muscle activity.
//
//   AlarmParams params = default_alarm_params();
//   AlarmState state = initial_alarm_state(params);          // at rest, before any alarm
//   step(state, params, {.signal = 1.0});                    // exactly one alarm_step_s
//   AlarmReadouts now = readouts(state, params);
//
// A simplified picture of how these systems can behave. It is not a model of you. MODEL.md has the
// equations and says which numbers are measured and which are illustrative; source ids resolve in
// content/sources.json. Knows nothing of screens, clocks or words.
#pragma once

#include <cstdint>
#include <span>

namespace tautline::physiology {

inline constexpr double alarm_step_s = 0.05;

// [illustrative] marks a value chosen to show a direction, not taken from a measurement.
struct AlarmParams {
    // Heart. The rise is the top of what a stressful task does in the laboratory, about 15-25
    // [kirschbaum-1993].
    double resting_heart_rate_bpm = 66; // [illustrative] a resting adult
    double heart_rate_rise_bpm = 20;    // [kirschbaum-1993], form [illustrative]
    double vagal_share = 0.5;           // of the rise; the rest is sympathetic [illustrative]
    // Time constants: "on" within the ranges of [autonomic-textbook] (2-5 s, 10-20 s); "off" is
    // [illustrative], set so that the heart is nearly at rest again after 5 minutes.
    double vagal_on_s = 5, vagal_off_s = 30;
    double sympathetic_on_s = 20, sympathetic_off_s = 90;

    double adrenaline_half_life_s = 150; // 2-3 minutes in blood [autonomic-textbook]

    // Breath. Hard mental work makes people breathe off more carbon dioxide [schleifer-2008]; rates
    // [illustrative].
    double resting_breaths_per_min = 14;
    double alarm_breaths_per_min = 20;
    double usual_inhale_fraction = 0.4; // of each breath
    double usual_depth_fraction = 0.45; // of a full slow breath
    // The pacer: 4.5 s in and 5.5 s out are 6 breaths a minute [lehrer-2014].
    double slow_inhale_s = 4.5, slow_exhale_s = 5.5;

    // The heart speeds up on breathing in and slows on breathing out, most of all near 0.1 Hz,
    // where the blood pressure reflex resonates [lehrer-2014]; the sizes are [illustrative].
    double breath_swing_bpm = 1.5;    // half the swing at an everyday rate
    double resonance_swing_bpm = 5.0; // half the swing at 0.1 Hz
    double resonance_hz = 0.1, resonance_width_hz = 0.04;
    double alarm_swing_ratio = 0.3; // of the swing that a full alarm leaves [illustrative]
    double swing_settling_s = 10;   // time constant over which the swing changes [illustrative]
    // While breathing slowly, the two "off" time constants are this much of themselves.
    // [illustrative], kept modest.
    double slow_breathing_off_ratio = 0.8;

    // Neck and shoulder muscles: 1-5 % of the strongest contraction, in many people but not all
    // [waersted-1996].
    double muscle_rest_percent_mvc = 0.5;      // [illustrative]
    double muscle_rise_percent_mvc = 2.5;      // within the 1-5 % of [waersted-1996]
    double muscle_on_s = 1, muscle_off_s = 40; // time constants [illustrative]

    friend bool operator==(const AlarmParams&, const AlarmParams&) = default;
};

AlarmParams default_alarm_params();

struct AlarmInputs {
    double signal = 0;           // the alarm signal from the brain, 0 to 1 (clamped)
    bool slow_breathing = false; // takes effect when the present breath ends
};

// All members are 8 bytes wide or come in pairs, so that there is no padding and the bits can be
// hashed.
struct AlarmState {
    std::uint64_t steps = 0;
    double vagal_withdrawal = 0; // 0 to 1
    double sympathetic = 0;      // 0 to 1
    double adrenaline = 0;       // of its value after a long alarm, 0 to 1
    double muscle = 0;           // rise of muscle activity, 0 to 1 of the largest
    double beat_phase = 0;       // 0 to 1 through one heartbeat
    double swing_bpm = 0;        // half the heart's swing with the breath
    // The present breath; its length, shape and depth are settled when it begins, so nothing jumps.
    std::uint32_t breath_step = 0, breath_steps = 0;
    std::uint32_t inhale_steps = 0, breath_is_slow = 0;
    double breath_depth = 0;

    friend bool operator==(const AlarmState&, const AlarmState&) = default;
};

AlarmState initial_alarm_state(const AlarmParams& params);
void step(AlarmState& state, const AlarmParams& params, const AlarmInputs& inputs);
std::uint64_t hash(const AlarmState& state);
double time_s(const AlarmState& state);

// Whole seconds at once, exactly, while the inputs stay as they are; returns adrenaline's mean over
// them. For slow clocks: it follows no single breath or beat, so both begin anew at its end.
double settle(AlarmState& state, const AlarmParams& params, const AlarmInputs& inputs,
              std::uint32_t seconds);

struct AlarmReadouts {
    double steady_heart_rate_bpm = 0; // without the swing of the breath: rest + rise
    double heart_rate_bpm = 0;        // with it: what a pulse meter would follow
    double heart_rate_rise_bpm = 0;   // steady rate less resting rate
    double beat_phase = 0;            // 0 to 1
    double breaths_per_min = 0;       // of the present breath
    double lung_fill = 0;             // 0 (out) to 1 (a full slow breath in)
    bool breathing_in = true;
    bool breathing_slowly = false;  // the present breath follows the pacer
    double breath_swing_bpm = 0;    // half the heart's swing with the breath, now
    double adrenaline_fraction = 0; // of its value after a long alarm
    double muscle_fraction = 0;     // 0 to 1 of the largest rise
    double muscle_percent_mvc = 0;  // percent of the strongest voluntary contraction
};

AlarmReadouts readouts(const AlarmState& state, const AlarmParams& params);

// A moment of being startled, and how long the worry after it keeps the alarm on. The startle
// itself lasts `startle_s`, even with no worry after it. [illustrative]
inline constexpr double startle_s = 3;
struct Startle {
    double at_s = 0;
    double worry_s = 0;

    friend bool operator==(const Startle&, const Startle&) = default;
};

double ends_s(const Startle& startle); // it and its worry

// The alarm signal at a moment: 1 while any startle or its worry lasts, else 0. Pure.
double alarm_signal(std::span<const Startle> startles, double time_s);

// The breathing pacer by itself, for a screen without the model: where a slow breath is after
// `elapsed_s`.
struct PacedBreath {
    double lung_fill = 0; // 0 to 1
    bool breathing_in = true;
    double seconds_left = 0;        // of this breath in or breath out
    std::uint32_t breath_index = 0; // 0 for the first breath
};
PacedBreath paced_breath(const AlarmParams& params, double elapsed_s);

} // namespace tautline::physiology
