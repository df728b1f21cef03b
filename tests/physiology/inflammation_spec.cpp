#include "check_value.h"
#include "physiology/alarm.h"
#include "physiology/inflammation.h"

#include <type_traits>

using namespace tautline::physiology;

namespace {

InflammationState run(InflammationState state, const InflammationInputs& inputs, int minutes) {
    for (int i = 0; i < minutes; ++i)
        step(state, default_inflammation_params(), inputs);
    return state;
}

const InflammationState usual = initial_inflammation_state(default_inflammation_params());

} // namespace

TEST_CASE("After a stressor of fifteen minutes inflammation tops one and a half to two hours on",
          "[physiology][inflammation][published]") {
    const AlarmParams params = default_alarm_params();
    AlarmState alarm = initial_alarm_state(params);
    InflammationState state = usual;
    double top = 0;
    int at = 0;
    for (int minute = 1; minute <= 600; ++minute) {
        const double adrenaline = settle(alarm, params, {.signal = minute <= 15 ? 1.0 : 0.0}, 60);
        state = run(state, {.adrenaline = adrenaline}, 1);
        if (state.level > top) {
            top = state.level;
            at = minute;
        }
    }
    check_value("inflammation: top after a 15-min stressor, min (90 to 120)", 105, at, 15,
                "marsland-2017");
    CHECK(top > 1.1);
    CHECK(top < 1.6);
    CHECK(std::abs(state.level - 1) < 0.1); // on its way back within the day
}

TEST_CASE("Weeks of load make cells listen less, and time brings it back",
          "[physiology][inflammation][published]") {
    const InflammationState long_load = run(usual, {.load = 1}, 120 * 1440);
    check_value("receptors: share left after months of full load", 0.6, long_load.receptor, 0.001,
                "cohen-2012 (direction), illustrative");
    CHECK(run(usual, {.load = 1}, 1440).receptor > 0.95); // not in a day
    const InflammationState after = run(long_load, {}, 60 * 1440);
    CHECK(after.receptor > 0.99);
    CHECK(after.level < 1.01);
}

TEST_CASE("Cortisol calms inflammation; cells that listen less let it rise",
          "[physiology][inflammation]") {
    CHECK(run(usual, {.cortisol_ratio = 2}, 1440).level < 0.6);
    InflammationState deaf = usual;
    deaf.receptor = 0.6;
    CHECK(run(deaf, {.load = 1}, 1440).level > 1.5);
    // More cortisol at less listening can end where it began: neither alone says much.
    CHECK(std::abs(run(deaf, {.load = 1, .cortisol_ratio = 1 / 0.6}, 1440).level - 1) < 0.02);
}

TEST_CASE("A body at rest stays as it is", "[physiology][inflammation]") {
    const InflammationState later = run(usual, {}, 1440);
    CHECK(later.receptor == 1);
    CHECK(later.messenger == 0);
    CHECK(later.level == 1);
}

TEST_CASE("Receptors and inflammation stay above nothing", "[physiology][inflammation]") {
    InflammationState state = usual;
    for (int i = 0; i < 30 * 1440; ++i) {
        state = run(state,
                    {.load = i % 2000 < 900 ? 9.0 : -9.0,
                     .adrenaline = i % 70 < 20 ? 5.0 : -5.0,
                     .cortisol_ratio = i % 400 < 100 ? 1000.0 : -1.0},
                    1);
        REQUIRE(state.receptor >= 0.6);
        REQUIRE(state.receptor <= 1);
        REQUIRE(state.messenger >= 0);
        REQUIRE(state.messenger <= 1);
        REQUIRE(state.level > 0);
    }
}

TEST_CASE("Half the time step gives the same inflammation", "[physiology][inflammation]") {
    const InflammationParams params = default_inflammation_params();
    InflammationState whole = usual, halves = usual;
    for (int i = 0; i < 3 * 1440; ++i) {
        const InflammationInputs inputs{
            .load = 0.7, .adrenaline = i % 300 < 15 ? 1.0 : 0.0, .cortisol_ratio = 1.4};
        step(whole, params, inputs);
        integrate(halves, params, inputs, inflammation_step_s / 2);
        integrate(halves, params, inputs, inflammation_step_s / 2);
    }
    CHECK(std::abs(whole.level - halves.level) < 1e-7);
    CHECK(std::abs(whole.receptor - halves.receptor) < 1e-9);
}

TEST_CASE("The settled level is where the running model settles", "[physiology][inflammation]") {
    const InflammationInputs inputs{.load = 0.5, .adrenaline = 0.1, .cortisol_ratio = 1.3};
    const InflammationState state = run(usual, inputs, 20 * 1440);
    const double settled =
        settled_inflammation(default_inflammation_params(), state.receptor, inputs);
    CHECK(std::abs(state.level / settled - 1) < 0.002);
    CHECK(std::is_trivially_copyable_v<InflammationState>);
}
