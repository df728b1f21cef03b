// What the page round this one may know: which chapters were opened and tried.
#include "app/update.h"
#include "support/shipped_library.h"

#include <catch_amalgamated.hpp>

using namespace tautline;
using app::Control;
using app::Progress;
using app::Route;

namespace {

const app::Library& library = test::shipped_library();

app::AppState act(app::AppState state, const app::Action& action) {
    return app::update(library, std::move(state), action);
}

app::AppState at(Route route) {
    return act(app::initial_state(library), app::GoTo{route});
}

} // namespace

TEST_CASE("At the start nothing is opened, and reading elsewhere opens no chapter",
          "[app][progress]") {
    app::AppState state = app::initial_state(library);
    for (Route route : {Route::home, Route::warning_signs, Route::check, Route::what_helps})
        state = act(state, app::GoTo{route});
    CHECK(state.progress == app::ChapterProgress{});
}

TEST_CASE("A chapter is opened by going there, and done when what happens was seen",
          "[app][progress]") {
    for (std::size_t i = 0; i < app::simulated_chapters; ++i) {
        app::AppState state = at(app::chapter(i));
        CHECK(state.progress[i] == Progress::opened);
        state = act(act(state, app::PlayCard{app::Card::run}), app::Tick{60});
        CHECK(state.progress[i] == Progress::done);
        for (std::size_t other = 0; other < app::chapter_count; ++other)
            if (other != i) CHECK(state.progress[other] == Progress::none);
    }
    CHECK(act(at(Route::chapter_alarm), app::Press{Control::alarm_startle}).progress[0] ==
          Progress::done);
}

TEST_CASE("What you feel is done with the first place looked at, and stays done",
          "[app][progress]") {
    app::AppState state = at(Route::chapter_feel);
    CHECK(state.progress[4] == Progress::opened);
    state = act(state, app::Set{Control::feel_topic, 1});
    CHECK(state.progress[4] == Progress::done);
    state = act(state, app::Set{Control::feel_topic, 1}); // and away again
    CHECK(state.feel_spot == -1);
    CHECK(state.progress[4] == Progress::done);
    state = act(at(Route::chapter_feel), app::Set{Control::feel_topic, app::no_feeling});
    CHECK(state.progress[4] == Progress::opened); // the feelings, none of them touched
    for (int i = 0; i < 2; ++i) {
        state = act(state, app::Set{Control::feel_topic, app::first_feeling});
        CHECK(state.feel_spot == (i == 0 ? app::first_feeling : app::no_feeling));
    }
    CHECK(state.progress[4] == Progress::done);
}

TEST_CASE("Patterns is done when the last clue is sorted, not before", "[app][progress]") {
    app::AppState state = at(Route::chapter_patterns);
    const auto clues = static_cast<std::uint32_t>(library.clues.size());
    for (std::uint32_t clue = 0; clue < clues; ++clue) {
        CHECK(state.progress[5] == Progress::opened);
        state = act(state, app::SortClue{clue, 0});
    }
    CHECK(state.progress[5] == Progress::done);
}

TEST_CASE("Answers are no progress, and forgetting everything forgets it too", "[app][progress]") {
    app::AppState state = at(Route::check);
    state = act(act(state, app::Next{}), app::Choose{0, 0});
    CHECK(state.progress == app::ChapterProgress{});
    state = act(act(state, app::GoTo{Route::chapter_alarm}), app::PlayCard{app::Card::run});
    CHECK(state.progress[0] == Progress::opened);
    state = act(state, app::Tick{60});
    state = act(state, app::Press{Control::reset});
    CHECK(state.progress[0] == Progress::done);
    CHECK(act(state, app::StartOver{}).progress == app::ChapterProgress{});
}
