// The four simulated chapters as a person plays them: the controls of each, its clock and the lines
// it has drawn so far. The body that they all play is one, AppState::body; one_body.h moves it on.
// A chapter's story counts only the time that passed in that chapter.
#pragma once

#include "physiology/body.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tautline::app {

struct AppState;

// What every simulation shares. A playing chapter stops by itself when its story is over, so that
// idle costs nothing.
struct Playback {
    bool playing = false;
    bool slow = false;     // a quarter of the usual pace
    double owed_s = 0;     // model time not yet stepped; less than one step
    int prediction = -1;   // option chosen before trying; -1: none
    bool revealed = false; // the person has seen what happens
};

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

struct MuscleChapter {
    Playback playback;
    std::uint64_t steps = 0;   // of the body, in this story
    int region = 0;            // physiology::BackPart that works
    double effort_percent = 5; // of the most the muscle can give
    double rest_s_per_min = 0;
    std::vector<float> tired;         // share, one value each muscle_sample_s
    std::vector<float> tired_no_rest; // the same work without gaps, over the whole axis
};
inline constexpr double muscle_sample_s = 30;
inline constexpr double muscle_work_s = 3600; // an hour of work, then rest
inline constexpr double muscle_window_s = 4500;
inline constexpr double muscle_pace = 120;

// A stretch in which the alarm was on, in the minutes of the body's cortisol clock.
struct AlarmSpan {
    double from_min = 0, until_min = 0;
};

struct CortisolChapter {
    Playback playback;
    std::uint64_t day = 0; // of the body's days, from 0: the one in view
    double next_stressor_hour = 14;
    std::vector<double> stressor_hours; // of every day; each lasts 15 minutes
    std::vector<AlarmSpan> alarms;      // of chapter 1, oldest first
    std::vector<float> usual_day,
        this_day; // nmol/L, one value each cortisol_sample_min over 24 h, both ends included
};
inline constexpr double morning_hour = 7; // when the body's story begins
inline constexpr double cortisol_sample_min = 10;
inline constexpr double cortisol_pace = 3600;
inline constexpr std::size_t most_stressors = 6, most_alarms = 12;

struct SensitivityChapter {
    Playback playback;
    std::uint64_t minutes = 0; // of this story
    int signal = 2;            // 0 touch, 1 warmth, 2 ache
    double hours_per_day = 8;
    double worry_percent = 0;
    double calm_percent = 0;
    bool rubbing = false;
    bool fear = false;       // of a threat, now
    std::vector<float> gain; // one value each sensitivity_sample_h
    // The gate second by second, beside the days: a train of volleys, one a second.
    bool by_second = false;       // whether its clock is the one in view
    int volleys = 0;              // in the train
    std::uint64_t gate_steps = 0; // of the body since the first of them
    std::vector<float> sent, up;  // shares, one each gate_sample_s
    std::vector<float> up_before; // what went up the time before
};
inline constexpr double gate_sample_s = 0.1;
inline constexpr double gate_window_s = 60;
inline constexpr int quick_volleys = 10; // a second apart: quick enough to build up
inline constexpr double sensitivity_sample_h = 6;
inline constexpr double sensitivity_repeat_days = 30; // the ache repeats for a month, then stops
inline constexpr double sensitivity_window_days = 60;
inline constexpr double sensitivity_pace = 86400 * 1.5;

// A playing chapter's clock, one of the four routes' worth of them.
double elapsed_s(const MuscleChapter& chapter);
double elapsed_days(const SensitivityChapter& chapter);
double gate_s(const SensitivityChapter& chapter); // since the first volley

void recompute_no_rest(MuscleChapter& chapter); // after the effort or the muscle changed
void recompute_day(AppState& state);            // after stressors, alarms or the day changed

// On that day 1 while a stressor or an alarm of chapter 1 lasts, else 0; a minute that one fills in
// part has its share. Minutes of the body's cortisol clock.
double day_signal(const CortisolChapter& chapter, double minute);
// How much of the alarms of chapter 1 lies on the day in view: the hours at which they began.
std::vector<double> alarm_hours(const CortisolChapter& chapter);

} // namespace tautline::app
