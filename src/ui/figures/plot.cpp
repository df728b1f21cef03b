#include "ui/figures/plot.h"

namespace tautline::ui {

std::vector<ImVec2> curve(const Plot& plot, const std::vector<float>& values) {
    std::vector<ImVec2> line;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const float time = plot.trace.from + static_cast<float>(i) * plot.trace.step;
        if (time > plot.trace.to + plot.trace.step * 0.01f) break;
        const ImVec2 point{plot.x(time), plot.y(values[i])};
        if (!line.empty() && i + 1 < values.size() && point.x - line.back().x < 0.5f) continue;
        line.push_back(point);
    }
    return line;
}

} // namespace tautline::ui
