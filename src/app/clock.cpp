#include "app/clock.h"

#include "app/navigation.h"
#include "app/practices/breathing.h"

#include <algorithm>

namespace tautline::app {

void pass_time(AppState& state, double elapsed_s) {
    state.ambient_s += elapsed_s;
    state.journey.share = std::min(1.0, state.journey.share + elapsed_s / journey_s);
    if (breathe_along(state.pacer, state.chapters, elapsed_s)) say(state, "pacer.done");
    say(state, relax_along(state.relaxation, state.chapters, elapsed_s));
    // Nobody waits on Home for minutes: once the alarm is over, the body settles faster.
    if (state.route == Route::home)
        play_on(state.welcome, Route::chapter_alarm,
                elapsed_s * (alarm_signal(state.welcome) > 0 ? 1 : home_settles_times));
    play_on(state.chapters, state.route, elapsed_s);
    if (Chapters* lesson = lesson_of(state, state.route))
        if (play_on(*lesson, state.route, elapsed_s)) say(state, "card.over");
}

} // namespace tautline::app
