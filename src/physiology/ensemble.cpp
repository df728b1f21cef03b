#include "physiology/ensemble.h"

#include "physiology/require.h"

#include <algorithm>
#include <cmath>

namespace tautline::physiology {

namespace {

#define AT(member) [](BodyParams& body) -> double& { return body.member; }
constexpr const char* free_choice = "illustrative";

// Measured ranges where there are any; most others are a seventh to a half either way of the usual.
// MODEL.md, section 10, names those that are wider.
constexpr ParameterRange table[] = {
    {"resting heart rate, bpm", 55, 80, free_choice, AT(alarm.resting_heart_rate_bpm)},
    {"heart rate rise, bpm", 15, 25, "kirschbaum-1993", AT(alarm.heart_rate_rise_bpm)},
    {"vagal time constant on, s", 2, 5, "autonomic-textbook", AT(alarm.vagal_on_s)},
    {"vagal time constant off, s", 20, 40, free_choice, AT(alarm.vagal_off_s)},
    {"sympathetic time constant on, s", 10, 20, "autonomic-textbook", AT(alarm.sympathetic_on_s)},
    {"sympathetic time constant off, s", 60, 120, free_choice, AT(alarm.sympathetic_off_s)},
    {"adrenaline half-life, s", 120, 180, "autonomic-textbook", AT(alarm.adrenaline_half_life_s)},
    {"heart's swing at its resonance, bpm", 2.5, 7.5, free_choice, AT(alarm.resonance_swing_bpm)},
    {"muscle rise in an alarm, % of MVC", 1, 4.5, "waersted-1996",
     AT(alarm.muscle_rise_percent_mvc)},
    {"neck and shoulders: fatigue, 1/s", 0.0137, 0.0228, free_choice, AT(muscles[0].fatigue_per_s)},
    {"neck and shoulders: rest multiplier", 15, 30, "looft-2020", AT(muscles[0].rest_multiplier)},
    {"upper back: fatigue, 1/s", 0.0057, 0.0094, free_choice, AT(muscles[1].fatigue_per_s)},
    {"upper back: rest multiplier", 15, 30, free_choice, AT(muscles[1].rest_multiplier)},
    {"lower back: fatigue, 1/s", 0.0057, 0.0094, free_choice, AT(muscles[2].fatigue_per_s)},
    {"lower back: rest multiplier", 15, 30, free_choice, AT(muscles[2].rest_multiplier)},
    {"cortisol's lowest, ug/dL", 1.5, 2.5, "debono-2009", AT(cortisol.low_ug_per_dl)},
    {"cortisol's highest, ug/dL", 11.7, 20.6, "debono-2009", AT(cortisol.high_ug_per_dl)},
    {"cortisol's half-life, min", 60, 93, "cortisol-textbook, de-lacerda-1973",
     AT(cortisol.half_life_min)},
    {"cortisol's pulse, fold", 1.2, 2, free_choice, AT(cortisol.pulse_fold)},
    {"ACTH's half-life, min", 10, 20, "milo-2025", AT(glands.acth_half_life_min)},
    {"half level of the GR receptor", 4, 5, "milo-2025", AT(glands.gr_half_level)},
    {"pituitary's half-life, d", 15, 25, free_choice, AT(glands.pituitary_half_life_d)},
    {"adrenal's half-life, d", 22, 38, free_choice, AT(glands.adrenal_half_life_d)},
    {"receptors' floor", 0.5, 0.8, free_choice, AT(inflammation.receptor_floor)},
    {"receptors' time constant, d", 10, 20, free_choice, AT(inflammation.receptor_time_constant_d)},
    {"adrenaline's weight in inflammation", 3, 9, free_choice, AT(inflammation.adrenaline_weight)},
    {"quick store's half-life, h", 3.3, 6.9, "klein-2006, pfau-2011",
     AT(sensitivity.quick_half_life_h)},
    {"slow store's half-life, d", 7, 20, free_choice, AT(sensitivity.slow_half_life_d)},
    {"quick store's filling, 1/h", 0.18, 0.32, free_choice, AT(sensitivity.quick_gain_per_h)},
    {"slow store's filling, 1/h", 0.03, 0.07, free_choice, AT(sensitivity.slow_gain_per_h)},
    {"slow store's threshold", 0.25, 0.35, free_choice, AT(sensitivity.slow_threshold)},
    {"quick store's weight", 1, 2, free_choice, AT(sensitivity.quick_weight)},
    {"slow store's weight", 1, 2, free_choice, AT(sensitivity.slow_weight)},
    {"worry's weight", 0.15, 0.45, free_choice, AT(sensitivity.worry_weight)},
    {"demand of a full load, over 1", 0.5, 1.5, free_choice, AT(load.demand_reach)},
    {"share that habituates", 0, 1, free_choice, AT(load.habituation_share)},
    {"habituation's time constant, d", 10, 35, free_choice, AT(load.habituation_time_constant_d)},
    {"adrenaline's mean under a full load", 0.02, 0.08, free_choice, AT(load.adrenaline_mean)},
    {"what rest takes off", 0.2, 0.6, free_choice, AT(load.rest_takes_off)},
    {"enough sleep, h", 6, 8, free_choice, AT(load.enough_sleep_h)},
    {"load of short sleep", 0.1, 0.3, free_choice, AT(load.short_sleep_load)},
    {"short sleep slows fading by", 0.25, 0.75, free_choice, AT(load.short_sleep_slows_fading)},
};
#undef AT

// The same without the words, so that a page that never shows them does not carry them.
struct Draw {
    double low, high;
    double& (*at)(BodyParams&);
};
constexpr auto draws = [] {
    std::array<Draw, std::size(table)> all{};
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = {table[i].low, table[i].high, table[i].at};
    return all;
}();

// splitmix64: every number depends on its place alone, not on what was drawn before.
std::uint64_t scrambled(std::uint64_t value) {
    value += 0x9e3779b97f4a7c15u;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9u;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebu;
    return value ^ (value >> 31);
}

double unit(std::uint64_t bits) {
    return static_cast<double>(bits >> 11) * 0x1p-53;
}

std::size_t place(const Fan& fan, std::size_t quantity, std::size_t day) {
    return (quantity * plan_days + day) * fan.bodies.size();
}

} // namespace

std::span<const ParameterRange> parameter_ranges() {
    return table;
}

BodyParams varied_body_params(std::uint64_t seed, std::uint32_t index) {
    BodyParams body = default_body_params();
    const std::uint64_t own = scrambled(scrambled(seed) + index);
    for (std::size_t i = 0; i < draws.size(); ++i) {
        const double part = unit(scrambled(own + i));
        draws[i].at(body) = draws[i].low + (draws[i].high - draws[i].low) * part;
    }
    return body;
}

Ensemble make_ensemble(std::uint64_t seed, std::uint32_t bodies) {
    Ensemble all;
    all.reserve(bodies);
    for (std::uint32_t i = 0; i < bodies; ++i)
        all.push_back(weeks_params(varied_body_params(seed, i)));
    return all;
}

WeeksState state_after(const WeeksParams& params, const WeeksBefore& before) {
    WeeksState state = initial_weeks_state(params);
    std::array<DayValues, 7> week{};
    for (int i = 0; i < before.weeks; ++i)
        run_days(state, params, before.day, week);
    return state;
}

std::vector<DayValues> run_plan(const WeeksParams& params, WeeksState state,
                                const WeeksPlan& plan) {
    std::vector<DayValues> line(plan_days);
    for (std::size_t week = 0; week < plan_weeks; ++week)
        run_days(state, params, plan[week], std::span{line}.subspan(7 * week, 7));
    return line;
}

Fan begin_fan(Ensemble bodies, const WeeksParams& person, const WeeksBefore& before) {
    Fan fan;
    fan.starts.reserve(bodies.size());
    for (const WeeksParams& body : bodies)
        fan.starts.push_back(state_after(body, before));
    fan.person_start = state_after(person, before);
    fan.values.resize(weeks_quantities * plan_days * bodies.size());
    fan.bodies = std::move(bodies);
    fan.person = person;
    fan.person_line = run_plan(fan.person, fan.person_start, fan.plan);
    return fan;
}

void set_plan(Fan& fan, const WeeksPlan& plan) {
    if (fan.plan == plan) return;
    fan.plan = plan;
    fan.done = 0;
    fan.person_line = run_plan(fan.person, fan.person_start, fan.plan);
}

bool is_done(const Fan& fan) {
    return fan.done == fan.bodies.size();
}

bool advance(Fan& fan, std::size_t bodies) {
    const std::size_t until = fan.done + std::min(bodies, fan.bodies.size() - fan.done);
    for (; fan.done < until; ++fan.done) {
        WeeksState state = fan.starts[fan.done];
        for (std::size_t week = 0; week < plan_weeks; ++week) {
            std::array<DayValues, 7> noons{};
            run_days(state, fan.bodies[fan.done], fan.plan[week], noons);
            for (std::size_t day = 0; day < 7; ++day)
                for (std::size_t q = 0; q < weeks_quantities; ++q)
                    fan.values[place(fan, q, 7 * week + day) + fan.done] =
                        static_cast<float>(noons[day][q]);
        }
    }
    return is_done(fan);
}

FanLines fan_lines(const Fan& fan, WeeksQuantity quantity) {
    const auto q = static_cast<std::size_t>(quantity);
    FanLines lines;
    for (const DayValues& day : fan.person_line)
        lines.person.push_back(static_cast<float>(day[q]));
    if (fan.done == 0) return lines;
    std::vector<float> sorted;
    for (std::size_t day = 0; day < plan_days; ++day) {
        const auto from = fan.values.begin() + static_cast<std::ptrdiff_t>(place(fan, q, day));
        sorted.assign(from, from + static_cast<std::ptrdiff_t>(fan.done));
        // Each percentile is looked for only above the last.
        auto least = sorted.begin();
        for (std::size_t p = 0; p < fan_percentiles.size(); ++p) {
            const double rank = fan_percentiles[p] / 100 * static_cast<double>(fan.done - 1);
            const auto at = sorted.begin() + static_cast<std::ptrdiff_t>(std::floor(rank + 0.5));
            std::nth_element(least, at, sorted.end());
            lines.percentiles[p].push_back(*at);
            least = at;
        }
    }
    return lines;
}

} // namespace tautline::physiology
