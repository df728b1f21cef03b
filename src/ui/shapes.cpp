#include "ui/shapes.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <iterator>

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
    // Rings of falling darkness round the surface; nothing is painted under it, which would cost
    // fill and not be seen.
    struct Ring {
        float spread, darkness;
    };
    const Ring rings[] = {{-0.45f, 0.6f}, {0, 0.48f},    {0.2f, 0.3f},
                          {0.45f, 0.14f}, {0.7f, 0.05f}, {1, 0}};
    constexpr int steps = 6, around = 4 * (steps + 1), count = static_cast<int>(std::size(rings));
    if (rect.width <= 0 || rect.height <= 0) return;
    list.PrimReserve(6 * around * (count - 1), around * count);
    const auto first = static_cast<ImDrawIdx>(list._VtxCurrentIdx);
    const ImVec2 white = list._Data->TexUvWhitePixel;
    for (const Ring& ring : rings) {
        Rect edge = grown(rect, lift * ring.spread);
        edge.y += lift * 0.3f;
        const float round = std::max(fitting(edge, radius + lift * ring.spread), 0.0f);
        const std::uint32_t shade = fade(color, opacity * ring.darkness).packed();
        for (int corner = 0; corner < 4; ++corner) {
            const ImVec2 center{corner == 0 || corner == 3 ? edge.x + round
                                                           : edge.x + edge.width - round,
                                corner < 2 ? edge.y + round : edge.y + edge.height - round};
            for (int step = 0; step <= steps; ++step) {
                const int twelfth =
                    (6 + corner * 3) * 4 + step * 2; // of a 48th turn, from the left
                const ImVec2 direction = list._Data->ArcFastVtx[twelfth % 48];
                list.PrimWriteVtx({center.x + direction.x * round, center.y + direction.y * round},
                                  white, shade);
            }
        }
    }
    for (int ring = 0; ring + 1 < count; ++ring) {
        for (int at = 0; at < around; ++at) {
            const int next = (at + 1) % around;
            const int quad[] = {at, next, next + around, at, next + around, at + around};
            for (int corner : quad) {
                list.PrimWriteIdx(static_cast<ImDrawIdx>(first + ring * around + corner));
            }
        }
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
