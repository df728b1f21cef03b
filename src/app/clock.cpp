#include "app/clock.h"

#include "app/chapters/playback.h"
#include "app/navigation.h"
#include "app/practices/along.h"

#include <algorithm>

namespace tautline::app {

void pass_time(AppState& state, double elapsed_s) {
    state.ambient_s += elapsed_s;
    state.journey.share = std::min(1.0, state.journey.share + elapsed_s / journey_s);
    if (state.pacer.running) {
        breathe_along(state, std::min(elapsed_s, pacer_length_s - state.pacer.elapsed_s));
        state.pacer.elapsed_s += elapsed_s;
        if (state.pacer.elapsed_s >= pacer_length_s) {
            state.pacer = Pacer{};
            say(state, "pacer.done");
        }
    }
    pass_relaxation(state, elapsed_s);
    play_on(state, elapsed_s);
}

} // namespace tautline::app
