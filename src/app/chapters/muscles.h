// Chapter 2, tense muscles: an hour of small work with or without gaps, and the rest after it.
#pragma once

#include "app/chapters/simulation.h"

#include <cstdint>
#include <vector>

namespace tautline::app {

struct MuscleChapter {
    Playback playback;
    std::uint64_t steps = 0;   // of the body, in this story
    int region = 0;            // physiology::BackPart that works
    double effort_percent = 3; // of the most the muscle can give: about what an alarm adds
    double rest_s_per_min = 0;
    std::vector<float> tired;         // share, one value each muscle_sample_s
    std::vector<float> tired_no_rest; // the same work without gaps, over the whole axis
};
inline constexpr double muscle_sample_s = 30;
inline constexpr double muscle_work_s = 3600; // an hour of work, then rest
inline constexpr double muscle_window_s = 4500;
inline constexpr double muscle_pace = 120;
// On the cards: a short break in every minute, and how long the muscle rests after the hour.
inline constexpr double card_rest_s_per_min = 5, card_after_s = 120;

extern const Simulation muscle_simulation;

double elapsed_s(const MuscleChapter& chapter);
bool is_working(const Chapters& chapters); // the chosen muscle: false in a rest gap and at rest
// The hour of work as it is set now, lived by the chosen muscle alone and at once.
void work_hour(Chapters& chapters);
void recompute_no_rest(MuscleChapter& chapter); // after the effort or the muscle changed

} // namespace tautline::app
