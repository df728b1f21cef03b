// The sensitive alarm, over hours to weeks: two stores that turn the volume of pain up and let it
// down again, and a gate in the spinal cord.
//
//   SensitivityParams params = default_sensitivity_params();
//   SensitivityState state = initial_sensitivity_state(params);
//   SensitivityInputs inputs{.signal = repeated_signal(plan, time_s(state)), .worry = 0.5};
//   step(state, params, inputs);
//   SensitivityReadouts now = readouts(state, params, inputs);
//
// Only the quick store's half-life is anchored to measurements, and those are of skin; the rest is
// illustrative (MODEL.md). What it is for: sensitivity goes up, and it goes down again.
#pragma once

#include <cstdint>

namespace tautline::physiology {

inline constexpr double sensitivity_step_s = 60;

struct SensitivityParams {
    // Half-lives in people were 3.3 h [klein-2006] to 6.9 h [pfau-2011] after one strong volley; 5
    // h lies between.
    double quick_half_life_h = 5;
    // 10 of 28 people would have needed more than 10 days [pfau-2011]; as a half-life
    // [illustrative].
    double slow_half_life_d = 10;
    double quick_gain_per_h = 0.25; // k1 [illustrative]
    double slow_gain_per_h = 0.05;  // k2 [illustrative]
    // theta: the slow store fills only while the quick one is above this [illustrative].
    double slow_threshold = 0.3;
    double quick_weight = 1.5, slow_weight = 1.5; // of the gain [illustrative]
    // Anxiety raised sensitivity and fear lowered it [rhudy-2000]; the sizes are
    // [illustrative].
    double worry_weight = 0.3, fear_weight = 0.3;
    // The gate: the structure of [britton-1989]; the sizes are [illustrative].
    double rubbing_closes = 0.35;  // share that rubbing or moving holds back
    double calm_closes_most = 0.5; // share that full calm holds back from above

    friend bool operator==(const SensitivityParams&, const SensitivityParams&) = default;
};

SensitivityParams default_sensitivity_params();

// Each 0 to 1, clamped.
struct SensitivityInputs {
    double signal = 0;  // N: from the tissue
    double worry = 0;   // Anx
    double fear = 0;    // of a threat now
    double calm = 0;    // D is calm * calm_closes_most
    double rubbing = 0; // touch or movement in large fibres
};

struct SensitivityState {
    std::uint64_t steps = 0;
    double quick = 0; // L1, 0 to 1
    double slow = 0;  // L2, 0 to 1

    friend bool operator==(const SensitivityState&, const SensitivityState&) = default;
};

SensitivityState initial_sensitivity_state(const SensitivityParams& params);
// Only the signal moves the stores; the other inputs act on what is felt, at once.
void step(SensitivityState& state, const SensitivityParams& params,
          const SensitivityInputs& inputs);
std::uint64_t hash(const SensitivityState& state);
double time_s(const SensitivityState& state);

// The same equations over any length of time step; for tests of accuracy (half steps must agree).
void integrate(SensitivityState& state, const SensitivityParams& params,
               const SensitivityInputs& inputs, double dt_s);

struct SensitivityReadouts {
    double gain_ratio = 1; // G: 1 is usual
    double volume_fraction =
        0; // 0 = usual, 1 = the highest gain that a signal without end would reach
    double gate_open_fraction = 1; // what rubbing and calm let through
    double felt =
        0; // Pain: signal * gain * worry * fear * gate; 1 is a full signal in a usual system
    double felt_fraction = 0; // of the most that this model can give
};
SensitivityReadouts readouts(const SensitivityState& state, const SensitivityParams& params,
                             const SensitivityInputs& inputs);

double gate_open_fraction(const SensitivityParams& params, const SensitivityInputs& inputs);
double
highest_gain_ratio(const SensitivityParams& params); // both stores at rest under a full signal
double highest_felt(const SensitivityParams& params);

// How strongly each kind of signal from the tissue speaks to the pain pathway, 0 to 1.
// [illustrative]
enum class SignalKind : std::uint8_t { touch, warmth, ache };
double signal_strength(SignalKind kind);

// The same signal from midnight for some hours, on each of some days (day 0 is the first).
struct RepeatedSignal {
    double strength = 1;
    double hours_per_day = 4;
    double days = 1;

    friend bool operator==(const RepeatedSignal&, const RepeatedSignal&) = default;
};
double repeated_signal(const RepeatedSignal& plan, double time_s);

} // namespace tautline::physiology
