#include "check_value.h"
#include "physiology/ensemble.h"

#include <algorithm>
#include <set>
#include <string_view>

using namespace tautline::physiology;

namespace {

WeeksPlan hard_then_easy() {
    WeeksPlan plan;
    for (std::size_t week = 0; week < plan_weeks; ++week) {
        const bool hard = week < 4;
        plan[week] = {.load = {.stress = hard ? 0.9 : 0.1, .sleep_h = hard ? 6.0 : 8.0},
                      .signal_h_per_day = hard ? 8.0 : 1.0};
    }
    return plan;
}

} // namespace

TEST_CASE("Every range holds the usual body, has a source or says that it is illustrative",
          "[physiology][ensemble]") {
    BodyParams usual = default_body_params();
    std::set<std::string_view> names;
    for (const ParameterRange& range : parameter_ranges()) {
        INFO(range.name);
        std::printf("%-44s %8.4g to %-8.4g usual %8.4g  %s\n", range.name, range.low, range.high,
                    range.at(usual), range.source);
        CHECK(range.low < range.high);
        CHECK(range.at(usual) >= range.low);
        CHECK(range.at(usual) <= range.high);
        CHECK_FALSE(std::string_view{range.source}.empty());
        CHECK(names.insert(range.name).second);
    }
    CHECK(names.size() > 30);
}

TEST_CASE("Bodies differ, stay within their ranges and are the same in every run",
          "[physiology][ensemble]") {
    for (const ParameterRange& range : parameter_ranges()) {
        INFO(range.name);
        double low = 1e300, high = -1e300, sum = 0;
        constexpr std::uint32_t bodies = 400;
        for (std::uint32_t i = 0; i < bodies; ++i) {
            BodyParams body = varied_body_params(1, i);
            const double value = range.at(body);
            low = std::min(low, value);
            high = std::max(high, value);
            sum += value;
        }
        const double width = range.high - range.low;
        CHECK(low >= range.low);
        CHECK(high <= range.high);
        // Spread over the whole range, around its middle.
        CHECK(low < range.low + 0.05 * width);
        CHECK(high > range.high - 0.05 * width);
        CHECK(std::abs(sum / bodies - (range.low + range.high) / 2) < 0.06 * width);
    }
    CHECK(varied_body_params(1, 5) == varied_body_params(1, 5));
    CHECK_FALSE(varied_body_params(1, 5) == varied_body_params(1, 6));
    CHECK_FALSE(varied_body_params(1, 5) == varied_body_params(2, 5));
    CHECK(make_ensemble(1, 10)[7] == weeks_params(varied_body_params(1, 7)));
}

TEST_CASE("A fan made in slices is the fan made at once", "[physiology][ensemble]") {
    const WeeksParams person = weeks_params(default_body_params());
    Fan whole = begin_fan(make_ensemble(1, 100), person, {});
    Fan sliced = whole;
    set_plan(whole, hard_then_easy());
    set_plan(sliced, hard_then_easy());
    CHECK_FALSE(is_done(whole));
    CHECK(advance(whole, 100));
    CHECK_FALSE(advance(sliced, 30));
    CHECK(fan_lines(sliced, WeeksQuantity::gain).percentiles[2].size() == plan_days);
    CHECK_FALSE(advance(sliced, 30));
    CHECK(advance(sliced, 1000));
    CHECK(whole.values == sliced.values);
    // The same plan again is no new work; another plan is.
    set_plan(whole, hard_then_easy());
    CHECK(is_done(whole));
    set_plan(whole, {});
    CHECK(whole.done == 0);
    CHECK(fan_lines(whole, WeeksQuantity::gain).percentiles[2].empty());
    CHECK(fan_lines(whole, WeeksQuantity::gain).person.size() == plan_days);
}

TEST_CASE("A fan's percentiles are in order, and are what sorting gives",
          "[physiology][ensemble]") {
    Fan fan = begin_fan(make_ensemble(3, 201), weeks_params(default_body_params()), {});
    set_plan(fan, hard_then_easy());
    advance(fan, 201);
    for (std::size_t q = 0; q < weeks_quantities; ++q) {
        const FanLines lines = fan_lines(fan, static_cast<WeeksQuantity>(q));
        for (std::size_t day = 0; day < plan_days; ++day) {
            std::vector<float> all;
            for (const WeeksParams& body : fan.bodies) {
                if (day == 20 || day == 55) {
                    all.push_back(static_cast<float>(
                        run_plan(body, initial_weeks_state(body), fan.plan)[day][q]));
                }
            }
            std::sort(all.begin(), all.end());
            for (std::size_t p = 0; p < fan_percentiles.size(); ++p) {
                if (p > 0) {
                    REQUIRE(lines.percentiles[p][day] >= lines.percentiles[p - 1][day]);
                }
                // 5, 25, 50, 75, 95 % of 201 sorted bodies.
                constexpr std::array<std::size_t, 5> rank{10, 50, 100, 150, 190};
                if (!all.empty()) CHECK(lines.percentiles[p][day] == all[rank[p]]);
            }
        }
    }
}

TEST_CASE("Hard weeks spread the bodies; easy weeks bring all of them down again",
          "[physiology][ensemble]") {
    Fan fan = begin_fan(make_ensemble(1, 300), weeks_params(default_body_params()), {});
    set_plan(fan, hard_then_easy());
    advance(fan, 300);
    const FanLines gain = fan_lines(fan, WeeksQuantity::gain);
    CHECK(gain.percentiles[4][27] - gain.percentiles[0][27] > 0.5f);
    for (const std::vector<float>& line : gain.percentiles) {
        CHECK(line[27] > 1.3f);
        CHECK(line[55] < 1 + 0.7f * (line[27] - 1));
    }
    CHECK(gain.person[27] > gain.percentiles[0][27]);
    CHECK(gain.person[27] < gain.percentiles[4][27]);
    // Some bodies get used to the load and some do not.
    const FanLines cortisol = fan_lines(fan, WeeksQuantity::cortisol);
    CHECK(cortisol.percentiles[4][27] - cortisol.percentiles[0][27] > 0.5f);
    const FanLines receptor = fan_lines(fan, WeeksQuantity::receptor);
    CHECK(receptor.percentiles[2][27] < 0.85f);
    CHECK(receptor.percentiles[2][55] > receptor.percentiles[2][27]);
}

TEST_CASE("Weeks before the plan are where the plan begins", "[physiology][ensemble]") {
    const WeeksParams person = weeks_params(default_body_params());
    const DayInputs day{.load = {.stress = 0.8}, .signal_h_per_day = 8};
    Fan fan = begin_fan(make_ensemble(1, 20), person, {day, 9});
    WeeksPlan same;
    same.fill(day);
    set_plan(fan, same);
    advance(fan, 20);
    WeeksState state = initial_weeks_state(person);
    for (int i = 0; i < 63; ++i)
        step_day(state, person, day);
    CHECK(fan.person_start == state);
    CHECK(fan_lines(fan, WeeksQuantity::gain).person[0] ==
          static_cast<float>(step_day(state, person, day)[5]));
    CHECK(fan_lines(fan, WeeksQuantity::gain).percentiles[2][0] > 1.5f);
}
