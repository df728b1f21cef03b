#include "ui/figures/nerves.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tautline::ui {

void paint_nerve(ImDrawList& list, std::span<const ImVec2> line, float width, Color color,
                 Fade fading) {
    paint_line(list, line, width * 3, fade(color, 0.12f), fading);
    paint_line(list, line, width, fade(color, 0.6f), fading);
}

void paint_pulses(ImDrawList& list, std::span<const ImVec2> line, const Pulses& pulses) {
    if (pulses.strength <= 0.01f || line.size() < 2) return;
    const float strength = std::clamp(pulses.strength, 0.0f, 1.0f);
    for (int i = 0; i < pulses.count; ++i) {
        const float place =
            (static_cast<float>(i) + pulses.phase) / static_cast<float>(pulses.count);
        const float share = place - std::floor(place);
        // Each one is born and goes out softly.
        const float shown = strength * std::min({1.0f, share * 9, (1 - share) * 9});
        const float size = pulses.size * (0.55f + 0.45f * strength);
        // A tail that thins out behind it.
        constexpr std::size_t tail = 9;
        std::array<ImVec2, tail> points{};
        std::array<Color, tail> colors{};
        for (std::size_t k = 0; k < tail; ++k) {
            const float back = static_cast<float>(tail - 1 - k) / (tail - 1);
            points[k] = along(line, share - back * 0.09f);
            colors[k] = fade(pulses.color, shown * (1 - back) * (1 - back));
        }
        paint_band(list, points, size * 0.34f, colors);
        paint_glow(list, points[tail - 1], size * 2.6f, fade(pulses.color, 0.6f * shown));
        paint_disc(list, points[tail - 1], size * 0.55f, fade(pulses.core, shown),
                   fade(pulses.core, shown));
    }
}

} // namespace tautline::ui
