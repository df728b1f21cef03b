// The sentences beside the figures: each state has its own, and they change with what a person
// does.
#include "app/update.h"
#include "support/shipped_library.h"
#include "view/build_screen.h"
#include "view/describe.h"

#include <catch_amalgamated.hpp>
#include <set>

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
    app::AlarmChapter alarm = app::new_alarm_chapter();
    alarm.worry_s = 60;
    std::vector<std::string> told{first_words(view::describe(words, alarm))};
    app::startle(alarm);
    alarm.playback.playing = true;
    for (int second = 0; second < 900; ++second) {
        app::advance(alarm, 1);
        const std::string now = first_words(view::describe(words, alarm));
        if (now != told.back()) told.push_back(now);
    }
    CHECK(told.size() == 5);
    CHECK(std::set<std::string>(told.begin(), told.end()).size() == 5);
    CHECK_FALSE(alarm.playback.playing); // it stops by itself when the body has settled
}

TEST_CASE("Five seconds of rest a minute more than halve the tired share of an hour",
          "[describe][muscle]") {
    app::MuscleChapter with_rest = app::new_muscle_chapter();
    with_rest.region = 2;
    with_rest.rest_s_per_min = 5;
    app::recompute_no_rest(with_rest);
    app::advance(with_rest, app::muscle_work_s);
    const float tired = with_rest.tired.back();
    const float without =
        with_rest
            .tired_no_rest[static_cast<std::size_t>(app::muscle_work_s / app::muscle_sample_s)];
    CHECK(without == Catch::Approx(0.47).margin(0.01));
    CHECK(tired == Catch::Approx(0.21).margin(0.01));
    app::advance(with_rest, app::muscle_window_s - app::muscle_work_s);
    CHECK(with_rest.tired.back() < 0.05f); // recovery always shows
}

TEST_CASE("A stressor at two in the afternoon gives a wave that a sentence tells",
          "[describe][cortisol]") {
    app::CortisolChapter cortisol = app::new_cortisol_chapter();
    cortisol.hour = 14.5;
    const std::string usual = view::describe(words, cortisol);
    cortisol.stressor_hours = {14};
    app::recompute_day(cortisol);
    CHECK(view::describe(words, cortisol) != usual);
    CHECK(app::readouts(cortisol).pulse_ug_per_dl > 1);
    cortisol.hour = 23;
    CHECK(app::readouts(cortisol).pulse_ug_per_dl < 1);
}

TEST_CASE("A month of ache turns the volume up, and a month without lets it down again",
          "[describe][sensitivity]") {
    app::SensitivityChapter chapter = app::new_sensitivity_chapter();
    const std::string usual = view::describe(words, chapter);
    app::advance(chapter, 86400 * 29.5);
    const double high = app::readouts(chapter).volume_fraction;
    CHECK(view::describe(words, chapter) != usual);
    app::advance(chapter, 86400 * 30);
    CHECK(app::readouts(chapter).volume_fraction < high / 3);
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
        app::AppState state =
            app::update(library, app::initial_state(library), app::GoTo{each.route});
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
