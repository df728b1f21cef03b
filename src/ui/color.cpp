#include "ui/color.h"

#include <algorithm>
#include <cmath>

namespace tautline::ui {
namespace {

std::uint8_t byte_from(float value) {
    return static_cast<std::uint8_t>(std::clamp(value + 0.5f, 0.0f, 255.0f));
}

double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

} // namespace

Color fade(Color color, float opacity) {
    color.alpha = byte_from(static_cast<float>(color.alpha) * std::clamp(opacity, 0.0f, 1.0f));
    return color;
}

Color mix(Color from, Color to, float fraction) {
    const float part = std::clamp(fraction, 0.0f, 1.0f);
    const auto between = [part](std::uint8_t a, std::uint8_t b) {
        return byte_from(static_cast<float>(a) +
                         (static_cast<float>(b) - static_cast<float>(a)) * part);
    };
    return {between(from.red, to.red), between(from.green, to.green), between(from.blue, to.blue),
            between(from.alpha, to.alpha)};
}

Color over(Color front, Color back) {
    Color opaque = front;
    opaque.alpha = 255;
    back.alpha = 255;
    return mix(back, opaque, static_cast<float>(front.alpha) / 255.0f);
}

double luminance(Color color) {
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
}

double contrast(Color one, Color other) {
    const double a = luminance(one) + 0.05, b = luminance(other) + 0.05;
    return a > b ? a / b : b / a;
}

} // namespace tautline::ui
