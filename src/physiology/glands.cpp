#include "physiology/glands.h"

#include "physiology/require.h"
#include "physiology/state_hash.h"

#include <cmath>

namespace tautline::physiology {

namespace {

constexpr double ln2 = 0.69314718055994530942;
constexpr double min_per_day = 1440;

struct Loop {
    double crh, acth, cortisol, pituitary, adrenal;
};

double demand_of(const GlandsInputs& inputs) {
    require_finite(inputs.demand);
    return std::clamp(inputs.demand, least_demand, most_demand);
}

// GR(x): the share of the drive that feedback through this receptor leaves.
double gr(const GlandsParams& params, double cortisol) {
    const double part = cortisol / params.gr_half_level;
    return 1 / (1 + part * part * part);
}

Loop change_per_min(const Loop& now, const GlandsParams& params, double demand) {
    const double feedback = gr(params, now.cortisol);
    // MR(x) = 1 / x is the other receptor's feedback, on the brain alone.
    return {
        ln2 / params.crh_half_life_min * (demand * feedback / now.cortisol - now.crh),
        ln2 / params.acth_half_life_min * (now.crh * now.pituitary * feedback - now.acth),
        ln2 / params.cortisol_half_life_min * (now.acth * now.adrenal - now.cortisol),
        ln2 / (params.pituitary_half_life_d * min_per_day) * now.pituitary * (now.crh - 1),
        ln2 / (params.adrenal_half_life_d * min_per_day) * now.adrenal * (now.acth - 1),
    };
}

Loop moved(const Loop& from, const Loop& change, double dt_min) {
    return {from.crh + change.crh * dt_min, from.acth + change.acth * dt_min,
            from.cortisol + change.cortisol * dt_min, from.pituitary + change.pituitary * dt_min,
            from.adrenal + change.adrenal * dt_min};
}

} // namespace

GlandsParams default_glands_params() {
    return {};
}

SettledHormones settled_hormones(const GlandsParams& params, double demand, double pituitary,
                                 double adrenal, double guess) {
    // The three equations at rest give x (1 + (x / K)^3) = sqrt(u P A): one root above 0, and
    // Newton's way to it never overshoots below it once above, because the left side is convex.
    const double drive = std::sqrt(demand * pituitary * adrenal);
    const double cube = 1 / (params.gr_half_level * params.gr_half_level * params.gr_half_level);
    double x = guess;
    for (int i = 0; i < 30; ++i) {
        const double bend = cube * x * x * x;
        const double next = (drive + 3 * bend * x) / (1 + 4 * bend);
        // Newton doubles the digits: a step this small leaves an error below a double's last bit.
        const bool there = std::abs(next - x) <= 1e-8 * x;
        x = next;
        if (there) break;
    }
    require_finite(x);
    const double acth = x / adrenal;
    return {acth / (pituitary * gr(params, x)), acth, x};
}

GlandsState steady_glands(const GlandsParams& params, double demand) {
    // u / x = 1 + (x / K)^3 is the same equation with sqrt(u P A) = u.
    const double x = settled_hormones(params, demand, demand, 1).cortisol;
    return {.crh = 1, .acth = 1, .cortisol = x, .pituitary = 1 / gr(params, x), .adrenal = x};
}

GlandsState initial_glands_state(const GlandsParams& params) {
    return steady_glands(params, 1);
}

void integrate(GlandsState& state, const GlandsParams& params, const GlandsInputs& inputs,
               double dt_s) {
    const double demand = demand_of(inputs);
    const double dt = dt_s / 60;
    const Loop start{state.crh, state.acth, state.cortisol, state.pituitary, state.adrenal};
    const Loop a = change_per_min(start, params, demand);
    const Loop b = change_per_min(moved(start, a, dt / 2), params, demand);
    const Loop c = change_per_min(moved(start, b, dt / 2), params, demand);
    const Loop d = change_per_min(moved(start, c, dt), params, demand);
    const auto add = [&](double& value, double Loop::*part) {
        value += dt / 6 * (a.*part + 2 * b.*part + 2 * c.*part + d.*part);
    };
    add(state.crh, &Loop::crh);
    add(state.acth, &Loop::acth);
    add(state.cortisol, &Loop::cortisol);
    add(state.pituitary, &Loop::pituitary);
    add(state.adrenal, &Loop::adrenal);
    require_finite(state.crh + state.acth + state.cortisol + state.pituitary + state.adrenal);
}

void step(GlandsState& state, const GlandsParams& params, const GlandsInputs& inputs) {
    integrate(state, params, inputs, glands_step_s);
    ++state.steps;
}

std::uint64_t hash(const GlandsState& state) {
    return hash_bits<6>(state);
}

double time_s(const GlandsState& state) {
    return static_cast<double>(state.steps) * glands_step_s;
}

GlandsReadouts readouts(const GlandsState& state, const GlandsParams& params) {
    const GlandsState usual = initial_glands_state(params);
    return {
        .cortisol_ratio = state.cortisol / usual.cortisol,
        .acth_ratio = state.acth / usual.acth,
        .pituitary_ratio = state.pituitary / usual.pituitary,
        .adrenal_ratio = state.adrenal / usual.adrenal,
        .crh_ratio = state.crh / usual.crh,
    };
}

} // namespace tautline::physiology
