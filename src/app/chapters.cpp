#include "app/chapters.h"

#include <algorithm>
#include <cmath>

namespace tautline::app {

namespace {

using namespace physiology;

// Whole steps that fit in the owed time; the rest stays owed.
std::size_t steps_due(Playback& playback, double model_s, double step_s) {
    playback.owed_s += model_s;
    const double due = std::floor(playback.owed_s / step_s + 1e-9);
    playback.owed_s = std::max(0.0, playback.owed_s - due * step_s);
    return static_cast<std::size_t>(due);
}

void keep_last(std::vector<float>& values, std::size_t most) {
    if (values.size() > most)
        values.erase(values.begin(), values.end() - static_cast<std::ptrdiff_t>(most));
}

constexpr std::size_t alarm_samples = static_cast<std::size_t>(alarm_window_s / alarm_sample_s) + 1;

void sample(AlarmChapter& chapter) {
    const AlarmReadouts now = readouts(chapter.body, default_alarm_params());
    const auto put = [](std::vector<float>& values, double value) {
        values.push_back(static_cast<float>(value));
        keep_last(values, alarm_samples);
    };
    put(chapter.heart_rate_bpm, now.heart_rate_bpm);
    put(chapter.breaths_per_min, now.breaths_per_min);
    put(chapter.adrenaline, now.adrenaline_fraction);
    put(chapter.muscle_percent, now.muscle_percent_mvc);
}

// Whether step number `steps` completes a sampling interval.
bool at_sample(std::uint64_t steps, double step_s, double sample_s) {
    return steps % static_cast<std::uint64_t>(std::llround(sample_s / step_s)) == 0;
}

double alarm_signal_now(const AlarmChapter& chapter) {
    return time_s(chapter.body) < chapter.alarm_until_s ? 1.0 : 0.0;
}

// After the alarm the body counts as quiet again when the slowest part has all but settled.
bool has_settled(const AlarmChapter& chapter) {
    const AlarmReadouts now = readouts(chapter.body, default_alarm_params());
    return alarm_signal_now(chapter) == 0 && now.heart_rate_rise_bpm < 0.3 &&
           now.adrenaline_fraction < 0.03;
}

} // namespace

AlarmChapter new_alarm_chapter() {
    AlarmChapter chapter;
    chapter.body = initial_alarm_state(default_alarm_params());
    sample(chapter);
    return chapter;
}

void startle(AlarmChapter& chapter) {
    chapter.alarm_until_s = time_s(chapter.body) + startle_s + chapter.worry_s;
    chapter.since_alarm_s = 0;
}

double alarm_signal(const AlarmChapter& chapter) {
    return alarm_signal_now(chapter);
}

void advance(AlarmChapter& chapter, double model_s) {
    const AlarmParams params = default_alarm_params();
    for (std::size_t due = steps_due(chapter.playback, model_s, alarm_step_s); due > 0; --due) {
        step(chapter.body, params,
             {.signal = alarm_signal_now(chapter), .slow_breathing = chapter.slow_breathing});
        if (chapter.since_alarm_s >= 0) chapter.since_alarm_s += alarm_step_s;
        if (at_sample(chapter.body.steps, alarm_step_s, alarm_sample_s)) sample(chapter);
    }
    if (chapter.since_alarm_s >= 0 && has_settled(chapter)) chapter.playback.playing = false;
}

MuscleParams params_of(const MuscleChapter& chapter) {
    return default_muscle_params(chapter.region == 0 ? MuscleGroup::shoulder : MuscleGroup::trunk);
}

namespace {

double load_now(const MuscleChapter& chapter, double at_s) {
    if (at_s >= muscle_work_s) return 0;
    return gapped_load(
        {.load_fraction = chapter.effort_percent / 100, .rest_s_per_min = chapter.rest_s_per_min},
        at_s);
}

} // namespace

bool is_working(const MuscleChapter& chapter) {
    return load_now(chapter, elapsed_s(chapter)) > 0;
}

MuscleChapter new_muscle_chapter() {
    MuscleChapter chapter;
    chapter.fibres = initial_muscle_state(params_of(chapter));
    chapter.tired.push_back(0);
    recompute_no_rest(chapter);
    return chapter;
}

double elapsed_s(const MuscleChapter& chapter) {
    return time_s(chapter.fibres);
}

void recompute_no_rest(MuscleChapter& chapter) {
    const MuscleParams params = params_of(chapter);
    MuscleState fibres = initial_muscle_state(params);
    MuscleChapter steady;
    steady.effort_percent = chapter.effort_percent;
    steady.rest_s_per_min = 0;
    chapter.tired_no_rest.assign(1, 0.0f);
    const auto steps = static_cast<std::uint64_t>(std::llround(muscle_window_s / muscle_step_s));
    while (fibres.steps < steps) {
        step(fibres, params, {.load_fraction = load_now(steady, time_s(fibres))});
        if (at_sample(fibres.steps, muscle_step_s, muscle_sample_s))
            chapter.tired_no_rest.push_back(static_cast<float>(fibres.fatigued));
    }
}

void advance(MuscleChapter& chapter, double model_s) {
    const MuscleParams params = params_of(chapter);
    for (std::size_t due = steps_due(chapter.playback, model_s, muscle_step_s); due > 0; --due) {
        if (elapsed_s(chapter) >= muscle_window_s) return;
        step(chapter.fibres, params, {.load_fraction = load_now(chapter, elapsed_s(chapter))});
        if (at_sample(chapter.fibres.steps, muscle_step_s, muscle_sample_s))
            chapter.tired.push_back(static_cast<float>(chapter.fibres.fatigued));
    }
}

CortisolParams day_params() {
    return default_cortisol_params();
}

CortisolChapter new_cortisol_chapter() {
    CortisolChapter chapter;
    recompute_day(chapter);
    return chapter;
}

void recompute_day(CortisolChapter& chapter) {
    const int samples = static_cast<int>(minutes_per_day / cortisol_sample_min) + 1;
    const auto in_nmol = [](const std::vector<double>& levels) {
        std::vector<float> values;
        values.reserve(levels.size());
        for (double level : levels)
            values.push_back(static_cast<float>(nmol_per_l(level)));
        return values;
    };
    chapter.usual_day = in_nmol(day_levels_ug_per_dl(day_params(), {}, samples));
    chapter.this_day = in_nmol(day_levels_ug_per_dl(day_params(), chapter.stressor_hours, samples));
}

void advance(CortisolChapter& chapter, double model_s) {
    chapter.hour = std::min(24.0, chapter.hour + model_s / 3600);
}

CortisolReadouts readouts(const CortisolChapter& chapter) {
    const CortisolParams params = day_params();
    CortisolState state = initial_cortisol_state(params);
    const auto minutes_now = static_cast<std::uint64_t>(std::llround(chapter.hour * 60));
    while (state.steps < minutes_now)
        step(state, params, {.stress = stress_at(params, chapter.stressor_hours, minutes(state))});
    return physiology::readouts(state, params,
                                stress_at(params, chapter.stressor_hours, minutes(state)));
}

SensitivityChapter new_sensitivity_chapter() {
    SensitivityChapter chapter;
    chapter.stores = initial_sensitivity_state(default_sensitivity_params());
    chapter.gain.push_back(1);
    return chapter;
}

double elapsed_days(const SensitivityChapter& chapter) {
    return time_s(chapter.stores) / 86400;
}

SensitivityInputs inputs_now(const SensitivityChapter& chapter) {
    const RepeatedSignal plan{.strength = signal_strength(static_cast<SignalKind>(chapter.signal)),
                              .hours_per_day = chapter.hours_per_day,
                              .days = sensitivity_repeat_days};
    return {.signal = repeated_signal(plan, time_s(chapter.stores)),
            .worry = chapter.worry_percent / 100,
            .calm = chapter.calm_percent / 100,
            .rubbing = chapter.rubbing ? 1.0 : 0.0};
}

SensitivityReadouts readouts(const SensitivityChapter& chapter, bool as_if_signal_on) {
    SensitivityInputs inputs = inputs_now(chapter);
    if (as_if_signal_on) inputs.signal = signal_strength(static_cast<SignalKind>(chapter.signal));
    return physiology::readouts(chapter.stores, default_sensitivity_params(), inputs);
}

void advance(SensitivityChapter& chapter, double model_s) {
    const SensitivityParams params = default_sensitivity_params();
    for (std::size_t due = steps_due(chapter.playback, model_s, sensitivity_step_s); due > 0;
         --due) {
        if (elapsed_days(chapter) >= sensitivity_window_days) return;
        const SensitivityInputs inputs = inputs_now(chapter);
        step(chapter.stores, params, inputs);
        if (at_sample(chapter.stores.steps, sensitivity_step_s, sensitivity_sample_h * 3600))
            chapter.gain.push_back(static_cast<float>(
                physiology::readouts(chapter.stores, params, inputs).gain_ratio));
    }
}

} // namespace tautline::app
