// The simulated body from a person's own answers, and the weeks with their fan: what is tried
// changes its own line, in the direction that the models' sources say, and nothing else.
#include "app/controls.h"
#include "app/own_body/own_body.h"
#include "app/update.h"
#include "support/shipped_library.h"

#include <catch_amalgamated.hpp>
#include <initializer_list>
#include <utility>

using namespace tautline;
using app::Control;
using app::Route;
using physiology::WeeksQuantity;

namespace {

const app::Library& library = test::shipped_library();
const assess::Definition& check = library.check;

assess::Answers answers(std::initializer_list<std::pair<const char*, const char*>> given) {
    assess::Answers all = assess::no_answers(check);
    for (const auto& [id, option_id] : given) {
        const auto item = check.item_index(id);
        REQUIRE(item.has_value());
        const auto option = check.items[*item].option_index(option_id);
        REQUIRE(option.has_value());
        all = assess::with_answer(check, all, *item, *option);
    }
    return all;
}

// As on the screen, through the control's row.
bool set(app::OwnBody& body, Control control, double value) {
    app::AppState state = app::initial_state(library);
    state.own_body = std::move(body);
    const bool known = app::set_value(state, control, value);
    body = std::move(state.own_body);
    return known;
}

double person(const app::OwnBody& body, std::size_t day, WeeksQuantity quantity) {
    return body.fan.person_line[day][static_cast<std::size_t>(quantity)];
}

} // namespace

TEST_CASE("At first every line is as the answers have it", "[app][own-body]") {
    const app::OwnBody body =
        app::new_own_body(check, answers({{"stress-worse", "often"}, {"duration", "weeks"}}));
    CHECK(body.open);
    CHECK(body.what_if.stress_percent == Catch::Approx(80));
    CHECK(body.minute.what_if == body.minute.as_answered);
    CHECK(body.alarm.what_if == body.alarm.as_answered);
    CHECK(body.hour.what_if == body.hour.as_answered);
    CHECK(body.fan.person_line == body.weeks_answered);
    CHECK(physiology::is_done(body.fan));
    CHECK(body.fan.bodies.size() == 1000);
}

TEST_CASE("Nine weeks of ache before leave more sensitivity than none", "[app][own-body]") {
    const app::OwnBody fresh = app::new_own_body(check, answers({}));
    const app::OwnBody worn = app::new_own_body(check, answers({{"duration", "weeks"}}));
    CHECK(person(worn, 0, WeeksQuantity::gain) > person(fresh, 0, WeeksQuantity::gain) + 0.3);
}

TEST_CASE("What is tried moves its own line and no other", "[app][own-body]") {
    app::OwnBody body = app::new_own_body(check, answers({{"calm-eases", "often"}}));
    const app::OwnBody before = body;
    const auto last = [](const std::vector<float>& line) { return line.back(); };

    CHECK(set(body, Control::own_moment, static_cast<double>(app::Moment::breathe_slowly)));
    CHECK(last(body.minute.what_if) < last(body.minute.as_answered) - 3); // calm closes the gate
    CHECK(body.minute.what_if[10] == body.minute.as_answered[10]);        // not before 20 s
    CHECK(body.hour.what_if == before.hour.what_if);

    CHECK(set(body, Control::own_rest_s_per_min, 5));
    const auto end = static_cast<std::size_t>(app::own_work_s / app::own_hour_sample_s);
    CHECK(body.hour.what_if[end] < 0.5f * body.hour.as_answered[end]);
    CHECK(last(body.hour.what_if) < 5); // a quarter of an hour of rest shows the way back
    CHECK(body.alarm.what_if == before.alarm.what_if);

    CHECK(set(body, Control::own_slow_breathing, 1));
    float most_saved = 0;
    for (std::size_t i = 0; i < body.alarm.what_if.size(); ++i) {
        CHECK(body.alarm.what_if[i] <= body.alarm.as_answered[i]);
        most_saved = std::max(most_saved, body.alarm.as_answered[i] - body.alarm.what_if[i]);
    }
    CHECK(most_saved > 0.5f);
    CHECK(body.fan.person_line == before.fan.person_line);

    CHECK(set(body, Control::own_stress_percent, 0));
    CHECK(person(body, 30, WeeksQuantity::cortisol) <
          before.weeks_answered[30][static_cast<std::size_t>(WeeksQuantity::cortisol)] - 0.05);
    CHECK(set(body, Control::own_signal_h_per_day, 2));
    CHECK(person(body, 30, WeeksQuantity::gain) <
          before.weeks_answered[30][static_cast<std::size_t>(WeeksQuantity::gain)] - 0.3);

    app::try_again(body);
    CHECK(body.what_if == before.what_if);
    CHECK(body.fan.person_line == before.fan.person_line);
    CHECK_FALSE(set(body, Control::pacer_start_stop, 1));
}

TEST_CASE("Moving adds to the ache or eases it, as they answered", "[app][own-body]") {
    const auto end_of = [](const char* movement) {
        app::OwnBody body = app::new_own_body(check, answers({{"movement", movement}}));
        set(body, Control::own_moment, static_cast<double>(app::Moment::move));
        return std::pair{body.minute.what_if.back(), body.minute.as_answered.back()};
    };
    const auto [worse, still_a] = end_of("clearly-worse");
    const auto [same, still_b] = end_of("same-still");
    CHECK(still_a == still_b);
    CHECK(worse > same);
    CHECK(worse < still_a); // as the sentence beside the line has it
    CHECK(same < still_b);  // large fibres close the gate
}

TEST_CASE("The way back always shows: the ache stops after five weeks", "[app][own-body]") {
    app::OwnBody body = app::new_own_body(check, answers({{"duration", "months"}}));
    set(body, Control::own_signal_h_per_day, 16);
    const double worst = person(body, 7 * app::own_ache_weeks - 1, WeeksQuantity::gain);
    CHECK(person(body, 55, WeeksQuantity::gain) < 1 + (worst - 1) / 2);
}

TEST_CASE("The body is there only where the result offers it, and only while it is looked at",
          "[app][own-body][safety]") {
    app::AppState state = app::initial_state(library);
    state = app::update(library, std::move(state), app::GoTo{Route::own_body});
    CHECK_FALSE(state.own_body.open); // not enough answers
    state.answers = answers({{"chest-pain", "yes"}});
    state = app::update(library, std::move(state), app::GoTo{Route::own_body});
    CHECK_FALSE(state.own_body.open);
    CHECK(state.own_body.fan.bodies.empty());
    // Nothing set from outside opens it.
    state = app::update(library, std::move(state), app::Set{Control::own_stress_percent, 100});
    CHECK_FALSE(state.own_body.open);
}

TEST_CASE("Weeks of stress raise the line, calm ones bring it back, and bodies differ",
          "[app][weeks]") {
    app::AppState state = app::initial_state(library);
    CHECK_FALSE(state.weeks.fan.has_value());
    state = app::update(library, std::move(state), app::GoTo{Route::chapter_cortisol});
    CHECK_FALSE(state.weeks.fan.has_value()); // it costs much, and few look at it
    state = app::update(library, std::move(state), app::Set{Control::cortisol_span, 1});
    REQUIRE(state.weeks.fan.has_value());
    auto lines = state.weeks.lines;
    const auto peak = static_cast<std::size_t>(7 * state.weeks.stress_weeks - 1);
    CHECK(lines.person[peak] > 1.2f);
    CHECK(lines.person.back() < 1 + (lines.person[peak] - 1) / 2);
    CHECK(lines.percentiles[4][peak] > lines.percentiles[0][peak] + 0.2f);

    const auto average = lines.person;
    state = app::update(library, std::move(state), app::Press{Control::weeks_another_body});
    CHECK(state.weeks.body == 1);
    CHECK(state.weeks.lines.person != average);
    CHECK(state.weeks.lines.percentiles == lines.percentiles); // the others stay
    for (int i = 0; i < app::other_bodies; ++i)
        state = app::update(library, std::move(state), app::Press{Control::weeks_another_body});
    CHECK(state.weeks.lines.person == average); // once round

    state = app::update(library, std::move(state), app::Set{Control::weeks_stress_weeks, 0});
    for (float value : state.weeks.lines.person)
        CHECK(value == Catch::Approx(1).margin(0.02));
    state = app::update(library, std::move(state), app::Set{Control::weeks_stress_weeks, 99});
    CHECK(state.weeks.stress_weeks == app::most_stress_weeks); // weeks of calm remain
    state = app::update(library, std::move(state), app::GoTo{Route::home});
    CHECK_FALSE(state.weeks.fan.has_value());
}
