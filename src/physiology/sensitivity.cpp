#include "physiology/sensitivity.h"

#include "physiology/require.h"
#include "physiology/state_hash.h"

#include <cmath>

namespace tautline::physiology {

namespace {

constexpr double ln2 = 0.69314718055994530942;

struct Stores {
    double quick, slow;
};

double quick_loss_per_h(const SensitivityParams& params) {
    return ln2 / params.quick_half_life_h;
}

double slow_loss_per_h(const SensitivityParams& params) {
    return ln2 / (params.slow_half_life_d * 24);
}

double slow_filling_per_h(const SensitivityParams& params, double quick) {
    return params.slow_gain_per_h * std::max(0.0, quick - params.slow_threshold);
}

Stores change_per_h(const Stores& now, const SensitivityParams& params, double signal) {
    return {params.quick_gain_per_h * signal * (1 - now.quick) -
                quick_loss_per_h(params) * now.quick,
            slow_filling_per_h(params, now.quick) * (1 - now.slow) -
                slow_loss_per_h(params) * now.slow};
}

Stores moved(const Stores& from, const Stores& change_per_h, double dt_h) {
    return {from.quick + change_per_h.quick * dt_h, from.slow + change_per_h.slow * dt_h};
}

double gain_ratio(const SensitivityParams& params, const Stores& stores) {
    return 1 + params.quick_weight * stores.quick + params.slow_weight * stores.slow;
}

} // namespace

SensitivityParams default_sensitivity_params() {
    return {};
}

SensitivityState initial_sensitivity_state(const SensitivityParams&) {
    return {};
}

void integrate(SensitivityState& state, const SensitivityParams& params,
               const SensitivityInputs& inputs, double dt_s) {
    const double signal = fraction(inputs.signal);
    const double dt_h = dt_s / 3600;
    const Stores start{state.quick, state.slow};
    const Stores a = change_per_h(start, params, signal);
    const Stores b = change_per_h(moved(start, a, dt_h / 2), params, signal);
    const Stores c = change_per_h(moved(start, b, dt_h / 2), params, signal);
    const Stores d = change_per_h(moved(start, c, dt_h), params, signal);
    state.quick += dt_h / 6 * (a.quick + 2 * b.quick + 2 * c.quick + d.quick);
    state.slow += dt_h / 6 * (a.slow + 2 * b.slow + 2 * c.slow + d.slow);
    require_finite(state.quick + state.slow);
}

void step(SensitivityState& state, const SensitivityParams& params,
          const SensitivityInputs& inputs) {
    integrate(state, params, inputs, sensitivity_step_s);
    ++state.steps;
}

std::uint64_t hash(const SensitivityState& state) {
    return hash_bits<3>(state);
}

double time_s(const SensitivityState& state) {
    return static_cast<double>(state.steps) * sensitivity_step_s;
}

double gate_open_fraction(const SensitivityParams& params, const SensitivityInputs& inputs) {
    return (1 - params.rubbing_closes * fraction(inputs.rubbing)) *
           (1 - params.calm_closes_most * fraction(inputs.calm));
}

double highest_gain_ratio(const SensitivityParams& params) {
    const double quick =
        params.quick_gain_per_h / (params.quick_gain_per_h + quick_loss_per_h(params));
    const double filling = slow_filling_per_h(params, quick);
    return gain_ratio(params, {quick, filling / (filling + slow_loss_per_h(params))});
}

double highest_felt(const SensitivityParams& params) {
    return highest_gain_ratio(params) * (1 + params.worry_weight);
}

SensitivityReadouts readouts(const SensitivityState& state, const SensitivityParams& params,
                             const SensitivityInputs& inputs) {
    const double gain = gain_ratio(params, {state.quick, state.slow});
    const double gate = gate_open_fraction(params, inputs);
    const double felt = std::max(0.0, fraction(inputs.signal) * gain *
                                          (1 + params.worry_weight * fraction(inputs.worry)) *
                                          (1 - params.fear_weight * fraction(inputs.fear)) * gate);
    return {
        .gain_ratio = gain,
        .volume_fraction = (gain - 1) / (highest_gain_ratio(params) - 1),
        .gate_open_fraction = gate,
        .felt = felt,
        .felt_fraction = felt / highest_felt(params),
    };
}

double signal_strength(SignalKind kind) {
    // [illustrative]: an order, not a measurement. Everyday touch and warmth barely speak to this
    // pathway.
    switch (kind) {
    case SignalKind::touch:
        return 0.1;
    case SignalKind::warmth:
        return 0.3;
    case SignalKind::ache:
        return 1.0;
    }
    return 0;
}

double repeated_signal(const RepeatedSignal& plan, double time_s) {
    const double hours = time_s / 3600;
    const double day = std::floor(hours / 24);
    if (day < 0 || day >= plan.days) return 0;
    return hours - 24 * day < plan.hours_per_day ? plan.strength : 0;
}

} // namespace tautline::physiology
