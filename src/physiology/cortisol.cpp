#include "physiology/cortisol.h"

#include "physiology/elementary.h"
#include "physiology/require.h"
#include "physiology/state_hash.h"

#include <cmath>

namespace tautline::physiology {

namespace {

constexpr double step_min = cortisol_step_s / 60;
constexpr double pi = 3.14159265358979323846;
constexpr double ln2 = 0.69314718055994530942;

double wrapped(double minute) {
    return minute - minutes_per_day * std::floor(minute / minutes_per_day);
}

double clearance_per_min(const CortisolParams& params) {
    return ln2 / params.half_life_min;
}

// (exp(-b t) - exp(-a t)) / (a - b), also where the two rates meet.
double two_rate_lag_min(double a_per_min, double b_per_min, double t_min) {
    const double b_left = elementary::exp(-b_per_min * t_min);
    const double apart = a_per_min - b_per_min;
    if (std::abs(apart) < 1e-9) return t_min * b_left;
    return (b_left - elementary::exp(-a_per_min * t_min)) / apart;
}

// c / k, t minutes after a stressor without end began: the exact answer to a step.
double step_answer_min(const CortisolParams& params, double t_min) {
    if (t_min <= 0) return 0;
    const double b = clearance_per_min(params);
    return (1 - elementary::exp(-b * t_min)) / b - two_rate_lag_min(1 / params.lag_min, b, t_min);
}

// The two half-cosines through the anchors, and their slope.
struct Tide {
    double level_ug_per_dl, slope_per_min;
};

Tide tide(const CortisolParams& params, double minute) {
    const double rise_min = wrapped(params.high_minute - params.low_minute);
    const double since_low = wrapped(minute - params.low_minute);
    const bool rising = since_low < rise_min;
    const double length_min = rising ? rise_min : minutes_per_day - rise_min;
    const double angle = pi * (rising ? since_low : since_low - rise_min) / length_min;
    const double range = params.high_ug_per_dl - params.low_ug_per_dl;
    const double sign = rising ? -1 : 1;
    return {params.low_ug_per_dl + range * 0.5 * (1 + sign * elementary::cos(angle)),
            -sign * range * 0.5 * elementary::sin(angle) * pi / length_min};
}

// The secretion that the tide needs: what is cleared, and what it grows by. ug/dL in a minute.
double tide_secretion(const CortisolParams& params, double minute) {
    const Tide now = tide(params, minute);
    return std::max(0.0, now.slope_per_min + clearance_per_min(params) * now.level_ug_per_dl);
}

double highest_tide_secretion(const CortisolParams& params) {
    double highest = 0;
    for (int minute = 0; minute < 1440; minute += 10) {
        highest = std::max(highest, tide_secretion(params, minute));
    }
    return highest;
}

// dC (t / T) exp(1 - t / T) from waking on, dC in parts of the tide at waking. [wust-2000,
// stalder-2016]
double awakening_ug_per_dl(const CortisolParams& params, double minute) {
    if (params.awakening_ratio == 0) return 0;
    const double height = params.awakening_ratio * tide(params, params.wake_minute).level_ug_per_dl;
    const double turns = wrapped(minute - params.wake_minute) / params.awakening_peak_min;
    return height * turns * elementary::exp(1 - turns);
}

} // namespace

CortisolParams default_cortisol_params() {
    return {};
}

CortisolState initial_cortisol_state(const CortisolParams&) {
    return {};
}

void step(CortisolState& state, const CortisolParams& params, const CortisolInputs& inputs) {
    const double stress = fraction(inputs.stress);
    const double a = 1 / params.lag_min;
    const double b = clearance_per_min(params);
    const double kept = elementary::exp(-b * step_min);
    // The exact solution over one step with the stress constant, so that the step size does not
    // matter.
    state.pulse_min = state.pulse_min * kept + stress * (1 - kept) / b +
                      (state.drive - stress) * two_rate_lag_min(a, b, step_min);
    state.drive = stress + (state.drive - stress) * elementary::exp(-a * step_min);
    ++state.steps;
    require_finite(state.drive + state.pulse_min);
}

std::uint64_t hash(const CortisolState& state) {
    return hash_bits<3>(state);
}

double minutes(const CortisolState& state) {
    return static_cast<double>(state.steps) * step_min;
}

double minute_of_day(const CortisolState& state) {
    return wrapped(minutes(state));
}

double tide_ug_per_dl(const CortisolParams& params, double minute) {
    require_finite(minute);
    return tide(params, minute).level_ug_per_dl + awakening_ug_per_dl(params, minute);
}

double pulse_peak_at_min(const CortisolParams& params, double stressor_min) {
    // Where the answer to the onset rises as fast as the answer to the end falls.
    const double a = 1 / params.lag_min;
    const double b = clearance_per_min(params);
    const double onset = elementary::exp(a * stressor_min) - 1;
    const double end = elementary::exp(b * stressor_min) - 1;
    require(std::abs(a - b) > 1e-9);
    return elementary::log(onset / end) / (a - b);
}

double pulse_peak_min(const CortisolParams& params, double stressor_min) {
    const double at = pulse_peak_at_min(params, stressor_min);
    return step_answer_min(params, at) - step_answer_min(params, at - stressor_min);
}

double pulse_gain_ug_per_dl_per_min(const CortisolParams& params) {
    return (params.pulse_fold - 1) * params.pulse_base_ug_per_dl /
           pulse_peak_min(params, laboratory_stressor_min);
}

CortisolReadouts readouts(const CortisolState& state, const CortisolParams& params, double stress) {
    const double minute = minute_of_day(state);
    const double tide_now = tide_ug_per_dl(params, minute);
    const double pulse = pulse_gain_ug_per_dl_per_min(params) * state.pulse_min;
    const double input = fraction(stress);
    // At most 1: the day's highest is looked for every ten minutes only.
    const double share =
        tide_share * std::min(1.0, tide_secretion(params, minute) / highest_tide_secretion(params));
    const auto activity = [&](double from_stress) {
        return share + (1 - tide_share) * from_stress;
    };
    return {
        .level_ug_per_dl = tide_now + pulse,
        .tide_ug_per_dl = tide_now,
        .pulse_ug_per_dl = pulse,
        .level_nmol_per_l = nmol_per_l(tide_now + pulse),
        .loop = {.brain = activity(input),
                 .pituitary = activity((input + state.drive) / 2),
                 .adrenal = activity(state.drive)},
    };
}

double stress_at(const CortisolParams& params, std::span<const double> stressor_hours,
                 double minute) {
    for (double hour : stressor_hours) {
        // Whole minutes, so that an hour like 13.1 begins on a step.
        const double onset = std::floor(hour * 60 + 0.5);
        if (minute >= onset && minute < onset + params.stressor_min) return 1;
    }
    return 0;
}

std::vector<double> day_levels_ug_per_dl(const CortisolParams& params,
                                         std::span<const double> stressor_hours, int samples) {
    require(samples >= 2 && 1440 % (samples - 1) == 0);
    const int every_min = 1440 / (samples - 1);
    std::vector<double> levels;
    levels.reserve(static_cast<std::size_t>(samples));
    const double gain = pulse_gain_ug_per_dl_per_min(params);
    CortisolState state = initial_cortisol_state(params);
    for (int minute = 0; minute <= 1440; ++minute) {
        if (minute % every_min == 0) {
            levels.push_back(tide_ug_per_dl(params, minute) + gain * state.pulse_min);
        }
        step(state, params, {.stress = stress_at(params, stressor_hours, minute)});
    }
    return levels;
}

} // namespace tautline::physiology
