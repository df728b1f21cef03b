#include "app/chapters/playback.h"

#include "app/chapters/one_body.h"
#include "app/state.h"

#include <algorithm>

namespace tautline::app {
namespace {

bool story_over(const AppState& state) {
    switch (state.route) {
    case Route::chapter_muscles:
        return elapsed_s(state.muscles) >= muscle_window_s;
    case Route::chapter_cortisol:
        return hour_of_day(state) >= 24;
    case Route::chapter_sensitivity:
        return state.sensitivity.by_second
                   ? gate_is_quiet(state)
                   : elapsed_days(state.sensitivity) >= sensitivity_window_days;
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
        return (state.sensitivity.by_second ? 1 : sensitivity_pace) *
               (state.sensitivity.playback.slow ? 0.25 : 1);
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
    Playback* playback = playback_in_view(state);
    if (!playback) return;
    switch (state.route) {
    case Route::chapter_alarm:
        advance(state, state.route, 5);
        break;
    case Route::chapter_muscles:
        advance(state, state.route, 60);
        break;
    case Route::chapter_cortisol:
        advance(state, state.route, 900);
        break;
    default:
        advance(state, state.route, state.sensitivity.by_second ? 0.5 : 43200);
        break;
    }
    playback->playing = false;
}

void reset_chapter(AppState& state) {
    restart(state, state.route);
}

void play_pause(AppState& state) {
    Playback* playback = playback_in_view(state);
    if (!playback) return;
    const bool was_playing = playback->playing;
    SensitivityChapter& sensitivity = state.sensitivity;
    // After the seconds the days go on.
    if (!was_playing && state.route == Route::chapter_sensitivity && sensitivity.by_second &&
        story_over(state))
        sensitivity.by_second = false;
    // The same day, lived again; the other stories begin with that part of the body rested.
    if (!was_playing && story_over(state)) {
        if (state.route == Route::chapter_cortisol)
            restart_story(state, state.route);
        else
            restart(state, state.route);
    }
    // The alarm has no story until it is startled: Play then startles.
    if (!was_playing && state.route == Route::chapter_alarm && state.alarm.since_alarm_s < 0)
        startle(state);
    playback_in_view(state)->playing = !was_playing;
    const bool by_second = state.route == Route::chapter_sensitivity && sensitivity.by_second;
    if (!was_playing && !by_second) playback_in_view(state)->revealed = true;
}

void play_on(AppState& state, double elapsed_s) {
    const Playback* playback = playback_in_view(state);
    if (!playback || !playback->playing) return;
    advance(state, state.route, elapsed_s * pace(state));
    if (story_over(state)) playback_in_view(state)->playing = false;
}

} // namespace tautline::app
