// Sine, cosine and exponential with the same bits on every system, so that a figure is the same
// picture everywhere.
#pragma once

#include <fixed_math.h>

namespace tautline::ui {

constexpr float tau = 6.28318530718f;

inline float sine(float angle) {
    return static_cast<float>(tautline_sin(static_cast<double>(angle)));
}
inline float cosine(float angle) {
    return static_cast<float>(tautline_cos(static_cast<double>(angle)));
}
inline float exponential(float value) {
    return static_cast<float>(tautline_exp(static_cast<double>(value)));
}
constexpr float square(float value) {
    return value * value;
}

} // namespace tautline::ui
