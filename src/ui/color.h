// Colours as values, and the contrast of a pair by the WCAG definition. Straight (not
// premultiplied) sRGB.
#pragma once

#include <cstdint>

namespace tautline::ui {

struct Color {
    std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;

    // As Dear ImGui packs a colour (ImU32, IM_COL32).
    constexpr std::uint32_t packed() const {
        return static_cast<std::uint32_t>(red) | static_cast<std::uint32_t>(green) << 8 |
               static_cast<std::uint32_t>(blue) << 16 | static_cast<std::uint32_t>(alpha) << 24;
    }
    friend constexpr bool operator==(const Color&, const Color&) = default;
};

// rgb(0xF7F5F1)
constexpr Color rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16 & 255), static_cast<std::uint8_t>(hex >> 8 & 255),
            static_cast<std::uint8_t>(hex & 255), 255};
}

Color fade(Color color, float opacity);          // scales the alpha; opacity 0 to 1
Color mix(Color from, Color to, float fraction); // 0 gives `from`, 1 gives `to`; alpha is mixed too
Color over(Color front, Color back); // `front` with its alpha painted on an opaque `back`

double luminance(Color color);           // relative luminance, 0 to 1; alpha is ignored
double contrast(Color one, Color other); // 1 to 21

} // namespace tautline::ui
