// What an operator's decisions make of every screen of a kiosk.
#include "app/update.h"
#include "support/shipped_library.h"
#include "view/build_screen.h"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <set>

using namespace tautline;
using app::Route;

namespace {

const app::Library& library = test::shipped_library();

view::Screen screen_at(const app::Operator& decided, Route route,
                       app::Card card = app::Card::meet) {
    app::AppState state = app::initial_state(library);
    state.decided = decided;
    state = app::update(library, std::move(state), app::GoTo{route});
    state = app::update(library, std::move(state), app::ShowScene{app::story_scenes});
    for (std::size_t clue = 0; card == app::Card::take && clue < library.clues.size(); ++clue)
        state = app::update(library, std::move(state), app::Press{app::Control::sort_next});
    return view::build_screen(library, app::update(library, std::move(state), app::ShowCard{card}));
}

int leading_to(const view::Screen& screen, Route route) {
    return static_cast<int>(
        std::count_if(screen.nodes.begin(), screen.nodes.end(), [&](const view::Node& node) {
            const auto* leads = std::get_if<app::GoTo>(&node.action);
            return leads && leads->route == route;
        }));
}

int leading_outside(const view::Screen& screen) {
    return static_cast<int>(
        std::count_if(screen.nodes.begin(), screen.nodes.end(), [](const view::Node& node) {
            return !node.href.empty() && node.href.front() != '#';
        }));
}

} // namespace

TEST_CASE("A chapter that the operator leaves out is offered nowhere, and all else stays") {
    app::Operator decided;
    decided.left_out = {Route::chapter_muscles, Route::chapter_patterns};
    const int doors = leading_to(screen_at({}, Route::home), Route::chapter_muscles);
    CHECK(doors > 0);
    for (int route = 0; route < app::route_count; ++route) {
        const view::Screen whole = screen_at({}, static_cast<Route>(route));
        const view::Screen screen = screen_at(decided, static_cast<Route>(route));
        INFO(whole.title);
        CHECK(leading_to(screen, Route::chapter_muscles) == 0);
        CHECK(leading_to(screen, Route::chapter_patterns) == 0);
        CHECK(leading_to(screen, Route::chapter_alarm) == leading_to(whole, Route::chapter_alarm));
        CHECK(leading_to(screen, Route::warning_signs) == leading_to(whole, Route::warning_signs));
        for (std::size_t i = 0; i < screen.nodes.size(); ++i) {
            REQUIRE(screen.nodes[i].parent < static_cast<int>(i));
            if (screen.nodes[i].parent < 0) continue;
            // Every node kept its own parent.
            const view::Node* before = view::find(whole, screen.nodes[i].id);
            REQUIRE(before);
            CHECK(whole.nodes[static_cast<std::size_t>(before->parent)].id ==
                  screen.nodes[static_cast<std::size_t>(screen.nodes[i].parent)].id);
        }
    }
}

// Every choice of chapters that an operator can make.
TEST_CASE("From Home, Next leads through the chapters that there are, each once, and then to the "
          "self-check") {
    const int first = static_cast<int>(Route::chapter_alarm);
    for (int choice = 1; choice < 64; ++choice) {
        app::Operator decided;
        std::vector<Route> offered;
        for (int i = 0; i < 6; ++i) {
            const auto chapter = static_cast<Route>(first + i);
            ((choice >> i & 1) != 0 ? offered : decided.left_out).push_back(chapter);
        }
        INFO("choice " << choice);
        const auto leads = [&](Route from, const char* key) {
            // A chapter leads on from its last card or clue, the story from its end.
            const view::Screen screen = screen_at(decided, from, app::Card::take);
            const view::Node* node = view::find(screen, key);
            const auto* go = node ? std::get_if<app::GoTo>(&node->action) : nullptr;
            return go ? go->route : Route::check;
        };
        std::vector<Route> visited;
        CHECK(leads(Route::home, "home/learn") == Route::story);
        for (Route at = leads(Route::story, "story/chapters");
             at != Route::check && visited.size() < 7; at = leads(at, "chapter/next"))
            visited.push_back(at);
        CHECK(visited == offered);
        // The last one still says where to go on.
        CHECK(leading_to(screen_at(decided, offered.back(), app::Card::take), Route::check) > 0);
    }
}

TEST_CASE("Only the languages that the operator chose are offered, on every screen, and no other "
          "can be chosen") {
    const auto offered_on = [](const view::Screen& screen) {
        std::set<std::string> found;
        for (const view::Node& node : screen.nodes)
            if (const auto* choice = std::get_if<app::ChooseLanguage>(&node.action))
                found.insert(choice->language);
        return found;
    };
    app::Library many = library;
    many.languages = {{"en", "English"}, {"es", "Spanish"}, {"ar", "Arabic"}};
    const std::size_t all = many.languages.size();
    for (std::size_t choice = 0; choice < (std::size_t{1} << all); ++choice) {
        app::AppState state = app::initial_state(many);
        app::Operator& decided = state.decided;
        for (std::size_t i = 0; i < all; ++i)
            if ((choice >> i & 1) != 0) decided.languages.push_back(many.languages[i].language);
        std::size_t offers = 0;
        for (int route = 0; route < app::route_count; ++route) {
            const auto found = offered_on(view::build_screen(
                many, app::update(many, state, app::GoTo{static_cast<Route>(route)})));
            offers += found.size();
            for (const std::string& language : found)
                CHECK(decided.speaks(language));
        }
        CHECK((offers > 0) == (decided.languages.size() != 1));
        for (const app::Language& language : many.languages) {
            const bool wanted = language.language != many.words.language;
            CHECK(app::update(many, state, app::ChooseLanguage{language.language})
                      .settings.language ==
                  (wanted && decided.speaks(language.language) ? language.language : ""));
        }
    }
}

TEST_CASE("On a kiosk no screen leads outside; its addresses can still be read") {
    app::Operator decided;
    decided.closed = true;
    int outside = 0;
    for (int route = 0; route < app::route_count; ++route) {
        outside += leading_outside(screen_at({}, static_cast<Route>(route)));
        const view::Screen screen = screen_at(decided, static_cast<Route>(route));
        CHECK(leading_outside(screen) == 0);
        // What a visitor could leave behind is not offered there; summary_spec.cpp says what is.
        if (static_cast<Route>(route) == Route::summary) continue;
        // Beside each number to call it says that somebody is near.
        const auto added =
            std::count_if(screen.nodes.begin(), screen.nodes.end(), [](const view::Node& node) {
                return node.label == library.words.text("call.staff");
            });
        const auto open = screen_at({}, static_cast<Route>(route)).nodes.size();
        CHECK(screen.nodes.size() == open + static_cast<std::size_t>(added));
    }
    CHECK(outside > 0);
}

TEST_CASE("The operator's card with help close by stands on every screen, and outlasts a visitor") {
    app::Operator decided;
    decided.contact_title = "Riverside Clinic";
    decided.contact_lines = {"Second floor", "Mon to Fri, 9 to 5"};
    app::AppState state = app::initial_state(library);
    state.decided = decided;
    state = app::update(library, state, app::StartOver{});
    for (Route route : {Route::home, Route::result, Route::warning_signs}) {
        const view::Screen screen =
            view::build_screen(library, app::update(library, state, app::GoTo{route}));
        REQUIRE(view::find(screen, "footer/contact/title"));
        CHECK(view::find(screen, "footer/contact/title")->label == "Riverside Clinic");
        CHECK(view::find(screen, "footer/contact/2")->label == "Mon to Fri, 9 to 5");
    }
    CHECK_FALSE(view::find(screen_at({}, Route::home), "footer/contact"));
}

TEST_CASE("Whoever asked for other content is told on every screen that this is our own") {
    app::AppState state = app::initial_state(library);
    state.decided.pack_refused = true;
    state.decided.pack_problems = {"assessment.json#/items: found no item",
                                   "claims.json#: found {"};
    for (Route route : {Route::home, Route::check, Route::result}) {
        state = app::update(library, state, app::GoTo{route});
        const view::Screen screen = view::build_screen(library, state);
        REQUIRE(view::find(screen, "refused-pack/text"));
        CHECK(view::find(screen, "refused-pack/text")->label ==
              library.words.text("error.pack.text"));
        CHECK_FALSE(view::find(screen, "refused-pack/problem/1/text"));
    }
    state = app::update(library, state, app::Toggle{"refused-pack/why"});
    const view::Screen why = view::build_screen(library, state);
    REQUIRE(view::find(why, "refused-pack/problem/2/text"));
    CHECK(view::find(why, "refused-pack/problem/2/text")->label == "claims.json#: found {");
    state = app::update(library, state, app::Toggle{"refused-pack/close"});
    CHECK_FALSE(view::find(view::build_screen(library, state), "refused-pack"));
    CHECK_FALSE(view::find(screen_at({}, Route::home), "refused-pack"));
}
