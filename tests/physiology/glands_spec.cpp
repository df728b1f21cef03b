#include "check_value.h"
#include "physiology/glands.h"

#include <array>
#include <string>
#include <type_traits>

using namespace tautline::physiology;

namespace {

constexpr const char* reproduced = "karin-2020 + milo-2025, reproduced";

GlandsState run(GlandsState state, double demand, int minutes) {
    for (int i = 0; i < minutes; ++i)
        step(state, default_glands_params(), {.demand = demand});
    return state;
}

struct Row {
    int day;
    double cortisol, acth, adrenal;
};

} // namespace

TEST_CASE("The glands' resting point moves less than the demand",
          "[physiology][glands][published]") {
    const GlandsParams params = default_glands_params();
    for (const auto& [demand, level] : {std::array{1.0, 0.985}, std::array{1.5, 1.434},
                                        std::array{2.0, 1.826}, std::array{3.0, 2.443}}) {
        const GlandsState steady = steady_glands(params, demand);
        const std::string what = "glands: cortisol at rest, demand " + std::to_string(demand);
        check_value(what.substr(0, what.size() - 5).c_str(), level, steady.cortisol, 0.0006,
                    reproduced);
        CHECK(steady.crh == 1);
        CHECK(steady.acth == 1);
        CHECK(steady.adrenal == steady.cortisol);
        // It is a resting point: a day later nothing has moved.
        const GlandsState later = run(steady, demand, 1440);
        CHECK(std::abs(later.cortisol - steady.cortisol) < 1e-9);
        CHECK(std::abs(later.pituitary - steady.pituitary) < 1e-9);
    }
}

TEST_CASE("Sixty days of twice the demand, and the way back, match the check values",
          "[physiology][glands][published]") {
    constexpr std::array<Row, 10> rows{{
        {1, 1.40, 1.38, 1.01},
        {7, 1.48, 1.39, 1.06},
        {30, 1.71, 1.33, 1.29},
        {59, 1.87, 1.21, 1.55},
        {61, 1.39, 0.90, 1.55},
        {74, 1.29, 0.87, 1.49},
        {90, 1.20, 0.85, 1.42},
        {120, 1.07, 0.85, 1.27},
        {150, 1.01, 0.87, 1.15},
        {200, 0.97, 0.94, 1.03},
    }};
    const GlandsParams params = default_glands_params();
    GlandsState state = initial_glands_state(params);
    int day = 0;
    for (const Row& row : rows) {
        for (; day < row.day; ++day)
            state = run(state, day < 60 ? 2 : 1, 1440);
        const GlandsReadouts now = readouts(state, params);
        const std::string at = " on day " + std::to_string(row.day) + ", fold";
        check_value(("glands: cortisol" + at).c_str(), row.cortisol, now.cortisol_ratio, 0.01,
                    reproduced);
        check_value(("glands: ACTH" + at).c_str(), row.acth, now.acth_ratio, 0.01, reproduced);
        check_value(("glands: adrenal mass" + at).c_str(), row.adrenal, now.adrenal_ratio, 0.01,
                    reproduced);
    }
}

TEST_CASE("A quarter of an hour is too short for this model: its top comes after an hour",
          "[physiology][glands][published]") {
    const GlandsParams params = default_glands_params();
    GlandsState state = initial_glands_state(params);
    double top = 0;
    int at = 0;
    for (int minute = 1; minute <= 600; ++minute) {
        state = run(state, minute <= 15 ? 12 : 1, 1);
        const double now = readouts(state, params).cortisol_ratio;
        if (now > top) {
            top = now;
            at = minute;
        }
    }
    check_value("glands: top after 15 min of demand 12, fold", 1.79, top, 0.01, reproduced);
    check_value("glands: that top comes after, min", 60, at, 1, reproduced);
}

TEST_CASE("Hormones and masses stay above nothing, whatever the demand", "[physiology][glands]") {
    const GlandsParams params = default_glands_params();
    GlandsState state = initial_glands_state(params);
    for (int i = 0; i < 60 * 1440; ++i) {
        const double demand = i % 2000 < 700 ? -5 : i % 3000 < 1500 ? 100 : 1;
        step(state, params, {.demand = demand});
        REQUIRE(state.crh > 0);
        REQUIRE(state.acth > 0);
        REQUIRE(state.cortisol > 0);
        REQUIRE(state.pituitary > 0);
        REQUIRE(state.adrenal > 0);
    }
}

TEST_CASE("Half the time step gives the same glands", "[physiology][glands]") {
    const GlandsParams params = default_glands_params();
    GlandsState whole = initial_glands_state(params);
    GlandsState halves = whole;
    for (int i = 0; i < 10 * 1440; ++i) {
        const GlandsInputs inputs{.demand = i % 1440 < 300 ? 3.0 : 1.0};
        step(whole, params, inputs);
        integrate(halves, params, inputs, glands_step_s / 2);
        integrate(halves, params, inputs, glands_step_s / 2);
    }
    CHECK(std::abs(whole.cortisol - halves.cortisol) < 1e-6);
    CHECK(std::abs(whole.pituitary - halves.pituitary) < 1e-6);
    CHECK(std::abs(whole.adrenal - halves.adrenal) < 1e-6);
}

TEST_CASE("Settled hormones are where the running model settles", "[physiology][glands]") {
    const GlandsParams params = default_glands_params();
    GlandsState state = initial_glands_state(params);
    // A day is long for the hormones and short for the masses.
    state = run(state, 2.5, 1440);
    for (double guess : {0.01, 1.0, 50.0}) {
        const SettledHormones settled =
            settled_hormones(params, 2.5, state.pituitary, state.adrenal, guess);
        CHECK(std::abs(settled.crh / state.crh - 1) < 0.002);
        CHECK(std::abs(settled.acth / state.acth - 1) < 0.002);
        CHECK(std::abs(settled.cortisol / state.cortisol - 1) < 0.002);
    }
    CHECK(std::is_trivially_copyable_v<GlandsState>);
}

TEST_CASE("The demand is kept within what the model can take", "[physiology][glands]") {
    const GlandsState rest = initial_glands_state(default_glands_params());
    CHECK(run(rest, 1000, 10) == run(rest, most_demand, 10));
    CHECK(run(rest, -1, 10) == run(rest, least_demand, 10));
}
