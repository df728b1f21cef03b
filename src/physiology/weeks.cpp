#include "physiology/weeks.h"

#include "physiology/elementary.h"
#include "physiology/require.h"
#include "physiology/state_hash.h"

#include <algorithm>
#include <cmath>

namespace tautline::physiology {

namespace {

constexpr double ln2 = 0.69314718055994530942;
constexpr double noon_h = 12;

struct Stores {
    double quick, slow;
};

// A stretch of hours with one signal: what it takes of the parameters, made once for days alike.
struct Stretch {
    double hours = 0;
    double quick_rate = 0, quick_rest_at = 0, quick_left = 1; // an hour; of the way, at the end
};

struct StoreRates {
    double slow_gain_per_h, slow_loss_per_h, threshold;
};

// Everything about a body and a run of days alike.
struct Days {
    double load, usual_cortisol;
    double pituitary_per_day, adrenal_per_day;
    double habit_left, receptor_left, receptor_target; // over half a day
    StoreRates rates;
    std::array<Stretch, 4> stretches; // with and without the signal, before and after noon
};

// The stores after a stretch. The quick store is exact. The slow one fills while the quick one is
// above its threshold; the time of crossing and the mean filling over the stretch are exact, and
// the mean stands for the filling (its own loss is too slow for the difference to show: a few
// hours against ten days).
Stores after_stretch(const Stores& start, const StoreRates& rates, const Stretch& stretch) {
    if (stretch.hours <= 0) return start;
    const double rest_at = stretch.quick_rest_at;
    const double end = rest_at + (start.quick - rest_at) * stretch.quick_left;
    const double over_start = start.quick - rates.threshold;
    const double over_end = end - rates.threshold;
    double area_h = 0; // of max(0, L1 - theta)
    if (over_start > 0 || over_end > 0) {
        // Integral of L1 - theta = (rest - theta) t + (L1(0) - L1(t)) / rate, over the part above.
        double above_h = stretch.hours;
        double from = start.quick, to = end;
        if (over_start <= 0 || over_end <= 0) {
            const double crossing_h =
                elementary::log((start.quick - rest_at) / (rates.threshold - rest_at)) /
                stretch.quick_rate;
            above_h = over_start > 0 ? crossing_h : stretch.hours - crossing_h;
            (over_start > 0 ? to : from) = rates.threshold;
        }
        area_h = (rest_at - rates.threshold) * above_h + (from - to) / stretch.quick_rate;
    }
    const double filling = rates.slow_gain_per_h * std::max(0.0, area_h);
    const double loss = rates.slow_loss_per_h * stretch.hours;
    const double slow_rest_at = filling / (filling + loss);
    return {end, slow_rest_at + (start.slow - slow_rest_at) * elementary::exp(-(filling + loss))};
}

Stretch stretch_of(const SensitivityParams& params, double signal, double hours) {
    const double in = params.quick_gain_per_h * signal;
    const double rate = in + ln2 / params.quick_half_life_h;
    return {hours, rate, in / rate, elementary::exp(-rate * hours)};
}

Days days_of(const WeeksParams& params, const DayInputs& inputs) {
    const double load = load_fraction(params.load, inputs.load);
    const SensitivityParams slept =
        with_sleep(params.sensitivity, params.load, inputs.load.sleep_h);
    const double signal = fraction(inputs.signal);
    require_finite(inputs.signal_h_per_day);
    const double until_h = std::clamp(inputs.signal_h_per_day, 0.0, 24.0);
    const double before_noon_h = std::min(until_h, noon_h);
    const double after_noon_h = until_h - before_noon_h;
    return {
        .load = load,
        .usual_cortisol = initial_glands_state(params.glands).cortisol,
        .pituitary_per_day = ln2 / params.glands.pituitary_half_life_d,
        .adrenal_per_day = ln2 / params.glands.adrenal_half_life_d,
        .habit_left = elementary::exp(-0.5 / params.load.habituation_time_constant_d),
        .receptor_left = elementary::exp(-0.5 / params.inflammation.receptor_time_constant_d),
        .receptor_target = receptor_target(params.inflammation, load),
        .rates = {slept.slow_gain_per_h, ln2 / (slept.slow_half_life_d * 24), slept.slow_threshold},
        .stretches = {stretch_of(slept, signal, before_noon_h),
                      stretch_of(slept, 0, noon_h - before_noon_h),
                      stretch_of(slept, signal, after_noon_h),
                      stretch_of(slept, 0, 24 - noon_h - after_noon_h)},
    };
}

struct Masses {
    double pituitary, adrenal;
};

// The masses after some days at the pace of this moment.
Masses moved(const Masses& from, const Days& days, const Masses& at,
             const SettledHormones& hormones, double length_d) {
    return {from.pituitary + length_d * days.pituitary_per_day * at.pituitary * (hormones.crh - 1),
            from.adrenal + length_d * days.adrenal_per_day * at.adrenal * (hormones.acth - 1)};
}

DayValues step_day(WeeksState& state, const WeeksParams& params, const Days& days) {
    // The masses by the midpoint rule: from midnight to noon, then the whole day by noon's pace.
    const Masses midnight{state.pituitary, state.adrenal};
    const SettledHormones first =
        settled_hormones(params.glands, demand(params.load, days.load, state.habit),
                         midnight.pituitary, midnight.adrenal, state.cortisol);
    const Masses noon = moved(midnight, days, midnight, first, 0.5);
    state.habit = days.load + (state.habit - days.load) * days.habit_left;
    const SettledHormones hormones =
        settled_hormones(params.glands, demand(params.load, days.load, state.habit), noon.pituitary,
                         noon.adrenal, first.cortisol);
    state.habit = days.load + (state.habit - days.load) * days.habit_left;
    const Masses next = moved(midnight, days, noon, hormones, 1);
    state.pituitary = next.pituitary;
    state.adrenal = next.adrenal;
    state.cortisol = hormones.cortisol;

    const auto half_a_day = [&](double receptor) {
        return days.receptor_target + (receptor - days.receptor_target) * days.receptor_left;
    };
    const double receptor = half_a_day(state.receptor);
    state.receptor = half_a_day(receptor);
    const double cortisol_ratio = hormones.cortisol / days.usual_cortisol;

    const auto half_of_stores = [&](const Stores& start, std::size_t half) {
        return after_stretch(after_stretch(start, days.rates, days.stretches[2 * half]), days.rates,
                             days.stretches[2 * half + 1]);
    };
    const Stores at_noon = half_of_stores({state.quick, state.slow}, 0);
    const Stores at_end = half_of_stores(at_noon, 1);
    state.quick = at_end.quick;
    state.slow = at_end.slow;
    state.days += 1;
    require_finite(state.pituitary + state.adrenal + state.receptor + state.quick + state.slow);
    return {
        cortisol_ratio,
        hormones.acth, // 1 is usual, as the adrenal's mass is the level of cortisol (glands.h)
        noon.adrenal / days.usual_cortisol,
        receptor,
        settled_inflammation(params.inflammation, receptor,
                             {.adrenaline = days.load * params.load.adrenaline_mean,
                              .cortisol_ratio = cortisol_ratio}),
        1 + params.sensitivity.quick_weight * at_noon.quick +
            params.sensitivity.slow_weight * at_noon.slow,
    };
}

} // namespace

WeeksParams weeks_params(const BodyParams& params) {
    return {params.glands, params.inflammation, params.sensitivity, params.load};
}

WeeksState initial_weeks_state(const WeeksParams& params) {
    const GlandsState usual = initial_glands_state(params.glands);
    return {.pituitary = usual.pituitary, .adrenal = usual.adrenal, .cortisol = usual.cortisol};
}

DayValues step_day(WeeksState& state, const WeeksParams& params, const DayInputs& inputs) {
    return step_day(state, params, days_of(params, inputs));
}

void run_days(WeeksState& state, const WeeksParams& params, const DayInputs& inputs,
              std::span<DayValues> noons) {
    const Days days = days_of(params, inputs);
    for (DayValues& noon : noons)
        noon = step_day(state, params, days);
}

std::uint64_t hash(const WeeksState& state) {
    return hash_bits<8>(state);
}

} // namespace tautline::physiology
