#include "app/state.h"

#include <algorithm>

namespace tautline::app {

AppState initial_state(const Library& library) {
    AppState state;
    state.answers = assess::no_answers(library.check);
    begin_stories(state.chapters);
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

bool is_animating(const AppState& state) {
    if (entry(state.route).body && state.journey.share < 1) return true;
    if (const Playback* playback = playback_of(state.chapters, state.route))
        return playback->playing;
    if (state.route == Route::home) return state.chapters.alarm.playback.playing;
    if (state.route == Route::breathing) return state.pacer.running;
    return state.route == Route::relaxation && state.relaxation.running;
}

Errand missing_part(const Host& host, Route route) {
    const RouteEntry& screen = entry(route);
    if (host.partial && screen.engine != Later::nothing) return Errand::load;
    const bool words = screen.words != Later::nothing;
    return host.lacks_words && words ? Errand::load_words : Errand::none;
}

} // namespace tautline::app
