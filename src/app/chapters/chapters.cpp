#include "app/chapters/chapters.h"

#include "app/chapters/one_body.h"
#include "app/state.h"

#include <algorithm>
#include <cmath>

namespace tautline::app {

namespace {

using namespace physiology;

// The share of the minute that a stretch fills.
double share_of_minute(const AlarmSpan& span, double minute) {
    return std::clamp(std::min(span.until_min, minute + 1) - std::max(span.from_min, minute), 0.0,
                      1.0);
}

} // namespace

double elapsed_s(const MuscleChapter& chapter) {
    return static_cast<double>(chapter.steps) * body_step_s;
}

double elapsed_days(const SensitivityChapter& chapter) {
    return static_cast<double>(chapter.minutes) / minutes_per_day;
}

double gate_s(const SensitivityChapter& chapter) {
    return static_cast<double>(chapter.gate_steps) * body_step_s;
}

void recompute_no_rest(MuscleChapter& chapter) {
    const BodyParams body = default_body_params();
    const MuscleParams& params = body.muscles[static_cast<std::size_t>(chapter.region)];
    const double effort = chapter.effort_percent / 100;
    const double load = effort > body.rest_below_fraction ? effort : 0;
    MuscleState fibres = initial_muscle_state(params);
    chapter.tired_no_rest.assign(1, 0.0f);
    for (double at_s = 0; at_s < muscle_window_s; at_s += muscle_sample_s) {
        settle(fibres, params, {at_s < muscle_work_s ? load : 0}, muscle_sample_s);
        chapter.tired_no_rest.push_back(static_cast<float>(fibres.fatigued));
    }
}

double day_signal(const CortisolChapter& chapter, double minute) {
    const double of_day = minute - minutes_per_day * std::floor(minute / minutes_per_day);
    double signal = stress_at(default_cortisol_params(), chapter.stressor_hours, of_day);
    for (const AlarmSpan& span : chapter.alarms)
        signal += share_of_minute(span, minute);
    return std::min(1.0, signal);
}

std::vector<double> alarm_hours(const CortisolChapter& chapter) {
    std::vector<double> hours;
    for (const AlarmSpan& span : chapter.alarms) {
        const double hour =
            (span.from_min - minutes_per_day * static_cast<double>(chapter.day)) / 60;
        if (hour >= 0 && hour < 24) hours.push_back(hour);
    }
    return hours;
}

void recompute_day(AppState& state) {
    CortisolChapter& chapter = state.cortisol;
    const CortisolParams params = default_cortisol_params();
    const double gain = pulse_gain_ug_per_dl_per_min(params), ratio = tide_ratio(state);
    chapter.usual_day.clear();
    chapter.this_day.clear();
    CortisolState at = initial_cortisol_state(params);
    at.steps = chapter.day * 1440;
    for (int minute = 0; minute <= 1440; ++minute) {
        if (minute % static_cast<int>(cortisol_sample_min) == 0) {
            const double tide = tide_ug_per_dl(params, minute);
            chapter.usual_day.push_back(static_cast<float>(nmol_per_l(tide)));
            chapter.this_day.push_back(
                static_cast<float>(nmol_per_l(tide * ratio + gain * at.pulse_min)));
        }
        step(at, params, {.stress = day_signal(chapter, minutes(at))});
    }
}

} // namespace tautline::app
