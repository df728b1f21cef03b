// The four simulated chapters as a person plays them: one body model each, its controls, its clock
// and the lines it has drawn so far. Pure values; advance() moves a chapter on by real time, in
// whole fixed steps of its model.
#pragma once

#include "physiology/alarm.h"
#include "physiology/cortisol.h"
#include "physiology/muscle.h"
#include "physiology/sensitivity.h"

#include <array>
#include <cstddef>
#include <vector>

namespace tautline::app {

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
    physiology::AlarmState body;
    double worry_s = 60; // how long an alarm lasts once startled
    bool slow_breathing = false;
    double alarm_until_s = -1; // model time at which the running alarm ends; < 0: none yet
    double since_alarm_s = -1; // model time since the last startle; < 0: none yet
    std::vector<float> heart_rate_bpm, breaths_per_min, adrenaline,
        muscle_percent; // one value each alarm_sample_s
};
inline constexpr double alarm_sample_s = 2;
inline constexpr double alarm_window_s = 480; // shown on the time axis
inline constexpr double alarm_pace = 6;       // model seconds a real second

struct MuscleChapter {
    Playback playback;
    physiology::MuscleState fibres;
    int region = 0;            // view::MuscleRegion
    double effort_percent = 5; // of the most the muscle can give
    double rest_s_per_min = 0;
    std::vector<float> tired;         // share, one value each muscle_sample_s
    std::vector<float> tired_no_rest; // the same work without gaps, over the whole axis
};
inline constexpr double muscle_sample_s = 30;
inline constexpr double muscle_work_s = 3600; // an hour of work, then rest
inline constexpr double muscle_window_s = 4500;
inline constexpr double muscle_pace = 120;

struct CortisolChapter {
    Playback playback;
    double hour = 7; // of the day
    double next_stressor_hour = 14;
    std::vector<double> stressor_hours; // each lasts 15 minutes
    std::vector<float> usual_day,
        this_day; // nmol/L, one value each cortisol_sample_min over 24 h, both ends included
};
inline constexpr double cortisol_sample_min = 10;
inline constexpr double cortisol_pace = 3600;
inline constexpr std::size_t most_stressors = 6;

struct SensitivityChapter {
    Playback playback;
    physiology::SensitivityState stores;
    int signal = 2; // 0 touch, 1 warmth, 2 ache
    double hours_per_day = 8;
    double worry_percent = 0;
    double calm_percent = 0;
    bool rubbing = false;
    std::vector<float> gain; // one value each sensitivity_sample_h
};
inline constexpr double sensitivity_sample_h = 6;
inline constexpr double sensitivity_repeat_days = 30; // the ache repeats for a month, then stops
inline constexpr double sensitivity_window_days = 60;
inline constexpr double sensitivity_pace = 86400 * 1.5;

AlarmChapter new_alarm_chapter();
MuscleChapter new_muscle_chapter();
CortisolChapter new_cortisol_chapter();
SensitivityChapter new_sensitivity_chapter();

void advance(AlarmChapter& chapter, double model_s);
void advance(MuscleChapter& chapter, double model_s);
void advance(CortisolChapter& chapter, double model_s);
void advance(SensitivityChapter& chapter, double model_s);

void startle(AlarmChapter& chapter);
void recompute_no_rest(MuscleChapter& chapter); // after the effort or the muscle changed
void recompute_day(CortisolChapter& chapter);   // after the stressors changed

double alarm_signal(const AlarmChapter& chapter); // 1 while the alarm is on, else 0
double elapsed_s(const MuscleChapter& chapter);
bool is_working(const MuscleChapter& chapter); // false in a rest gap and after the hour
double elapsed_days(const SensitivityChapter& chapter);

physiology::MuscleParams params_of(const MuscleChapter& chapter);
physiology::CortisolParams day_params();
physiology::CortisolReadouts readouts(const CortisolChapter& chapter); // at chapter.hour
physiology::SensitivityInputs inputs_now(const SensitivityChapter& chapter);
// With as_if_signal_on: what would be felt if the tissue sent its signal now, whatever the hour.
physiology::SensitivityReadouts readouts(const SensitivityChapter& chapter,
                                         bool as_if_signal_on = false);

} // namespace tautline::app
