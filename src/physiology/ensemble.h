// People differ: many made-up bodies drawn from ranges, and a fan of what they do over eight weeks
// with one person's line on top.
//
//   Fan fan = begin_fan(make_ensemble(seed, 1000), weeks_params(default_body_params()), {});
//   set_plan(fan, plan);                        // a slider moved: start over
//   while (!advance(fan, 250)) {}               // all at once, or a slice each frame
//   FanLines lines = fan_lines(fan, WeeksQuantity::gain);
//
// The ranges are in ensemble.cpp, each with its source or marked [illustrative]; the bodies are
// spread evenly through each range, which real people are not. So a fan shows that people differ
// and roughly how much the models let them; it is no share of any population.
#pragma once

#include "physiology/weeks.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tautline::physiology {

// Body number `index` of the ensemble that `seed` names: the same in every build, and whatever the
// others are.
BodyParams varied_body_params(std::uint64_t seed, std::uint32_t index);

// Every range that bodies are drawn from, for a table (MODEL.md, the specs).
struct ParameterRange {
    const char* name; // with its unit
    double low, high;
    const char* source;         // an id of content/sources.json, or "illustrative"
    double& (*at)(BodyParams&); // where a body has it
};
std::span<const ParameterRange> parameter_ranges();

using Ensemble = std::vector<WeeksParams>;
Ensemble make_ensemble(std::uint64_t seed, std::uint32_t bodies);

inline constexpr std::size_t plan_weeks = 8;
inline constexpr std::size_t plan_days = 7 * plan_weeks;
using WeeksPlan = std::array<DayInputs, plan_weeks>; // each day of a week is alike

// How life was before the plan begins: so many weeks of the same days, after being long used to no
// load.
struct WeeksBefore {
    DayInputs day{};
    int weeks = 0;

    friend bool operator==(const WeeksBefore&, const WeeksBefore&) = default;
};
WeeksState state_after(const WeeksParams& params, const WeeksBefore& before);

// Every noon of the plan.
std::vector<DayValues> run_plan(const WeeksParams& params, WeeksState start, const WeeksPlan& plan);

struct Fan {
    Ensemble bodies;
    WeeksParams person;             // whose line stands on top
    std::vector<WeeksState> starts; // [body]
    WeeksState person_start;
    WeeksPlan plan{};
    std::size_t done = 0;               // bodies computed of this plan
    std::vector<float> values;          // [quantity][day][body]
    std::vector<DayValues> person_line; // [day]
};

// Costs `before.weeks` eighths of a whole fan, once.
Fan begin_fan(Ensemble bodies, const WeeksParams& person, const WeeksBefore& before);
// A new plan: the person's line is there at once, the fan begins anew (unless the plan is equal).
void set_plan(Fan& fan, const WeeksPlan& plan);
// Computes up to so many more bodies; whether all are done. Call it with all of them, or with what
// a frame can bear.
bool advance(Fan& fan, std::size_t bodies);
bool is_done(const Fan& fan);

// Percentiles of the bodies done so far, a value each noon; the person's line beside them. Empty
// percentiles while no body is done.
inline constexpr std::array<double, 5> fan_percentiles{5, 25, 50, 75, 95};
struct FanLines {
    std::array<std::vector<float>, 5> percentiles; // in the order of fan_percentiles
    std::vector<float> person;
};
FanLines fan_lines(const Fan& fan, WeeksQuantity quantity);

} // namespace tautline::physiology
