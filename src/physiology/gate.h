// The gate in the spinal cord, over seconds to minutes: large fibres (touch, movement) and small
// fibres (the ache) meet at one relay, the brain turns it from above, and the same volley again
// and again winds it up. The structure is that of [britton-1989] and [britton-1996]; their numbers
// were not at hand, so every number here is [illustrative] and tuned to what was measured
// elsewhere.
//
//   GateParams params = default_gate_params();
//   GateState state = initial_gate_state(params, {});
//   step(state, params, {.large = 0.5, .small = volley(1.0, time_s(state))});
//   double now = signal_up(state);                           // 0 to 1: what goes up to the brain
//
// Pain is not in the gate; it is made by the brain, from this and much else. sensitivity.h has the
// hours to weeks, and the gate's mean effect in one product.
#pragma once

#include <cstdint>

namespace tautline::physiology {

inline constexpr double gate_step_s = 0.01;

struct GateParams {
    // Time constants. Excitation outlasts the volley: after-sensation fades within tens of seconds
    // to about two minutes [herrero-2000].
    double inhibitory_s = 0.1, relay_s = 0.1, midbrain_s = 1, excitatory_s = 10;
    // Wind-up: each volley adds a little, and more the more there is already (the NMDA receptor's
    // share). The two are set so that volleys closer than about 3 s build up [mendell-1966].
    double volley_per_s = 0.4, windup_per_s = 3.77;
    double small_to_relay = 1, large_to_relay = 0.15, excitatory_to_relay = 1.6;
    double large_to_inhibitory = 2, midbrain_to_inhibitory = 0.4;
    double inhibitory_to_relay = 1.2, midbrain_to_relay = 1.45; // both take away
    double relay_to_midbrain = 0.5;
    // From above: calm and fear of a threat now hold back, worry lets through [rhudy-2000].
    double calm_to_midbrain = 1, fear_to_midbrain = 0.5, worry_to_midbrain = 0.5;

    friend bool operator==(const GateParams&, const GateParams&) = default;
};

GateParams default_gate_params();

struct GateInputs {
    double large = 0; // touch, rubbing, moving: 0 to 1 (clamped)
    double small = 0; // the ache's fibres now, 0 to 1 (clamped); volley() makes a train
    double gain = 1;  // how many times more strongly the relay answers to small fibres
                      // (SensitivityReadouts::gain_ratio), 0 to 10 (clamped)
    double calm = 0, fear = 0, worry = 0; // 0 to 1 (clamped)
};

struct GateState {
    std::uint64_t steps = 0;
    double inhibitory = 0; // potentials over rest, without unit
    double excitatory = 0; // 0 to 1
    double relay = 0, midbrain = 0;

    friend bool operator==(const GateState&, const GateState&) = default;
};

// Settled with these inputs and nothing coming in through the small fibres.
GateState initial_gate_state(const GateParams& params, const GateInputs& inputs);
void step(GateState& state, const GateParams& params, const GateInputs& inputs);
std::uint64_t hash(const GateState& state);
double time_s(const GateState& state);

// The same equations over any length of time step; for tests of accuracy (half steps must agree).
void integrate(GateState& state, const GateParams& params, const GateInputs& inputs, double dt_s);

// Firing, 0 to 1, of the relay (what goes up), and of the others, for a picture.
struct GateReadouts {
    double up = 0;         // the relay's traffic to the brain
    double held_back = 0;  // the inhibitory cell's
    double wound_up = 0;   // the excitatory cell's: 0 is rest
    double descending = 0; // from the brain down
};
GateReadouts readouts(const GateState& state);
double signal_up(const GateState& state); // readouts().up

// A train of volleys in small fibres: 1 during the first volley_s of each, else 0.
inline constexpr double volley_s = 0.1;
double volley(double volleys_per_s, double time_s);

} // namespace tautline::physiology
