#include "semantics/figure_html.h"

#include "base/text.h"
#include "semantics/html.h"

#include <algorithm>
#include <cmath>
#include <type_traits>
#include <variant>
#include <vector>

namespace tautline::semantics {
namespace {

using view::Trace;

const std::vector<Trace>* traces_of(const view::Figure& figure) {
    return std::visit(
        [](const auto& which) -> const std::vector<Trace>* {
            using Which = std::decay_t<decltype(which)>;
            if constexpr (std::is_same_v<Which, view::AlarmFigure> ||
                          std::is_same_v<Which, view::MuscleFigure> ||
                          std::is_same_v<Which, view::CortisolFigure> ||
                          std::is_same_v<Which, view::SensitivityFigure>)
                return &which.traces;
            else
                return nullptr;
        },
        figure);
}

// As many decimals as the axis needs for three figures.
std::string number(float value, float low, float high) {
    const float span = std::abs(high - low);
    return fixed(static_cast<double>(value), span >= 20 ? 0 : span >= 2 ? 1 : 2);
}

std::string with_unit(const std::string& text, const std::string& unit) {
    return unit.empty() ? text : text + " " + unit;
}

std::string sample(const Trace& trace, const std::vector<float>& values, float share) {
    const auto last = static_cast<float>(values.size() - 1);
    const auto at = static_cast<std::size_t>(std::lround(share * last));
    return number(values[std::min(at, values.size() - 1)], trace.low, trace.high);
}

bool is_flat(const std::vector<float>& values) {
    return std::all_of(values.begin(), values.end(), [&](float v) { return v == values.front(); });
}

std::string row(const std::string& label, const Trace& trace, const std::vector<float>& values,
                std::size_t columns) {
    std::string html = "<tr><th scope=row>" + escape(with_unit(label, trace.unit)) + "</th>";
    for (std::size_t i = 0; i < columns; ++i) {
        const float share = static_cast<float>(i) / static_cast<float>(columns - 1);
        html += "<td>" + escape(sample(trace, values, share)) + "</td>";
    }
    return html + "</tr>";
}

std::string table(const Trace& trace) {
    const std::size_t columns = trace.tick_labels.size() >= 2 ? trace.tick_labels.size() : 5;
    std::string html = "<table><caption>" + escape(trace.label) + "</caption><tr><td></td>";
    for (std::size_t i = 0; i < columns; ++i) {
        const float share = static_cast<float>(i) / static_cast<float>(columns - 1);
        const float time = trace.from + share * (trace.to - trace.from);
        const std::string mark =
            trace.tick_labels.size() >= 2
                ? trace.tick_labels[i]
                : with_unit(number(time, trace.from, trace.to), trace.time_unit);
        html += "<th scope=col>" + escape(mark) + "</th>";
    }
    html += "</tr>" + row(trace.label, trace, trace.values, columns);
    if (!trace.compare.empty()) html += row(trace.compare_label, trace, trace.compare, columns);
    return html + "</table>";
}

} // namespace

std::string render_tables(const view::Figure& figure) {
    std::string html;
    const std::vector<Trace>* traces = traces_of(figure);
    if (!traces) return html;
    for (const Trace& trace : *traces)
        if (!trace.values.empty() && (!is_flat(trace.values) || !trace.compare.empty()))
            html += table(trace);
    return html;
}

} // namespace tautline::semantics
