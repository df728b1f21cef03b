#include "physiology/gate.h"

#include "physiology/require.h"
#include "physiology/state_hash.h"

#include <cmath>

namespace tautline::physiology {

namespace {

constexpr double steps_per_s = 100;
static_assert(steps_per_s * gate_step_s == 1);
constexpr double most_gain = 10;
constexpr double onset = 0.1; // [illustrative]

struct Cells {
    double inhibitory, excitatory, relay, midbrain;
};

// x = f(V): a cell at or below rest is silent; above it fires more and more, and never more than
// 1. It begins smoothly, so that the fixed step stays exact across rest.
double firing(double potential) {
    const double over = std::max(0.0, potential);
    return over * over / (onset + over + over * over);
}

GateInputs clamped(const GateInputs& inputs) {
    require_finite(inputs.gain);
    return {.large = fraction(inputs.large),
            .small = fraction(inputs.small),
            .gain = std::clamp(inputs.gain, 0.0, most_gain),
            .calm = fraction(inputs.calm),
            .fear = fraction(inputs.fear),
            .worry = fraction(inputs.worry)};
}

double from_above(const GateParams& params, const GateInputs& inputs) {
    return params.calm_to_midbrain * inputs.calm + params.fear_to_midbrain * inputs.fear -
           params.worry_to_midbrain * inputs.worry;
}

double relay_target(const Cells& now, const GateParams& params, const GateInputs& inputs) {
    return inputs.gain * (params.small_to_relay * inputs.small +
                          params.excitatory_to_relay * now.excitatory) +
           params.large_to_relay * inputs.large -
           params.inhibitory_to_relay * firing(now.inhibitory) -
           params.midbrain_to_relay * firing(now.midbrain);
}

double inhibitory_target(const Cells& now, const GateParams& params, const GateInputs& inputs) {
    return params.large_to_inhibitory * inputs.large +
           params.midbrain_to_inhibitory * firing(now.midbrain);
}

Cells change_per_s(const Cells& now, const GateParams& params, const GateInputs& inputs) {
    return {
        (inhibitory_target(now, params, inputs) - now.inhibitory) / params.inhibitory_s,
        inputs.small * (params.volley_per_s + params.windup_per_s * now.excitatory) *
                (1 - now.excitatory) -
            now.excitatory / params.excitatory_s,
        (relay_target(now, params, inputs) - now.relay) / params.relay_s,
        (params.relay_to_midbrain * firing(now.relay) + from_above(params, inputs) - now.midbrain) /
            params.midbrain_s,
    };
}

Cells moved(const Cells& from, const Cells& change, double dt_s) {
    return {from.inhibitory + change.inhibitory * dt_s, from.excitatory + change.excitatory * dt_s,
            from.relay + change.relay * dt_s, from.midbrain + change.midbrain * dt_s};
}

} // namespace

GateParams default_gate_params() {
    return {};
}

GateState initial_gate_state(const GateParams& params, const GateInputs& inputs) {
    GateInputs quiet = clamped(inputs);
    quiet.small = 0;
    // The relay and the midbrain drive each other through a weak loop, so that going round it
    // settles both.
    Cells now{0, 0, 0, 0};
    for (int i = 0; i < 200; ++i) {
        now.midbrain = params.relay_to_midbrain * firing(now.relay) + from_above(params, quiet);
        now.inhibitory = inhibitory_target(now, params, quiet);
        now.relay = relay_target(now, params, quiet);
    }
    return {.inhibitory = now.inhibitory, .relay = now.relay, .midbrain = now.midbrain};
}

void integrate(GateState& state, const GateParams& params, const GateInputs& inputs, double dt_s) {
    const GateInputs in = clamped(inputs);
    const Cells start{state.inhibitory, state.excitatory, state.relay, state.midbrain};
    const Cells a = change_per_s(start, params, in);
    const Cells b = change_per_s(moved(start, a, dt_s / 2), params, in);
    const Cells c = change_per_s(moved(start, b, dt_s / 2), params, in);
    const Cells d = change_per_s(moved(start, c, dt_s), params, in);
    const auto add = [&](double& value, double Cells::*part) {
        value += dt_s / 6 * (a.*part + 2 * b.*part + 2 * c.*part + d.*part);
    };
    add(state.inhibitory, &Cells::inhibitory);
    add(state.excitatory, &Cells::excitatory);
    add(state.relay, &Cells::relay);
    add(state.midbrain, &Cells::midbrain);
    require_finite(state.inhibitory + state.excitatory + state.relay + state.midbrain);
}

void step(GateState& state, const GateParams& params, const GateInputs& inputs) {
    integrate(state, params, inputs, gate_step_s);
    ++state.steps;
}

std::uint64_t hash(const GateState& state) {
    return hash_bits<5>(state);
}

double time_s(const GateState& state) {
    return static_cast<double>(state.steps) / steps_per_s;
}

GateReadouts readouts(const GateState& state) {
    return {.up = firing(state.relay),
            .held_back = firing(state.inhibitory),
            .wound_up = state.excitatory,
            .descending = firing(state.midbrain)};
}

double signal_up(const GateState& state) {
    return firing(state.relay);
}

double volley(double volleys_per_s, double time_s) {
    require_finite(volleys_per_s + time_s);
    if (volleys_per_s <= 0 || time_s < 0) return 0;
    const double count = std::floor(time_s * volleys_per_s + 1e-9);
    return time_s - count / volleys_per_s < volley_s - 1e-9 ? 1 : 0;
}

} // namespace tautline::physiology
