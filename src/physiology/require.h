// The models' one check for a programmer's error (NaN in a state or an input). It stays on in
// release builds: a model that has lost its numbers must stop, not draw nonsense. What a person
// sets with a slider is clamped, never refused.
#pragma once

#include <algorithm>
#include <cassert>
#include <cmath>

namespace tautline::physiology {

inline void require(bool holds) {
    assert(holds && "a physiology model was given, or made, a value that is not a number");
    if (!holds) __builtin_trap();
}

inline void require_finite(double value) {
    require(std::isfinite(value));
}

// A finite value, brought into 0 to 1.
inline double fraction(double value) {
    require_finite(value);
    return std::clamp(value, 0.0, 1.0);
}

} // namespace tautline::physiology
