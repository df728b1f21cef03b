#include "app/playback.h"

#include "app/navigation.h"

#include <utility>

namespace tautline::app {
namespace {

// What the person predicted, saw and chose of the clock outlives a reset.
Playback kept(const Playback& old) {
    return {.slow = old.slow, .prediction = old.prediction, .revealed = old.revealed};
}

AlarmChapter restarted(const AlarmChapter& old) {
    AlarmChapter fresh = new_alarm_chapter();
    fresh.playback = kept(old.playback);
    fresh.worry_s = old.worry_s;
    fresh.slow_breathing = old.slow_breathing;
    return fresh;
}

MuscleChapter restarted(const MuscleChapter& old) {
    MuscleChapter fresh = new_muscle_chapter();
    fresh.playback = kept(old.playback);
    fresh.region = old.region;
    fresh.effort_percent = old.effort_percent;
    fresh.rest_s_per_min = old.rest_s_per_min;
    recompute_no_rest(fresh);
    return fresh;
}

// The day is a whole already; only the hand goes back.
CortisolChapter restarted(CortisolChapter old) {
    old.playback = kept(old.playback);
    old.hour = new_cortisol_chapter().hour;
    return old;
}

SensitivityChapter restarted(const SensitivityChapter& old) {
    SensitivityChapter fresh = new_sensitivity_chapter();
    fresh.playback = kept(old.playback);
    fresh.signal = old.signal;
    fresh.hours_per_day = old.hours_per_day;
    fresh.worry_percent = old.worry_percent;
    fresh.calm_percent = old.calm_percent;
    fresh.rubbing = old.rubbing;
    return fresh;
}

bool story_over(const AppState& state) {
    switch (state.route) {
    case Route::chapter_muscles:
        return elapsed_s(state.muscles) >= muscle_window_s;
    case Route::chapter_cortisol:
        return state.cortisol.hour >= 24;
    case Route::chapter_sensitivity:
        return elapsed_days(state.sensitivity) >= sensitivity_window_days;
    default:
        return false;
    }
}

double pace(const AppState& state) {
    switch (state.route) {
    case Route::chapter_alarm:
        return alarm_pace * (state.alarm.playback.slow ? 0.25 : 1);
    case Route::chapter_muscles:
        return muscle_pace * (state.muscles.playback.slow ? 0.25 : 1);
    case Route::chapter_cortisol:
        return cortisol_pace * (state.cortisol.playback.slow ? 0.25 : 1);
    case Route::chapter_sensitivity:
        return sensitivity_pace * (state.sensitivity.playback.slow ? 0.25 : 1);
    default:
        return 0;
    }
}

} // namespace

Playback* playback_in_view(AppState& state) {
    switch (state.route) {
    case Route::chapter_alarm:
        return &state.alarm.playback;
    case Route::chapter_muscles:
        return &state.muscles.playback;
    case Route::chapter_cortisol:
        return &state.cortisol.playback;
    case Route::chapter_sensitivity:
        return &state.sensitivity.playback;
    default:
        return nullptr;
    }
}

void step_once(AppState& state) {
    switch (state.route) {
    case Route::chapter_alarm:
        advance(state.alarm, 5);
        break;
    case Route::chapter_muscles:
        advance(state.muscles, 60);
        break;
    case Route::chapter_cortisol:
        advance(state.cortisol, 900);
        break;
    case Route::chapter_sensitivity:
        advance(state.sensitivity, 43200);
        break;
    default:
        return;
    }
    playback_in_view(state)->playing = false;
}

void reset_chapter(AppState& state) {
    switch (state.route) {
    case Route::chapter_alarm:
        state.alarm = restarted(state.alarm);
        break;
    case Route::chapter_muscles:
        state.muscles = restarted(state.muscles);
        break;
    case Route::chapter_cortisol:
        state.cortisol = restarted(std::move(state.cortisol));
        break;
    case Route::chapter_sensitivity:
        state.sensitivity = restarted(state.sensitivity);
        break;
    default:
        break;
    }
}

void play_pause(AppState& state) {
    Playback* playback = playback_in_view(state);
    if (!playback) return;
    const bool was_playing = playback->playing;
    if (!was_playing && story_over(state)) reset_chapter(state);
    // The alarm has no story until it is startled: Play then startles.
    if (!was_playing && state.route == Route::chapter_alarm && state.alarm.since_alarm_s < 0)
        startle(state.alarm);
    playback_in_view(state)->playing = !was_playing;
    if (!was_playing) playback_in_view(state)->revealed = true;
}

void pass_time(AppState& state, double elapsed_s) {
    state.ambient_s += elapsed_s;
    if (state.pacer.running) {
        state.pacer.elapsed_s += elapsed_s;
        if (state.pacer.elapsed_s >= pacer_length_s) {
            state.pacer = Pacer{};
            say(state, "pacer.done");
        }
    }
    const Playback* playback = playback_in_view(state);
    if (!playback || !playback->playing) return;
    const double model_s = elapsed_s * pace(state);
    switch (state.route) {
    case Route::chapter_alarm:
        advance(state.alarm, model_s);
        break;
    case Route::chapter_muscles:
        advance(state.muscles, model_s);
        break;
    case Route::chapter_cortisol:
        advance(state.cortisol, model_s);
        break;
    case Route::chapter_sensitivity:
        advance(state.sensitivity, model_s);
        break;
    default:
        break;
    }
    if (story_over(state)) playback_in_view(state)->playing = false;
}

} // namespace tautline::app
