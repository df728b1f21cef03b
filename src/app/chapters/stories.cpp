// How the chapters' stories begin, and what a person sets going in the body.
#include "app/chapters/one_body.h"
#include "app/chapters/samples.h"
#include "app/state.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tautline::app {

using namespace physiology;

namespace {

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

void restart_story(AppState& state, Route chapter) {
    switch (chapter) {
    case Route::chapter_alarm: {
        AlarmChapter& alarm = state.alarm;
        AlarmChapter fresh;
        fresh.playback = kept(alarm.playback);
        fresh.worry_s = alarm.worry_s;
        fresh.slow_breathing = alarm.slow_breathing;
        alarm = std::move(fresh);
        sample_alarm(state);
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
        sensitivity.by_second = false;
        sensitivity.sent.clear();
        sensitivity.up.clear();
        sensitivity.up_before.clear();
        sample_sensitivity(state);
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

void send_volleys(AppState& state, int volleys) {
    SensitivityChapter& chapter = state.sensitivity;
    if (chapter.up.size() > 1) chapter.up_before = std::move(chapter.up);
    chapter.up.clear();
    chapter.sent.clear();
    chapter.by_second = true;
    chapter.volleys = volleys;
    chapter.gate_steps = 0;
    chapter.playback.owed_s = 0;
    chapter.playback.playing = true;
    // The train begins with its first volley: on a whole second of the gate's own clock.
    constexpr auto second = static_cast<std::uint64_t>(1 / gate_step_s + 0.5);
    std::uint64_t& steps = state.body.gate.steps;
    steps = (steps + second - 1) / second * second;
    sample_gate(state, 0);
}

void relive_day(AppState& state, double hour) {
    const CortisolParams params = default_cortisol_params();
    CortisolState fresh = initial_cortisol_state(params);
    fresh.steps = state.cortisol.day * 1440;
    const std::uint64_t until = fresh.steps + static_cast<std::uint64_t>(std::llround(hour * 60));
    while (fresh.steps < until)
        step(fresh, params, {.stress = day_signal(state.cortisol, minutes(fresh))});
    state.body.cortisol = fresh;
    state.cortisol.playback.owed_s = 0;
    recompute_day(state);
}

} // namespace tautline::app
