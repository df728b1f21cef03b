#include "app/navigation.h"

#include <utility>

namespace tautline::app {
namespace {

void arrive(AppState& state) {
    ++state.focus_serial;
    state.announcement_key.clear();
}

} // namespace

void go_to(AppState& state, Route route) {
    if (route == Route::check) state.check = Check{};
    state.route = route;
    state.pacer = Pacer{};
    for (Playback* playback : {&state.alarm.playback, &state.muscles.playback,
                               &state.cortisol.playback, &state.sensitivity.playback})
        playback->playing = false;
    // Other chapters may have taken the body further, or into another day.
    if (route == Route::chapter_cortisol) recompute_day(state);
    arrive(state);
}

void say(AppState& state, std::string key) {
    state.announcement_key = std::move(key);
    ++state.announcement_serial;
}

void open_page(AppState& state, int page, bool from_review) {
    state.route = Route::check;
    state.check.page = page;
    state.check.from_review = from_review;
    state.check.last_item = -1;
    arrive(state);
}

void next_page(const Library& library, AppState& state) {
    const int last = static_cast<int>(library.pages.size()) - 1;
    if (state.check.from_review || state.check.page >= last)
        go_to(state, Route::review);
    else
        open_page(state, state.check.page + 1, false);
}

void previous_page(const Library& library, AppState& state) {
    if (state.route == Route::review)
        open_page(state, static_cast<int>(library.pages.size()) - 1, false);
    else if (state.route == Route::result)
        go_to(state, Route::review);
    else if (state.check.from_review)
        go_to(state, Route::review);
    else if (state.check.page >= 0)
        open_page(state, state.check.page - 1, false);
    else
        go_to(state, Route::home);
}

void choose(const Library& library, AppState& state, const Choose& action) {
    if (action.item >= library.check.items.size()) return;
    if (action.option >= library.check.items[action.item].options.size()) return;
    state.answers = assess::with_answer(library.check, std::move(state.answers), action.item,
                                        action.option, action.on);
    state.check.last_item = static_cast<int>(action.item);
    state.check.none_pages.erase(page_of(library, action.item));
}

void none_of_these(const Library& library, AppState& state) {
    if (state.check.page < 0 || state.check.page >= static_cast<int>(library.pages.size())) return;
    const auto& page = library.pages[static_cast<std::size_t>(state.check.page)];
    if (!page.warning_signs) return;
    for (std::size_t item : page.items) {
        const auto no = library.check.items[item].option_index("no");
        if (!no || !assess::is_shown(library.check, state.answers, item)) continue;
        state.answers = assess::with_answer(library.check, std::move(state.answers), item, *no);
    }
    state.check.last_item = -1;
    state.check.none_pages.insert(state.check.page);
    say(state, "check.none_of_these.done");
}

void start_over(const Library& library, AppState& state) {
    const Settings settings = state.settings;
    Place place = std::move(state.place);
    const auto focus = state.focus_serial, announcement = state.announcement_serial;
    state = initial_state(library);
    state.settings = settings;
    state.place = std::move(place);
    state.focus_serial = focus;
    state.announcement_serial = announcement;
    go_to(state, Route::home);
}

} // namespace tautline::app
