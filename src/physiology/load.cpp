#include "physiology/load.h"

#include "physiology/elementary.h"
#include "physiology/require.h"

namespace tautline::physiology {

LoadParams default_load_params() {
    return {};
}

double sleep_shortfall(const LoadParams& params, double sleep_h) {
    return fraction((params.enough_sleep_h - sleep_h) / params.short_by_h);
}

SensitivityParams with_sleep(const SensitivityParams& stores, const LoadParams& params,
                             double sleep_h) {
    SensitivityParams slept = stores;
    slept.slow_half_life_d *=
        1 + params.short_sleep_slows_fading * sleep_shortfall(params, sleep_h);
    return slept;
}

double load_fraction(const LoadParams& params, const LoadInputs& inputs) {
    return fraction(fraction(inputs.stress) * (1 - params.rest_takes_off * fraction(inputs.rest)) +
                    params.short_sleep_load * sleep_shortfall(params, inputs.sleep_h));
}

double habit_after(const LoadParams& params, double habit, double load, double days) {
    return load + (habit - load) * elementary::exp(-days / params.habituation_time_constant_d);
}

double demand(const LoadParams& params, double load, double habit) {
    return 1 + params.demand_reach * std::max(0.0, load - params.habituation_share * habit);
}

} // namespace tautline::physiology
