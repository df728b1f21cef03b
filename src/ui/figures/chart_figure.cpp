// Lines over time by themselves, one below the other.
#include "ui/figures/paint.h"
#include "ui/figures/trace.h"

#include <algorithm>
#include <cmath>

namespace tautline::ui {

void paint_chart(ImDrawList& list, const Rect& rect, const view::ChartFigure& figure,
                 view::Accent accent, const Theme& theme) {
    if (figure.traces.empty()) return;
    const FigureText text = figure_text(theme, rect);
    const float inset = std::round(text.small.line_height * 0.8f);
    const Rect box{rect.x + inset, rect.y + inset, rect.width - 2 * inset, rect.height - 2 * inset};
    float axis = 0;
    for (const view::Trace& trace : figure.traces)
        axis = std::max(axis, trace_axis_width(trace, theme, text));
    const float gap = text.small.line_height * 0.7f;
    const auto count = static_cast<float>(figure.traces.size());
    const float height = (box.height - gap * (count - 1)) / count;
    float y = box.y;
    for (const view::Trace& trace : figure.traces) {
        paint_trace(list, {box.x, y, box.width, height}, trace, theme, text,
                    {.color = theme.accent(accent).bright, .axis_width = axis});
        y += height + gap;
    }
}

} // namespace tautline::ui
