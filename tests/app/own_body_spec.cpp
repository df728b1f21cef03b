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
    return body.weeks[day][static_cast<std::size_t>(quantity)];
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
    CHECK(body.weeks == body.weeks_answered);
    CHECK(body.weeks.size() == physiology::plan_days);
    CHECK(body.line == app::OwnLine::none);
    CHECK(app::tried_idea(body) == app::no_idea);
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
    CHECK(body.weeks == before.weeks);

    CHECK(set(body, Control::own_stress_percent, 0));
    CHECK(person(body, 30, WeeksQuantity::cortisol) <
          before.weeks_answered[30][static_cast<std::size_t>(WeeksQuantity::cortisol)] - 0.05);
    CHECK(set(body, Control::own_signal_h_per_day, 2));
    CHECK(person(body, 30, WeeksQuantity::gain) <
          before.weeks_answered[30][static_cast<std::size_t>(WeeksQuantity::gain)] - 0.3);

    set(body, Control::own_what_if, app::no_idea);
    CHECK(body.what_if == before.what_if);
    CHECK(body.weeks == before.weeks);
    CHECK(body.hour.what_if == before.hour.what_if);
    CHECK_FALSE(set(body, Control::pacer_start_stop, 1));
}

TEST_CASE(
    "One idea at a time: each sets what it is about, and the line it is seen in comes into view",
    "[app][own-body]") {
    app::OwnBody body =
        app::new_own_body(check, answers({{"position-eases", "yes"}, {"stress-worse", "often"}}));
    const app::WhatIf answered = body.what_if;
    struct Row {
        app::Idea idea;
        app::OwnLine line;
        void (*apply)(app::WhatIf&);
    };
    for (const Row& row : {Row{app::Idea::moves, app::OwnLine::minute,
                               [](app::WhatIf& is) { is.moment = app::Moment::move; }},
                           Row{app::Idea::eases, app::OwnLine::minute,
                               [](app::WhatIf& is) { is.moment = app::Moment::easing_position; }},
                           Row{app::Idea::breathes, app::OwnLine::alarm,
                               [](app::WhatIf& is) { is.slow_breathing = true; }},
                           Row{app::Idea::breaks, app::OwnLine::hour,
                               [](app::WhatIf& is) { is.rest_s_per_min = 5; }},
                           Row{app::Idea::aches_half, app::OwnLine::weeks,
                               [](app::WhatIf& is) { is.signal_h_per_day /= 2; }}}) {
        const int idea = static_cast<int>(row.idea);
        INFO(idea);
        set(body, Control::own_quantity, 1);
        set(body, Control::own_what_if, idea);
        app::WhatIf wanted = answered; // whatever was tried before
        row.apply(wanted);
        CHECK(body.what_if == wanted);
        CHECK(body.line == row.line);
        CHECK(body.quantity == 0);
        CHECK(app::tried_idea(body) == idea);
    }
    // With something else changed besides, it is none of them.
    set(body, Control::own_sleep_h, 6);
    CHECK(app::tried_idea(body) == app::no_idea);
    CHECK(body.line == app::OwnLine::weeks);
    set(body, Control::own_what_if, app::no_idea);
    CHECK(body.what_if == answered);
    CHECK(body.line == app::OwnLine::none);
}

TEST_CASE(
    "What is tried is told, and what comes from outside tells nothing of a body that is not there",
    "[app][own-body]") {
    app::AppState state = app::initial_state(library);
    const std::uint32_t told = state.announcement_serial;
    state = app::update(library, std::move(state), app::Set{Control::own_what_if, 0});
    CHECK(state.announcement_serial == told);
    state.own_body = app::new_own_body(check, answers({}));
    state = app::update(library, std::move(state), app::Set{Control::own_what_if, 0});
    CHECK(state.announcement_serial == told + 1);
    CHECK(state.announcement_key == "own.tried");
    state = app::update(library, std::move(state), app::Set{Control::own_sleep_h, 5});
    CHECK(state.announcement_serial == told + 2);
}

TEST_CASE("A body whose models are still on their way is made when they come", "[app][own-body]") {
    app::AppState state = app::initial_state(library);
    state = app::update(library, std::move(state), app::HostIs{{.partial = true}});
    for (std::size_t i = 0; i < check.items.size(); ++i)
        if (check.items[i].kind == assess::Kind::flag && assess::is_shown(check, state.answers, i))
            state.answers =
                assess::with_answer(check, std::move(state.answers), i, assess::flag_no);
    for (const auto& [id, option] :
         {std::pair{"age", "18-49"}, std::pair{"duration", "months"},
          std::pair{"examined", "yes-unchanged"}, std::pair{"location", "shoulders"},
          std::pair{"feel", "dull-ache"}, std::pair{"spread", "wide"},
          std::pair{"onset", "gradual"}, std::pair{"movement", "sometimes"},
          std::pair{"stress-worse", "often"}, std::pair{"panic-worse", "no"},
          std::pair{"calm-eases", "often"}, std::pair{"moves-around", "no"},
          std::pair{"body-alarm", "no"}}) {
        const auto item = *check.item_index(id);
        state.answers = assess::with_answer(check, std::move(state.answers), item,
                                            *check.items[item].option_index(option));
    }
    state = app::update(library, std::move(state), app::GoTo{Route::own_body});
    CHECK_FALSE(state.own_body.open);
    state = app::update(library, std::move(state), app::HostIs{{}});
    CHECK(state.own_body.open);
    // And stays as it is when the host says something else of itself.
    state = app::update(library, std::move(state), app::Set{Control::own_what_if, 0});
    state = app::update(library, std::move(state), app::HostIs{{.date = "2026-12-01"}});
    CHECK(app::tried_idea(state.own_body) == 0);
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
    CHECK(state.own_body.weeks.empty());
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
