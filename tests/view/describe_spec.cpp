// The sentences beside the figures: each state has its own, and they change with what a person
// does.
#include "app/chapters/chapters.h"
#include "app/update.h"
#include "support/shipped_library.h"
#include "view/build_screen.h"
#include "view/chapters/simulations.h"
#include "view/figures/amounts.h"

#include <catch_amalgamated.hpp>
#include <set>
#include <utility>

using namespace tautline;
using app::Control;
using app::Route;

namespace {

const app::Library& library = test::shipped_library();
const app::Words& words = library.words;

std::string first_words(const std::string& sentence) {
    return sentence.substr(0, 14);
}

} // namespace

TEST_CASE("The alarm is told as quiet, rising, on, settling and settled, in this order",
          "[describe]") {
    app::AppState state = app::initial_state(library);
    const auto now = [&] { return first_words(view::describe_alarm(words, state.chapters)); };
    std::vector<std::string> told{now()};
    app::startle(state.chapters, state.chapters.alarm.worry_s);
    state.chapters.alarm.playback.playing = true;
    for (int second = 0; second < 900; ++second) {
        app::play_on(state.chapters, Route::chapter_alarm, 1 / app::alarm_pace);
        if (now() != told.back()) told.push_back(now());
    }
    CHECK(told.size() == 5);
    CHECK(std::set<std::string>(told.begin(), told.end()).size() == 5);
    CHECK_FALSE(
        state.chapters.alarm.playback.playing); // it stops by itself when the body has settled
}

TEST_CASE("Five seconds of rest a minute more than halve the tired share of an hour",
          "[describe][muscle]") {
    app::AppState state = app::initial_state(library);
    app::MuscleChapter& muscles = state.chapters.muscles;
    muscles.region = 2;
    muscles.effort_percent = 5;
    muscles.rest_s_per_min = 5;
    app::recompute_no_rest(muscles);
    app::advance(state.chapters, Route::chapter_muscles, app::muscle_work_s);
    const float tired = muscles.tired.back();
    const float without =
        muscles.tired_no_rest[static_cast<std::size_t>(app::muscle_work_s / app::muscle_sample_s)];
    CHECK(without == Catch::Approx(0.47).margin(0.01));
    CHECK(tired == Catch::Approx(0.21).margin(0.01));
    app::advance(state.chapters, Route::chapter_muscles, app::muscle_window_s - app::muscle_work_s);
    CHECK(muscles.tired.back() < 0.05f); // recovery always shows
}

TEST_CASE("A stressor at two in the afternoon gives a wave that a sentence tells",
          "[describe][cortisol]") {
    app::AppState state = app::initial_state(library);
    const auto told = [&] { return view::describe_cortisol(words, state.chapters); };
    app::relive_day(state.chapters, 14.5);
    const std::string usual = told();
    state.chapters.cortisol.stressor_hours = {14};
    app::relive_day(state.chapters, 14.5);
    CHECK(told() != usual);
    CHECK(app::cortisol_readouts(state.chapters).pulse_ug_per_dl > 1);
    app::advance(state.chapters, Route::chapter_cortisol, 8.5 * 3600);
    CHECK(app::hour_of_day(state.chapters) == Catch::Approx(23));
    CHECK(app::cortisol_readouts(state.chapters).pulse_ug_per_dl < 1);
}

TEST_CASE("A month of ache turns the volume up, and a month without lets it down again",
          "[describe][sensitivity]") {
    app::AppState state = app::initial_state(library);
    const auto told = [&] { return view::describe_sensitivity(words, state.chapters); };
    const std::string usual = told();
    app::advance(state.chapters, Route::chapter_sensitivity, 86400 * 29.5);
    const double high = app::sensitivity_readouts(state.chapters).volume_fraction;
    CHECK(told() != usual);
    app::advance(state.chapters, Route::chapter_sensitivity, 86400 * 30);
    CHECK(app::sensitivity_readouts(state.chapters).volume_fraction < high / 3);
}

TEST_CASE("The gate by the second is told as sending, building up, echoing and quiet",
          "[describe][gate]") {
    const auto told = [](Control how) {
        app::AppState state = app::update(library, app::initial_state(library),
                                          app::GoTo{Route::chapter_sensitivity});
        state = app::update(library, std::move(state), app::Press{how});
        std::vector<std::string> all;
        for (int step = 0; step < 620; ++step) {
            const std::string now = view::describe_sensitivity(words, state.chapters).substr(0, 24);
            if (all.empty() || now != all.back()) all.push_back(now);
            app::advance(state.chapters, Route::chapter_sensitivity, 0.1);
        }
        return all;
    };
    const auto once = told(Control::sensitivity_send_once);
    const auto quickly = told(Control::sensitivity_send_quickly);
    CHECK(once.size() == 3);
    CHECK(quickly.size() == 5);
    CHECK(quickly.back() == once.back());
    CHECK(std::set<std::string>(quickly.begin(), quickly.end()).size() == quickly.size());
}

TEST_CASE(
    "The back of the picture is quiet once the last signal is sent, and days begin with theirs",
    "[describe][gate]") {
    app::AppState state =
        app::update(library, app::initial_state(library), app::GoTo{Route::chapter_sensitivity});
    const auto sent = [&] {
        return view::sensitivity_figure(library, app::shown(state, Route::chapter_sensitivity), {})
            .signal;
    };
    CHECK(sent() > 0);
    state = app::update(library, std::move(state), app::Press{Control::sensitivity_send_once});
    app::advance(state.chapters, Route::chapter_sensitivity, 0.5);
    CHECK(sent() > 0);
    app::advance(state.chapters, Route::chapter_sensitivity, 5);
    CHECK(sent() == 0);
    // Whoever sets the hours of the days sees the days, from their first on.
    state = app::update(library, std::move(state), app::Set{Control::sensitivity_hours_per_day, 6});
    CHECK_FALSE(state.chapters.sensitivity.by_second);
    CHECK_FALSE(state.chapters.sensitivity.playback.playing);
    CHECK(sent() > 0);
    state = app::update(library, std::move(state), app::Press{Control::play_pause});
    state = app::update(library, std::move(state), app::Tick{1});
    CHECK(app::elapsed_days(state.chapters.sensitivity) > 0.5);
}

TEST_CASE("What turns the gate is told, each in its own sentence", "[describe][gate]") {
    const app::AppState state =
        app::update(library, app::initial_state(library), app::GoTo{Route::chapter_sensitivity});
    const auto told = [&](const app::AppState& now) {
        return view::describe_sensitivity(words, now.chapters);
    };
    std::set<std::string> all{told(state)};
    for (const auto& [control, value] : {std::pair{Control::sensitivity_rubbing, 1.0f},
                                         {Control::sensitivity_worry_percent, 50.0f},
                                         {Control::sensitivity_calm_percent, 50.0f}})
        all.insert(told(app::update(library, state, app::Set{control, value})));
    CHECK(all.size() == 4);
}

TEST_CASE("A part of the back that rests after work is told too", "[describe][muscle]") {
    app::AppState state = app::initial_state(library);
    app::advance(state.chapters, Route::chapter_muscles, 1800);
    state = app::update(library, std::move(state), app::Set{Control::muscle_region, 2});
    const auto told = [&] { return view::describe_muscles(words, state.chapters); };
    const std::string neck = words.text("option.region.neck_shoulders");
    CHECK(told().find(neck) != std::string::npos);
    app::advance(state.chapters, Route::chapter_muscles, 900);
    CHECK(told().find(neck) == std::string::npos); // recovered
}

TEST_CASE("What another chapter left is said in a line, and only while it is there",
          "[describe][carried]") {
    app::AppState state = app::initial_state(library);
    const auto to_alarm = [&] { return view::carried_to_alarm(words, state.chapters); };
    const auto to_muscles = [&] { return view::carried_to_muscles(words, state.chapters); };
    const auto to_cortisol = [&] { return view::carried_to_cortisol(words, state.chapters); };
    CHECK(to_alarm().empty());
    CHECK(to_muscles().empty());
    CHECK(to_cortisol().empty());
    app::startle(state.chapters, state.chapters.alarm.worry_s);
    app::advance(state.chapters, Route::chapter_alarm, 30);
    CHECK_FALSE(to_muscles().empty());
    const std::string one = to_cortisol();
    CHECK_FALSE(one.empty());
    app::startle(state.chapters, state.chapters.alarm.worry_s);
    CHECK(to_cortisol() != one);
    app::advance(state.chapters, Route::chapter_muscles, 900);
    CHECK(to_muscles().empty());
    CHECK_FALSE(to_alarm().empty()); // tired muscles
    // Weeks of stressful days are seen in the tide.
    state = app::initial_state(library);
    state.chapters.cortisol.stressor_hours = {9, 11, 13, 15, 17, 19};
    app::advance(state.chapters, Route::chapter_sensitivity, 50 * 86400.0);
    CHECK(to_cortisol() == words.text("carried.cortisol.up"));
}

TEST_CASE("Durations and times of day read as people say them", "[describe]") {
    CHECK(view::duration_text(words, 45) == "45 s");
    CHECK(view::duration_text(words, 120) == "2 min");
    CHECK(view::duration_text(words, 125.9) == "2 min 5 s");
    CHECK(view::clock_text(words, 14.0833333) == "14:05");
    CHECK(view::clock_text(words, 24) == "0:00");
}

TEST_CASE("Moving a control changes the readout beside it", "[describe][control]") {
    struct Case {
        Route route;
        Control control;
        float low, high;
        const char* key;
    };
    for (const Case& each :
         {Case{Route::chapter_alarm, Control::alarm_worry_s, 10, 300, "control/alarm_worry_s"},
          Case{Route::chapter_muscles, Control::muscle_effort_percent, 1, 9,
               "control/muscle_effort_percent"},
          Case{Route::chapter_cortisol, Control::cortisol_stressor_hour, 3, 20,
               "control/cortisol_stressor_hour"},
          Case{Route::chapter_sensitivity, Control::sensitivity_calm_percent, 0, 80, "describe"}}) {
        app::AppState state = app::initial_state(library);
        for (const app::Action& action :
             {app::Action{app::GoTo{each.route}}, app::Action{app::ShowCard{app::Card::play}},
              app::Action{app::OpenDrawer{"drawer/describe"}}})
            state = app::update(library, std::move(state), action);
        const auto readout = [&](float value) {
            const view::Screen screen = view::build_screen(
                library, app::update(library, state, app::Set{each.control, value}));
            const view::Node* node = view::find(screen, each.key);
            REQUIRE(node);
            return node->value_text + node->label;
        };
        CHECK(readout(each.low) != readout(each.high));
    }
}
