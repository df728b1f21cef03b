// Cortisol's day, over minutes to a day: the daily tide and the pulse that a stressor adds to it.
//
//   CortisolParams params = default_cortisol_params();
//   CortisolState state = initial_cortisol_state(params);    // midnight, no pulse
//   step(state, params, {.stress = stress_at(params, stressor_hours, minutes(state))});
//   CortisolReadouts now = readouts(state, params);
//
// Amounts are micrograms in a decilitre of blood (ug/dL), as the anchors were published;
// nmol_per_l() converts. It has no feedback and no weeks of adaptation: MODEL.md says what that
// leaves out. Never "your cortisol is high".
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace tautline::physiology {

inline constexpr double cortisol_step_s = 60;
inline constexpr double minutes_per_day = 1440;
inline constexpr double laboratory_stressor_min = 15; // [kirschbaum-1993]

struct CortisolParams {
    // The daily tide: two half-cosines through the group means of 33 healthy people [debono-2009].
    double low_ug_per_dl = 2.0, high_ug_per_dl = 15.5;
    double low_minute = 18, high_minute = 512; // 00:18 and 08:32, minutes after midnight

    // The pulse. The lag from brain to gland is one lump, tuned so that the peak falls at 21-40
    // minutes as measured [dickerson-2004]; its value itself is [illustrative].
    double lag_min = 10;
    double half_life_min = 66; // in blood, 60-70 minutes [cortisol-textbook]
    double stressor_min = 15;  // length of one stressor, like the laboratory's [kirschbaum-1993]
    // Height: one stressor of laboratory_stressor_min lifts the middle of the tide 1.4-fold
    // [illustrative]. The 2-4-fold of [kirschbaum-1993] was measured in saliva, where cortisol is
    // free; drawn on the blood's tide it would reach half as much again as the morning's peak.
    double pulse_fold = 1.4;
    double pulse_base_ug_per_dl = 8.75; // the middle of the tide, (low + high) / 2

    // The awakening response: half as much again, 35 minutes after waking [wust-2000,
    // stalder-2016]. A ratio of 0 leaves it out, as the default does: the tide's anchors were
    // measured with it.
    double wake_minute = 420;   // 07:00
    double awakening_ratio = 0; // set 0.5 to show it
    double awakening_peak_min = 35;

    friend bool operator==(const CortisolParams&, const CortisolParams&) = default;
};

CortisolParams default_cortisol_params();

struct CortisolInputs {
    double stress = 0; // 0 to 1 (clamped)
};

struct CortisolState {
    std::uint64_t steps = 0; // minutes after the first midnight
    double drive = 0;        // A: the lagged drive to the gland, 0 to 1
    double pulse_min = 0;    // c / k: the pulse before its height is applied, minutes

    friend bool operator==(const CortisolState&, const CortisolState&) = default;
};

CortisolState initial_cortisol_state(const CortisolParams& params);
void step(CortisolState& state, const CortisolParams& params, const CortisolInputs& inputs);
std::uint64_t hash(const CortisolState& state);
double minutes(const CortisolState& state);
double minute_of_day(const CortisolState& state); // 0 to 1440

// The tide alone, with the awakening response if params has one; any minute, wrapped into a day.
// ug/dL.
double tide_ug_per_dl(const CortisolParams& params, double minute);
// What one unit of c / k adds, ug/dL in a minute of full drive.
double pulse_gain_ug_per_dl_per_min(const CortisolParams& params);
// The highest c / k that one stressor of this length reaches, and when after its onset. Closed
// form, minutes.
double pulse_peak_min(const CortisolParams& params, double stressor_min);
double pulse_peak_at_min(const CortisolParams& params, double stressor_min);

constexpr double nmol_per_l(double ug_per_dl) {
    return ug_per_dl * 27.6; // molar mass of cortisol, 362.5 g/mol
}

// Activity around the loop, each 0 to 1, for a picture. The model has one lag, not three glands:
// `brain` follows the stressor, `adrenal` the lagged drive, `pituitary` is drawn halfway between
// them [illustrative]. Each also carries the tide, as the secretion that the tide needs, scaled to
// `tide_share` at its daily most [illustrative].
struct LoopActivity {
    double brain = 0, pituitary = 0, adrenal = 0;
};
inline constexpr double tide_share = 0.35;

struct CortisolReadouts {
    double level_ug_per_dl = 0; // tide + pulse
    double tide_ug_per_dl = 0;
    double pulse_ug_per_dl = 0;
    double level_nmol_per_l = 0;
    LoopActivity loop;
};
// `stress` is the input now: the brain's share of the loop has no lag of its own.
CortisolReadouts readouts(const CortisolState& state, const CortisolParams& params,
                          double stress = 0);

// 1 while a stressor of params.stressor_min lasts, else 0. Hours are after the first midnight; a
// stressor may run past midnight. `minute` counts on from the first midnight (it is not wrapped).
double stress_at(const CortisolParams& params, std::span<const double> stressor_hours,
                 double minute);

// A whole day's level, evenly spaced from 00:00 to 24:00, both ends included; ug/dL. It begins with
// no pulse. `samples` must divide the day into whole minutes: 1440 must be a multiple of samples
// - 1.
std::vector<double> day_levels_ug_per_dl(const CortisolParams& params,
                                         std::span<const double> stressor_hours, int samples);

} // namespace tautline::physiology
