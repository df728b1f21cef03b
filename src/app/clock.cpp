#include "app/clock.h"

#include "app/navigation.h"
#include "app/practices/breathing.h"

#include <algorithm>
#include <cmath>

namespace tautline::app {

namespace {

// The body in view; none: no heart is drawn.
const Chapters* body_in_view(const AppState& state) {
    if (state.route == Route::home) return &state.welcome;
    if (state.route == Route::story) return &state.story.body;
    return simulated_chapter(state.route) ? &shown(state, state.route) : nullptr;
}

void beat(AppState& state, double elapsed_s) {
    const Chapters* body = body_in_view(state);
    if (!body) return;
    const auto now = physiology::readouts(body->body.alarm, physiology::default_alarm_params());
    const auto on = [&](double& phase, double a_minute) {
        phase = std::fmod(phase + elapsed_s * a_minute / 60, 1.0);
    };
    on(state.pulse.beat, now.steady_heart_rate_bpm);
    on(state.pulse.breath, now.breaths_per_min);
}

// The camera goes to the next scene's part of the body.
void tell_on(AppState& state, double elapsed_s) {
    const Route before = state.story.chapter;
    if (!play_story(state.story, elapsed_s, state.settings.less_motion)) return;
    follow_story(state, before);
}

} // namespace

void pass_time(AppState& state, double elapsed_s) {
    state.ambient_s += elapsed_s;
    if (is_animating(state)) beat(state, elapsed_s);
    state.journey.share = std::min(1.0, state.journey.share + elapsed_s / journey_s);
    if (breathe_along(state.pacer, state.chapters, elapsed_s)) say(state, "pacer.done");
    say(state, relax_along(state.relaxation, state.chapters, elapsed_s));
    // Nobody waits on Home for minutes: once the alarm is over, the body settles faster.
    if (state.route == Route::home)
        play_on(state.welcome, Route::chapter_alarm,
                elapsed_s * (alarm_signal(state.welcome) > 0 ? 1 : home_settles_times));
    if (state.route == Route::story) tell_on(state, elapsed_s);
    play_on(state.chapters, state.route, elapsed_s);
    if (Chapters* lesson = lesson_of(state, state.route))
        if (play_on(*lesson, state.route, elapsed_s)) say(state, "card.over");
}

} // namespace tautline::app
