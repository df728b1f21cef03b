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
    int line = 0;              // which of the four lines is shown, in the order below
    std::vector<float> heart_rate_bpm, breaths_per_min, adrenaline,
        muscle_percent;            // one value each alarm_sample_s
    std::vector<float> once_bpm{}; // the heart after one alarm alone, for as long as two are shown
};
inline constexpr int alarm_lines = 4;
inline constexpr double home_worry_s = 15, home_settles_times = 4; // of the startle on Home
inline constexpr double alarm_sample_s = 2;
inline constexpr double alarm_window_s = 480; // shown on the time axis
inline constexpr double alarm_pace = 6;       // model seconds a real second
// On the cards: one worry, five minutes after it, and a second alarm a minute after the first.
inline constexpr double card_worry_s = 60, card_alarm_s = physiology::startle_s + card_worry_s,
                        card_settled_s = card_alarm_s + 300, card_again_s = card_alarm_s + 60,
                        card_twice_s = card_again_s + physiology::startle_s + 300;

extern const Simulation alarm_simulation;

void startle(Chapters& chapters, double worry_s);
double alarm_signal(const Chapters& chapters); // 1 while an alarm is on, else 0
// The heart is as good as at rest again: what a person sees settle, before the slowest part has.
bool has_calmed_down(const Chapters& chapters);
bool has_settled(const Chapters& chapters); // the alarm is off, and the slowest part of it too
// Time passed in the body, whichever chapter it was for: the last alarm is so much longer ago.
void age_alarm(Chapters& chapters, double seconds);

} // namespace tautline::app
