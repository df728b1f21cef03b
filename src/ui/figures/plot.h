// Where a line over time stands on the screen.
#pragma once

#include "ui/types.h"
#include "view/figures/figure.h"

#include <imgui.h>

#include <algorithm>
#include <vector>

namespace tautline::ui {

// A box with the trace's time from left to right and its values from the foot up; what lies outside
// stands at the edge.
struct Plot {
    Rect box;
    const view::Trace& trace;

    float x(float time) const {
        const float share = (time - trace.from) / std::max(trace.to - trace.from, 1e-6f);
        return box.x + box.width * std::clamp(share, 0.0f, 1.0f);
    }
    float y(float value) const {
        const float share = (value - trace.low) / std::max(trace.high - trace.low, 1e-6f);
        return box.y + box.height * (1 - std::clamp(share, 0.0f, 1.0f));
    }
};

// As points on the screen, up to the end of the time shown, no more than one each half pixel.
std::vector<ImVec2> curve(const Plot& plot, const std::vector<float>& values);

} // namespace tautline::ui
