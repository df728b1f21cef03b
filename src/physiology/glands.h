// Cortisol's glands over days to months: the brain-pituitary-adrenal loop in which the glands
// themselves grow with work and shrink without it [karin-2020].
//
//   GlandsParams params = default_glands_params();
//   GlandsState state = initial_glands_state(params);        // long used to a demand of 1
//   step(state, params, {.demand = 2.0});                    // exactly one glands_step_s
//   GlandsReadouts now = readouts(state, params);            // in folds of what is usual
//
// For days to months only: its answer to a few minutes of stress is too slow (cortisol.h has the
// minutes). The hormones are in folds of the loop's own set point, not in blood units. A demand
// that stays is one story among several; habituation (load.h) is another. MODEL.md has the
// equations and limits.
#pragma once

#include <cstdint>

namespace tautline::physiology {

inline constexpr double glands_step_s = 60;
inline constexpr double least_demand = 0.1, most_demand = 20;

struct GlandsParams {
    // Half-lives of the three hormones, as in the published code that follows [milo-2025]. Other
    // published code uses 10 minutes for ACTH; over days it makes no difference.
    double crh_half_life_min = 4, acth_half_life_min = 20, cortisol_half_life_min = 80;
    // How fast the glands' masses turn over [milo-2025].
    double pituitary_half_life_d = 20, adrenal_half_life_d = 30;
    // Feedback through the GR receptor: 1 / (1 + (cortisol / K)^3), K = 4 [milo-2025].
    double gr_half_level = 4;

    friend bool operator==(const GlandsParams&, const GlandsParams&) = default;
};

GlandsParams default_glands_params();

struct GlandsInputs {
    double demand = 1; // u: 1 is everyday life; least_demand to most_demand (clamped)
};

struct GlandsState {
    std::uint64_t steps = 0;
    double crh = 1, acth = 1, cortisol = 1; // x1, x2, x3
    double pituitary = 1, adrenal = 1;      // P, A: masses

    friend bool operator==(const GlandsState&, const GlandsState&) = default;
};

// Where everything rests after a demand that never changes: x1 = x2 = 1, A = x3, P = 1 / GR(x3).
GlandsState steady_glands(const GlandsParams& params, double demand);
GlandsState initial_glands_state(const GlandsParams& params); // steady at a demand of 1

void step(GlandsState& state, const GlandsParams& params, const GlandsInputs& inputs);
std::uint64_t hash(const GlandsState& state);
double time_s(const GlandsState& state);

// The same equations over any length of time step; for tests of accuracy (half steps must agree).
void integrate(GlandsState& state, const GlandsParams& params, const GlandsInputs& inputs,
               double dt_s);

// The hormones once they have settled (hours) while the masses are as they are (weeks): the quick
// three at quasi-steady state. `guess` may be any positive number near the answer.
struct SettledHormones {
    double crh = 1, acth = 1, cortisol = 1;
};
SettledHormones settled_hormones(const GlandsParams& params, double demand, double pituitary,
                                 double adrenal, double guess = 1);

// In folds of this person's own usual (a demand of 1 for ever).
struct GlandsReadouts {
    double cortisol_ratio = 1, acth_ratio = 1, pituitary_ratio = 1, adrenal_ratio = 1;
    double crh_ratio = 1;
};
GlandsReadouts readouts(const GlandsState& state, const GlandsParams& params);

} // namespace tautline::physiology
