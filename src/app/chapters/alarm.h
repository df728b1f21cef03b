// Chapter 1, the alarm: a startle, the worry that keeps it on, and how the body settles.
#pragma once

#include "app/chapters/simulation.h"

#include <cstdint>
#include <vector>

namespace tautline::app {

struct AlarmChapter {
    Playback playback;
    double worry_s = 60; // how long an alarm lasts once startled
    bool slow_breathing = false;
    std::uint64_t steps = 0;   // of the body, in this story
    double alarm_until_s = -1; // the body's time at which the running alarm ends; < 0: none yet
    double since_alarm_s = -1; // the body's time since the last startle; < 0: none yet, or long ago
    std::vector<float> heart_rate_bpm, breaths_per_min, adrenaline,
        muscle_percent; // one value each alarm_sample_s
};
inline constexpr double alarm_sample_s = 2;
inline constexpr double alarm_window_s = 480; // shown on the time axis
inline constexpr double alarm_pace = 6;       // model seconds a real second

extern const Simulation alarm_simulation;

void startle(Chapters& chapters);
double alarm_signal(const Chapters& chapters); // 1 while an alarm is on, else 0
bool has_settled(const Chapters& chapters);    // the alarm is off, and the slowest part of it too
// Time passed in the body, whichever chapter it was for: the last alarm is so much longer ago.
void age_alarm(Chapters& chapters, double seconds);

} // namespace tautline::app
