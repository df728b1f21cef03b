// Chapter 3, cortisol: the day's tide, and the pulse that a stressor or an alarm adds to it.
#pragma once

#include "app/chapters/simulation.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tautline::app {

// A stretch in which the alarm was on, in the minutes of the body's cortisol clock.
struct AlarmSpan {
    double from_min = 0, until_min = 0;
};

struct CortisolChapter {
    Playback playback;
    std::uint64_t day = 0; // of the body's days, from 0: the one in view
    double next_stressor_hour = 14;
    std::vector<double> stressor_hours; // of every day; each lasts 15 minutes
    std::vector<double> quiet_hours;    // the same test with nobody judging: it adds nothing
    std::vector<AlarmSpan> alarms;      // of chapter 1, oldest first
    bool weeks = false;                 // the eight weeks are shown, not the day
    std::vector<float> usual_day,
        this_day; // nmol/L, one value each cortisol_sample_min over 24 h, both ends included
};
inline constexpr double morning_hour = 7; // when the body's story begins
inline constexpr double cortisol_sample_min = 10;
inline constexpr double cortisol_pace = 3600;
// On the cards: a test in the afternoon, and the part of the day that is looked at.
inline constexpr double card_test_hour = 14, card_from_hour = 13.5, card_until_hour = 18;
inline constexpr std::size_t most_stressors = 6, most_alarms = 12;

extern const Simulation cortisol_simulation;

// On that day 1 while a stressor or an alarm of chapter 1 lasts, else 0; a minute that one fills in
// part has its share. Minutes of the body's cortisol clock.
double day_signal(const CortisolChapter& chapter, double minute);
// How much of the alarms of chapter 1 lies on the day in view: the hours at which they began.
std::vector<double> alarm_hours(const CortisolChapter& chapter);
// A stressor at the next hour, on every day; one more than most_stressors changes nothing.
void add_stressor(Chapters& chapters);
// The same at the next hour with nobody judging: a mark, and no wave.
void add_quiet_stressor(Chapters& chapters);
void clear_stressors(Chapters& chapters); // and the alarms of chapter 1
// An alarm of chapter 1 that begins now, and ends the one that still lasts.
void add_alarm(Chapters& chapters, double lasts_min);

// The hour of the day in view, 0 to 24.
double hour_of_day(const Chapters& chapters);
// What the glands make of the tide after the weeks that lie behind, 1 as usual.
double tide_ratio(const Chapters& chapters);
// Of the day in view, now.
physiology::CortisolReadouts cortisol_readouts(const Chapters& chapters);
// Lives the day in view again, up to this hour: cortisol alone, at which this chapter looks.
void relive_day(Chapters& chapters, double hour);
void recompute_day(Chapters& chapters); // after stressors, alarms or the day changed

} // namespace tautline::app
