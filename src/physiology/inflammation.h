// How well cells listen to cortisol, and the low, quiet inflammation that it holds down: hours to
// months. A picture of one idea, and nearly all of it [illustrative]: under long stress cells
// listen to cortisol less, so that the same cortisol holds inflammation down less [cohen-2012].
// Cortisol does not cause inflammation here, and does not in people: it calms it.
//
//   InflammationParams params = default_inflammation_params();
//   InflammationState state = initial_inflammation_state(params);
//   step(state, params, {.load = 0.8, .adrenaline = 0.1, .cortisol_ratio = 1.2});
//
// "Inflammation" is a ratio to what is usual, and no blood test. MODEL.md has the equations and
// limits.
#pragma once

#include <cstdint>

namespace tautline::physiology {

inline constexpr double inflammation_step_s = 60;

struct InflammationParams {
    // Receptor sensitivity falls towards this share of the usual while the load is full, and comes
    // back without it; the direction is [cohen-2012], both numbers are [illustrative].
    double receptor_floor = 0.6;
    double receptor_time_constant_d = 14;
    // An acute stressor raises IL-6 in blood; the top comes 90-120 minutes after it
    // [marsland-2017]. Two lags in a row are tuned to that [illustrative].
    double messenger_min = 80;
    double turnover_min = 110;
    // What a full alarm without end would add; set so that fifteen minutes add about a third.
    double adrenaline_weight = 6; // [illustrative]

    friend bool operator==(const InflammationParams&, const InflammationParams&) = default;
};

InflammationParams default_inflammation_params();

struct InflammationInputs {
    double load = 0;       // of stress over weeks, 0 to 1 (clamped)
    double adrenaline = 0; // 0 to 1 (clamped); over days its mean
    // To what is usual, over days: this effect goes through the cells' genes and takes hours, so a
    // pulse of minutes is left out [illustrative]. 0.05 to 50 (clamped).
    double cortisol_ratio = 1;
};

struct InflammationState {
    std::uint64_t steps = 0;
    double receptor = 1;  // S: how well cells listen; 1 is usual
    double messenger = 0; // J: what adrenaline has set going, 0 to 1
    double level = 1;     // I: 1 is usual

    friend bool operator==(const InflammationState&, const InflammationState&) = default;
};

InflammationState initial_inflammation_state(const InflammationParams& params);
void step(InflammationState& state, const InflammationParams& params,
          const InflammationInputs& inputs);
std::uint64_t hash(const InflammationState& state);
double time_s(const InflammationState& state);

// The same equations over any length of time step; for tests of accuracy (half steps must agree).
void integrate(InflammationState& state, const InflammationParams& params,
               const InflammationInputs& inputs, double dt_s);

// Where the receptors go under this load, and where the level rests when the receptors are so.
double receptor_target(const InflammationParams& params, double load);
double settled_inflammation(const InflammationParams& params, double receptor,
                            const InflammationInputs& inputs);

} // namespace tautline::physiology
