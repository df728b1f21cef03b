// update() on its own: time, playback, navigation; and a random walk that no action may break.
#include "app/one_body.h"
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

// A small generator of its own, so that the walk is the same on every platform.
struct Dice {
    std::uint64_t seed;
    std::uint32_t roll(std::uint32_t sides) {
        seed = seed * 6364136223846793005ull + 1442695040888963407ull;
        return static_cast<std::uint32_t>(seed >> 33) % sides;
    }
};

app::Action random_action(Dice& dice) {
    switch (dice.roll(14)) {
    case 0:
        return app::GoTo{static_cast<Route>(dice.roll(app::route_count))};
    case 1:
        return app::NoneOfThese{};
    case 2:
        return app::ClearAnswer{dice.roll(64)};
    case 3:
        return app::Next{};
    case 4:
        return app::Back{};
    case 5:
        return app::OpenPage{dice.roll(20)};
    case 6:
        return app::ShowResult{};
    case 7:
        return app::Toggle{"key/" + std::to_string(dice.roll(4))};
    case 8:
        return app::SortClue{dice.roll(20), dice.roll(4)};
    case 9:
        return app::Press{static_cast<Control>(dice.roll(32))};
    case 10:
        return app::Set{static_cast<Control>(dice.roll(32)),
                        static_cast<float>(dice.roll(700)) - 200};
    case 11:
        return app::Tick{static_cast<double>(dice.roll(100)) / 1000};
    case 12:
        return dice.roll(50) == 0 ? app::Action{app::StartOver{}} : app::Action{app::Next{}};
    default:
        return app::Choose{dice.roll(64), dice.roll(10), dice.roll(2) == 0};
    }
}

} // namespace

TEST_CASE("A paused chapter stands still, a playing one moves by its own clock", "[app][time]") {
    app::AppState state = act(app::initial_state(library), app::GoTo{Route::chapter_muscles});
    state = act(state, app::Tick{1});
    CHECK(app::elapsed_s(state.muscles) == 0);
    state = act(act(state, app::Press{Control::play_pause}), app::Tick{1});
    CHECK(app::elapsed_s(state.muscles) == Catch::Approx(app::muscle_pace).margin(0.2));
    state = act(act(state, app::Press{Control::slow_motion}), app::Tick{1});
    CHECK(app::elapsed_s(state.muscles) == Catch::Approx(app::muscle_pace * 1.25).margin(0.2));
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
    CHECK(std::llabs(static_cast<long long>(fine.body.steps) -
                     static_cast<long long>(coarse.body.steps)) <= 1);
}

TEST_CASE("Leaving a chapter pauses it and coming back finds what was done", "[app]") {
    app::AppState state = act(app::initial_state(library), app::GoTo{Route::chapter_sensitivity});
    state = act(act(state, app::Press{Control::play_pause}), app::Tick{2});
    const double days = app::elapsed_days(state.sensitivity);
    CHECK(days > 1);
    state = act(act(state, app::GoTo{Route::home}), app::Tick{5});
    state = act(state, app::GoTo{Route::chapter_sensitivity});
    CHECK(app::elapsed_days(state.sensitivity) == days);
    CHECK_FALSE(state.sensitivity.playback.playing);
}

TEST_CASE("Every story ends, so that idle costs nothing", "[app][time]") {
    for (Route route : {Route::chapter_alarm, Route::chapter_muscles, Route::chapter_cortisol,
                        Route::chapter_sensitivity}) {
        app::AppState state = act(app::initial_state(library), app::GoTo{route});
        state = act(state, app::Press{Control::play_pause});
        CHECK(app::is_animating(state));
        int seconds = 0;
        while (app::is_animating(state) && seconds++ < 300)
            state = act(std::move(state), app::Tick{1});
        CHECK(seconds < 300);
    }
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

TEST_CASE("No random walk of actions breaks an invariant", "[app][fuzz]") {
    Dice dice{20261122};
    app::AppState state = app::initial_state(library);
    for (int step = 0; step < 4000; ++step) {
        state = act(std::move(state), random_action(dice));
        REQUIRE(state.answers.chosen.size() == library.check.items.size());
        for (std::size_t item = 0; item < library.check.items.size(); ++item) {
            const std::uint32_t bits = state.answers.chosen[item];
            REQUIRE(bits < (1u << library.check.items[item].options.size()));
            if (library.check.items[item].kind != assess::Kind::many)
                REQUIRE((bits & (bits - 1)) == 0);
            if (!assess::is_shown(library.check, state.answers, item)) REQUIRE(bits == 0);
        }
        REQUIRE(state.check.page >= -1);
        REQUIRE(state.check.page < static_cast<int>(library.pages.size()));
        REQUIRE(app::hour_of_day(state) >= 0);
        REQUIRE(app::hour_of_day(state) <= 24);
        REQUIRE(state.cortisol.stressor_hours.size() <= app::most_stressors);
        for (const physiology::MuscleState& fibres : state.body.muscles)
            REQUIRE(std::abs(fibres.active + fibres.resting + fibres.fatigued - 1) < 1e-9);
        const physiology::SensitivityState& stores = state.body.sensitivity;
        REQUIRE(std::isfinite(stores.quick + stores.slow + state.body.glands.cortisol));
    }
}
