// update() on its own: time, playback, navigation. tests/view/random_walk_spec.cpp walks at random.
#include "app/update.h"
#include "support/shipped_library.h"

#include <catch_amalgamated.hpp>
#include <cmath>

using namespace tautline;
using app::Control;
using app::Route;

namespace {

const app::Library& library = test::shipped_library();

app::AppState act(app::AppState state, const app::Action& action) {
    return app::update(library, std::move(state), action);
}

} // namespace

TEST_CASE("A paused chapter stands still, a playing one moves by its own clock", "[app][time]") {
    app::AppState state = act(app::initial_state(library), app::GoTo{Route::chapter_muscles});
    state = act(state, app::Tick{1});
    CHECK(app::elapsed_s(state.chapters.muscles) == 0);
    state = act(act(state, app::Press{Control::play_pause}), app::Tick{1});
    CHECK(app::elapsed_s(state.chapters.muscles) == Catch::Approx(app::muscle_pace).margin(0.2));
    state = act(act(state, app::Press{Control::slow_motion}), app::Tick{1});
    CHECK(app::elapsed_s(state.chapters.muscles) ==
          Catch::Approx(app::muscle_pace * 1.25).margin(0.2));
}

TEST_CASE("The same time in many small ticks or few large ones gives the same body",
          "[app][time]") {
    app::AppState fine = act(app::initial_state(library), app::GoTo{Route::chapter_alarm});
    fine = act(fine, app::Press{Control::alarm_startle});
    app::AppState coarse = fine;
    for (int i = 0; i < 600; ++i)
        fine = act(std::move(fine), app::Tick{1.0 / 60});
    for (int i = 0; i < 10; ++i)
        coarse = act(std::move(coarse), app::Tick{1});
    CHECK(std::llabs(static_cast<long long>(fine.chapters.body.steps) -
                     static_cast<long long>(coarse.chapters.body.steps)) <= 1);
}

TEST_CASE("Leaving a chapter pauses it and coming back finds what was done", "[app]") {
    app::AppState state = act(app::initial_state(library), app::GoTo{Route::chapter_sensitivity});
    state = act(act(state, app::Press{Control::play_pause}), app::Tick{2});
    const double days = app::elapsed_days(state.chapters.sensitivity);
    CHECK(days > 1);
    state = act(act(state, app::GoTo{Route::home}), app::Tick{5});
    state = act(state, app::GoTo{Route::chapter_sensitivity});
    CHECK(app::elapsed_days(state.chapters.sensitivity) == days);
    CHECK_FALSE(state.chapters.sensitivity.playback.playing);
}

TEST_CASE("Every story ends, so that idle costs nothing", "[app][time]") {
    for (std::size_t i = 0; i < app::simulated_chapters; ++i) {
        app::AppState state = act(app::initial_state(library), app::GoTo{app::chapter(i)});
        state = act(state, app::Press{Control::play_pause});
        CHECK(app::is_animating(state));
        int seconds = 0;
        while (app::is_animating(state) && seconds++ < 300)
            state = act(std::move(state), app::Tick{1});
        CHECK(seconds < 300);
    }
}

TEST_CASE("From chapter to chapter the camera travels shortly, and gives way to a hand",
          "[app][journey]") {
    app::AppState state = act(app::initial_state(library), app::GoTo{Route::chapter_alarm});
    CHECK(state.journey.share == 1); // Home shows another figure
    CHECK_FALSE(app::is_animating(state));
    const app::AppState leaving = act(state, app::GoTo{Route::chapter_muscles});
    CHECK(leaving.journey.from == Route::chapter_alarm);
    CHECK(app::is_animating(leaving));
    const app::AppState midway = act(leaving, app::Tick{app::journey_s / 2});
    CHECK(midway.journey.share == Catch::Approx(0.5));
    const app::AppState there = act(midway, app::Tick{app::journey_s});
    CHECK(there.journey.share == 1);
    CHECK_FALSE(app::is_animating(there));
    CHECK(there.chapters.body == leaving.chapters.body); // only the camera moved
    CHECK(act(midway, app::Press{Control::slow_motion}).journey.share == 1);
    CHECK(act(midway, app::Set{Control::muscle_effort_percent, 3}).journey.share == 1);
    // Whoever wants less motion is there at once.
    state = act(std::move(state), app::Set{Control::setting_motion, 1});
    CHECK(act(std::move(state), app::GoTo{Route::chapter_muscles}).journey.share == 1);
}

TEST_CASE("The breathing pacer runs five minutes and stops by itself", "[app][pacer]") {
    app::AppState state = act(app::initial_state(library), app::GoTo{Route::breathing});
    state = act(state, app::Press{Control::pacer_start_stop});
    for (int i = 0; i < 299; ++i)
        state = act(std::move(state), app::Tick{1});
    CHECK(state.pacer.running);
    state = act(act(state, app::Tick{1}), app::Tick{1});
    CHECK_FALSE(state.pacer.running);
    CHECK(state.announcement_key == "pacer.done");
}

TEST_CASE("The body breathes along with the pacer, and an alarm in it settles", "[app][pacer]") {
    app::AppState state = act(app::initial_state(library), app::GoTo{Route::chapter_alarm});
    state = act(std::move(state), app::Press{Control::alarm_startle});
    for (int i = 0; i < 10; ++i)
        state = act(std::move(state), app::Tick{1});
    const auto now = [&] {
        return physiology::readouts(state.chapters.body.alarm, physiology::default_alarm_params());
    };
    const double alarmed = now().heart_rate_rise_bpm;
    CHECK(alarmed > 1);
    CHECK_FALSE(now().breathing_slowly);
    state = act(std::move(state), app::GoTo{Route::breathing});
    for (int i = 0; i < 60; ++i)
        state = act(std::move(state), app::Tick{1});
    CHECK(now().heart_rate_rise_bpm == alarmed); // it waits until the pacer runs
    state = act(std::move(state), app::Press{Control::pacer_start_stop});
    for (int i = 0; i < 300; ++i) {
        state = act(std::move(state), app::Tick{0.99});
        if (i == 30) CHECK(now().breathing_slowly);
    }
    CHECK(state.pacer.running);
    CHECK(now().heart_rate_rise_bpm < alarmed / 2);
    CHECK_FALSE(state.chapters.alarm.slow_breathing); // the chapter's own switch stays as it was
}
