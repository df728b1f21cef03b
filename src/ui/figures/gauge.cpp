#include "ui/figures/gauge.h"

#include "ui/figures/curves.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tautline::ui {

void paint_gauge(ImDrawList& list, ImVec2 center, float radius, float value, Color low, Color high,
                 const ExhibitColors& colors) {
    constexpr float first = 0.375f, whole = 0.75f; // turns, clockwise from the right
    constexpr int segments = 24;
    const float shown = std::clamp(value, 0.0f, 1.0f);
    const float inner = radius * 0.78f;
    paint_glow(list, center, radius * 1.35f, fade(mix(low, high, shown), 0.2f + 0.16f * shown));
    for (int i = 0; i < segments; ++i) {
        const float from = static_cast<float>(i) / segments,
                    to = static_cast<float>(i + 1) / segments;
        const float lit = std::clamp((shown - from) * segments, 0.0f, 1.0f);
        const Color color = mix(fade(colors.axis, 0.4f), mix(low, high, from), lit);
        paint_ring(list, center, inner, radius, color, color, first + whole * (from + 0.006f),
                   first + whole * (to - 0.006f));
    }
    for (int i = 0; i <= 4; ++i) {
        const float angle = tau * (first + whole * static_cast<float>(i) / 4);
        const std::array<ImVec2, 2> mark = {ImVec2{center.x + inner * 0.82f * cosine(angle),
                                                   center.y + inner * 0.82f * sine(angle)},
                                            ImVec2{center.x + inner * 0.93f * cosine(angle),
                                                   center.y + inner * 0.93f * sine(angle)}};
        paint_line(list, mark, 1.4f, fade(colors.ink_soft, 0.8f));
    }
    const float angle = tau * (first + whole * shown);
    const ImVec2 tip{center.x + inner * 0.88f * cosine(angle),
                     center.y + inner * 0.88f * sine(angle)};
    const ImVec2 side{-sine(angle), cosine(angle)};
    const float half = radius * 0.05f;
    Mesh needle;
    needle.triangle({{center.x + side.x * half, center.y + side.y * half}, colors.ink},
                    {tip, colors.ink},
                    {{center.x - side.x * half, center.y - side.y * half}, colors.ink});
    needle.paint(list);
    const std::array<ImVec2, 2> spine = {center, tip};
    paint_line(list, spine, 1.6f, colors.ink);
    paint_disc(list, center, radius * 0.11f, colors.ink, colors.ink_soft);
}

} // namespace tautline::ui
