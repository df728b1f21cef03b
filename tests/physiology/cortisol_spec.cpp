#include "check_value.h"
#include "physiology/cortisol.h"

#include <algorithm>
#include <array>
#include <string>
#include <type_traits>
#include <vector>

using namespace tautline::physiology;

namespace {

// c / k, minute by minute, for one stressor from minute 0.
std::vector<double> pulse(const CortisolParams& params, int stressor_min, int minutes = 600) {
    std::vector<double> values{0};
    CortisolState state = initial_cortisol_state(params);
    for (int i = 0; i < minutes; ++i) {
        step(state, params, {i < stressor_min ? 1.0 : 0.0});
        values.push_back(state.pulse_min);
    }
    return values;
}

struct Row {
    int stressor_min;
    double lag_min, peak_at_min, peak, half_at_min;
};

} // namespace

TEST_CASE("A stressor's pulse of cortisol matches the check values",
          "[physiology][cortisol][published]") {
    constexpr std::array<Row, 4> rows{{
        {10, 10, 31, 7.66, 107},
        {15, 10, 34, 11.42, 110},
        {15, 8, 30, 11.82, 105},
        {15, 20, 48, 9.87, 135},
    }};
    const char* source = "dickerson-2004 (peak at 21-40 min), reproduced";
    for (const Row& row : rows) {
        CortisolParams params = default_cortisol_params();
        // The rows of 10 run on the default itself, so that a wrong default fails here.
        if (row.lag_min != 10) params.lag_min = row.lag_min;
        const std::vector<double> values = pulse(params, row.stressor_min);
        const auto peak = std::max_element(values.begin(), values.end());
        const auto half =
            std::find_if(peak, values.end(), [&](double v) { return v <= *peak / 2; });
        const std::string name = "cortisol: " + std::to_string(row.stressor_min) + " min, lag " +
                                 std::to_string(static_cast<int>(row.lag_min));
        check_value((name + ": peak after, min").c_str(), row.peak_at_min,
                    static_cast<double>(peak - values.begin()), 1, source);
        check_value((name + ": peak of c/k, min").c_str(), row.peak, *peak, row.peak * 0.01,
                    source);
        check_value((name + ": half of the peak at, min").c_str(), row.half_at_min,
                    static_cast<double>(half - values.begin()), 2, source);
        CHECK(std::abs(pulse_peak_min(params, row.stressor_min) - *peak) < 0.005 * row.peak);
        CHECK(std::abs(pulse_peak_at_min(params, row.stressor_min) - row.peak_at_min) < 1);
    }
}

TEST_CASE("The daily tide goes through its anchors", "[physiology][cortisol][published]") {
    const CortisolParams params = default_cortisol_params();
    check_value("cortisol: lowest, at 00:18, ug/dL", 2.0, tide_ug_per_dl(params, 18), 1e-9,
                "debono-2009");
    check_value("cortisol: highest, at 08:32, ug/dL", 15.5, tide_ug_per_dl(params, 512), 1e-9,
                "debono-2009");
    check_value("cortisol: highest, nmol/L", 428, nmol_per_l(tide_ug_per_dl(params, 512)), 0.5,
                "debono-2009");
    check_value("cortisol: lowest, nmol/L", 55, nmol_per_l(tide_ug_per_dl(params, 18)), 0.5,
                "debono-2009");
    for (int minute = 0; minute < 1440; ++minute) {
        const double now = tide_ug_per_dl(params, minute);
        const double next = tide_ug_per_dl(params, minute + 1);
        REQUIRE(now >= 2.0);
        REQUIRE(now <= 15.5);
        // Up from 00:18 to 08:32, down for the rest of the day, and no jumps.
        if (minute >= 18 && minute < 512) {
            REQUIRE(next > now);
        } else {
            REQUIRE(next < now + 1e-9);
        }
        REQUIRE(std::abs(next - now) < 0.05);
    }
    CHECK(tide_ug_per_dl(params, 100) == tide_ug_per_dl(params, 100 + 1440));
    CHECK(tide_ug_per_dl(params, -60) == tide_ug_per_dl(params, 1380));
}

TEST_CASE("One stressor lifts the middle of the tide by the fold that is asked for",
          "[physiology][cortisol][published]") {
    CortisolParams params = default_cortisol_params();
    params.pulse_fold = 2.5; // in saliva
    const double highest = pulse_gain_ug_per_dl_per_min(params) * pulse_peak_min(params, 15);
    check_value("cortisol: peak of one stressor over the tide's middle, fold", 2.5,
                (8.75 + highest) / 8.75, 0.01, "kirschbaum-1993 (2-4 fold)");
    check_value("cortisol: k per C_base, 1/min", 0.131, pulse_gain_ug_per_dl_per_min(params) / 8.75,
                0.001, "kirschbaum-1993, reproduced");
}

TEST_CASE("One stressor in the afternoon stays below the morning's peak",
          "[physiology][cortisol]") {
    const CortisolParams params = default_cortisol_params();
    const std::array<double, 1> hours{14};
    double top = 0;
    CortisolState state = initial_cortisol_state(params);
    while (minutes(state) < minutes_per_day) {
        const double stress = stress_at(params, hours, minutes(state));
        if (minutes(state) > 12 * 60)
            top = std::max(top, readouts(state, params, stress).level_ug_per_dl);
        step(state, params, {stress});
    }
    CHECK(std::abs(100 * top / params.high_ug_per_dl - 95) < 0.5);
}

TEST_CASE("Cortisol without production halves in 66 minutes", "[physiology][cortisol][published]") {
    const CortisolParams params = default_cortisol_params();
    CortisolState state = initial_cortisol_state(params);
    state.pulse_min = 10;
    for (int i = 0; i < 66; ++i)
        step(state, params, {});
    CHECK(std::abs(state.pulse_min - 5) < 1e-9);
    check_value("cortisol: half-life in blood, min (60 to 70)", 65, params.half_life_min, 5,
                "cortisol-textbook");
}

TEST_CASE("Two stressors add up", "[physiology][cortisol]") {
    const CortisolParams params = default_cortisol_params();
    const auto level_at = [&](std::vector<double> hours) {
        return day_levels_ug_per_dl(params, hours, 1441)[9 * 60 + 40];
    };
    const double tide = level_at({});
    const double both = level_at({8, 9});
    CHECK(std::abs(both - tide - (level_at({8}) - tide) - (level_at({9}) - tide)) < 1e-9);
    CHECK(both > level_at({9}));
}

TEST_CASE("The day's curve begins at midnight with no pulse and follows its stressors",
          "[physiology][cortisol]") {
    const CortisolParams params = default_cortisol_params();
    const std::array<double, 1> at_two{14};
    const std::vector<double> usual = day_levels_ug_per_dl(params, {}, 145);
    const std::vector<double> stressed = day_levels_ug_per_dl(params, at_two, 145);
    REQUIRE(usual.size() == 145);
    for (std::size_t i = 0; i < usual.size(); ++i) {
        CHECK(std::abs(usual[i] - tide_ug_per_dl(params, 10 * static_cast<double>(i))) < 1e-12);
        if (i <= 84) CHECK(stressed[i] == usual[i]);
        if (i > 84) CHECK(stressed[i] > usual[i]);
    }
    CHECK(stressed[84 + 3] - usual[84 + 3] > 3); // half an hour on: near its peak
    CHECK(stressed[144] - usual[144] < 0.1);     // gone by midnight
}

TEST_CASE("A stressor lasts fifteen minutes, also past midnight", "[physiology][cortisol]") {
    const CortisolParams params = default_cortisol_params();
    const std::array<double, 2> hours{13.1, 23.9};
    CHECK(stress_at(params, hours, 785) == 0);
    CHECK(stress_at(params, hours, 786) == 1);
    CHECK(stress_at(params, hours, 800) == 1);
    CHECK(stress_at(params, hours, 801) == 0);
    CHECK(stress_at(params, hours, 1445) == 1);
    CHECK(stress_at(params, hours, 1449) == 0);
    CHECK(stress_at(params, {}, 786) == 0);
}

TEST_CASE("The awakening response adds half as much again 35 minutes after waking",
          "[physiology][cortisol]") {
    const CortisolParams tide = default_cortisol_params();
    CortisolParams params = tide;
    CHECK(params.awakening_ratio == 0);
    params.awakening_ratio = 0.5;
    const auto bump = [&](double minute) {
        return tide_ug_per_dl(params, minute) - tide_ug_per_dl(tide, minute);
    };
    const double waking = tide_ug_per_dl(tide, 420);
    CHECK(bump(420) == 0);
    check_value("cortisol: awakening response's top after waking, min (30 to 45)", 37.5,
                params.awakening_peak_min, 7.5, "stalder-2016");
    check_value("cortisol: awakening response at its top, of the level at waking", 0.5,
                bump(455) / waking, 1e-9, "wust-2000");
    CHECK(bump(454) < bump(455));
    CHECK(bump(456) < bump(455));
    CHECK(bump(419) < 1e-9);
}

TEST_CASE("The loop's activity follows the stressor from brain to gland",
          "[physiology][cortisol]") {
    const CortisolParams params = default_cortisol_params();
    CortisolState state = initial_cortisol_state(params);
    for (int i = 0; i < 1440; ++i) {
        const double stress = i >= 840 && i < 855 ? 1 : 0;
        const LoopActivity loop = readouts(state, params, stress).loop;
        for (double activity : {loop.brain, loop.pituitary, loop.adrenal}) {
            REQUIRE(activity >= 0);
            REQUIRE(activity <= 1);
        }
        if (i == 841) {
            CHECK(loop.brain > loop.pituitary);
            CHECK(loop.pituitary > loop.adrenal);
        }
        if (i == 860) {
            CHECK(loop.brain < loop.pituitary);
            CHECK(loop.pituitary < loop.adrenal);
        }
        if (i < 840) CHECK(loop.brain == loop.adrenal);
        step(state, params, {stress});
    }
    CHECK(minute_of_day(state) == 0);
    CHECK(minutes(state) == 1440);
}

TEST_CASE("The level is the tide and the pulse together, in both units", "[physiology][cortisol]") {
    const CortisolParams params = default_cortisol_params();
    CortisolState state = initial_cortisol_state(params);
    for (int i = 0; i < 30; ++i)
        step(state, params, {1.0});
    const CortisolReadouts now = readouts(state, params);
    CHECK(now.pulse_ug_per_dl > 1);
    CHECK(now.level_ug_per_dl == now.tide_ug_per_dl + now.pulse_ug_per_dl);
    CHECK(std::abs(now.level_nmol_per_l / now.level_ug_per_dl - 27.6) < 1e-9);
    CHECK(std::is_trivially_copyable_v<CortisolState>);
}
