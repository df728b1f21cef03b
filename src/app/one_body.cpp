#include "app/one_body.h"

#include <algorithm>
#include <cmath>
#include <utility>

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

// Whether this many body steps complete a sampling interval.
bool at_sample(std::uint64_t steps, double sample_s) {
    return steps % static_cast<std::uint64_t>(std::llround(sample_s / body_step_s)) == 0;
}

constexpr std::size_t alarm_samples = static_cast<std::size_t>(alarm_window_s / alarm_sample_s) + 1;
// An alarm that settled this long ago is no longer "the alarm".
constexpr double long_ago_s = 3600;

void sample_alarm(AppState& state, const BodyParams& params) {
    const AlarmReadouts now = readouts(state.body.alarm, params.alarm);
    const auto put = [](std::vector<float>& values, double value) {
        values.push_back(static_cast<float>(value));
        if (values.size() > alarm_samples) values.erase(values.begin());
    };
    put(state.alarm.heart_rate_bpm, now.heart_rate_bpm);
    put(state.alarm.breaths_per_min, now.breaths_per_min);
    put(state.alarm.adrenaline, now.adrenaline_fraction);
    put(state.alarm.muscle_percent, now.muscle_percent_mvc);
}

double worked_fatigue(const AppState& state) {
    return state.body.muscles[static_cast<std::size_t>(state.muscles.region)].fatigued;
}

void sample_muscles(AppState& state) {
    state.muscles.tired.push_back(static_cast<float>(worked_fatigue(state)));
}

void sample_sensitivity(AppState& state, const BodyParams& params) {
    const double gain = readouts(state.body.sensitivity, params.sensitivity, {}).gain_ratio;
    state.sensitivity.gain.push_back(static_cast<float>(gain));
}

// What is over for the other chapters once time has passed in one.
void time_passed(AppState& state, double seconds) {
    AlarmChapter& alarm = state.alarm;
    if (alarm.since_alarm_s >= 0) alarm.since_alarm_s += seconds;
    if (alarm.since_alarm_s > long_ago_s && has_settled(state)) alarm.since_alarm_s = -1;
}

void advance_alarm(AppState& state, const BodyParams& params, double model_s) {
    AlarmChapter& chapter = state.alarm;
    for (std::size_t due = steps_due(chapter.playback, model_s, body_step_s); due > 0; --due) {
        step(state.body, params, inputs_now(state, Route::chapter_alarm));
        ++chapter.steps;
        time_passed(state, body_step_s);
        if (at_sample(chapter.steps, alarm_sample_s)) sample_alarm(state, params);
    }
    if (chapter.since_alarm_s >= 0 && has_settled(state)) chapter.playback.playing = false;
}

void advance_muscles(AppState& state, const BodyParams& params, double model_s) {
    MuscleChapter& chapter = state.muscles;
    for (std::size_t due = steps_due(chapter.playback, model_s, body_step_s); due > 0; --due) {
        if (elapsed_s(chapter) >= muscle_window_s) return;
        step(state.body, params, inputs_now(state, Route::chapter_muscles));
        ++chapter.steps;
        time_passed(state, body_step_s);
        if (at_sample(chapter.steps, muscle_sample_s)) sample_muscles(state);
    }
}

void advance_cortisol(AppState& state, const BodyParams& params, double model_s) {
    for (std::size_t due = steps_due(state.cortisol.playback, model_s, cortisol_step_s); due > 0;
         --due) {
        if (hour_of_day(state) >= 24) return;
        step_minute(state.body, params, inputs_now(state, Route::chapter_cortisol));
        time_passed(state, cortisol_step_s);
    }
}

void advance_sensitivity(AppState& state, const BodyParams& params, double model_s) {
    SensitivityChapter& chapter = state.sensitivity;
    for (std::size_t due = steps_due(chapter.playback, model_s, sensitivity_step_s); due > 0;
         --due) {
        if (elapsed_days(chapter) >= sensitivity_window_days) return;
        step_minute(state.body, params, inputs_now(state, Route::chapter_sensitivity));
        ++chapter.minutes;
        time_passed(state, sensitivity_step_s);
        if (chapter.minutes % static_cast<std::uint64_t>(sensitivity_sample_h * 60) == 0)
            sample_sensitivity(state, params);
    }
}

double minute_now(const BodyState& body) {
    return minutes(body.cortisol) +
           static_cast<double>(body.steps % body_steps_per_min) / body_steps_per_min;
}

// What the person predicted, saw and chose of the clock outlives a new start.
Playback kept(const Playback& old) {
    return {.slow = old.slow, .prediction = old.prediction, .revealed = old.revealed};
}

// At rest, at the same moment.
template <typename Part>
void rest(Part& part, Part rested) {
    rested.steps = part.steps;
    part = rested;
}

} // namespace

BodyState rested_body() {
    BodyState body = initial_body_state(default_body_params());
    // A body at rest stays as it is; only its clocks go on.
    constexpr auto night_min = static_cast<std::uint64_t>(morning_hour * 60);
    const auto at = [](double step_s) {
        return static_cast<std::uint64_t>(std::llround(night_min * 60 / step_s));
    };
    body.steps = body.alarm.steps = at(body_step_s);
    body.gate.steps = at(gate_step_s);
    for (MuscleState& muscle : body.muscles)
        muscle.steps = at(muscle_step_s);
    body.cortisol.steps = body.glands.steps = night_min;
    body.inflammation.steps = body.sensitivity.steps = night_min;
    return body;
}

void begin_stories(AppState& state) {
    state.body = rested_body();
    for (Route chapter : {Route::chapter_alarm, Route::chapter_muscles, Route::chapter_cortisol,
                          Route::chapter_sensitivity})
        restart_story(state, chapter);
}

BodyInputs inputs_now(const AppState& state, Route chapter) {
    BodyInputs inputs{.alarm = alarm_signal(state), .slow_breathing = state.alarm.slow_breathing};
    const SensitivityInputs felt = sensitivity_inputs(state);
    inputs.worry = felt.worry, inputs.calm = felt.calm, inputs.rubbing = felt.rubbing;
    switch (chapter) {
    case Route::chapter_muscles: {
        const MuscleChapter& muscles = state.muscles;
        if (elapsed_s(muscles) < muscle_work_s)
            inputs.effort_fraction[static_cast<std::size_t>(muscles.region)] =
                muscles.effort_percent / 100;
        inputs.rest_s_per_min = muscles.rest_s_per_min;
        break;
    }
    case Route::chapter_cortisol:
        inputs.alarm = day_signal(state.cortisol, minutes(state.body.cortisol));
        break;
    case Route::chapter_sensitivity:
        inputs.alarm = day_signal(state.cortisol, minutes(state.body.cortisol));
        // Days that all hold so many stressful quarters of an hour are a load [illustrative].
        inputs.stress = static_cast<double>(state.cortisol.stressor_hours.size()) / most_stressors;
        inputs.signal = felt.signal;
        break;
    default:
        break;
    }
    return inputs;
}

void advance(AppState& state, Route chapter, double model_s) {
    const BodyParams params = default_body_params();
    switch (chapter) {
    case Route::chapter_alarm:
        advance_alarm(state, params, model_s);
        break;
    case Route::chapter_muscles:
        advance_muscles(state, params, model_s);
        break;
    case Route::chapter_cortisol:
        advance_cortisol(state, params, model_s);
        return;
    case Route::chapter_sensitivity:
        advance_sensitivity(state, params, model_s);
        break;
    default:
        return;
    }
    // The dial shows the day that the body has come to.
    state.cortisol.day = static_cast<std::uint64_t>(minutes(state.body.cortisol) / minutes_per_day);
}

void restart_story(AppState& state, Route chapter) {
    const BodyParams params = default_body_params();
    switch (chapter) {
    case Route::chapter_alarm: {
        AlarmChapter& alarm = state.alarm;
        AlarmChapter fresh;
        fresh.playback = kept(alarm.playback);
        fresh.worry_s = alarm.worry_s;
        fresh.slow_breathing = alarm.slow_breathing;
        alarm = std::move(fresh);
        sample_alarm(state, params);
        break;
    }
    case Route::chapter_muscles: {
        MuscleChapter& muscles = state.muscles;
        muscles.playback = kept(muscles.playback);
        muscles.steps = 0;
        muscles.tired.clear();
        sample_muscles(state);
        recompute_no_rest(muscles);
        break;
    }
    case Route::chapter_cortisol:
        state.cortisol.playback = kept(state.cortisol.playback);
        relive_day(state, morning_hour);
        break;
    case Route::chapter_sensitivity: {
        SensitivityChapter& sensitivity = state.sensitivity;
        sensitivity.playback = kept(sensitivity.playback);
        sensitivity.minutes = 0;
        sensitivity.gain.clear();
        sample_sensitivity(state, params);
        break;
    }
    default:
        break;
    }
}

void restart(AppState& state, Route chapter) {
    const BodyParams params = default_body_params();
    BodyState& body = state.body;
    const BodyState fresh = initial_body_state(params);
    switch (chapter) {
    case Route::chapter_alarm:
        rest(body.alarm, fresh.alarm);
        break;
    case Route::chapter_muscles:
        for (std::size_t i = 0; i < back_parts; ++i)
            rest(body.muscles[i], fresh.muscles[i]);
        break;
    case Route::chapter_cortisol:
        rest(body.glands, fresh.glands);
        rest(body.inflammation, fresh.inflammation);
        body.habit = fresh.habit;
        state.cortisol.alarms.clear();
        break;
    case Route::chapter_sensitivity:
        rest(body.sensitivity, fresh.sensitivity);
        rest(body.gate, fresh.gate);
        break;
    default:
        return;
    }
    restart_story(state, chapter);
}

void startle(AppState& state) {
    AlarmChapter& alarm = state.alarm;
    const double lasts_s = startle_s + alarm.worry_s, now_min = minute_now(state.body);
    alarm.alarm_until_s = time_s(state.body) + lasts_s;
    alarm.since_alarm_s = 0;
    std::vector<AlarmSpan>& alarms = state.cortisol.alarms;
    if (!alarms.empty()) alarms.back().until_min = std::min(alarms.back().until_min, now_min);
    alarms.push_back({now_min, now_min + lasts_s / 60});
    if (alarms.size() > most_alarms) alarms.erase(alarms.begin());
    recompute_day(state);
}

double alarm_signal(const AppState& state) {
    return time_s(state.body) < state.alarm.alarm_until_s ? 1.0 : 0.0;
}

bool has_settled(const AppState& state) {
    const AlarmReadouts now = readouts(state.body.alarm, default_alarm_params());
    return alarm_signal(state) == 0 && now.heart_rate_rise_bpm < 0.3 &&
           now.adrenaline_fraction < 0.03;
}

bool is_working(const AppState& state) {
    const auto part = static_cast<std::size_t>(state.muscles.region);
    return readouts(state.body, default_body_params(), inputs_now(state, Route::chapter_muscles))
               .load_fraction[part] > 0;
}

double hour_of_day(const AppState& state) {
    const double since_min =
        minute_now(state.body) - minutes_per_day * static_cast<double>(state.cortisol.day);
    return std::clamp((since_min + state.cortisol.playback.owed_s / 60) / 60, 0.0, 24.0);
}

void relive_day(AppState& state, double hour) {
    const CortisolParams params = default_cortisol_params();
    CortisolState fresh = initial_cortisol_state(params);
    fresh.steps = state.cortisol.day * 1440;
    const std::uint64_t until = fresh.steps + static_cast<std::uint64_t>(std::llround(hour * 60));
    while (fresh.steps < until)
        step(fresh, params, {.stress = day_signal(state.cortisol, minutes(fresh))});
    state.body.cortisol = fresh;
    // Hours away from what the heart is doing now.
    rest(state.body.alarm, initial_alarm_state(default_alarm_params()));
    state.alarm.alarm_until_s = -1;
    state.cortisol.playback.owed_s = 0;
    recompute_day(state);
}

double tide_ratio(const AppState& state) {
    const GlandsParams params = default_glands_params();
    const GlandsState& glands = state.body.glands;
    const auto cortisol = [&](double pituitary, double adrenal) {
        return settled_hormones(params, 1, pituitary, adrenal).cortisol;
    };
    const GlandsState usual = initial_glands_state(params);
    return cortisol(glands.pituitary, glands.adrenal) / cortisol(usual.pituitary, usual.adrenal);
}

CortisolReadouts cortisol_readouts(const AppState& state) {
    CortisolReadouts now = readouts(state.body.cortisol, default_cortisol_params(),
                                    day_signal(state.cortisol, minutes(state.body.cortisol)));
    now.tide_ug_per_dl *= tide_ratio(state);
    now.level_ug_per_dl = now.tide_ug_per_dl + now.pulse_ug_per_dl;
    now.level_nmol_per_l = nmol_per_l(now.level_ug_per_dl);
    return now;
}

SensitivityInputs sensitivity_inputs(const AppState& state) {
    const SensitivityChapter& chapter = state.sensitivity;
    const RepeatedSignal plan{.strength = signal_strength(static_cast<SignalKind>(chapter.signal)),
                              .hours_per_day = chapter.hours_per_day,
                              .days = sensitivity_repeat_days};
    return {.signal = repeated_signal(plan, static_cast<double>(chapter.minutes) * 60),
            .worry = chapter.worry_percent / 100,
            .calm = chapter.calm_percent / 100,
            .rubbing = chapter.rubbing ? 1.0 : 0.0};
}

SensitivityReadouts sensitivity_readouts(const AppState& state) {
    SensitivityInputs inputs = sensitivity_inputs(state);
    inputs.signal = signal_strength(static_cast<SignalKind>(state.sensitivity.signal));
    return readouts(state.body.sensitivity, default_sensitivity_params(), inputs);
}

} // namespace tautline::app
