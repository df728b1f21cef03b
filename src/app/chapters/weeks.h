// Eight weeks of cortisol's loop, and how bodies differ: the second figure of the cortisol chapter.
// A stretch of stressful weeks and the calm after it, for many made-up bodies and one of them on
// top. Pure values; a change runs the whole fan anew.
#pragma once

#include "physiology/ensemble.h"

#include <array>
#include <optional>

namespace tautline::app {

// The same made-up bodies for everybody and in every build.
inline constexpr std::uint64_t fan_seed = 2026;
inline constexpr std::uint32_t fan_bodies = 1000;

// The whole fan over this plan, anew.
void run_fan(physiology::Fan& fan, const physiology::WeeksPlan& plan);

struct WeeksView {
    double stress_percent = 80;
    int stress_weeks = 4; // then calm ones: the way back always shows
    int quantity = 0;     // index in weeks_view_quantities
    int body = 0;         // whose line stands on top: 0 the average one, else one of the many
    // Only while it is looked at: it is some megabytes, and a state is copied.
    std::optional<physiology::Fan> fan;
    physiology::FanLines lines; // of the quantity shown; kept, since every frame shows them
};
inline constexpr int most_stress_weeks = 5;
inline constexpr int other_bodies = 12; // "Another body" goes round these and the average one
inline constexpr std::array<physiology::WeeksQuantity, 3> weeks_view_quantities{
    physiology::WeeksQuantity::cortisol, physiology::WeeksQuantity::acth,
    physiology::WeeksQuantity::adrenal};

void open_weeks(WeeksView& view);    // makes its fan
void run(WeeksView& view);           // after its stress or its weeks changed
void show_quantity(WeeksView& view); // after that changed
void another_body(WeeksView& view);  // puts the next line on top

} // namespace tautline::app
