#include "check_value.h"
#include "physiology/gate.h"
#include "physiology/sensitivity.h"

#include <algorithm>
#include <type_traits>

using namespace tautline::physiology;

namespace {

// The gate while volleys come, from rest with these inputs; `look` sees it after each step.
template <typename Look>
GateState run(GateState state, GateInputs inputs, double volleys_per_s, double seconds, Look look) {
    const auto steps = static_cast<int>(std::lround(seconds / gate_step_s));
    for (int i = 0; i < steps; ++i) {
        inputs.small = volley(volleys_per_s, time_s(state));
        step(state, default_gate_params(), inputs);
        look(state);
    }
    return state;
}

GateState rest(const GateInputs& inputs = {}) {
    return initial_gate_state(default_gate_params(), inputs);
}

// Mean traffic upwards while volleys come once a second, once it has wound up.
double traffic(const GateInputs& inputs) {
    const auto nothing = [](const GateState&) {};
    const GateState wound = run(rest(inputs), inputs, 1, 30, nothing);
    double sum = 0;
    run(wound, inputs, 1, 20, [&](const GateState& now) { sum += signal_up(now); });
    return sum * gate_step_s / 20;
}

// The relay's answer to the tenth volley, in answers to the first.
double tenth_over_first(double volleys_per_s) {
    double top = 0, first = 0;
    const auto look = [&](const GateState& now) { top = std::max(top, now.relay); };
    const GateState after = run(rest(), {}, volleys_per_s, 1 / volleys_per_s, look);
    first = top;
    const GateState nine =
        run(after, {}, volleys_per_s, 8 / volleys_per_s, [](const GateState&) {});
    top = 0;
    run(nine, {}, volleys_per_s, 1 / volleys_per_s, look);
    return top / first;
}

} // namespace

TEST_CASE("Volleys closer than about three seconds wind the relay up; slow ones do not",
          "[physiology][gate][published]") {
    const char* source = "mendell-1966, herrero-2000 (0.3 Hz and faster)";
    const GateParams params = default_gate_params();
    // One volley multiplies what is there; between two, time takes away. They balance at the
    // longest interval that still builds up.
    const double growth = 1 + volley_s * params.windup_per_s;
    check_value("gate: longest interval that still builds up, s", 3,
                params.excitatory_s * std::log(growth), 0.3, source);
    check_value("gate: tenth volley over first at 0.1 Hz", 1, tenth_over_first(0.1), 0.1, source);
    CHECK(tenth_over_first(1.0 / 3) > 1.3);
    CHECK(tenth_over_first(1) > 1.8);
    CHECK(tenth_over_first(0.1) < tenth_over_first(0.2));
    CHECK(tenth_over_first(0.2) < tenth_over_first(1.0 / 3));
    CHECK(tenth_over_first(1.0 / 3) < tenth_over_first(1));
}

TEST_CASE("After-sensation fades within tens of seconds to two minutes",
          "[physiology][gate][published]") {
    const GateState wound = run(rest(), {}, 2, 60, [](const GateState&) {});
    CHECK(wound.excitatory > 0.5);
    double faded_s = 0;
    run(wound, {}, 0, 180, [&](const GateState& now) {
        if (now.excitatory > 0.05 * wound.excitatory) faded_s += gate_step_s;
    });
    check_value("gate: after-sensation down to a twentieth after, s (10 to 120)", 65, faded_s, 55,
                "herrero-2000");
}

TEST_CASE("Rubbing and calm close the gate about as far as the model of weeks says",
          "[physiology][gate]") {
    const SensitivityParams weeks = default_sensitivity_params();
    const double plain = traffic({});
    check_value("gate: share let through while rubbing", 1 - weeks.rubbing_closes,
                traffic({.large = 1}) / plain, 0.05, "britton-1989 (structure), illustrative");
    check_value("gate: share let through in full calm", 1 - weeks.calm_closes_most,
                traffic({.calm = 1}) / plain, 0.05, "britton-1989 (structure), illustrative");
    CHECK(traffic({.large = 1, .calm = 1}) > 0);
    CHECK(traffic({.large = 1, .calm = 1}) < traffic({.calm = 1}));
}

TEST_CASE("Fear of a threat now and worry act in opposite directions",
          "[physiology][gate][published]") {
    const double plain = traffic({});
    CHECK(traffic({.fear = 1}) < plain);
    CHECK(traffic({.worry = 1}) > plain);
    check_value("gate: sign of worry less sign of fear", 2,
                (traffic({.worry = 1}) > plain ? 1 : -1) - (traffic({.fear = 1}) > plain ? 1 : -1),
                0, "rhudy-2000");
}

TEST_CASE("Touch alone sends nothing up, a sensitive relay sends more", "[physiology][gate]") {
    const GateInputs rubbed{.large = 1};
    const GateState touched = run(rest(rubbed), rubbed, 0, 10, [](const GateState&) {});
    CHECK(signal_up(touched) == 0);
    CHECK(traffic({.gain = 2}) > 1.2 * traffic({}));
    CHECK(traffic({.gain = 0}) == 0);
}

TEST_CASE("A gate at rest stays at rest, and firing stays within 0 and 1", "[physiology][gate]") {
    for (const GateInputs& inputs :
         {GateInputs{}, GateInputs{.calm = 1}, GateInputs{.large = 1, .worry = 1}}) {
        GateState state = rest(inputs);
        const GateState start = state;
        state = run(state, inputs, 0, 20, [](const GateState&) {});
        CHECK(std::abs(state.relay - start.relay) < 1e-9);
        CHECK(std::abs(state.midbrain - start.midbrain) < 1e-9);
        CHECK(std::abs(state.inhibitory - start.inhibitory) < 1e-9);
    }
    const GateInputs wild{.large = 3, .gain = 99, .calm = -1, .fear = 2, .worry = 2};
    run(rest(), wild, 5, 60, [](const GateState& now) {
        const GateReadouts shown = readouts(now);
        for (double part : {shown.up, shown.held_back, shown.wound_up, shown.descending}) {
            REQUIRE(part >= 0);
            REQUIRE(part <= 1);
        }
    });
}

TEST_CASE("Half the time step gives the same gate", "[physiology][gate]") {
    const GateParams params = default_gate_params();
    GateState whole = rest(), halves = whole;
    for (int i = 0; i < 6000; ++i) {
        const GateInputs inputs{.large = i > 3000 ? 0.7 : 0.0,
                                .small = volley(1, time_s(whole)),
                                .calm = i > 4500 ? 0.5 : 0.0};
        step(whole, params, inputs);
        integrate(halves, params, inputs, gate_step_s / 2);
        integrate(halves, params, inputs, gate_step_s / 2);
        REQUIRE(std::abs(whole.relay - halves.relay) < 1e-4);
    }
    CHECK(std::abs(whole.excitatory - halves.excitatory) < 1e-6);
}

TEST_CASE("A train of volleys keeps its time", "[physiology][gate]") {
    CHECK(volley(1, 0) == 1);
    CHECK(volley(1, 0.09) == 1);
    CHECK(volley(1, 0.1) == 0);
    CHECK(volley(1, 7.0) == 1);
    CHECK(volley(0.5, 1.0) == 0);
    CHECK(volley(0.5, 2.05) == 1);
    CHECK(volley(0, 5) == 0);
    int on = 0;
    GateState state = rest();
    for (int i = 0; i < 6000; ++i) {
        on += volley(1, time_s(state)) == 1 ? 1 : 0;
        step(state, default_gate_params(), {});
    }
    CHECK(on == 600);
    CHECK(std::is_trivially_copyable_v<GateState>);
}
