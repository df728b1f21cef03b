// One body in four chapters: what a person did in one is still there in the next.
#include "app/chapters/chapters.h"
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
    state.chapters.alarm.worry_s = worry_s;
    return act(std::move(state), app::Press{Control::alarm_startle});
}

double working_share_of_a_minute(AppState state) {
    int working = 0;
    for (int i = 0; i < 600; ++i) {
        app::advance(state.chapters, Route::chapter_muscles, 0.1);
        working += app::is_working(state.chapters) ? 1 : 0;
    }
    return working / 600.0;
}

double tired(const AppState& state, physiology::BackPart part) {
    return state.chapters.body.muscles[static_cast<std::size_t>(part)].fatigued;
}

} // namespace

TEST_CASE("The body begins rested, in the morning", "[body]") {
    const AppState state = app::initial_state(library);
    CHECK(app::hour_of_day(state.chapters) == app::morning_hour);
    CHECK(app::has_settled(state.chapters));
    CHECK(app::tide_ratio(state.chapters) == Catch::Approx(1).margin(1e-12));
    // The same as a body that has really slept from midnight on.
    const auto params = physiology::default_body_params();
    physiology::BodyState slept = physiology::initial_body_state(params);
    for (int minute = 0; minute < 420; ++minute)
        physiology::step_minute(slept, params, {});
    CHECK(slept.steps == state.chapters.body.steps);
    CHECK(slept.gate.steps == state.chapters.body.gate.steps);
    CHECK(slept.muscles[1].steps == state.chapters.body.muscles[1].steps);
    CHECK(slept.glands.cortisol == Catch::Approx(state.chapters.body.glands.cortisol));
    CHECK(slept.inflammation.level == Catch::Approx(state.chapters.body.inflammation.level));
}

TEST_CASE("An alarm still settling tenses the muscles, more so higher up", "[body][muscle]") {
    AppState state = startled(60);
    app::advance(state.chapters, Route::chapter_alarm, 30);
    state = act(std::move(state), app::GoTo{Route::chapter_muscles});
    state.chapters.muscles.effort_percent = 0;
    app::advance(state.chapters, Route::chapter_muscles, 60);
    using enum physiology::BackPart;
    CHECK(tired(state, neck_shoulders) > tired(state, upper_back));
    CHECK(tired(state, upper_back) > tired(state, low_back));
    CHECK(tired(state, low_back) > 0);
}

TEST_CASE("An alarm still settling eats rest gaps", "[body][muscle]") {
    AppState calm = app::initial_state(library);
    calm.chapters.muscles.rest_s_per_min = 20;
    AppState alarmed = startled(120);
    alarmed.chapters.muscles.rest_s_per_min = 20;
    app::advance(alarmed.chapters, Route::chapter_alarm, 30);
    CHECK(working_share_of_a_minute(calm) == Catch::Approx(40 / 60.0).margin(0.01));
    CHECK(working_share_of_a_minute(alarmed) == Catch::Approx(50 / 60.0).margin(0.02));
}

TEST_CASE("Alarms of the first chapter are waves on the cortisol day", "[body][cortisol]") {
    AppState state = startled(300);
    app::advance(state.chapters, Route::chapter_alarm, 600);
    state = act(std::move(state), app::GoTo{Route::chapter_cortisol});
    REQUIRE(app::alarm_hours(state.chapters.cortisol).size() == 1);
    CHECK(app::alarm_hours(state.chapters.cortisol)[0] == Catch::Approx(7).margin(0.01));
    const auto at = static_cast<std::size_t>(7 * 6 + 4); // 07:40
    CHECK(state.chapters.cortisol.this_day[at] > state.chapters.cortisol.usual_day[at] + 13);
    // The line and the body agree.
    app::advance(state.chapters, Route::chapter_cortisol, 3600);
    const double hour = app::hour_of_day(state.chapters);
    const auto sample = static_cast<std::size_t>(std::lround(hour * 6));
    app::advance(state.chapters, Route::chapter_cortisol,
                 (static_cast<double>(sample + 1) / 6 - hour) * 3600);
    CHECK(app::cortisol_readouts(state.chapters).level_nmol_per_l ==
          Catch::Approx(state.chapters.cortisol.this_day[sample + 1]).epsilon(0.01));
    // Taking the stress away takes these too.
    state = act(std::move(state), app::Press{Control::cortisol_clear_stressors});
    CHECK(app::alarm_hours(state.chapters.cortisol).empty());
    CHECK(state.chapters.cortisol.this_day == state.chapters.cortisol.usual_day);
}

TEST_CASE("Two months of stressful days change the tide, and months without let it back",
          "[body][cortisol]") {
    AppState state = act(app::initial_state(library), app::GoTo{Route::chapter_sensitivity});
    AppState quiet = state;
    state.chapters.cortisol.stressor_hours = {8, 10, 12, 14, 16, 18};
    app::advance(state.chapters, Route::chapter_sensitivity, 60 * 86400.0);
    app::advance(quiet.chapters, Route::chapter_sensitivity, 60 * 86400.0);
    CHECK(app::tide_ratio(quiet.chapters) == Catch::Approx(1).margin(1e-6));
    const double after = app::tide_ratio(state.chapters);
    CHECK(after > 1.03);
    state.chapters.cortisol.stressor_hours.clear();
    for (int i = 0; i < 2; ++i) {
        app::restart_story(state.chapters, Route::chapter_sensitivity);
        app::advance(state.chapters, Route::chapter_sensitivity, 60 * 86400.0);
    }
    CHECK(std::abs(app::tide_ratio(state.chapters) - 1) < (after - 1) / 2);
}

TEST_CASE("Time that passes in one chapter passes for the whole body", "[body][time]") {
    AppState state = startled(60);
    app::advance(state.chapters, Route::chapter_muscles, app::muscle_window_s);
    CHECK(app::has_settled(state.chapters));
    CHECK(app::hour_of_day(state.chapters) == Catch::Approx(app::morning_hour + 1.25).margin(0.02));
    CHECK(state.chapters.alarm.since_alarm_s < 0); // long ago
    app::advance(state.chapters, Route::chapter_sensitivity, 86400);
    CHECK(state.chapters.cortisol.day == 1);
    CHECK(app::alarm_hours(state.chapters.cortisol).empty()); // that was yesterday
}

TEST_CASE("Starting a chapter again rests its own part of the body and no other", "[body][reset]") {
    AppState state = startled(60);
    app::advance(state.chapters, Route::chapter_alarm, 30);
    app::advance(state.chapters, Route::chapter_muscles, 30);
    app::advance(state.chapters, Route::chapter_sensitivity, 86400);
    app::advance(state.chapters, Route::chapter_muscles, 600);
    app::startle(state.chapters, state.chapters.alarm.worry_s);
    app::advance(state.chapters, Route::chapter_alarm, 10);
    const physiology::BodyState before = state.chapters.body;
    const physiology::BodyState rested = app::rested_body();

    state = act(std::move(state), app::GoTo{Route::chapter_muscles});
    state = act(std::move(state), app::Press{Control::reset});
    CHECK(state.chapters.body.muscles[0].fatigued == 0);
    CHECK(state.chapters.body.alarm == before.alarm);
    CHECK(state.chapters.body.sensitivity == before.sensitivity);
    CHECK(state.chapters.body.steps == before.steps);

    state = act(std::move(state), app::GoTo{Route::chapter_alarm});
    state = act(std::move(state), app::Press{Control::reset});
    CHECK(state.chapters.body.alarm.adrenaline == 0);
    CHECK(state.chapters.body.sensitivity == before.sensitivity);
    CHECK(state.chapters.body.cortisol == before.cortisol);

    state = act(std::move(state), app::GoTo{Route::chapter_sensitivity});
    CHECK(state.chapters.body.sensitivity.quick > rested.sensitivity.quick);
    state = act(std::move(state), app::Press{Control::reset});
    CHECK(state.chapters.body.sensitivity.quick == 0);
    CHECK(state.chapters.body.cortisol == before.cortisol);

    app::startle(state.chapters, state.chapters.alarm.worry_s);
    app::advance(state.chapters, Route::chapter_alarm, 10);
    const physiology::AlarmState alarmed = state.chapters.body.alarm;
    state = act(std::move(state), app::GoTo{Route::chapter_cortisol});
    CHECK_FALSE(app::alarm_hours(state.chapters.cortisol).empty());
    state = act(std::move(state), app::Press{Control::reset});
    // The minute that the body has begun goes on.
    CHECK(app::hour_of_day(state.chapters) == Catch::Approx(app::morning_hour).margin(1.0 / 60));
    CHECK(app::alarm_hours(state.chapters.cortisol).empty());
    CHECK(state.chapters.body.alarm == alarmed);
}

TEST_CASE("When another muscle takes over, the first one cools down", "[body][muscle]") {
    AppState state = act(app::initial_state(library), app::GoTo{Route::chapter_muscles});
    app::advance(state.chapters, Route::chapter_muscles, 1800);
    const double before = tired(state, physiology::BackPart::neck_shoulders);
    CHECK(before > 0.3);
    state = act(std::move(state), app::Set{Control::muscle_region, 2});
    CHECK(app::elapsed_s(state.chapters.muscles) == 0);
    app::advance(state.chapters, Route::chapter_muscles, 300);
    CHECK(tired(state, physiology::BackPart::neck_shoulders) < before / 5);
    CHECK(tired(state, physiology::BackPart::low_back) > 0.05);
}

namespace {

AppState sending(AppState state, Control how) {
    return act(act(std::move(state), app::GoTo{Route::chapter_sensitivity}), app::Press{how});
}

// What went up in all, once the gate is quiet again.
double sum_up(AppState state) {
    app::advance(state.chapters, Route::chapter_sensitivity, app::gate_window_s);
    double sum = 0;
    for (float each : state.chapters.sensitivity.up)
        sum += static_cast<double>(each);
    return sum;
}

double highest_up(const AppState& state, double from_s, double to_s) {
    const auto at = [&](double s) {
        return state.chapters.sensitivity.up.begin() +
               static_cast<std::ptrdiff_t>(std::lround(s / app::gate_sample_s));
    };
    return static_cast<double>(*std::max_element(at(from_s), at(to_s)));
}

} // namespace

TEST_CASE("Repeated quickly the same signal is answered more and more, and an echo fades",
          "[body][gate]") {
    AppState state = sending(app::initial_state(library), Control::sensitivity_send_quickly);
    app::advance(state.chapters, Route::chapter_sensitivity, app::quick_volleys);
    CHECK(highest_up(state, 9, 10) > 1.3 * highest_up(state, 0, 1));
    CHECK_FALSE(app::gate_is_quiet(state.chapters));
    int seconds = 0;
    while (app::is_animating(state) && ++seconds < 60)
        state = act(std::move(state), app::Tick{1});
    CHECK(seconds > 5); // after-sensation
    CHECK(seconds < 55);
    CHECK(state.chapters.sensitivity.up.back() < 0.01f);
    // One signal alone does not build up.
    AppState once = sending(app::initial_state(library), Control::sensitivity_send_once);
    app::advance(once.chapters, Route::chapter_sensitivity, 5);
    CHECK(highest_up(once, 4, 5) < highest_up(once, 0, 1) / 5);
}

TEST_CASE("Rubbing and calm hold back, worry and a month of ache let through", "[body][gate]") {
    const AppState usual = sending(app::initial_state(library), Control::sensitivity_send_quickly);
    const auto with = [&](Control control, float value) {
        return sum_up(act(usual, app::Set{control, value}));
    };
    const double plain = sum_up(usual);
    CHECK(with(Control::sensitivity_rubbing, 1) < 0.9 * plain);
    CHECK(with(Control::sensitivity_calm_percent, 100) < 0.8 * plain);
    CHECK(with(Control::sensitivity_worry_percent, 100) > 1.02 * plain);
    CHECK(with(Control::sensitivity_signal, 0) < 0.2 * plain); // touch
    AppState month = app::initial_state(library);
    app::advance(month.chapters, Route::chapter_sensitivity, 29 * 86400.0);
    CHECK(sum_up(sending(std::move(month), Control::sensitivity_send_quickly)) > 1.3 * plain);
}

TEST_CASE("The seconds at the gate leave the days where they were", "[body][gate]") {
    AppState state = act(app::initial_state(library), app::GoTo{Route::chapter_sensitivity});
    state = act(act(std::move(state), app::Press{Control::play_pause}), app::Tick{2});
    const double days = app::elapsed_days(state.chapters.sensitivity);
    const std::size_t samples = state.chapters.sensitivity.gain.size();
    state = act(act(std::move(state), app::Press{Control::sensitivity_send_once}), app::Tick{3});
    CHECK(app::gate_s(state.chapters.sensitivity) == Catch::Approx(3).margin(0.1));
    CHECK(app::elapsed_days(state.chapters.sensitivity) == days);
    for (int second = 0; second < 60; ++second)
        state = act(std::move(state), app::Tick{1});
    CHECK_FALSE(app::is_animating(state));
    // Then Play goes on with the days.
    state = act(act(std::move(state), app::Press{Control::play_pause}), app::Tick{1});
    CHECK(app::elapsed_days(state.chapters.sensitivity) > days + 1);
    CHECK(state.chapters.sensitivity.gain.size() > samples);
}

TEST_CASE("The second train is drawn over the one before", "[body][gate]") {
    AppState state = sending(app::initial_state(library), Control::sensitivity_send_once);
    app::advance(state.chapters, Route::chapter_sensitivity, 3);
    const std::vector<float> first = state.chapters.sensitivity.up;
    state = act(std::move(state), app::Press{Control::sensitivity_send_quickly});
    CHECK(state.chapters.sensitivity.up_before == first);
    CHECK(state.chapters.sensitivity.up.size() == 1);
}
