// Muscles that don't get a break, over seconds to hours: the three-compartment fatigue model
// (active, resting, fatigued fibres) of Xia and Frey-Law [xia-2008], with the rest multiplier of
// Looft [looft-2018].
//
//   MuscleParams params = default_muscle_params(MuscleGroup::trunk);
//   MuscleState state = initial_muscle_state(params);        // every fibre rested
//   step(state, params, {.load_fraction = gapped_load(plan, time_s(state))});
//
// It shows tiredness, not pain and not damage. It was fitted to strong holds (10 % of full strength
// and more); at the 1-5 % of everyday tension it only says how the shares of fibres would move.
// MODEL.md has the equations and limits.
#pragma once

#include <cstdint>
#include <optional>

namespace tautline::physiology {

inline constexpr double muscle_step_s = 0.1;

// The back's groups first; the others were fitted in the same study and serve comparison.
enum class MuscleGroup : std::uint8_t { trunk, shoulder, general, ankle, knee, elbow, grip };

struct MuscleParams {
    double fatigue_per_s = 0;     // F: active to fatigued [frey-law-2012]
    double recovery_per_s = 0;    // R: fatigued to resting, while working [frey-law-2012]
    double rest_multiplier = 0;   // r: recovery is r times R while fully at rest [looft-2018]
    double development_per_s = 0; // LD: how fast fibres are called in [xia-2008]
    double relaxation_per_s = 0;  // LR: how fast they are let go [xia-2008]

    friend bool operator==(const MuscleParams&, const MuscleParams&) = default;
};

MuscleParams default_muscle_params(MuscleGroup group);

struct MuscleInputs {
    double load_fraction =
        0; // TL: asked-for force, 0 to 1 of full strength (clamped); exactly 0 is a rest
};

struct MuscleState {
    std::uint64_t steps = 0;
    double active = 0, resting = 1, fatigued = 0; // shares of the fibres; they sum to 1

    friend bool operator==(const MuscleState&, const MuscleState&) = default;
};

MuscleState initial_muscle_state(const MuscleParams& params);
void step(MuscleState& state, const MuscleParams& params, const MuscleInputs& inputs);
std::uint64_t hash(const MuscleState& state);
double time_s(const MuscleState& state);

// The same equations over any length of time step; for tests of accuracy (half steps must agree).
void integrate(MuscleState& state, const MuscleParams& params, const MuscleInputs& inputs,
               double dt_s);

// The same over any time at once while the load stays as it is, in closed form: the quick exchange
// of active and resting fibres (a tenth of a second) is taken as settled. For slow clocks.
void settle(MuscleState& state, const MuscleParams& params, const MuscleInputs& inputs,
            double seconds);

struct MuscleReadouts {
    double active_fraction = 0, resting_fraction = 0, fatigued_fraction = 0;
    double strength_left_fraction = 0; // active + resting: the most force there is now
};
MuscleReadouts readouts(const MuscleState& state);

// Whether the asked-for force can still be given (MA + MR >= TL).
bool can_hold(const MuscleState& state, double load_fraction);

// A steady effort with a rest at the end of each minute. rest_s_per_min: 0 to 60.
struct GappedEffort {
    double load_fraction = 0.05;
    double rest_s_per_min = 0;

    friend bool operator==(const GappedEffort&, const GappedEffort&) = default;
};
bool is_rest_gap(const GappedEffort& effort, double time_s);
double gapped_load(const GappedEffort& effort, double time_s); // 0 in a gap

// How long a steady force can be held from rest, by the model's closed form; none when it never
// fails. [frey-law-2012]
std::optional<double> endurance_s(const MuscleParams& params, double load_fraction);
// The force below which the model never fails: R / (F + R).
double never_failing_load_fraction(const MuscleParams& params);

} // namespace tautline::physiology
