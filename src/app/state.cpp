#include "app/state.h"

#include "app/chapters/one_body.h"

#include <algorithm>

namespace tautline::app {

AppState initial_state(const Library& library) {
    AppState state;
    state.answers = assess::no_answers(library.check);
    begin_stories(state);
    state.sorting.column.assign(library.clues.size(), -1);
    return state;
}

bool has_text_view_only(const Library& library, const AppState& state) {
    return library.words.text_view_only || state.lacks_typeface;
}

bool shows_text_view(const Library& library, const AppState& state) {
    return state.settings.text_view || has_text_view_only(library, state);
}

int page_of(const Library& library, std::size_t item) {
    for (std::size_t page = 0; page < library.pages.size(); ++page) {
        const auto& items = library.pages[page].items;
        if (std::find(items.begin(), items.end(), item) != items.end())
            return static_cast<int>(page);
    }
    return -1;
}

bool shows_the_body(Route route) {
    return route == Route::chapter_alarm || route == Route::chapter_muscles ||
           route == Route::chapter_cortisol || route == Route::chapter_sensitivity;
}

bool is_animating(const AppState& state) {
    if (shows_the_body(state.route) && state.journey.share < 1) return true;
    switch (state.route) {
    case Route::chapter_alarm:
        return state.alarm.playback.playing;
    case Route::chapter_muscles:
        return state.muscles.playback.playing;
    case Route::chapter_cortisol:
        return state.cortisol.playback.playing;
    case Route::chapter_sensitivity:
        return state.sensitivity.playback.playing;
    case Route::breathing:
        return state.pacer.running;
    case Route::relaxation:
        return state.relaxation.running;
    default:
        return false;
    }
}

LaterWords needs_later_words(Route route) {
    switch (route) {
    case Route::chapter_alarm:
    case Route::check:
    case Route::result:
    case Route::warning_signs_in_english:
        return LaterWords::part;
    case Route::chapter_muscles:
    case Route::chapter_cortisol:
    case Route::chapter_sensitivity:
    case Route::chapter_feel:
    case Route::chapter_patterns:
    case Route::own_body:
    case Route::what_helps:
    case Route::breathing:
    case Route::relaxation:
    case Route::sources:
    case Route::about:
    case Route::summary:
        return LaterWords::all;
    default:
        return LaterWords::none;
    }
}

bool needs_later_engine(Route route) {
    return route == Route::result || route == Route::gallery || route == Route::country ||
           (needs_later_words(route) == LaterWords::all && !shows_the_body(route));
}

Errand missing_part(const Host& host, Route route) {
    if (host.partial && needs_later_engine(route)) return Errand::load;
    const bool words = needs_later_words(route) != LaterWords::none;
    return host.lacks_words && words ? Errand::load_words : Errand::none;
}

} // namespace tautline::app
