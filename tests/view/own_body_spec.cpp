// "How could this work in a body?": one picture and one "what if" at a time. What it says agrees with
// the models' numbers and with what the person answered.
#include "app/own_body/own_body.h"
#include "base/text.h"
#include "support/shipped_library.h"
#include "support/walk.h"
#include "view/figures/amounts.h"
#include "view/figures/own_lines.h"

#include <catch_amalgamated.hpp>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

using namespace tautline;
using app::Control;
using app::Idea;

namespace {

const app::Library& library = test::shipped_library();

using Given = std::vector<std::pair<std::string, std::string>>;

// The body of these answers, with no sign and a pattern to compare.
app::AppState body_of(const Given& changed) {
    const assess::Definition& check = library.check;
    app::AppState state = app::initial_state(library);
    for (std::size_t i = 0; i < check.items.size(); ++i)
        if (check.items[i].kind == assess::Kind::flag && assess::is_shown(check, state.answers, i))
            state.answers =
                assess::with_answer(check, std::move(state.answers), i, assess::flag_no);
    Given all{{"age", "18-49"},          {"duration", "months"},    {"examined", "yes-unchanged"},
              {"location", "low-back"},  {"feel", "dull-ache"},     {"spread", "wide"},
              {"onset", "gradual"},      {"movement", "sometimes"}, {"position-eases", "no"},
              {"stress-worse", "often"}, {"panic-worse", "no"},     {"calm-eases", "often"},
              {"moves-around", "no"},    {"body-alarm", "no"},      {"limb-numb-tingle", "no"}};
    all.insert(all.end(), changed.begin(), changed.end());
    for (const auto& [item, option] : all)
        state = app::update(library, std::move(state), test::answer(library, item, option));
    state = app::update(library, std::move(state), app::GoTo{app::Route::own_body});
    REQUIRE(state.own_body.open);
    return state;
}

app::AppState tried(app::AppState state, Idea idea) {
    return app::update(library, std::move(state),
                       app::Set{Control::own_what_if, static_cast<float>(idea)});
}

std::string label(const view::Screen& screen, std::string_view key) {
    const view::Node* node = view::find(screen, key);
    return node ? node->label : std::string{};
}

std::string said(const app::AppState& state) {
    return label(view::build_screen(library, state), "own/say");
}

std::string filled(std::string_view key, double now, double before) {
    return fill(library.words.text(key),
                {{"now", view::whole(now)}, {"before", view::whole(before)}});
}

// Each answer that sets the body, and with it the default.
const std::vector<Given>& kinds() {
    static const std::vector<Given> all = [] {
        std::vector<Given> kinds;
        for (const char* movement : {"clearly-worse", "sometimes", "same-still", "unsure"})
            for (const char* duration : {"days", "weeks", "months"})
                for (const char* stress : {"often", "no"})
                    for (const char* eases : {"yes", "no"})
                        kinds.push_back({{"movement", movement},
                                         {"duration", duration},
                                         {"stress-worse", stress},
                                         {"position-eases", eases},
                                         {"body-alarm", stress}});
        return kinds;
    }();
    return all;
}

view::AlarmFigure figure_of(const view::Screen& screen) {
    const view::Node* node = view::find(screen, "own/figure");
    REQUIRE(node);
    return std::get<view::AlarmFigure>(node->figure);
}

} // namespace

TEST_CASE("Nothing is tried at first: a body at rest, and that it is not the person",
          "[view][own-body]") {
    const view::Screen screen = view::build_screen(library, body_of({}));
    CHECK(label(screen, "own/lead") == library.words.text("own.lead"));
    CHECK_FALSE(view::find(screen, "own/say"));
    for (const view::Node& node : screen.nodes)
        CHECK_FALSE((node.role == view::Role::radio && node.checked));
    const view::AlarmFigure figure = figure_of(screen);
    CHECK(figure.traces.empty());
    CHECK(figure.reading.value.empty());
    CHECK(figure.aches == std::array{false, false, true}); // where they said
}

TEST_CASE("Each what-if says the models' own numbers, whole, whatever was answered",
          "[view][own-body][numbers]") {
    for (const Given& kind : kinds()) {
        const app::AppState state = body_of(kind);
        for (int i = 0; i < app::ideas; ++i) {
            const auto idea = static_cast<Idea>(i);
            const app::AppState now = tried(state, idea);
            const app::OwnBody& body = now.own_body;
            INFO(kind[0].second << ", " << kind[1].second << ", " << kind[2].second << ", idea "
                                << i);
            const auto check = [&](std::string_view key, double is, double before) {
                const bool same = std::round(is) == std::round(before);
                CHECK(said(now) ==
                      (same ? library.words.text("own.say.same") : filled(key, is, before)));
                const view::AlarmFigure figure = figure_of(view::build_screen(library, now));
                CHECK(figure.reading.value == view::whole(is));
                REQUIRE(figure.traces.size() == 1);
                const view::Trace& trace = figure.traces.front();
                CHECK(view::whole(static_cast<double>(trace.values.back())) == view::whole(is));
                // Both lines are named, as what they are.
                if (!trace.compare.empty()) {
                    CHECK(view::whole(static_cast<double>(trace.compare.back())) ==
                          view::whole(before));
                    CHECK(trace.label == library.words.text("own.line.now"));
                    CHECK(trace.compare_label == library.words.text("own.line.before"));
                } else {
                    CHECK(trace.label == library.words.text("own.line.before"));
                }
            };
            const auto last = [](const std::vector<float>& line) {
                return static_cast<double>(line.back());
            };
            if (idea == Idea::moves || idea == Idea::eases) {
                const bool against = idea == Idea::moves && kind[0].second == "clearly-worse";
                check(against ? "own.say.moves.but" : "own.say.less", last(body.minute.what_if),
                      last(body.minute.as_answered));
            } else if (idea == Idea::breathes) {
                // Two minutes after the worry, which begins at 20 s.
                const auto at =
                    static_cast<std::size_t>((app::own_alarm_from_s + body.answered.worry_s + 120) /
                                             app::own_alarm_sample_s);
                check("own.say.breathe.alarm", static_cast<double>(body.alarm.what_if[at]),
                      static_cast<double>(body.alarm.as_answered[at]));
            } else if (idea == Idea::breaks) {
                check("own.say.breaks", static_cast<double>(body.hour.what_if[120]),
                      static_cast<double>(body.hour.as_answered[120]));
            } else {
                constexpr auto gain = static_cast<std::size_t>(physiology::WeeksQuantity::gain);
                check("own.say.weeks.ache", 100 * body.weeks[34][gain],
                      100 * body.weeks_answered[34][gain]);
            }
        }
    }
}

TEST_CASE("Nobody is told more than the models give: what helps in them never adds to the ache",
          "[view][own-body][numbers]") {
    for (const Given& kind : kinds())
        for (int idea = 0; idea < app::ideas; ++idea) {
            const app::AppState now = tried(body_of(kind), static_cast<Idea>(idea));
            const view::OwnNumbers numbers = view::own_numbers(now.own_body);
            CHECK(numbers.now <= numbers.before);
        }
}

TEST_CASE("Who said that moving hurts more is told that it counts, and nobody else",
          "[view][own-body]") {
    const std::string words = library.words.text("own.say.moves.but");
    const std::string counts = words.substr(words.rfind('}') + 1);
    for (const char* movement : {"clearly-worse", "sometimes", "same-still", "unsure"}) {
        INFO(movement);
        const std::string moves = said(tried(body_of({{"movement", movement}}), Idea::moves));
        CHECK(moves.ends_with(counts) == (movement == std::string{"clearly-worse"}));
    }
    const Given both{{"movement", "clearly-worse"}, {"position-eases", "yes"}};
    CHECK_FALSE(said(tried(body_of(both), Idea::eases)).ends_with(counts));
}

TEST_CASE("A position that eases can be tried by who said that there is one", "[view][own-body]") {
    const auto offers = [](const char* answer, const char* key) {
        return view::find(view::build_screen(library, body_of({{"position-eases", answer}})),
                          key) != nullptr;
    };
    CHECK(offers("yes", "control/own_what_if/4"));
    CHECK_FALSE(offers("no", "control/own_what_if/4"));
    CHECK_FALSE(offers("unsure", "control/own_what_if/4"));
    for (const char* answer : {"yes", "no", "unsure"})
        for (const char* key : {"control/own_what_if/0", "control/own_what_if/1",
                                "control/own_what_if/2", "control/own_what_if/3"})
            CHECK(offers(answer, key));
}

TEST_CASE("What is tried is heard as the sentence that is read", "[view][own-body]") {
    app::AppState state = tried(body_of({}), Idea::breaks);
    const view::Screen screen = view::build_screen(library, state);
    CHECK(screen.announcement == label(screen, "own/say"));
    // Back at the answers it is what was heard at first.
    state = app::update(library, std::move(state), app::Press{Control::own_as_answered});
    CHECK(view::build_screen(library, state).announcement == library.words.text("own.lead"));
}

TEST_CASE("Cortisol stands in a drawer alone, and there in whole numbers", "[view][own-body]") {
    app::AppState state = body_of({});
    const auto says_cortisol = [](const view::Screen& screen) {
        for (const view::Node& node : screen.nodes)
            if ((node.label + node.value_text + node.description).find("ortisol") !=
                std::string::npos)
                return true;
        return false;
    };
    for (int idea = 0; idea < app::ideas; ++idea)
        CHECK_FALSE(
            says_cortisol(view::build_screen(library, tried(state, static_cast<Idea>(idea)))));
    state =
        test::after(library, std::move(state),
                    {app::OpenDrawer{"drawer/start"}, app::Toggle{"own/more"},
                     app::Set{Control::own_stress_percent, 0}, app::Set{Control::own_quantity, 1}});
    const view::OwnNumbers numbers = view::own_numbers(state.own_body);
    CHECK(numbers.now < numbers.before);
    const view::Screen screen = view::build_screen(library, state);
    CHECK(label(screen, "own/more/say") ==
          filled("own.say.weeks.cortisol", numbers.now, numbers.before));
    CHECK(view::find(screen, "control/own_as_answered"));
    state = app::update(library, std::move(state), app::Press{Control::own_as_answered});
    CHECK_FALSE(view::find(view::build_screen(library, state), "control/own_as_answered"));
}
