// Fixed steps out of time as it comes.
#pragma once

#include "physiology/body.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace tautline::app {

// The whole steps that fit in the owed time with model_s more; the rest stays owed.
inline std::size_t steps_due(double& owed_s, double model_s, double step_s) {
    owed_s += model_s;
    const double due = std::floor(owed_s / step_s + 1e-9);
    owed_s = std::max(0.0, owed_s - due * step_s);
    return static_cast<std::size_t>(due);
}

// Whether this many steps of the body complete a sampling interval.
inline bool at_sample(std::uint64_t steps, double sample_s) {
    return steps % static_cast<std::uint64_t>(std::llround(sample_s / physiology::body_step_s)) ==
           0;
}

// A part of the body at rest, at the same moment.
template <typename Part>
void rest(Part& part, Part rested) {
    rested.steps = part.steps;
    part = rested;
}

} // namespace tautline::app
