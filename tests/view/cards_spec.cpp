// The cards of the chapters: they take turns, their runs end as they say, whatever was played
// before, and their words hold the models' own numbers.
#include "app/controls.h"
#include "support/shipped_library.h"
#include "support/walk.h"
#include "view/chapters/simulations.h"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <cmath>
#include <string>
#include <vector>

using namespace tautline;
using app::AppState;
using app::Card;
using app::Control;
using app::Route;

namespace {

const app::Library& library = test::shipped_library();

AppState at(Route route, const std::vector<app::Action>& actions = {}) {
    return test::after(
        library, test::after(library, app::initial_state(library), {app::GoTo{route}}), actions);
}

// At the end of a card's run.
AppState ran(Route route, Card card) {
    return at(route, {app::ShowCard{card}, app::PlayCard{card}, app::Tick{60}});
}

std::string said(const AppState& state, const std::string& key) {
    const view::Screen screen = view::build_screen(library, state);
    const view::Node* node = view::find(screen, key);
    return node ? node->label : "";
}

std::vector<int> numbers_in(const std::string& text) {
    std::vector<int> numbers;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] < '0' || text[i] > '9') {
            ++i;
            continue;
        }
        numbers.push_back(std::stoi(text.substr(i)));
        while (i < text.size() && text[i] >= '0' && text[i] <= '9')
            ++i;
    }
    return numbers;
}

bool holds(const std::string& key, int number) {
    const std::vector<int> numbers = numbers_in(library.words.text(key));
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

int rounded(double value) {
    return static_cast<int>(std::lround(value));
}

int reading(const view::Reading& reading) {
    return std::stoi(reading.value);
}

view::AlarmFigure alarm_of(const AppState& state) {
    return view::alarm_figure(library, app::shown(state, Route::chapter_alarm), {});
}

const std::vector<Route> simulated = [] {
    std::vector<Route> routes;
    for (std::size_t i = 0; i < app::simulated_chapters; ++i)
        routes.push_back(app::chapter(i));
    return routes;
}();

} // namespace

TEST_CASE("One card is in view at a time, and all of them in Text view", "[view][cards]") {
    for (const Route route : simulated) {
        for (std::size_t i = 0; i < app::card_count; ++i) {
            const auto card = static_cast<Card>(i);
            AppState state = at(route, {app::ShowCard{card}});
            INFO(app::entry(route).name << ", " << name(card));
            const view::Screen stage = view::build_screen(library, state);
            int current = 0;
            for (const view::Node& node : stage.nodes)
                if (node.look == view::Look::dot && node.current) ++current;
            CHECK(current == (card == Card::play ? 0 : 1));
            CHECK(view::find(stage, "card/" + std::string(name(card)) + "/title") == nullptr);
            state.settings.text_view = true;
            const view::Screen pages = view::build_screen(library, state);
            for (const std::string_view each : app::card_names)
                CHECK(view::find(pages, "card/" + std::string(each) + "/title") != nullptr);
        }
    }
}

TEST_CASE("Next leads through all cards and on to the next chapter, Back all the way back",
          "[view][cards]") {
    for (const Route route : simulated) {
        AppState state = at(route);
        const auto use = [&](const std::string& key) {
            const view::Screen screen = view::build_screen(library, state);
            const view::Node* node = view::find(screen, key);
            REQUIRE(node != nullptr);
            state = app::update(library, std::move(state), node->action);
        };
        const auto card = [&] { return app::cards_of(state, route)->card; };
        for (std::size_t i = 0; i + 1 < app::taught_cards; ++i) {
            CHECK(card() == static_cast<Card>(i));
            use("card/next");
        }
        CHECK(card() == Card::take);
        CHECK(state.focus_key == "chapter/next"); // where Next was stands another way on
        for (std::size_t i = app::taught_cards - 1; i > 0; --i)
            use("card/back");
        CHECK(card() == Card::meet);
        for (std::size_t i = 0; i + 1 < app::taught_cards; ++i)
            use("card/next");
        use("chapter/next");
        CHECK(state.route != route);
    }
}

TEST_CASE("A run ends by itself and is announced, however time comes", "[view][cards]") {
    for (const Route route : simulated)
        for (const Card card : {Card::meet, Card::run, Card::change}) {
            if (route == Route::chapter_muscles && card == Card::change) continue; // no run
            INFO(app::entry(route).name << ", " << name(card));
            const AppState at_once = ran(route, card);
            const auto* playback = app::cards_of(at_once, route);
            CHECK_FALSE(playback->playing);
            CHECK(has_run(*playback, card));
            CHECK(at_once.announcement_key == "card.over");
            CHECK_FALSE(view::build_screen(library, at_once).announcement.empty());
            // In frames, and with Next in the middle of it.
            AppState frames = at(route, {app::ShowCard{card}, app::PlayCard{card}});
            for (int i = 0; i < 3000 && app::is_animating(frames); ++i)
                frames = app::update(library, std::move(frames), app::Tick{0.016});
            AppState skipped = at(route, {app::ShowCard{card}, app::PlayCard{card}, app::Tick{1}});
            skipped = app::update(library, std::move(skipped), app::ShowCard{Card::compare});
            skipped = app::update(library, std::move(skipped), app::ShowCard{card});
            const std::string text = view::to_text(view::build_screen(library, at_once));
            CHECK(view::to_text(view::build_screen(library, frames)) == text);
            CHECK(view::to_text(view::build_screen(library, skipped)) == text);
            // With less motion the end is there at once.
            AppState still = at(route, {app::ShowCard{card}});
            still.settings.less_motion = true;
            still = app::update(library, std::move(still), app::PlayCard{card});
            CHECK_FALSE(app::is_animating(still));
            CHECK(view::to_text(view::build_screen(library, still)) == text);
        }
}

TEST_CASE("A run can be held and goes on where it stood", "[view][cards]") {
    AppState state = at(Route::chapter_alarm,
                        {app::PlayCard{Card::meet}, app::Tick{3}, app::PlayCard{Card::meet}});
    CHECK_FALSE(app::is_animating(state));
    const auto steps = state.lessons[0].alarm.steps;
    CHECK(steps > 0);
    state = test::after(library, std::move(state), {app::PlayCard{Card::meet}, app::Tick{1}});
    CHECK(state.lessons[0].alarm.steps > steps);
}

TEST_CASE("What was played freely before changes nothing of what a card shows", "[view][cards]") {
    const std::vector<app::Action> wild = {
        app::GoTo{Route::chapter_alarm},
        app::Set{Control::alarm_worry_s, 300},
        app::Press{Control::alarm_startle},
        app::Tick{30},
        app::GoTo{Route::chapter_muscles},
        app::Set{Control::muscle_effort_percent, 10},
        app::Set{Control::muscle_region, 2},
        app::Press{Control::play_pause},
        app::Tick{20},
        app::GoTo{Route::chapter_cortisol},
        app::Press{Control::cortisol_add_stressor},
        app::Tick{2},
        app::GoTo{Route::chapter_sensitivity},
        app::Set{Control::sensitivity_worry_percent, 100},
        app::Press{Control::play_pause},
        app::Tick{10},
    };
    for (const Route route : simulated)
        for (const Card card : {Card::meet, Card::run, Card::change}) {
            INFO(app::entry(route).name << ", " << name(card));
            AppState after_all = test::after(library, app::initial_state(library), wild);
            after_all = test::after(
                library, std::move(after_all),
                {app::GoTo{route}, app::ShowCard{card}, app::PlayCard{card}, app::Tick{60}});
            const AppState fresh = ran(route, card);
            const auto words = [&](const AppState& state) {
                return said(state, "card/" + std::string(name(card)) + "/text");
            };
            CHECK(words(after_all) == words(fresh));
            const auto value = [&](const AppState& state) {
                const view::Screen screen = view::build_screen(library, state);
                return std::visit(
                    [](const auto& figure) -> std::string {
                        if constexpr (requires { figure.reading; }) return figure.reading.value;
                        return {};
                    },
                    view::find(screen, "figure")->figure);
            };
            CHECK(value(after_all) == value(fresh));
        }
}

TEST_CASE("A card that one comes back to shows what it showed", "[view][cards]") {
    const auto text = [](const AppState& state) {
        const view::Screen screen = view::build_screen(library, state);
        std::string all;
        const view::Node* figure = view::find(screen, "figure");
        std::visit(
            [&](const auto& any) {
                if constexpr (requires { any.reading; }) all += any.reading.value + "\n";
                if constexpr (requires { any.traces; })
                    for (const view::Trace& trace : any.traces)
                        for (const float value : trace.values)
                            all += std::to_string(value) + " ";
            },
            figure->figure);
        return view::to_text(screen) + all;
    };
    // Everything else is played meanwhile, on Home as well.
    const auto away = [](AppState state) {
        for (const Route route : simulated)
            state =
                test::after(library, std::move(state),
                            {app::GoTo{route}, app::ShowCard{Card::change},
                             app::PlayCard{Card::change}, app::Tick{60}, app::ShowCard{Card::play},
                             app::Press{Control::play_pause}, app::Tick{3}});
        return test::after(
            library, std::move(state),
            {app::GoTo{Route::home}, app::Press{Control::home_startle}, app::Tick{2}});
    };
    for (const Route route : simulated)
        for (const Card card : {Card::meet, Card::guess, Card::compare, Card::change}) {
            INFO(app::entry(route).name << ", " << name(card));
            std::vector<app::Action> actions = {app::ShowCard{*app::run_of(card)},
                                                app::PlayCard{*app::run_of(card)}, app::Tick{60},
                                                app::ShowCard{card}};
            const AppState seen = at(route, actions);
            AppState back =
                test::after(library, away(seen), {app::GoTo{route}, app::ShowCard{card}});
            CHECK(text(back) == text(seen));
            // A run that was held goes on where it stood.
            if (app::run_of(card) != card) continue;
            if (route == Route::chapter_muscles && card == Card::change) continue; // no run
            AppState held = at(route, {app::ShowCard{card}, app::PlayCard{card}, app::Tick{1},
                                       app::PlayCard{card}});
            const std::string before = text(held);
            held =
                test::after(library, std::move(held), {app::GoTo{Route::check}, app::GoTo{route}});
            CHECK(text(held) == before);
            held = test::after(library, std::move(held), {app::PlayCard{card}, app::Tick{60}});
            CHECK(text(held) == text(ran(route, card)));
        }
    // Home begins at rest each time.
    const AppState home = test::after(library, away(at(Route::chapter_alarm)),
                                      {app::GoTo{Route::settings}, app::GoTo{Route::home}});
    CHECK(said(home, "home/caption") == library.words.text("home.figure.touch"));
}

TEST_CASE("What is played freely goes through one body, whatever the cards show", "[view][cards]") {
    AppState state = at(Route::chapter_muscles,
                        {app::ShowCard{Card::play}, app::Set{Control::muscle_effort_percent, 10},
                         app::Press{Control::play_pause}, app::Tick{20}});
    state = test::after(library, std::move(state),
                        {app::GoTo{Route::chapter_alarm}, app::PlayCard{Card::meet}, app::Tick{60},
                         app::ShowCard{Card::play}});
    CHECK_FALSE(said(state, "carried").empty());
}

TEST_CASE("In Text view the weeks can be chosen, and the picture follows what was moved last",
          "[view][cards]") {
    AppState state = at(Route::chapter_cortisol, {app::Set{Control::setting_text_view, 1}});
    const auto figure = [&] {
        return view::find(view::build_screen(library, state), "figure")->figure.index();
    };
    const auto day = figure();
    state = test::after(library, std::move(state), {app::Set{Control::cortisol_span, 1}});
    CHECK(figure() != day);
    state = test::after(library, std::move(state), {app::PlayCard{Card::meet}});
    CHECK(figure() == day);
}

TEST_CASE("The words of chapter 1 hold the alarm's own numbers", "[view][cards][numbers]") {
    const AppState rest = at(Route::chapter_alarm);
    const AppState up = ran(Route::chapter_alarm, Card::meet);
    const AppState settled = ran(Route::chapter_alarm, Card::run);
    CHECK(holds("chapter.alarm.meet.done", reading(alarm_of(rest).reading)));
    CHECK(holds("chapter.alarm.meet.done", reading(alarm_of(up).reading)));
    CHECK(holds("chapter.alarm.meet.over", reading(alarm_of(up).reading)));
    CHECK(holds("chapter.alarm.run.over", reading(alarm_of(settled).reading)));
    const auto& line = settled.lessons[0].alarm.heart_rate_bpm;
    const auto at_s = [&](double seconds) {
        return static_cast<double>(
            line[static_cast<std::size_t>(std::lround(seconds / app::alarm_sample_s))]);
    };
    const double top = at_s(62), bottom = at_s(0), rise = top - bottom;
    // "Mostly in 15 seconds", "most in one minute, nearly all in three".
    CHECK((at_s(16) - bottom) / rise > 0.66);
    CHECK((top - at_s(124)) / rise > 0.6);
    CHECK((top - at_s(244)) / rise > 0.9);
    // "Twice as long" above 72 beats.
    const auto above = [](const std::vector<float>& beats) {
        return std::count_if(beats.begin(), beats.end(), [](float b) { return b > 72; });
    };
    const AppState twice = ran(Route::chapter_alarm, Card::change);
    const auto once_long = above(twice.lessons[0].alarm.once_bpm);
    const auto twice_long = above(twice.lessons[0].alarm.heart_rate_bpm);
    CHECK(std::abs(static_cast<double>(twice_long) / static_cast<double>(once_long) - 2) < 0.15);
}

TEST_CASE("The words of chapter 2 hold the muscle's own numbers", "[view][cards][numbers]") {
    const AppState hour = at(Route::chapter_muscles,
                             {app::PlayCard{Card::meet}, app::Tick{10}}); // the hour, no rest yet
    const int tired = rounded(100 * static_cast<double>(hour.lessons[1].muscles.tired.back()));
    CHECK(holds("chapter.muscles.meet.done", tired));
    const AppState rested = ran(Route::chapter_muscles, Card::meet);
    CHECK(holds("chapter.muscles.meet.over", tired));
    CHECK(holds("chapter.muscles.meet.over",
                rounded(100 * rested.lessons[1].body.muscles[0].fatigued)));
    const AppState breaks = ran(Route::chapter_muscles, Card::run);
    const int with = reading(
        view::muscle_figure(library, app::shown(breaks, Route::chapter_muscles), {}).reading);
    for (const char* key : {"same", "other", "none"})
        for (const int number : {with, tired})
            CHECK(holds("chapter.muscles.compare." + std::string(key), number));
    CHECK(holds("chapter.muscles.run.over", with));
    // Lived at once, by the muscle alone, as by the whole body step by step.
    for (const auto& [rest, expected] :
         {std::pair{0.0f, 32}, {2.0f, 21}, {5.0f, 13}, {10.0f, 7}, {15.0f, 4}, {20.0f, 3}}) {
        const AppState moved =
            at(Route::chapter_muscles,
               {app::ShowCard{Card::change}, app::Set{Control::muscle_card_rest, rest}});
        CHECK(rounded(100 * static_cast<double>(moved.lessons[1].muscles.tired.back())) ==
              expected);
        const std::vector<int> told = numbers_in(said(moved, "card/change/text"));
        CHECK(std::find(told.begin(), told.end(), expected) != told.end());
    }
}

TEST_CASE("What was chosen on a card is there when it is shown again", "[view][cards]") {
    for (const auto& [route, control, value] :
         {std::tuple{Route::chapter_muscles, app::Control::muscle_card_rest, 10.0f},
          {Route::chapter_sensitivity, app::Control::sensitivity_with, 1.0f}}) {
        AppState state =
            at(route, {app::ShowCard{Card::change}, app::Set{control, value}, app::Tick{60}});
        const std::string told = said(state, "card/change/text");
        for (const Card other : {Card::meet, Card::run, Card::take}) {
            INFO(app::entry(route).name << ", " << app::name(other));
            state =
                test::after(library, state, {app::ShowCard{other}, app::ShowCard{Card::change}});
            CHECK(app::entry(control)->value(state) == static_cast<double>(value));
            CHECK(said(state, "card/change/text") == told);
        }
    }
}

TEST_CASE("The words of chapter 3 hold cortisol's own numbers", "[view][cards][numbers]") {
    const AppState test_day = ran(Route::chapter_cortisol, Card::run);
    const view::CortisolFigure figure =
        view::cortisol_figure(library, app::shown(test_day, Route::chapter_cortisol), {});
    CHECK(holds("chapter.cortisol.run.over", reading(figure.reading)));
    const view::Trace& line = figure.traces.front();
    const auto top = std::max_element(line.values.begin(), line.values.end());
    const double top_hour =
        static_cast<double>(line.from) +
        static_cast<double>(line.step) * static_cast<double>(top - line.values.begin());
    CHECK(top_hour > app::card_test_hour + 0.25); // after its end
    CHECK(*top < 100);                            // below a usual morning
    CHECK(holds("chapter.cortisol.run.over", rounded(static_cast<double>(line.compare.back()))));
    // "By four half is gone": of what the test added.
    const auto added = [&](double hour) {
        const auto i = static_cast<std::size_t>(
            std::lround((hour - static_cast<double>(line.from)) / static_cast<double>(line.step)));
        return static_cast<double>(line.values[i] - line.compare[i]);
    };
    CHECK(added(16) < added(14.5) / 2);
    // With nobody judging the line stays on the usual day.
    const view::Trace quiet =
        view::cortisol_figure(
            library,
            app::shown(ran(Route::chapter_cortisol, Card::change), Route::chapter_cortisol), {})
            .traces.front();
    for (std::size_t i = 0; i < quiet.values.size(); ++i)
        CHECK(std::abs(quiet.values[i] - quiet.compare[i]) < 0.5f);
    const AppState day = ran(Route::chapter_cortisol, Card::meet);
    CHECK(holds(
        "chapter.cortisol.meet.over",
        reading(
            view::cortisol_figure(library, app::shown(day, Route::chapter_cortisol), {}).reading)));
}

TEST_CASE("The words of chapter 4 hold the volume's own numbers", "[view][cards][numbers]") {
    const AppState once = ran(Route::chapter_sensitivity, Card::meet);
    const int through =
        reading(view::sensitivity_figure(library, app::shown(once, Route::chapter_sensitivity), {})
                    .reading);
    CHECK(holds("chapter.sensitivity.meet.done", through));
    CHECK(holds("chapter.sensitivity.meet.over", through));
    const AppState months = ran(Route::chapter_sensitivity, Card::run);
    const view::Trace line =
        view::sensitivity_figure(library, app::shown(months, Route::chapter_sensitivity), {})
            .traces.front();
    const auto on_day = [&](std::size_t day) {
        return rounded(static_cast<double>(line.values[day]));
    };
    for (const char* key : {"same", "other", "none"})
        for (const std::size_t day : {29u, 40u, 59u})
            CHECK(holds("chapter.sensitivity.compare." + std::string(key), on_day(day)));
    CHECK(holds("chapter.sensitivity.run.over", on_day(59)));
    // Worry lets more through than nothing does, rubbing and calm less.
    for (const auto& [with, expected] : {std::pair{0.0f, 60}, {1.0f, 45}, {2.0f, 48}}) {
        const AppState ten = at(Route::chapter_sensitivity,
                                {app::ShowCard{Card::change},
                                 app::Set{Control::sensitivity_with, with}, app::Tick{60}});
        const std::vector<int> told = numbers_in(said(ten, "card/change/text"));
        CHECK(told == std::vector<int>{expected, 57});
    }
}

TEST_CASE("The guess that is right is the one nearest to what the model does",
          "[view][cards][numbers]") {
    const auto line_of = [](Route route) {
        const view::Screen screen = view::build_screen(library, ran(route, Card::run));
        return std::visit(
            [](const auto& figure) -> view::Trace {
                if constexpr (requires { figure.traces; })
                    if (!figure.traces.empty()) return figure.traces.front();
                return {};
            },
            view::find(screen, "figure")->figure);
    };
    for (const Route route : simulated) {
        const app::ChapterFacts* facts = library.chapter(app::entry(route).name);
        REQUIRE(facts != nullptr);
        const auto options = library.words.list("chapter." + facts->id + ".guess.options");
        REQUIRE(options.size() == facts->guesses.size());
        REQUIRE(library.words.list("chapter." + facts->id + ".guess.said").size() ==
                options.size());
        const view::Trace line = line_of(route);
        const double per_unit = route == Route::chapter_cortisol ? 60 : 1;
        const auto away = [&](std::size_t option) {
            double sum = 0;
            for (const auto& point : facts->guesses[option]) {
                const double at = (point.at / per_unit - static_cast<double>(line.from)) /
                                  static_cast<double>(line.step);
                const auto i = static_cast<std::size_t>(
                    std::clamp(at, 0.0, static_cast<double>(line.values.size() - 1)));
                sum += std::abs(static_cast<double>(line.values[i]) - point.value);
            }
            return sum / static_cast<double>(facts->guesses[option].size());
        };
        for (std::size_t option = 0; option < options.size(); ++option) {
            INFO(facts->id << ", " << options[option]);
            if (static_cast<int>(option) != facts->right_guess)
                CHECK(away(static_cast<std::size_t>(facts->right_guess)) < away(option));
        }
    }
}
