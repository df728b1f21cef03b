#include "physiology/weeks.h"

#include "physiology/elementary.h"
#include "physiology/require.h"
#include "physiology/state_hash.h"

#include <cmath>

namespace tautline::physiology {

namespace {

constexpr double ln2 = 0.69314718055994530942;
constexpr double noon_h = 12;

struct Stores {
    double quick, slow;
};

// What an hour-long stretch needs of the parameters; made once a day.
struct StoreRates {
    double filling_per_h, quick_loss_per_h, slow_gain_per_h, slow_loss_per_h, threshold;
};

// The stores after a stretch of constant signal. The quick store is exact. The slow one fills while
// the quick one is above its threshold; the time of crossing and the mean filling over the stretch
// are exact, and the mean stands for the filling (its own loss is too slow for the difference to
// show: a few hours against ten days).
Stores after_stretch(const Stores& start, const StoreRates& rates, double signal, double hours) {
    if (hours <= 0) return start;
    const double in = rates.filling_per_h * signal;
    const double rate = in + rates.quick_loss_per_h;
    const double rest_at = in / rate;
    const double end = rest_at + (start.quick - rest_at) * elementary::exp(-rate * hours);

    const double over_start = start.quick - rates.threshold;
    const double over_end = end - rates.threshold;
    double area_h = 0; // of max(0, L1 - theta)
    if (over_start > 0 || over_end > 0) {
        // Integral of L1 - theta = (rest - theta) t + (L1(0) - L1(t)) / rate, over the part above.
        double above_h = hours;
        double from = start.quick, to = end;
        if (over_start <= 0 || over_end <= 0) {
            const double crossing_h =
                elementary::log((start.quick - rest_at) / (rates.threshold - rest_at)) / rate;
            above_h = over_start > 0 ? crossing_h : hours - crossing_h;
            (over_start > 0 ? to : from) = rates.threshold;
        }
        area_h = (rest_at - rates.threshold) * above_h + (from - to) / rate;
    }
    const double filling = rates.slow_gain_per_h * std::max(0.0, area_h) / hours;
    const double slow_rate = filling + rates.slow_loss_per_h;
    const double slow_rest_at = filling / slow_rate;
    return {end, slow_rest_at + (start.slow - slow_rest_at) * elementary::exp(-slow_rate * hours)};
}

// The two halves of a day, each in at most two stretches: with the signal and without.
Stores after_hours(const Stores& start, const StoreRates& rates, const DayInputs& inputs,
                   double from_h, double to_h) {
    const double signal_until_h = std::clamp(inputs.signal_h_per_day, from_h, to_h);
    const Stores then =
        after_stretch(start, rates, fraction(inputs.signal), signal_until_h - from_h);
    return after_stretch(then, rates, 0, to_h - signal_until_h);
}

struct Masses {
    double pituitary, adrenal;
};

// How the masses move at this moment, a day.
Masses change_per_day(const GlandsParams& params, const Masses& now,
                      const SettledHormones& hormones) {
    return {ln2 / params.pituitary_half_life_d * now.pituitary * (hormones.crh - 1),
            ln2 / params.adrenal_half_life_d * now.adrenal * (hormones.acth - 1)};
}

Masses moved(const Masses& from, const Masses& change, double days) {
    return {from.pituitary + change.pituitary * days, from.adrenal + change.adrenal * days};
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
    const double load = load_fraction(params.load, inputs.load);
    const double usual = initial_glands_state(params.glands).cortisol;
    // Adrenal mass at rest is the level of cortisol at rest, and ACTH is 1 (glands.h).

    // The masses by the midpoint rule: from midnight to noon, then the whole day by noon's change.
    const Masses midnight{state.pituitary, state.adrenal};
    const SettledHormones first =
        settled_hormones(params.glands, demand(params.load, load, state.habit), midnight.pituitary,
                         midnight.adrenal, state.cortisol);
    const Masses noon = moved(midnight, change_per_day(params.glands, midnight, first), 0.5);
    const double kept = elementary::exp(-0.5 / params.load.habituation_time_constant_d);
    state.habit = load + (state.habit - load) * kept;
    const SettledHormones hormones =
        settled_hormones(params.glands, demand(params.load, load, state.habit), noon.pituitary,
                         noon.adrenal, first.cortisol);
    state.habit = load + (state.habit - load) * kept;
    const Masses next = moved(midnight, change_per_day(params.glands, noon, hormones), 1);
    state.pituitary = next.pituitary;
    state.adrenal = next.adrenal;
    state.cortisol = hormones.cortisol;

    const double target = receptor_target(params.inflammation, load);
    const double half_day = elementary::exp(-0.5 / params.inflammation.receptor_time_constant_d);
    const double receptor = target + (state.receptor - target) * half_day;
    state.receptor = target + (receptor - target) * half_day;
    const double cortisol_ratio = hormones.cortisol / usual;
    const double inflammation = settled_inflammation(
        params.inflammation, receptor,
        {.adrenaline = load * params.load.adrenaline_mean, .cortisol_ratio = cortisol_ratio});

    const SensitivityParams slept =
        with_sleep(params.sensitivity, params.load, inputs.load.sleep_h);
    const StoreRates rates{.filling_per_h = slept.quick_gain_per_h,
                           .quick_loss_per_h = ln2 / slept.quick_half_life_h,
                           .slow_gain_per_h = slept.slow_gain_per_h,
                           .slow_loss_per_h = ln2 / (slept.slow_half_life_d * 24),
                           .threshold = slept.slow_threshold};
    const Stores at_noon = after_hours({state.quick, state.slow}, rates, inputs, 0, noon_h);
    const Stores at_end = after_hours(at_noon, rates, inputs, noon_h, 24);
    state.quick = at_end.quick;
    state.slow = at_end.slow;
    state.days += 1;
    require_finite(state.pituitary + state.adrenal + state.receptor + state.quick + state.slow);
    return {cortisol_ratio,
            hormones.acth,
            noon.adrenal / usual,
            receptor,
            inflammation,
            1 + slept.quick_weight * at_noon.quick + slept.slow_weight * at_noon.slow};
}

std::uint64_t hash(const WeeksState& state) {
    return hash_bits<8>(state);
}

} // namespace tautline::physiology
