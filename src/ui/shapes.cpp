#include "ui/shapes.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>

namespace tautline::ui {
namespace {

ImVec2 low(const Rect& rect) {
    return {rect.x, rect.y};
}

ImVec2 high(const Rect& rect) {
    return {rect.x + rect.width, rect.y + rect.height};
}

float fitting(const Rect& rect, float radius) {
    return std::max(0.0f, std::min({radius, rect.width / 2, rect.height / 2}));
}

} // namespace

Rect grown(const Rect& rect, float by) {
    return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

void fill_round(ImDrawList& list, const Rect& rect, float radius, Color color) {
    if (rect.width <= 0 || rect.height <= 0 || color.alpha == 0) return;
    list.AddRectFilled(low(rect), high(rect), color.packed(), fitting(rect, radius));
}

void stroke_round(ImDrawList& list, const Rect& rect, float radius, Color color, float thickness) {
    const Rect inner = grown(rect, -thickness / 2);
    if (inner.width <= 0 || inner.height <= 0) return;
    // ImGui insets outlines by half a pixel by itself.
    list.PathRect({inner.x, inner.y}, high(inner), fitting(inner, radius - thickness / 2));
    list.PathStroke(color.packed(), ImDrawFlags_Closed, thickness);
}

void gradient_round(ImDrawList& list, const Rect& rect, float radius, Color top, Color bottom) {
    if (rect.width <= 0 || rect.height <= 0) return;
    if (radius <= 0) {
        list.AddRectFilledMultiColor(low(rect), high(rect), top.packed(), top.packed(),
                                     bottom.packed(), bottom.packed());
        return;
    }
    const int first = list.VtxBuffer.Size;
    list.AddRectFilled(low(rect), high(rect), top.packed(), fitting(rect, radius));
    ImGui::ShadeVertsLinearColorGradientKeepAlpha(&list, first, list.VtxBuffer.Size, low(rect),
                                                  {rect.x, rect.y + rect.height}, top.packed(),
                                                  bottom.packed());
}

void soft_shadow(ImDrawList& list, const Rect& rect, float radius, Color color, float lift,
                 float opacity) {
    constexpr int layers = 7;
    for (int i = layers; i >= 1; --i) {
        const float part = static_cast<float>(i) / layers;
        const float spread = lift * part;
        Rect layer = grown(rect, spread - lift * 0.25f);
        layer.y += lift * 0.35f;
        fill_round(list, layer, radius + spread,
                   fade(color, opacity / layers * (1.35f - part * 0.7f)));
    }
}

void fill_with_bar(ImDrawList& list, const Rect& rect, float radius, Color fill, Color bar,
                   float bar_width) {
    const float round = fitting(rect, radius);
    // The bar reaches under the box by the rounding, so that its own corners stay inside the left
    // edge.
    const ImVec2 bar_end{rect.x + std::min(std::max(round, bar_width + 1), rect.width),
                         rect.y + rect.height};
    list.AddRectFilled(low(rect), bar_end, bar.packed(), round, ImDrawFlags_RoundCornersLeft);
    list.AddRectFilled({rect.x + bar_width, rect.y}, high(rect), fill.packed(), round,
                       ImDrawFlags_RoundCornersRight);
}

} // namespace tautline::ui
