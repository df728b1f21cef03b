#include "app/navigation.h"

#include <utility>

namespace tautline::app {
namespace {

void arrive(AppState& state) {
    move_focus(state, "title");
    state.announcement_key.clear();
    state.tried.reset();
    state.take_away.code = false;
    state.take_away.errand = Errand::none;
    state.take_away.failed = false;
    state.help_open = false;
    state.drawer.clear();
    std::erase_if(state.open, [](const std::string& key) { return key.starts_with("drawer/"); });
    read_aloud(state, {}); // what was being read is no longer in view
}

void load_what_is_missing(AppState& state) {
    // A link whose reader did not come is asked for again by hand, and nothing may stand before it.
    if (state.route == Route::check && state.arrival == Arrival::not_loaded) return;
    const Errand missing = missing_part(state.host, state.route);
    if (missing != Errand::none) ask(state, missing);
}

} // namespace

void move_focus(AppState& state, std::string key) {
    state.focus_key = std::move(key);
    state.focus_node = 0;
    ++state.focus_serial;
}

void read_aloud(AppState& state, std::string part) {
    if (part.empty() && state.reading.empty()) return;
    state.reading = std::move(part);
    ++state.reading_serial;
}

void go_to(AppState& state, Route route) {
    if (route == Route::country && state.route != route) state.aside = {state.route, 0};
    if (route == Route::check) {
        Check anew;
        anew.left_at = state.check.page >= 0 ? state.check.page : state.check.left_at;
        state.check = anew;
    }
    const bool travels = entry(state.route).body && entry(route).body && state.route != route &&
                         !state.settings.less_motion;
    state.journey = {state.route, travels ? 0.0 : 1.0};
    state.route = route;
    state.pacer = Pacer{};
    state.relaxation = {};
    pause_all(state.chapters);
    for (Chapters& lesson : state.lessons)
        pause_all(lesson);
    if (state.story.scene > 0 || state.story.big) state.story = new_story();
    state.story.playing = false;
    state.welcome = {};
    begin_stories(state.welcome);
    // Other chapters may have taken the body further, or into another day.
    if (route == Route::chapter_cortisol) recompute_day(state.chapters);
    arrive(state);
    load_what_is_missing(state);
}

void follow_story(AppState& state, Route before) {
    state.journey = {before, state.settings.less_motion ? 1.0 : 0.0};
    say(state, "story.shown");
}

void leave_country(AppState& state) {
    const Aside aside = state.aside;
    const int last = state.check.last_item;
    if (aside.route == Route::check)
        open_page(state, state.check.page, state.check.from_review);
    else
        go_to(state, aside.route);
    state.check.last_item = last; // whose urgent advice is shown
    state.focus_node = aside.focus;
}

void say(AppState& state, std::string_view key) {
    if (key.empty()) return;
    state.announcement_key = key;
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
    const int next = asked_page(library, state.check.page, 1);
    if (state.check.from_review || next >= static_cast<int>(library.pages.size()))
        go_to(state, Route::review);
    else
        open_page(state, next, false);
}

void previous_page(const Library& library, AppState& state) {
    if (state.route == Route::review)
        open_page(state, asked_page(library, static_cast<int>(library.pages.size()), -1), false);
    else if (state.route == Route::result)
        go_to(state, Route::review);
    else if (state.check.from_review)
        go_to(state, Route::review);
    else if (state.check.page >= 0)
        open_page(state, asked_page(library, state.check.page, -1), false);
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

void try_answer(const Library& library, AppState& state, const Try& action) {
    if (action.item >= library.check.items.size()) return;
    Tried tried{{action.item, std::nullopt}, action.on};
    if (action.option) {
        if (*action.option >= library.check.items[action.item].options.size()) return;
        tried.answer.option = *action.option;
    }
    if (state.tried == tried)
        state.tried.reset();
    else
        state.tried = tried;
}

void ask(AppState& state, Errand errand) {
    state.take_away.errand = errand;
    ++state.take_away.errand_serial;
    state.take_away.failed = false;
    if (errand == Errand::make_code) state.take_away.code = true;
}

void meet_host(AppState& state, const Host& host) {
    const bool waited = missing_part(state.host, state.route) != Errand::none;
    state.host = host;
    if (!waited) load_what_is_missing(state);
}

void open_failed(AppState& state, const OpenFailed& action) {
    state.arrival = action.not_loaded ? Arrival::not_loaded : Arrival::unreadable;
    go_to(state, Route::check);
}

void open_answers(const Library& library, AppState& state, const OpenAnswers& action) {
    if (action.answers.chosen.size() != library.check.items.size()) return;
    // No visit leaves an answer to a question that is not asked. To drop it could lose a warning,
    // so such answers are not taken for a person's at all.
    for (std::size_t item = 0; item < library.check.items.size(); ++item)
        if (action.answers.chosen[item] != 0 &&
            !assess::is_shown(library.check, action.answers, item))
            return open_failed(state, {});
    start_over(library, state);
    state.answers = action.answers;
    state.arrival = Arrival::opened;
    go_to(state, Route::result);
}

void clear_page(const Library& library, AppState& state) {
    if (state.check.page < 0 || state.check.page >= static_cast<int>(library.pages.size())) return;
    for (const std::size_t item : library.pages[static_cast<std::size_t>(state.check.page)].items)
        state.answers = assess::without_answer(library.check, std::move(state.answers), item);
    state.check.last_item = -1;
    state.check.none_pages.erase(state.check.page);
    arrive(state); // its first question is to be answered anew
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
    const Host host = state.host;
    const bool lacks_typeface = state.lacks_typeface;
    Operator decided = std::move(state.decided);
    Countries countries = std::move(state.countries);
    const auto errand = state.take_away.errand_serial;
    const auto focus = state.focus_serial, announcement = state.announcement_serial,
               reading = state.reading_serial;
    state = initial_state(library);
    state.settings = settings;
    state.host = host;
    state.lacks_typeface = lacks_typeface;
    state.decided = std::move(decided);
    state.countries = std::move(countries);
    state.take_away.errand_serial = errand;
    state.focus_serial = focus;
    state.announcement_serial = announcement;
    state.reading_serial = reading + 1; // and nobody goes on talking
    go_to(state, Route::home);
}

} // namespace tautline::app
