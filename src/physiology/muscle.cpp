#include "physiology/muscle.h"

#include "physiology/elementary.h"
#include "physiology/require.h"
#include "physiology/state_hash.h"

#include <cmath>

namespace tautline::physiology {

namespace {

constexpr double steps_per_s =
    10; // whole, so that time is a quotient and a whole second is exactly whole
static_assert(steps_per_s * muscle_step_s == 1);

struct Shares {
    double active, resting, fatigued;
};

// How many fibres are called in (positive) or let go (negative), a second. [xia-2008]
double drive_per_s(const Shares& now, const MuscleParams& params, double load_fraction) {
    const double missing = load_fraction - now.active;
    if (missing <= 0) return params.relaxation_per_s * missing;
    return params.development_per_s * std::min(missing, now.resting);
}

Shares change_per_s(const Shares& now, const MuscleParams& params, double load_fraction) {
    const double drive = drive_per_s(now, params, load_fraction);
    const double tiring = params.fatigue_per_s * now.active;
    const double multiplier = load_fraction == 0 ? params.rest_multiplier : 1;
    const double recovering = multiplier * params.recovery_per_s * now.fatigued;
    return {drive - tiring, recovering - drive, tiring - recovering};
}

Shares moved(const Shares& from, const Shares& change_per_s, double dt_s) {
    return {from.active + change_per_s.active * dt_s, from.resting + change_per_s.resting * dt_s,
            from.fatigued + change_per_s.fatigued * dt_s};
}

} // namespace

MuscleParams default_muscle_params(MuscleGroup group) {
    // F and R: [frey-law-2012]. r = 15: better than 30 for the shoulder [looft-2020]; used for the
    // others too [illustrative]. LD = LR = 10 a second: [xia-2008].
    struct Rates {
        double fatigue_per_s, recovery_per_s;
    };
    constexpr Rates rates[] = {
        {0.00755, 0.00075}, // trunk
        {0.01820, 0.00168}, // shoulder
        {0.00970, 0.00091}, // general
        {0.00589, 0.00058}, // ankle
        {0.01500, 0.00149}, // knee
        {0.00912, 0.00094}, // elbow
        {0.00980, 0.00064}, // grip
    };
    const Rates& own = rates[static_cast<std::size_t>(group)];
    const MuscleParams params{.fatigue_per_s = own.fatigue_per_s,
                              .recovery_per_s = own.recovery_per_s,
                              .rest_multiplier = 15,
                              .development_per_s = 10,
                              .relaxation_per_s = 10};
    return params;
}

MuscleState initial_muscle_state(const MuscleParams&) {
    return {};
}

void integrate(MuscleState& state, const MuscleParams& params, const MuscleInputs& inputs,
               double dt_s) {
    const double load = fraction(inputs.load_fraction);
    // Classical Runge-Kutta: the quick exchange (10 a second) stays stable and the slow one exact
    // enough.
    const Shares start{state.active, state.resting, state.fatigued};
    const Shares a = change_per_s(start, params, load);
    const Shares b = change_per_s(moved(start, a, dt_s / 2), params, load);
    const Shares c = change_per_s(moved(start, b, dt_s / 2), params, load);
    const Shares d = change_per_s(moved(start, c, dt_s), params, load);
    state.active += dt_s / 6 * (a.active + 2 * b.active + 2 * c.active + d.active);
    state.resting += dt_s / 6 * (a.resting + 2 * b.resting + 2 * c.resting + d.resting);
    state.fatigued += dt_s / 6 * (a.fatigued + 2 * b.fatigued + 2 * c.fatigued + d.fatigued);
    require_finite(state.active + state.resting + state.fatigued);
}

void step(MuscleState& state, const MuscleParams& params, const MuscleInputs& inputs) {
    integrate(state, params, inputs, muscle_step_s);
    ++state.steps;
}

std::uint64_t hash(const MuscleState& state) {
    return hash_bits<4>(state);
}

double time_s(const MuscleState& state) {
    return static_cast<double>(state.steps) / steps_per_s;
}

void settle(MuscleState& state, const MuscleParams& params, const MuscleInputs& inputs,
            double seconds) {
    require_finite(seconds);
    require(seconds >= 0);
    const double load = fraction(inputs.load_fraction);
    const double recovery = (load == 0 ? params.rest_multiplier : 1) * params.recovery_per_s;
    // Where calling in and tiring balance: LD (TL - MA) = F MA.
    const double held =
        load * params.development_per_s / (params.development_per_s + params.fatigue_per_s);
    // While enough fibres are fresh: MF' = F MA - R MF with MA held. Else every fibre that is not
    // tired works: MF' = F (1 - MF) - R MF. It can change from one to the other once at most.
    bool enough = state.fatigued <= 1 - held;
    double left_s = seconds;
    for (int part = 0; part < 2 && left_s > 0; ++part, enough = !enough) {
        const double rate = enough ? recovery : params.fatigue_per_s + recovery;
        const double rest_at = params.fatigue_per_s * (enough ? held : 1) / rate;
        const double bound_left = (1 - held) - rest_at;
        double until_s = left_s;
        if (enough ? bound_left < 0 : bound_left > 0) {
            const double ratio = (state.fatigued - rest_at) / bound_left;
            until_s = std::clamp(elementary::log(ratio) / rate, 0.0, left_s);
        }
        state.fatigued = rest_at + (state.fatigued - rest_at) * elementary::exp(-rate * until_s);
        left_s -= until_s;
    }
    state.active = std::min(held, 1 - state.fatigued);
    state.resting = 1 - state.active - state.fatigued;
    state.steps += static_cast<std::uint64_t>(std::llround(seconds * steps_per_s));
    require_finite(state.fatigued);
}

MuscleReadouts readouts(const MuscleState& state) {
    return {state.active, state.resting, state.fatigued, state.active + state.resting};
}

bool can_hold(const MuscleState& state, double load_fraction) {
    return state.active + state.resting >= load_fraction;
}

bool is_rest_gap(const GappedEffort& effort, double time_s) {
    const double into_minute_s = time_s - 60 * std::floor(time_s / 60);
    return into_minute_s >= 60 - effort.rest_s_per_min;
}

double gapped_load(const GappedEffort& effort, double time_s) {
    return is_rest_gap(effort, time_s) ? 0 : effort.load_fraction;
}

std::optional<double> endurance_s(const MuscleParams& params, double load_fraction) {
    if (load_fraction <= never_failing_load_fraction(params)) return std::nullopt;
    // ET = -ln(1 - R (1 - TL) / (F TL)) / R [frey-law-2012]
    const double ratio =
        params.recovery_per_s * (1 - load_fraction) / (params.fatigue_per_s * load_fraction);
    return -elementary::log(1 - ratio) / params.recovery_per_s;
}

double never_failing_load_fraction(const MuscleParams& params) {
    return params.recovery_per_s / (params.fatigue_per_s + params.recovery_per_s);
}

} // namespace tautline::physiology
