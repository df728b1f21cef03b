#include "check_value.h"
#include "physiology/ensemble.h"

#include <array>
#include <string>
#include <type_traits>

using namespace tautline::physiology;

namespace {

// Weeks that go up and down in everything, so that every body meets every kind of change.
WeeksPlan stormy_plan() {
    WeeksPlan plan;
    constexpr std::array<double, plan_weeks> stress{0.2, 1, 1, 0.5, 0, 0.8, 0.1, 0};
    constexpr std::array<double, plan_weeks> sleep{7.5, 5, 6, 8, 4, 7, 9, 8};
    constexpr std::array<double, plan_weeks> hours{2, 8, 14, 10, 0, 6, 24, 1};
    for (std::size_t week = 0; week < plan_weeks; ++week) {
        plan[week] = {.load = {.stress = stress[week],
                               .sleep_h = sleep[week],
                               .rest = week % 3 == 1 ? 0.7 : 0.1},
                      .signal = week % 2 == 0 ? 1 : 0.8,
                      .signal_h_per_day = hours[week]};
    }
    return plan;
}

// The full models of the same body at each noon. Steps of four minutes: these equations gain
// nothing from shorter ones ("Half the time step gives the same ...").
std::vector<DayValues> full_line(const WeeksParams& params, const WeeksPlan& plan) {
    constexpr int step_min = 4;
    std::vector<DayValues> line;
    GlandsState glands = initial_glands_state(params.glands);
    InflammationState inflammation = initial_inflammation_state(params.inflammation);
    SensitivityState stores = initial_sensitivity_state(params.sensitivity);
    const double usual = glands.cortisol;
    double habit = 0;
    for (std::size_t day = 0; day < plan_days; ++day) {
        const DayInputs& inputs = plan[day / 7];
        const double load = load_fraction(params.load, inputs.load);
        const SensitivityParams slept =
            with_sleep(params.sensitivity, params.load, inputs.load.sleep_h);
        for (int minute = 0; minute < 1440; minute += step_min) {
            if (minute == 720) {
                const GlandsReadouts now = readouts(glands, params.glands);
                line.push_back({now.cortisol_ratio, now.acth_ratio, now.adrenal_ratio,
                                inflammation.receptor, inflammation.level,
                                readouts(stores, slept, {}).gain_ratio});
            }
            const double cortisol_ratio = glands.cortisol / usual;
            integrate(glands, params.glands, {.demand = demand(params.load, load, habit)},
                      60 * step_min);
            integrate(inflammation, params.inflammation,
                      {.load = load,
                       .adrenaline = load * params.load.adrenaline_mean,
                       .cortisol_ratio = cortisol_ratio},
                      60 * step_min);
            integrate(stores, slept,
                      {.signal = minute < inputs.signal_h_per_day * 60 ? inputs.signal : 0},
                      60 * step_min);
            habit = habit_after(params.load, habit, load, step_min / 1440.0);
        }
    }
    return line;
}

// The worst relative error of the reduced weeks over every `every`-th body of the ensemble.
std::array<double, weeks_quantities> worst_errors(std::uint32_t every) {
    std::array<double, weeks_quantities> worst{};
    const WeeksPlan plan = stormy_plan();
    for (std::uint32_t body = 0; body < 1000; body += every) {
        const WeeksParams params = weeks_params(varied_body_params(1, body));
        const std::vector<DayValues> full = full_line(params, plan);
        const std::vector<DayValues> reduced = run_plan(params, initial_weeks_state(params), plan);
        REQUIRE(full.size() == reduced.size());
        for (std::size_t day = 0; day < full.size(); ++day)
            for (std::size_t q = 0; q < weeks_quantities; ++q)
                worst[q] = std::max(worst[q], std::abs(reduced[day][q] / full[day][q] - 1));
    }
    return worst;
}

constexpr std::array<const char*, weeks_quantities> quantity_names{
    "cortisol", "ACTH", "adrenal mass", "receptors", "inflammation", "gain"};

void check_worst(const std::array<double, weeks_quantities>& worst) {
    for (std::size_t q = 0; q < weeks_quantities; ++q) {
        const std::string what = std::string{"weeks: worst error of reduced "} + quantity_names[q];
        check_value(what.c_str(), 0, worst[q], 0.01, "the full models");
    }
}

} // namespace

TEST_CASE("The reduced weeks stay within one percent of the full models", "[physiology][weeks]") {
    check_worst(worst_errors(25));
}

// Half a minute; run it by its tag after a change of the reduction or of a range.
TEST_CASE("The reduced weeks stay within one percent for each of the thousand bodies",
          "[.][physiology][weeks][every-body]") {
    check_worst(worst_errors(1));
}

TEST_CASE("The reduced weeks reach the sensitivity stores' check values",
          "[physiology][weeks][published]") {
    WeeksParams params = weeks_params(default_body_params());
    const char* source = "klein-2006 + pfau-2011, illustrative, reproduced";
    WeeksState state = initial_weeks_state(params);
    std::vector<double> slow;
    for (int day = 0; day <= 60; ++day) {
        const double gain = step_day(state, params, {.signal_h_per_day = day < 30 ? 8.0 : 0.0})[5];
        // At noon of a day without signal the quick store is all but empty.
        slow.push_back((gain - 1) / 1.5);
    }
    check_value("weeks: 30 days x 8 h, both stores on day 29", 0.36 + 0.62, slow[29], 0.02, source);
    check_value("weeks: slow store, day 36", 0.38, slow[36], 0.02, source);
    check_value("weeks: slow store, day 43", 0.24, slow[43], 0.02, source);
    check_value("weeks: slow store, day 60", 0.07, slow[60], 0.02, source);
}

TEST_CASE("The reduced weeks reach the gland model's check values",
          "[physiology][weeks][published]") {
    WeeksParams params = weeks_params(default_body_params());
    params.load.habituation_share = 0; // demand 2 without getting used to it
    const char* source = "karin-2020 + milo-2025, reproduced";
    WeeksState state = initial_weeks_state(params);
    std::vector<DayValues> noons;
    for (int day = 0; day <= 200; ++day)
        noons.push_back(step_day(state, params, {.load = {.stress = day < 60 ? 1.0 : 0.0}}));
    struct Row {
        std::size_t day;
        double cortisol, acth, adrenal;
    };
    // Read at noon, half a day after the table's midnights.
    for (const Row& row :
         {Row{7, 1.48, 1.39, 1.06}, Row{30, 1.71, 1.33, 1.29}, Row{59, 1.87, 1.21, 1.55},
          Row{74, 1.29, 0.87, 1.49}, Row{120, 1.07, 0.85, 1.27}, Row{200, 0.97, 0.94, 1.03}}) {
        const std::string at = " on day " + std::to_string(row.day) + ", fold";
        check_value(("weeks: cortisol" + at).c_str(), row.cortisol, noons[row.day][0], 0.012,
                    source);
        check_value(("weeks: ACTH" + at).c_str(), row.acth, noons[row.day][1], 0.012, source);
        check_value(("weeks: adrenal mass" + at).c_str(), row.adrenal, noons[row.day][2], 0.012,
                    source);
    }
}

TEST_CASE("A stretch of days does not depend on how the hours are cut", "[physiology][weeks]") {
    // Signal hours on either side of noon, and none, and all day.
    const WeeksParams params = weeks_params(default_body_params());
    double last = 0.99;
    for (double hours : {0.0, 1.0, 6.0, 11.999, 12.001, 18.0, 24.0}) {
        WeeksState state = initial_weeks_state(params);
        double gain = 0;
        for (int day = 0; day < 28; ++day)
            gain = step_day(state, params, {.signal_h_per_day = hours})[5];
        CHECK(gain > last);
        CHECK(state.quick >= 0);
        CHECK(state.quick <= 1);
        CHECK(state.slow >= 0);
        CHECK(state.slow <= 1);
        last = gain;
    }
    WeeksState low = initial_weeks_state(params), high = low;
    step_day(low, params, {.signal_h_per_day = 11.9999});
    step_day(high, params, {.signal_h_per_day = 12.0001});
    CHECK(std::abs(low.slow - high.slow) < 1e-5);
}

TEST_CASE("A week without load or signal changes nothing", "[physiology][weeks]") {
    const WeeksParams params = weeks_params(default_body_params());
    WeeksState state = initial_weeks_state(params);
    for (int day = 0; day < 56; ++day) {
        for (double value : step_day(state, params, {}))
            REQUIRE(std::abs(value - 1) < 1e-9);
    }
    CHECK(state.days == 56);
    CHECK(std::is_trivially_copyable_v<WeeksState>);
}
