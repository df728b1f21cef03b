// The load of a stretch of days: what stress, sleep and rest ask of the slow systems (glands,
// receptors, stores), and how a body gets used to it. Days to weeks.
//
//   LoadParams params = default_load_params();
//   double load = load_fraction(params, {.stress = 0.8, .sleep_h = 6, .rest = 0.2});
//   double u = demand(params, load, habit);                  // for glands.h
//
// All of it is [illustrative]: it joins the sliders to the models, and only the directions rest on
// sources. MODEL.md says which.
#pragma once

#include "physiology/sensitivity.h"

namespace tautline::physiology {

struct LoadParams {
    // A full load lasts like the demand of 2 in the gland model's usual scenario.
    double demand_reach = 1;
    // Used to it: most stressors that go on raise cortisol less and less [miller-2007]; how much
    // and how fast is [illustrative]. 1: wholly; 0: never, as in the gland model's own scenario.
    double habituation_share = 0.5;
    double habituation_time_constant_d = 21;
    // Adrenaline's mean over the day under a full load, of its value in a long alarm
    // [illustrative]: some 70 minutes of full alarm a day.
    double adrenaline_mean = 0.05;
    // Rest takes off at most this much of the load [illustrative].
    double rest_takes_off = 0.4;
    // Poor sleep and pain feed each other [sleep-and-pain]; sizes [illustrative]. Short is below
    // enough_sleep_h; fully short is short_by_h less.
    double enough_sleep_h = 7, short_by_h = 3;
    double short_sleep_load = 0.2;         // added to the load when fully short
    double short_sleep_slows_fading = 0.5; // of the slow store: its half-life is longer by this

    friend bool operator==(const LoadParams&, const LoadParams&) = default;
};

LoadParams default_load_params();

struct LoadInputs {
    double stress = 0;    // 0 to 1 (clamped)
    double sleep_h = 7.5; // a night
    double rest = 0;      // breaks and calm in the day, 0 to 1 (clamped)

    friend bool operator==(const LoadInputs&, const LoadInputs&) = default;
};

double sleep_shortfall(const LoadParams& params, double sleep_h); // 0 to 1
// The stores with the slow one fading as slowly as short sleep leaves it.
SensitivityParams with_sleep(const SensitivityParams& stores, const LoadParams& params,
                             double sleep_h);
double load_fraction(const LoadParams& params, const LoadInputs& inputs); // 0 to 1

// How used the body is to the load, 0 to 1: it follows the load with its time constant, exactly.
double habit_after(const LoadParams& params, double habit, double load, double days);
// u of glands.h: 1 without a load. Never below 1: that a body goes lower after long stress is left
// to the glands' own sizes.
double demand(const LoadParams& params, double load, double habit);

} // namespace tautline::physiology
