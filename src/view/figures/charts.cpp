#include "view/figures/charts.h"

#include "base/text.h"
#include "view/figures/amounts.h"

#include <algorithm>
#include <cmath>

namespace tautline::view {

namespace {

using physiology::plan_days;
using physiology::WeeksQuantity;

// Where on its window each line is read out, in its own samples.
constexpr std::size_t minute_end = 59;
constexpr double settling_s = 120; // after the alarm
constexpr std::size_t last_ache_noon = 7 * app::own_ache_weeks - 1;

std::string tenths(double value) {
    return fixed(value, 1);
}

// A line of one value each `step` from `from`, read at value number `at`.
Trace line(const app::Words& words, const std::string& key, const std::vector<float>& values,
           std::size_t at, int decimals) {
    Trace trace;
    trace.label = words.text(key);
    trace.unit = words.text(key + ".unit");
    trace.values = values;
    if (at < values.size())
        trace.now_text = fixed(static_cast<double>(values[at]), decimals) + " " + trace.unit;
    return trace;
}

void set_axis(Trace& trace, double to, double step, std::size_t at, const std::string& unit,
              double shown_per_unit, int marks, double from = 0) {
    trace.from = static_cast<float>(from);
    trace.to = static_cast<float>(to);
    trace.step = static_cast<float>(step);
    trace.now = static_cast<float>(from + step * static_cast<double>(at));
    trace.time_unit = unit;
    trace.shown_per_unit = static_cast<float>(shown_per_unit);
    for (int i = 0; i <= marks; ++i)
        trace.tick_labels.push_back(whole((from + (to - from) * i / marks) * shown_per_unit));
}

void compare(const app::Words& words, Trace& trace, const std::vector<float>& with) {
    if (with == trace.values) return; // one line is enough
    trace.compare = with;
    trace.compare_label = words.text("own.compare");
}

// Steps of a half, so that the axis does not jump about while a slider moves.
void fit_ratio(Trace& trace) {
    float low = 1, high = 1.5f;
    const auto take = [&](const std::vector<float>& values) {
        for (float value : values) {
            low = std::min(low, std::floor(value * 2) / 2);
            high = std::max(high, std::ceil(value * 2) / 2);
        }
    };
    take(trace.values);
    take(trace.compare);
    for (const auto& values : trace.fan)
        take(values);
    trace.low = low;
    trace.high = high;
}

Trace weeks_line(const app::Words& words, const std::string& key, const physiology::FanLines& lines,
                 std::size_t at) {
    Trace trace = line(words, key, lines.person, at, 1);
    set_axis(trace, static_cast<double>(plan_days), 1, at, words.text("unit.weeks"), 1.0 / 7, 4);
    trace.fan.assign(lines.percentiles.begin(), lines.percentiles.end());
    trace.fan_label = words.text("figure.fan");
    return trace;
}

std::vector<float> quantity_of(const std::vector<physiology::DayValues>& days,
                               WeeksQuantity quantity) {
    std::vector<float> values;
    for (const physiology::DayValues& day : days)
        values.push_back(static_cast<float>(day[static_cast<std::size_t>(quantity)]));
    return values;
}

constexpr std::string_view weeks_keys[] = {"figure.weeks.cortisol", "figure.weeks.acth",
                                           "figure.weeks.adrenal"};
constexpr std::string_view own_keys[] = {"figure.own.gain", "figure.weeks.cortisol"};

std::size_t weeks_peak(const app::WeeksView& view) {
    return view.stress_weeks == 0 ? 0 : static_cast<std::size_t>(view.stress_weeks) * 7 - 1;
}

WeeksQuantity own_quantity(const app::OwnBody& body) {
    return app::own_quantities[static_cast<std::size_t>(body.quantity)];
}

std::size_t alarm_sample(const app::OwnBody& body) {
    const physiology::Startle startle{app::own_alarm_from_s, body.answered.worry_s};
    const double at_s = physiology::ends_s(startle) + settling_s;
    return std::min(body.alarm.what_if.size() - 1,
                    static_cast<std::size_t>(at_s / app::own_alarm_sample_s));
}

constexpr auto hour_end = static_cast<std::size_t>(app::own_work_s / app::own_hour_sample_s);

} // namespace

ChartFigure weeks_chart(const app::Words& words, const app::WeeksView& view) {
    if (!view.fan) return {};
    Trace trace =
        weeks_line(words, std::string(weeks_keys[static_cast<std::size_t>(view.quantity)]),
                   view.lines, weeks_peak(view));
    fit_ratio(trace);
    return {{std::move(trace)}};
}

std::string describe(const app::Words& words, const app::WeeksView& view) {
    if (!view.fan || view.stress_weeks == 0 || view.stress_percent <= 0)
        return words.text("describe.weeks.none");
    const std::vector<float>& line = view.lines.person;
    const double peak = static_cast<double>(line[weeks_peak(view)]),
                 end = static_cast<double>(line.back());
    const bool one = view.stress_weeks == 1;
    return fill(words.text(one ? "describe.weeks.one" : "describe.weeks"),
                {{"weeks", std::to_string(view.stress_weeks)},
                 {"peak", fixed(peak, 2)},
                 {"end", fixed(end, 2)}});
}

ChartFigure own_minute_chart(const app::Words& words, const app::OwnBody& body) {
    Trace trace = line(words, "figure.own.minute", body.minute.what_if, minute_end, 0);
    trace.high = 100;
    set_axis(trace, app::own_minute_s, app::own_minute_sample_s, minute_end,
             words.text("unit.seconds"), 1, 4);
    compare(words, trace, body.minute.as_answered);
    return {{std::move(trace)}};
}

ChartFigure own_alarm_chart(const app::Words& words, const app::OwnBody& body) {
    Trace trace = line(words, "figure.own.alarm", body.alarm.what_if, alarm_sample(body), 0);
    trace.low = 60;
    trace.high = 90;
    set_axis(trace, app::own_alarm_s, app::own_alarm_sample_s, alarm_sample(body),
             words.text("unit.minutes"), 1.0 / 60, 4);
    compare(words, trace, body.alarm.as_answered);
    return {{std::move(trace)}};
}

ChartFigure own_hour_chart(const app::Words& words, const app::OwnBody& body) {
    Trace trace = line(words, "figure.trace.tired", body.hour.what_if, hour_end, 0);
    trace.high = 100;
    set_axis(trace, app::own_hour_s, app::own_hour_sample_s, hour_end, words.text("unit.minutes"),
             1.0 / 60, 5);
    compare(words, trace, body.hour.as_answered);
    return {{std::move(trace)}};
}

ChartFigure own_weeks_chart(const app::Words& words, const app::OwnBody& body) {
    Trace trace = weeks_line(words, std::string(own_keys[static_cast<std::size_t>(body.quantity)]),
                             physiology::fan_lines(body.fan, own_quantity(body)), last_ache_noon);
    compare(words, trace, quantity_of(body.weeks_answered, own_quantity(body)));
    fit_ratio(trace);
    return {{std::move(trace)}};
}

std::string describe_own_minute(const app::Words& words, const app::OwnBody& body) {
    const float now = body.minute.what_if[minute_end], still = body.minute.as_answered[minute_end];
    // In this model nothing that they can do adds to it: moving closes the gate by more than it
    // sends.
    const std::string_view key = std::round(now) < std::round(still) ? "describe.own.minute.less"
                                                                     : "describe.own.minute.same";
    return fill(words.text(key), {{"now", whole(static_cast<double>(now))},
                                  {"still", whole(static_cast<double>(still))}});
}

std::string describe_own_alarm(const app::Words& words, const app::OwnBody& body) {
    const std::size_t at = alarm_sample(body);
    return fill(
        words.text(body.what_if.slow_breathing ? "describe.own.alarm.slow" : "describe.own.alarm"),
        {{"worry", duration_text(words, body.answered.worry_s)},
         {"now", tenths(static_cast<double>(body.alarm.what_if[at]))},
         {"before", tenths(static_cast<double>(body.alarm.as_answered[at]))}});
}

std::string describe_own_hour(const app::Words& words, const app::OwnBody& body) {
    return fill(words.text(body.what_if.rest_s_per_min > 0 ? "describe.own.hour.rest"
                                                           : "describe.own.hour"),
                {{"now", whole(static_cast<double>(body.hour.what_if[hour_end]))},
                 {"before", whole(static_cast<double>(body.hour.as_answered[hour_end]))},
                 {"later", whole(static_cast<double>(body.hour.what_if.back()))}});
}

std::string describe_own_weeks(const app::Words& words, const app::OwnBody& body) {
    const auto q = static_cast<std::size_t>(own_quantity(body));
    const std::vector<physiology::DayValues>& days = body.fan.person_line;
    const bool same =
        fixed(days[last_ache_noon][q], 2) == fixed(body.weeks_answered[last_ache_noon][q], 2);
    const std::string key = own_quantity(body) == WeeksQuantity::gain
                                ? "describe.own.weeks.gain"
                                : "describe.own.weeks.cortisol";
    const Places places{{"now", fixed(days[last_ache_noon][q], 2)},
                        {"before", fixed(body.weeks_answered[last_ache_noon][q], 2)},
                        {"later", fixed(days.back()[q], 2)}};
    const std::string told = fill(words.text(key), places);
    return same ? told : told + " " + fill(words.text("describe.own.weeks.before"), places);
}

} // namespace tautline::view
