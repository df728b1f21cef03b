// One body: every model of this folder in one state, each on its own clock, so that a moment of
// fright and two months of strain are the same body.
//
//   BodyParams params = default_body_params();
//   BodyState state = initial_body_state(params);            // midnight, at rest
//   BodyInputs inputs{.alarm = 1.0, .stress = 0.3};
//   step(state, params, inputs);                             // 0.05 s: beats, breaths, volleys
//   step_minute(state, params, inputs);                      // a minute at once: hours, days,
//   weeks
//
// Clocks: the gate 0.01 s, the alarm 0.05 s, muscles 0.1 s; cortisol, glands, receptors and stores
// a minute, on the mean of the minute that has passed. step_minute() gives the quick ones their
// exact or settled value a minute on, and follows no single beat, breath or volley. A day is 1,440
// of them; the slow models are the same in both.
//
// What goes where: the alarm drives heart, breath, adrenaline, a little muscle and cortisol's
// pulse; load (load.h) drives glands and receptors; the tissue's signal drives the gate and the
// stores. Tired muscles send no pain here: how hard muscles worked did not foretell pain
// [bansevicius-1997]. A simplified picture; not a model of you.
#pragma once

#include "physiology/alarm.h"
#include "physiology/cortisol.h"
#include "physiology/gate.h"
#include "physiology/glands.h"
#include "physiology/inflammation.h"
#include "physiology/load.h"
#include "physiology/muscle.h"
#include "physiology/sensitivity.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace tautline::physiology {

// The back's muscles, top down; each is one bundle.
enum class BackPart : std::uint8_t { neck_shoulders, upper_back, low_back };
inline constexpr std::size_t back_parts = 3;
MuscleGroup muscle_group(BackPart part); // the published group nearest to it

inline constexpr double body_step_s = alarm_step_s;
inline constexpr std::uint32_t body_steps_per_min = 1200;

struct BodyParams {
    AlarmParams alarm;
    std::array<MuscleParams, back_parts> muscles;
    CortisolParams cortisol;
    GlandsParams glands;
    InflammationParams inflammation;
    GateParams gate;
    SensitivityParams sensitivity;
    LoadParams load;

    // How much of the alarm's muscle activity each part of the back gets: more higher up
    // [waersted-westgaard-1996]; numbers [illustrative].
    std::array<double, back_parts> alarm_share{1.0, 0.6, 0.3};
    // At or below this a muscle rests: its tone at rest [illustrative].
    double rest_below_fraction = 0.005;
    // Hard mental work leaves fewer rest gaps [schleifer-2008]: a full alarm takes this share of
    // them [illustrative].
    double alarm_takes_gaps = 0.5;

    friend bool operator==(const BodyParams&, const BodyParams&) = default;
};

BodyParams default_body_params();

// Fractions are clamped to 0 to 1.
struct BodyInputs {
    double alarm = 0; // the alarm signal from the brain, now
    bool slow_breathing = false;
    // The days: stress, sleep and rest as for load.h.
    double stress = 0, sleep_h = 7.5, rest = 0;
    // What posture and work ask of each part of the back, of full strength, and the rest gap at the
    // end of each minute.
    std::array<double, back_parts> effort_fraction{};
    double rest_s_per_min = 0;
    // The tissue's signal, as volleys in small fibres this often.
    double signal = 0, volleys_per_s = 1;
    double rubbing = 0, calm = 0, worry = 0, fear = 0;
};

struct BodyState {
    std::uint64_t steps = 0; // of 0.05 s, from the first midnight
    // Sums over the minute begun, for the slow clocks.
    double alarm_sum = 0, adrenaline_sum = 0, signal_sum = 0;
    double habit = 0; // how used the body is to its load, 0 to 1
    AlarmState alarm;
    GateState gate;
    std::array<MuscleState, back_parts> muscles;
    CortisolState cortisol;
    GlandsState glands;
    InflammationState inflammation;
    SensitivityState sensitivity;

    friend bool operator==(const BodyState&, const BodyState&) = default;
};

BodyState initial_body_state(const BodyParams& params);
void step(BodyState& state, const BodyParams& params, const BodyInputs& inputs);
// On to the next whole minute: a minute at once from a whole minute, else by single steps.
void step_minute(BodyState& state, const BodyParams& params, const BodyInputs& inputs);
std::uint64_t hash(const BodyState& state);
double time_s(const BodyState& state);

struct BodyReadouts {
    AlarmReadouts alarm;
    std::array<MuscleReadouts, back_parts> muscles;
    std::array<double, back_parts> load_fraction{}; // of each part of the back, now
    GateReadouts gate;
    CortisolReadouts cortisol; // the pulse and the tide of a rested body
    GlandsReadouts glands;
    double cortisol_ug_per_dl = 0; // the tide times the glands' ratio, and the pulse
    double cortisol_nmol_per_l = 0;
    double receptor_fraction = 1;  // how well cells listen; 1 is usual
    double inflammation_ratio = 1; // to what is usual
    double demand = 1;             // u, after habituation
    SensitivityReadouts sensitivity;
};
BodyReadouts readouts(const BodyState& state, const BodyParams& params, const BodyInputs& inputs);

} // namespace tautline::physiology
