#include "view/figures/own_lines.h"

#include "base/text.h"
#include "view/figures/amounts.h"

#include <algorithm>
#include <cmath>

namespace tautline::view {

namespace {

using namespace physiology;
using app::OwnLine;

// Where on its window each line is read out, in its own samples.
constexpr std::size_t minute_begin = 10, minute_end = 59;
constexpr double settling_s = 120; // after the alarm
constexpr auto hour_end = static_cast<std::size_t>(app::own_work_s / app::own_hour_sample_s);
constexpr std::size_t last_ache_noon = 7 * app::own_ache_weeks - 1;

std::size_t alarm_sample(const app::OwnBody& body, double after_s = settling_s) {
    const double at_s = ends_s({app::own_alarm_from_s, body.answered.worry_s}) + after_s;
    return std::min(body.alarm.what_if.size() - 1,
                    static_cast<std::size_t>(at_s / app::own_alarm_sample_s));
}

OwnNumbers read(const app::TwoLines& lines, std::size_t at, std::size_t later) {
    const auto whole_at = [](const std::vector<float>& line, std::size_t sample) {
        return std::round(static_cast<double>(line[sample]));
    };
    return {whole_at(lines.what_if, at), whole_at(lines.as_answered, at),
            whole_at(lines.what_if, later)};
}

// In hundredths of usual, a value each noon.
std::vector<float> of_usual(const std::vector<DayValues>& days, int quantity) {
    const auto wanted =
        static_cast<std::size_t>(app::own_quantities[static_cast<std::size_t>(quantity)]);
    std::vector<float> values;
    for (const DayValues& day : days)
        values.push_back(narrow(100 * day[wanted]));
    return values;
}

app::TwoLines weeks_of(const app::OwnBody& body, int quantity) {
    return {of_usual(body.weeks_answered, quantity), of_usual(body.weeks, quantity)};
}

// Wide enough for both lines and a name above them, in steps that stay as they are while a slider
// moves.
void fit(Trace& trace, float low, float high, float step) {
    trace.low = low;
    trace.high = high;
    for (const std::vector<float>* line : {&trace.values, &trace.compare})
        for (const float value : *line) {
            trace.low = std::min(trace.low, std::floor(value / step) * step);
            trace.high = std::max(trace.high, std::ceil(value / step + 0.5f) * step);
        }
}

// Both lines from where they part, or a little before, up to where they are read out: the number
// is where the line ends.
Trace two_lines(const app::Words& words, const app::TwoLines& lines, std::size_t begin,
                std::size_t end, double step) {
    Trace trace;
    const auto part = [&](const std::vector<float>& line) {
        const auto at = [&](std::size_t sample) {
            return line.begin() + static_cast<std::ptrdiff_t>(sample);
        };
        return std::vector<float>(at(begin), at(end + 1));
    };
    trace.values = part(lines.what_if);
    trace.compare = part(lines.as_answered);
    trace.label = words.text("own.line.now");
    trace.compare_label = words.text("own.line.before");
    if (trace.values == trace.compare) { // one line is enough
        trace.compare.clear();
        std::swap(trace.label, trace.compare_label);
        trace.compare_label.clear();
    }
    trace.step = narrow(step);
    trace.from = narrow(step * static_cast<double>(begin));
    trace.to = trace.now = narrow(step * static_cast<double>(end));
    return trace;
}

// What begins in the minute of ache: "moves".
std::string moment_text(const app::Words& words, const app::OwnBody& body) {
    const std::vector<std::string> ideas = words.list("own.what_if.options");
    const auto idea = static_cast<std::size_t>(app::tried_idea(body)); // none: past all of them
    return idea < ideas.size() ? ideas[idea] : duration_text(words, app::own_moment_from_s);
}

Trace trace_in_view(const app::Words& words, const app::OwnBody& body) {
    Trace trace;
    const auto mark = [&](double at, std::string label) {
        trace.marks.push_back({narrow(at), std::move(label)});
    };
    const auto clock = [&](std::string_view unit, float shown_per_unit) {
        trace.time_unit = words.text(unit);
        trace.shown_per_unit = shown_per_unit;
    };
    switch (body.line) {
    case OwnLine::none:
        break;
    case OwnLine::minute:
        trace = two_lines(words, body.minute, minute_begin, minute_end, app::own_minute_sample_s);
        clock("unit.seconds", 1);
        fit(trace, 0, 100, 10);
        mark(app::own_moment_from_s, moment_text(words, body));
        mark(minute_end, duration_text(words, app::own_minute_s));
        break;
    case OwnLine::alarm:
        trace = two_lines(words, body.alarm, alarm_sample(body, 0), alarm_sample(body),
                          app::own_alarm_sample_s);
        clock("unit.minutes", 1.0f / 60);
        fit(trace, 60, 90, 5);
        mark(static_cast<double>(trace.from), words.text("figure.mark.worry_stops"));
        mark(static_cast<double>(trace.to), duration_text(words, settling_s));
        break;
    case OwnLine::hour:
        trace = two_lines(words, body.hour, 0, hour_end, app::own_hour_sample_s);
        clock("unit.minutes", 1.0f / 60);
        fit(trace, 0, 40, 10);
        mark(app::own_work_s, duration_text(words, app::own_work_s));
        break;
    case OwnLine::weeks:
        trace = two_lines(words, weeks_of(body, body.quantity), 0, last_ache_noon, 1);
        clock("unit.weeks", 1.0f / 7);
        fit(trace, 100, 150, 50);
        mark(last_ache_noon,
             fill(words.text("value.weeks"), {{"n", std::to_string(app::own_ache_weeks)}}));
        break;
    }
    return trace;
}

// How much of the ache arrives, for the light in the brain: in weeks, how strongly it is felt.
float arrives(const app::OwnBody& body) {
    const double now = own_numbers(body).now;
    if (body.line == OwnLine::minute) return narrow(now / 100);
    if (body.line == OwnLine::weeks && body.quantity == 0)
        return narrow(now / 100 / highest_gain_ratio(default_sensitivity_params()));
    return 0;
}

std::string_view unit_key(const app::OwnBody& body) {
    switch (body.line) {
    case OwnLine::minute:
        return "figure.sensitivity.through";
    case OwnLine::alarm:
        return "figure.trace.heart_rate.unit";
    case OwnLine::hour:
        return "figure.muscle.reading";
    default:
        return body.quantity == 0 ? "figure.own.gain.unit" : "figure.own.cortisol.unit";
    }
}

} // namespace

OwnNumbers own_numbers(const app::OwnBody& body, OwnLine line, int quantity) {
    switch (line) {
    case OwnLine::none:
        return {};
    case OwnLine::minute:
        return read(body.minute, minute_end, minute_end);
    case OwnLine::alarm:
        return read(body.alarm, alarm_sample(body), alarm_sample(body));
    case OwnLine::hour:
        return read(body.hour, hour_end, body.hour.what_if.size() - 1);
    case OwnLine::weeks:
        return read(weeks_of(body, quantity), last_ache_noon, body.weeks.size() - 1);
    }
    return {};
}

OwnNumbers own_numbers(const app::OwnBody& body) {
    return own_numbers(body, body.line, body.quantity);
}

AlarmFigure own_figure(const app::Words& words, const app::OwnBody& body) {
    AlarmFigure figure;
    for (std::size_t part = 0; part < back_parts; ++part)
        figure.aches[part] = body.answered.places[part];
    if (body.line == OwnLine::none) return figure;
    const double now = own_numbers(body).now;
    figure.reading = {whole(now), words.text(unit_key(body)), {}};
    figure.traces.push_back(trace_in_view(words, body));
    figure.arrives = arrives(body);
    figure.slow_breathing = body.line == OwnLine::alarm && body.what_if.slow_breathing;
    if (body.line == OwnLine::hour)
        figure.tired[static_cast<std::size_t>(app::working_part(body.answered))] =
            narrow(now / 100);
    return figure;
}

std::string_view own_line_key(const app::OwnBody& body) {
    switch (body.line) {
    case OwnLine::minute:
        return "figure.own.minute";
    case OwnLine::alarm:
        return "figure.trace.heart_rate";
    case OwnLine::hour:
        return "figure.trace.tired";
    default:
        return body.quantity == 0 ? "figure.own.gain" : "figure.weeks.cortisol";
    }
}

} // namespace tautline::view
