// One row of the table of check values: a number that was published, or worked out elsewhere from
// the published equations, beside ours. Printed whether or not it holds, so that a reader of the
// test output sees how close it is.
#pragma once

#include <catch_amalgamated.hpp>
#include <cmath>
#include <cstdio>

namespace tautline::physiology {

inline void check_value(const char* what, double expected, double ours, double tolerance,
                        const char* source) {
    const bool holds = std::abs(ours - expected) <= tolerance;
    std::printf("%-62s expected %9.3f  ours %9.3f  +-%-7.3g %-4s %s\n", what, expected, ours,
                tolerance, holds ? "ok" : "OFF", source);
    INFO(what << ": expected " << expected << ", ours " << ours << ", tolerance " << tolerance
              << " (" << source << ")");
    CHECK(holds);
}

} // namespace tautline::physiology
