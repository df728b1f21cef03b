#include "check_value.h"
#include "physiology/sensitivity.h"

#include <type_traits>

using namespace tautline::physiology;

namespace {

SensitivityState at(const RepeatedSignal& plan, double day, double hour) {
    const SensitivityParams params = default_sensitivity_params();
    SensitivityState state = initial_sensitivity_state(params);
    const double until_s = (day * 24 + hour) * 3600;
    while (time_s(state) < until_s) {
        step(state, params, {.signal = repeated_signal(plan, time_s(state))});
    }
    return state;
}

SensitivityReadouts felt(const SensitivityInputs& inputs, const SensitivityState& state = {}) {
    return readouts(state, default_sensitivity_params(), inputs);
}

constexpr const char* reproduced = "klein-2006 + pfau-2011, illustrative, reproduced";

} // namespace

TEST_CASE("One day of four hours hardly lasts", "[physiology][sensitivity][published]") {
    const RepeatedSignal plan{1, 4, 1};
    check_value("sensitivity: 1 day x 4 h, quick store at noon", 0.17, at(plan, 0, 12).quick, 0.02,
                reproduced);
    check_value("sensitivity: 1 day x 4 h, slow store at noon", 0.03, at(plan, 0, 12).slow, 0.02,
                reproduced);
    check_value("sensitivity: the next noon, quick store", 0, at(plan, 1, 12).quick, 0.02,
                reproduced);
}

TEST_CASE("Thirty days of eight hours build up and then fade",
          "[physiology][sensitivity][published]") {
    const RepeatedSignal plan{1, 8, 30};
    check_value("sensitivity: 30 days x 8 h, quick store, day 29", 0.36, at(plan, 29, 12).quick,
                0.02, reproduced);
    check_value("sensitivity: 30 days x 8 h, slow store, day 29", 0.62, at(plan, 29, 12).slow, 0.02,
                reproduced);
    check_value("sensitivity: slow store, day 36", 0.38, at(plan, 36, 12).slow, 0.02, reproduced);
    check_value("sensitivity: slow store, day 43", 0.24, at(plan, 43, 12).slow, 0.02, reproduced);
    check_value("sensitivity: slow store, day 60", 0.07, at(plan, 60, 12).slow, 0.02, reproduced);
}

TEST_CASE("The quick store halves within the range measured in people",
          "[physiology][sensitivity][published]") {
    const SensitivityParams params = default_sensitivity_params();
    SensitivityState state = initial_sensitivity_state(params);
    state.quick = 0.2;
    while (state.quick > 0.1)
        step(state, params, {});
    const double half_life_h = time_s(state) / 3600;
    check_value("sensitivity: quick store half-life, h (published 3.3 to 6.9)", 5, half_life_h,
                0.02, "klein-2006, pfau-2011");
    CHECK(half_life_h > 3.3);
    CHECK(half_life_h < 6.9);
    // In people the heightened sensitivity was gone after 24 to 48 hours.
    state.quick = 0.2;
    for (int i = 0; i < 48 * 60; ++i)
        step(state, params, {});
    check_value("sensitivity: quick store left after 48 h, of what was there", 0, state.quick / 0.2,
                0.01, "klein-2006 (25 h), pfau-2011 (24 to 48 h)");
}

TEST_CASE("The slow store halves in ten days", "[physiology][sensitivity]") {
    const SensitivityParams params = default_sensitivity_params();
    SensitivityState state = initial_sensitivity_state(params);
    state.slow = 0.6;
    for (int i = 0; i < 10 * 1440; ++i)
        step(state, params, {});
    CHECK(std::abs(state.slow - 0.3) < 1e-6);
    check_value("sensitivity: slow store left after 10 days, of what was there", 0.5,
                state.slow / 0.6, 1e-6, "pfau-2011 (10 of 28 over 10 d), illustrative");
}

TEST_CASE("Sensitivity always goes down again once the signal stops", "[physiology][sensitivity]") {
    const SensitivityParams params = default_sensitivity_params();
    SensitivityState state = initial_sensitivity_state(params);
    for (int i = 0; i < 90 * 1440; ++i)
        step(state, params, {.signal = 1});
    // Within an hour or so the slow store still fills from the quick one; after that it only falls.
    for (int i = 0; i < 12 * 60; ++i)
        step(state, params, {});
    double last = state.slow;
    for (int day = 0; day < 120; ++day) {
        for (int i = 0; i < 1440; ++i)
            step(state, params, {});
        REQUIRE(state.slow < last);
        last = state.slow;
    }
    CHECK(readouts(state, params, {}).gain_ratio < 1.01);
}

TEST_CASE("A signal without end reaches the highest volume and no more",
          "[physiology][sensitivity]") {
    const SensitivityParams params = default_sensitivity_params();
    SensitivityState state = initial_sensitivity_state(params);
    for (int i = 0; i < 400 * 1440; ++i) {
        step(state, params, {.signal = 1});
        if (i % 1440 == 0) REQUIRE(readouts(state, params, {}).volume_fraction <= 1 + 1e-9);
    }
    CHECK(std::abs(readouts(state, params, {}).volume_fraction - 1) < 1e-6);
    CHECK(std::abs(felt({.signal = 1, .worry = 1}, state).felt_fraction - 1) < 1e-6);
    CHECK(readouts({}, params, {}).volume_fraction == 0);
}

TEST_CASE("The gain is one at rest and each store adds to it", "[physiology][sensitivity]") {
    CHECK(felt({.signal = 1}).gain_ratio == 1);
    CHECK(felt({.signal = 1}).felt == 1);
    CHECK(std::abs(felt({}, {0, 0.4, 0.2}).gain_ratio - (1 + 1.5 * 0.4 + 1.5 * 0.2)) < 1e-12);
    CHECK(std::abs(felt({.signal = 0.5}, {0, 0.4, 0.2}).felt - 0.5 * 1.9) < 1e-12);
}

TEST_CASE("Worry turns it up; fear, calm and rubbing turn it down", "[physiology][sensitivity]") {
    const double plain = felt({.signal = 1}).felt;
    CHECK(felt({.signal = 1, .worry = 1}).felt > plain);
    CHECK(felt({.signal = 1, .fear = 1}).felt < plain);
    check_value("sensitivity: sign of worry's effect less sign of fear's", 2,
                (felt({.signal = 1, .worry = 1}).felt > plain ? 1 : -1) -
                    (felt({.signal = 1, .fear = 1}).felt > plain ? 1 : -1),
                0, "rhudy-2000");
    CHECK(felt({.signal = 1, .calm = 1}).felt == 0.5 * plain);
    CHECK(felt({.signal = 1, .rubbing = 1}).felt < plain);
    CHECK(felt({.signal = 1, .calm = 1, .rubbing = 1}).felt > 0);
    CHECK(felt({.signal = 0, .worry = 1}).felt == 0);
}

TEST_CASE("Rubbing and calm close the gate, never fully", "[physiology][sensitivity]") {
    const SensitivityParams params = default_sensitivity_params();
    CHECK(gate_open_fraction(params, {}) == 1);
    CHECK(gate_open_fraction(params, {.rubbing = 1}) == 1 - params.rubbing_closes);
    CHECK(gate_open_fraction(params, {.calm = 1}) == 0.5);
    double last = 1.1;
    for (int i = 0; i <= 10; ++i) {
        const double now = gate_open_fraction(params, {.calm = 0.1 * i, .rubbing = 0.1 * i});
        CHECK(now < last);
        CHECK(now > 0);
        last = now;
    }
}

TEST_CASE("Only the signal from the tissue moves the stores", "[physiology][sensitivity]") {
    const SensitivityParams params = default_sensitivity_params();
    SensitivityState plain = initial_sensitivity_state(params);
    SensitivityState worried = plain;
    for (int i = 0; i < 600; ++i) {
        step(plain, params, {.signal = 0.5});
        step(worried, params, {.signal = 0.5, .worry = 1, .fear = 1, .calm = 1, .rubbing = 1});
    }
    CHECK(plain == worried);
    CHECK(plain.quick > 0);
}

TEST_CASE("Half the time step gives the same stores", "[physiology][sensitivity]") {
    const SensitivityParams params = default_sensitivity_params();
    const RepeatedSignal plan{1, 8, 30};
    SensitivityState whole = initial_sensitivity_state(params);
    SensitivityState halves = whole;
    for (int i = 0; i < 40 * 1440; ++i) {
        const SensitivityInputs inputs{.signal = repeated_signal(plan, time_s(whole))};
        step(whole, params, inputs);
        integrate(halves, params, inputs, sensitivity_step_s / 2);
        integrate(halves, params, inputs, sensitivity_step_s / 2);
    }
    CHECK(std::abs(whole.quick - halves.quick) < 1e-7);
    CHECK(std::abs(whole.slow - halves.slow) < 1e-7);
}

TEST_CASE("A repeated signal runs its hours on its days", "[physiology][sensitivity]") {
    const RepeatedSignal plan{0.5, 4, 2};
    CHECK(repeated_signal(plan, 0) == 0.5);
    CHECK(repeated_signal(plan, 4 * 3600 - 60) == 0.5);
    CHECK(repeated_signal(plan, 4 * 3600) == 0);
    CHECK(repeated_signal(plan, 24 * 3600) == 0.5);
    CHECK(repeated_signal(plan, 48 * 3600) == 0);
    CHECK(repeated_signal(plan, -60) == 0);
}

TEST_CASE("Touch speaks least and an ache most", "[physiology][sensitivity]") {
    CHECK(signal_strength(SignalKind::touch) < signal_strength(SignalKind::warmth));
    CHECK(signal_strength(SignalKind::warmth) < signal_strength(SignalKind::ache));
    CHECK(signal_strength(SignalKind::ache) == 1);
    // Everyday touch all day long never fills the slow store.
    const SensitivityState state = at({signal_strength(SignalKind::touch), 24, 30}, 30, 0);
    CHECK(state.slow == 0);
    CHECK(std::is_trivially_copyable_v<SensitivityState>);
}
