// A hard week: what its captions say is what its models do, and it goes on, is held, and ends.
#include "app/update.h"
#include "base/text.h"
#include "support/shipped_library.h"
#include "view/build_screen.h"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <cmath>
#include <string>
#include <variant>
#include <vector>

using namespace tautline;
using app::AppState;
using app::Route;

namespace {

const app::Library& library = test::shipped_library();

AppState act(AppState state, const app::Action& action) {
    return app::update(library, std::move(state), action);
}

AppState at_start() {
    return act(app::initial_state(library), app::GoTo{Route::story});
}

// A scene, from 1, as it stands at its end.
AppState still(int scene) {
    AppState state = at_start();
    state.settings.less_motion = true;
    return act(std::move(state), app::ShowScene{static_cast<std::uint32_t>(scene - 1)});
}

const view::Node& node(const view::Screen& screen, std::string_view key) {
    const view::Node* found = view::find(screen, key);
    REQUIRE(found);
    return *found;
}

struct Picture {
    view::Reading reading;
    view::Trace trace;
};
Picture picture(const AppState& state) {
    const view::Screen screen = view::build_screen(library, state);
    Picture seen;
    std::visit(
        [&](const auto& figure) {
            if constexpr (requires { figure.reading; }) {
                seen.reading = figure.reading;
                if (!figure.traces.empty()) seen.trace = figure.traces.front();
            }
        },
        node(screen, "story/figure").figure);
    return seen;
}

int number(const Picture& seen) {
    return std::stoi(seen.reading.value);
}

std::string caption(int scene) {
    return library.words.text("story.scene." + std::to_string(scene) + ".caption");
}

bool says(int scene, int value) {
    return caption(scene).find(std::to_string(value)) != std::string::npos;
}

} // namespace

TEST_CASE("What a scene's caption counts is what its model comes to", "[view][story][numbers]") {
    CHECK(says(1, number(picture(still(1)))));
    const int alarmed = number(picture(still(2)));
    const int later = number(picture(still(3)));
    CHECK(alarmed > number(picture(still(1))) + 15);
    CHECK(later - number(picture(still(1))) <= 2); // "almost back where it was"
    // "Climbs again before it has settled": never as low again as after three quiet minutes.
    const view::Trace humps = picture(still(4)).trace;
    REQUIRE(humps.values.size() > 40);
    const float lowest = *std::min_element(humps.values.begin() + 20, humps.values.end());
    CHECK(lowest > static_cast<float>(later) + 3);
    CHECK(number(picture(still(4))) >= alarmed - 1);
    // "By evening it has passed".
    const view::Trace day = picture(still(5)).trace;
    REQUIRE_FALSE(day.values.empty());
    const std::size_t last = day.values.size() - 1;
    CHECK(std::abs(day.values[last] - day.compare[last]) < 2);
    CHECK(*std::max_element(day.values.begin() + static_cast<long>(14 * 6), day.values.end()) >
          day.compare[14 * 6] + 10);
    // "32 of 100 with no break, 13 with short ones".
    const Picture hour = picture(still(6));
    CHECK(says(6, number(hour)));
    CHECK(says(6, static_cast<int>(std::lround(hour.trace.compare.back()))));
    CHECK(number(hour) < static_cast<int>(hour.trace.compare.back()));
    // "Sent again and again, more arrives".
    const view::Trace ten = picture(still(7)).trace;
    const auto second = static_cast<long>(std::lround(1 / ten.step));
    REQUIRE(static_cast<long>(ten.values.size()) > 9 * second);
    CHECK(*std::max_element(ten.values.begin() + 8 * second, ten.values.end()) >
          *std::max_element(ten.values.begin(), ten.values.begin() + second) + 10);
    // "The volume climbs", and "is low again".
    const int loud = number(picture(still(8)));
    const view::Trace days = picture(still(8)).trace;
    CHECK(std::is_sorted(days.values.begin(), days.values.end()));
    CHECK(loud >= 40);
    CHECK(number(picture(still(10))) <= 10);
    // "The gate narrows: 67 of 100 arrives, and without them 74".
    const Picture walked = picture(still(9));
    const view::Trace& calmer = walked.trace;
    CHECK(says(9, number(walked)));
    CHECK(says(9, static_cast<int>(std::lround(
                      *std::max_element(calmer.compare.begin(), calmer.compare.end())))));
    CHECK(*std::max_element(calmer.values.begin(), calmer.values.end()) <
          *std::max_element(calmer.compare.begin(), calmer.compare.end()) - 3);
}

TEST_CASE("The story plays its scenes for ninety seconds, and ends", "[view][story]") {
    double all_s = 0;
    for (int i = 0; i < app::story_scenes; ++i)
        all_s += app::scene(i).stands_s;
    CHECK(all_s == 90);
    AppState state = act(at_start(), app::Press{app::Control::story_play_pause});
    std::vector<int> seen{state.story.scene};
    for (int tenth = 0; tenth <= 912 && state.story.playing; ++tenth) {
        CHECK(view::build_screen(library, state).animating);
        state = act(std::move(state), app::Tick{0.1});
        if (state.story.scene != seen.back()) seen.push_back(state.story.scene);
    }
    std::vector<int> all;
    for (int i = 0; i <= app::story_scenes; ++i)
        all.push_back(i);
    CHECK(seen == all);
    state = act(std::move(state), app::Tick{app::journey_s + 0.1}); // the camera has come
    const view::Screen end = view::build_screen(library, state);
    CHECK_FALSE(end.animating);
    CHECK(node(end, "story/caption").label == library.words.text("story.end"));
    CHECK(node(end, "story/signs").role == view::Role::link);
    CHECK(node(end, "story/next").disabled);
    // Once more, from its start.
    state = act(std::move(state), app::Press{app::Control::story_play_pause});
    CHECK(state.story.scene == 0);
    CHECK(state.story.playing);
}

TEST_CASE("Played, a scene ends as its still shows it", "[view][story]") {
    for (int scene = 1; scene <= app::story_scenes; ++scene) {
        AppState played = act(at_start(), app::ShowScene{static_cast<std::uint32_t>(scene - 1)});
        played = act(std::move(played), app::Press{app::Control::story_play_pause});
        const double stands_s = app::scene(scene - 1).stands_s;
        for (double at_s = 0.1; at_s < stands_s - 0.05; at_s += 0.1)
            played = act(std::move(played), app::Tick{0.1});
        REQUIRE(played.story.scene == scene - 1);
        const Picture moved = picture(played), stands = picture(still(scene));
        INFO("scene " << scene);
        CHECK(std::abs(number(moved) - number(stands)) <= 1);
        CHECK(moved.trace.marks == stands.trace.marks);
        CHECK(std::abs(static_cast<int>(moved.trace.values.size()) -
                       static_cast<int>(stands.trace.values.size())) <= 3);
    }
}

TEST_CASE("Another scene is told once, in its own words", "[view][story][access]") {
    AppState state = at_start();
    const auto before = view::build_screen(library, state).announcement_serial;
    state = act(std::move(state), app::ShowScene{3});
    const view::Screen screen = view::build_screen(library, state);
    CHECK(screen.announcement_serial == before + 1);
    CHECK(screen.announcement == caption(4));
    CHECK_FALSE(state.story.playing);
    // What no story has.
    CHECK(act(std::move(state), app::ShowScene{99}).story.scene == app::story_scenes);
}

TEST_CASE("Whoever leaves the story finds it at its start", "[view][story]") {
    AppState state = act(at_start(), app::ShowScene{5});
    state = act(std::move(state), app::Press{app::Control::story_big});
    state = act(std::move(state), app::GoTo{Route::home});
    state = act(std::move(state), app::GoTo{Route::story});
    CHECK(state.story.scene == 0);
    CHECK_FALSE(state.story.big);
}

TEST_CASE("Shown big, nothing stands beside the story but the way back", "[view][story]") {
    const AppState state = act(at_start(), app::Press{app::Control::story_big});
    const view::Screen screen = view::build_screen(library, state);
    CHECK_FALSE(view::find(screen, "banner"));
    CHECK_FALSE(view::find(screen, "footer"));
    CHECK(view::find(screen, "story/strip")); // the warning signs stay
    CHECK(view::find(screen, "story/big"));
}
