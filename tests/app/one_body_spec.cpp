// One body in four chapters: what a person did in one is still there in the next.
#include "app/one_body.h"
#include "app/update.h"
#include "support/shipped_library.h"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <cmath>

using namespace tautline;
using app::AppState;
using app::Control;
using app::Route;

namespace {

const app::Library& library = test::shipped_library();

AppState act(AppState state, const app::Action& action) {
    return app::update(library, std::move(state), action);
}

AppState startled(double worry_s) {
    AppState state = act(app::initial_state(library), app::GoTo{Route::chapter_alarm});
    state.alarm.worry_s = worry_s;
    return act(std::move(state), app::Press{Control::alarm_startle});
}

double working_share_of_a_minute(AppState state) {
    int working = 0;
    for (int i = 0; i < 600; ++i) {
        app::advance(state, Route::chapter_muscles, 0.1);
        working += app::is_working(state) ? 1 : 0;
    }
    return working / 600.0;
}

double tired(const AppState& state, physiology::BackPart part) {
    return state.body.muscles[static_cast<std::size_t>(part)].fatigued;
}

} // namespace

TEST_CASE("The body begins rested, in the morning", "[body]") {
    const AppState state = app::initial_state(library);
    CHECK(app::hour_of_day(state) == app::morning_hour);
    CHECK(app::has_settled(state));
    CHECK(app::tide_ratio(state) == Catch::Approx(1).margin(1e-12));
    // The same as a body that has really slept from midnight on.
    const auto params = physiology::default_body_params();
    physiology::BodyState slept = physiology::initial_body_state(params);
    for (int minute = 0; minute < 420; ++minute)
        physiology::step_minute(slept, params, {});
    CHECK(slept.steps == state.body.steps);
    CHECK(slept.gate.steps == state.body.gate.steps);
    CHECK(slept.muscles[1].steps == state.body.muscles[1].steps);
    CHECK(slept.glands.cortisol == Catch::Approx(state.body.glands.cortisol));
    CHECK(slept.inflammation.level == Catch::Approx(state.body.inflammation.level));
}

TEST_CASE("An alarm still settling tenses the muscles, more so higher up", "[body][muscle]") {
    AppState state = startled(60);
    app::advance(state, Route::chapter_alarm, 30);
    state = act(std::move(state), app::GoTo{Route::chapter_muscles});
    state.muscles.effort_percent = 0;
    app::advance(state, Route::chapter_muscles, 60);
    using enum physiology::BackPart;
    CHECK(tired(state, neck_shoulders) > tired(state, upper_back));
    CHECK(tired(state, upper_back) > tired(state, low_back));
    CHECK(tired(state, low_back) > 0);
}

TEST_CASE("An alarm still settling eats rest gaps", "[body][muscle]") {
    AppState calm = app::initial_state(library);
    calm.muscles.rest_s_per_min = 20;
    AppState alarmed = startled(120);
    alarmed.muscles.rest_s_per_min = 20;
    app::advance(alarmed, Route::chapter_alarm, 30);
    CHECK(working_share_of_a_minute(calm) == Catch::Approx(40 / 60.0).margin(0.01));
    CHECK(working_share_of_a_minute(alarmed) == Catch::Approx(50 / 60.0).margin(0.02));
}

TEST_CASE("Alarms of the first chapter are waves on the cortisol day", "[body][cortisol]") {
    AppState state = startled(300);
    app::advance(state, Route::chapter_alarm, 600);
    state = act(std::move(state), app::GoTo{Route::chapter_cortisol});
    REQUIRE(app::alarm_hours(state.cortisol).size() == 1);
    CHECK(app::alarm_hours(state.cortisol)[0] == Catch::Approx(7).margin(0.01));
    const auto at = static_cast<std::size_t>(7 * 6 + 4); // 07:40
    CHECK(state.cortisol.this_day[at] > state.cortisol.usual_day[at] + 50);
    // The line and the body agree.
    app::advance(state, Route::chapter_cortisol, 3600);
    const double hour = app::hour_of_day(state);
    const auto sample = static_cast<std::size_t>(std::lround(hour * 6));
    app::advance(state, Route::chapter_cortisol,
                 (static_cast<double>(sample + 1) / 6 - hour) * 3600);
    CHECK(app::cortisol_readouts(state).level_nmol_per_l ==
          Catch::Approx(state.cortisol.this_day[sample + 1]).epsilon(0.01));
    // Taking the stress away takes these too.
    state = act(std::move(state), app::Press{Control::cortisol_clear_stressors});
    CHECK(app::alarm_hours(state.cortisol).empty());
    CHECK(state.cortisol.this_day == state.cortisol.usual_day);
}

TEST_CASE("Two months of stressful days change the tide, and months without let it back",
          "[body][cortisol]") {
    AppState state = act(app::initial_state(library), app::GoTo{Route::chapter_sensitivity});
    AppState quiet = state;
    state.cortisol.stressor_hours = {8, 10, 12, 14, 16, 18};
    app::advance(state, Route::chapter_sensitivity, 60 * 86400.0);
    app::advance(quiet, Route::chapter_sensitivity, 60 * 86400.0);
    CHECK(app::tide_ratio(quiet) == Catch::Approx(1).margin(1e-6));
    const double after = app::tide_ratio(state);
    CHECK(after > 1.03);
    state.cortisol.stressor_hours.clear();
    for (int i = 0; i < 2; ++i) {
        app::restart_story(state, Route::chapter_sensitivity);
        app::advance(state, Route::chapter_sensitivity, 60 * 86400.0);
    }
    CHECK(std::abs(app::tide_ratio(state) - 1) < (after - 1) / 2);
}

TEST_CASE("Time that passes in one chapter passes for the whole body", "[body][time]") {
    AppState state = startled(60);
    app::advance(state, Route::chapter_muscles, app::muscle_window_s);
    CHECK(app::has_settled(state));
    CHECK(app::hour_of_day(state) == Catch::Approx(app::morning_hour + 1.25).margin(0.02));
    CHECK(state.alarm.since_alarm_s < 0); // long ago
    app::advance(state, Route::chapter_sensitivity, 86400);
    CHECK(state.cortisol.day == 1);
    CHECK(app::alarm_hours(state.cortisol).empty()); // that was yesterday
}

TEST_CASE("Starting a chapter again rests its own part of the body and no other", "[body][reset]") {
    AppState state = startled(60);
    app::advance(state, Route::chapter_alarm, 30);
    app::advance(state, Route::chapter_muscles, 30);
    app::advance(state, Route::chapter_sensitivity, 86400);
    app::advance(state, Route::chapter_muscles, 600);
    app::startle(state);
    app::advance(state, Route::chapter_alarm, 10);
    const physiology::BodyState before = state.body;
    const physiology::BodyState rested = app::rested_body();

    state = act(std::move(state), app::GoTo{Route::chapter_muscles});
    state = act(std::move(state), app::Press{Control::reset});
    CHECK(state.body.muscles[0].fatigued == 0);
    CHECK(state.body.alarm == before.alarm);
    CHECK(state.body.sensitivity == before.sensitivity);
    CHECK(state.body.steps == before.steps);

    state = act(std::move(state), app::GoTo{Route::chapter_alarm});
    state = act(std::move(state), app::Press{Control::reset});
    CHECK(state.body.alarm.adrenaline == 0);
    CHECK(state.body.sensitivity == before.sensitivity);
    CHECK(state.body.cortisol == before.cortisol);

    state = act(std::move(state), app::GoTo{Route::chapter_sensitivity});
    CHECK(state.body.sensitivity.quick > rested.sensitivity.quick);
    state = act(std::move(state), app::Press{Control::reset});
    CHECK(state.body.sensitivity.quick == 0);
    CHECK(state.body.cortisol == before.cortisol);
}

TEST_CASE("When another muscle takes over, the first one cools down", "[body][muscle]") {
    AppState state = act(app::initial_state(library), app::GoTo{Route::chapter_muscles});
    app::advance(state, Route::chapter_muscles, 1800);
    const double before = tired(state, physiology::BackPart::neck_shoulders);
    CHECK(before > 0.3);
    state = act(std::move(state), app::Set{Control::muscle_region, 2});
    CHECK(app::elapsed_s(state.muscles) == 0);
    app::advance(state, Route::chapter_muscles, 300);
    CHECK(tired(state, physiology::BackPart::neck_shoulders) < before / 5);
    CHECK(tired(state, physiology::BackPart::low_back) > 0.05);
}
