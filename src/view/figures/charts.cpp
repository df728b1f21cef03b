#include "view/figures/charts.h"

#include "base/text.h"
#include "view/figures/amounts.h"

#include <algorithm>
#include <cmath>

namespace tautline::view {

namespace {

using physiology::plan_days;

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

constexpr std::string_view weeks_keys[] = {"figure.weeks.cortisol", "figure.weeks.acth",
                                           "figure.weeks.adrenal"};
std::size_t weeks_peak(const app::WeeksView& view) {
    return view.stress_weeks == 0 ? 0 : static_cast<std::size_t>(view.stress_weeks) * 7 - 1;
}

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

} // namespace tautline::view
