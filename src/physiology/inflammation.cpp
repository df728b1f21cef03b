#include "physiology/inflammation.h"

#include "physiology/require.h"
#include "physiology/state_hash.h"

#include <cmath>

namespace tautline::physiology {

namespace {

struct Parts {
    double receptor, messenger, level;
};

// Cortisol near nothing would let the level run away; no body gets there.
constexpr double least_cortisol_ratio = 0.05, most_cortisol_ratio = 50;

InflammationInputs clamped(const InflammationInputs& inputs) {
    require_finite(inputs.cortisol_ratio);
    return {fraction(inputs.load), fraction(inputs.adrenaline),
            std::clamp(inputs.cortisol_ratio, least_cortisol_ratio, most_cortisol_ratio)};
}

Parts change_per_min(const Parts& now, const InflammationParams& params,
                     const InflammationInputs& inputs) {
    return {
        (receptor_target(params, inputs.load) - now.receptor) /
            (params.receptor_time_constant_d * 1440),
        (inputs.adrenaline - now.messenger) / params.messenger_min,
        (1 + params.adrenaline_weight * now.messenger -
         now.receptor * inputs.cortisol_ratio * now.level) /
            params.turnover_min,
    };
}

Parts moved(const Parts& from, const Parts& change, double dt_min) {
    return {from.receptor + change.receptor * dt_min, from.messenger + change.messenger * dt_min,
            from.level + change.level * dt_min};
}

} // namespace

InflammationParams default_inflammation_params() {
    return {};
}

InflammationState initial_inflammation_state(const InflammationParams&) {
    return {};
}

double receptor_target(const InflammationParams& params, double load) {
    return 1 - (1 - params.receptor_floor) * fraction(load);
}

double settled_inflammation(const InflammationParams& params, double receptor,
                            const InflammationInputs& inputs) {
    const InflammationInputs now = clamped(inputs);
    return (1 + params.adrenaline_weight * now.adrenaline) / (receptor * now.cortisol_ratio);
}

void integrate(InflammationState& state, const InflammationParams& params,
               const InflammationInputs& inputs, double dt_s) {
    const InflammationInputs now = clamped(inputs);
    const double dt = dt_s / 60;
    const Parts start{state.receptor, state.messenger, state.level};
    const Parts a = change_per_min(start, params, now);
    const Parts b = change_per_min(moved(start, a, dt / 2), params, now);
    const Parts c = change_per_min(moved(start, b, dt / 2), params, now);
    const Parts d = change_per_min(moved(start, c, dt), params, now);
    const auto add = [&](double& value, double Parts::*part) {
        value += dt / 6 * (a.*part + 2 * b.*part + 2 * c.*part + d.*part);
    };
    add(state.receptor, &Parts::receptor);
    add(state.messenger, &Parts::messenger);
    add(state.level, &Parts::level);
    require_finite(state.receptor + state.messenger + state.level);
}

void step(InflammationState& state, const InflammationParams& params,
          const InflammationInputs& inputs) {
    integrate(state, params, inputs, inflammation_step_s);
    ++state.steps;
}

std::uint64_t hash(const InflammationState& state) {
    return hash_bits<4>(state);
}

double time_s(const InflammationState& state) {
    return static_cast<double>(state.steps) * inflammation_step_s;
}

} // namespace tautline::physiology
