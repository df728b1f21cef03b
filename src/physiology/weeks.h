// The slow systems alone, a day at a time, for many bodies at once: glands, receptors, inflammation
// and the stores of sensitivity over weeks.
//
//   WeeksParams params = weeks_params(default_body_params());
//   WeeksState state = initial_weeks_state(params);
//   DayValues noon = step_day(state, params, {.load = {.stress = 0.8}, .signal_h_per_day = 6});
//
// Reduced from the full models: the quick hormones and the inflammation stand at quasi-steady
// state, receptors, habit and stores move in closed form through each stretch of constant inputs.
// A spec holds it to within 1 % of the full models for every body of the ensemble. MODEL.md has the
// derivation. ensemble.h makes the bodies and the fan.
#pragma once

#include "physiology/body.h"

#include <array>
#include <cstdint>
#include <span>

namespace tautline::physiology {

// The part of a body that weeks are about.
struct WeeksParams {
    GlandsParams glands;
    InflammationParams inflammation;
    SensitivityParams sensitivity;
    LoadParams load;

    friend bool operator==(const WeeksParams&, const WeeksParams&) = default;
};

WeeksParams weeks_params(const BodyParams& params);

// One day, or every day of a week. The tissue's signal runs from midnight for some hours, as in
// repeated_signal().
struct DayInputs {
    LoadInputs load{};
    double signal = 1;           // while it lasts, 0 to 1 (clamped)
    double signal_h_per_day = 0; // 0 to 24 (clamped)

    friend bool operator==(const DayInputs&, const DayInputs&) = default;
};

struct WeeksState {
    double days = 0; // since the first midnight
    double habit = 0;
    double pituitary = 1, adrenal = 1; // masses, as in GlandsState
    double cortisol = 1;               // the settled level, where the next search for it begins
    double receptor = 1;
    double quick = 0, slow = 0;

    friend bool operator==(const WeeksState&, const WeeksState&) = default;
};

WeeksState initial_weeks_state(const WeeksParams& params); // long used to no load, no signal

// What a fan can show; each at noon. All but the receptors are in folds of this person's usual.
enum class WeeksQuantity : std::uint8_t {
    cortisol,     // the day's level
    acth,         // the pituitary's message
    adrenal,      // the adrenal gland's size
    receptor,     // how well cells listen to cortisol, 1 is usual
    inflammation, // quiet inflammation
    gain,         // how many times more strongly a signal is felt
};
inline constexpr std::size_t weeks_quantities = 6;
using DayValues = std::array<double, weeks_quantities>; // in the order of WeeksQuantity

// On by one day; the values are those at its noon.
DayValues step_day(WeeksState& state, const WeeksParams& params, const DayInputs& inputs);
// On by as many days alike as `noons` has places; the same as step_day() for each, sooner.
void run_days(WeeksState& state, const WeeksParams& params, const DayInputs& inputs,
              std::span<DayValues> noons);
std::uint64_t hash(const WeeksState& state);

} // namespace tautline::physiology
