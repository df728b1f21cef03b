#include "app/state.h"

#include <algorithm>

namespace tautline::app {

AppState initial_state(const Library& library) {
    AppState state;
    state.answers = assess::no_answers(library.check);
    begin_stories(state.chapters);
    for (std::size_t i = 0; i < simulated_chapters; ++i) {
        playback_of(state.chapters, chapter(i))->card = Card::play;
        begin_stories(state.lessons[i]);
    }
    begin_stories(state.welcome);
    state.story = new_story();
    state.sorting.column.assign(library.clues.size(), -1);
    return state;
}

Chapters* lesson_of(AppState& state, Route route) {
    const std::optional<std::size_t> which = simulated_chapter(route);
    return which ? &state.lessons[*which] : nullptr;
}

const Chapters* lesson_of(const AppState& state, Route route) {
    const std::optional<std::size_t> which = simulated_chapter(route);
    return which ? &state.lessons[*which] : nullptr;
}

const Playback* cards_of(const AppState& state, Route route) {
    const Chapters* lesson = lesson_of(state, route);
    return lesson ? playback_of(*lesson, route) : nullptr;
}

bool plays_freely(const AppState& state, Route route) {
    const Playback* cards = cards_of(state, route);
    return !cards || cards->card == Card::play;
}

const Chapters& shown(const AppState& state, Route route) {
    return plays_freely(state, route) ? state.chapters : *lesson_of(state, route);
}

bool has_text_view_only(const Library& library, const AppState& state) {
    return library.words.text_view_only || state.lacks_typeface;
}

bool shows_text_view(const Library& library, const AppState& state) {
    return state.settings.text_view || has_text_view_only(library, state);
}

bool has_answers(const AppState& state) {
    return std::any_of(state.answers.chosen.begin(), state.answers.chosen.end(),
                       [](std::uint32_t chosen) { return chosen != 0; });
}

int page_of(const Library& library, std::size_t item) {
    for (std::size_t page = 0; page < library.pages.size(); ++page) {
        const auto& items = library.pages[page].items;
        if (std::find(items.begin(), items.end(), item) != items.end())
            return static_cast<int>(page);
    }
    return -1;
}

int asked_page(const Library& library, int page, int step) {
    const int count = static_cast<int>(library.pages.size());
    do
        page += step;
    while (page >= 0 && page < count && library.pages[static_cast<std::size_t>(page)].optional);
    return page;
}

PagePlace place_of_page(const Library& library, int page) {
    PagePlace place;
    const int count = static_cast<int>(library.pages.size());
    for (int each = asked_page(library, -1, 1); each < count; each = asked_page(library, each, 1)) {
        ++place.count;
        if (each == page) place.number = place.count;
    }
    return place;
}

bool is_animating(const AppState& state) {
    if (entry(state.route).body && state.journey.share < 1) return true;
    if (const Playback* playback = playback_of(state.chapters, state.route))
        return playback->playing || cards_of(state, state.route)->playing;
    if (state.route == Route::story) return state.story.playing;
    if (state.route == Route::home) return state.welcome.alarm.playback.playing;
    if (state.route == Route::breathing) return state.pacer.running;
    return state.route == Route::relaxation && state.relaxation.running;
}

bool fills_window(const AppState& state) {
    return state.route == Route::story && state.story.big;
}

Errand missing_part(const Host& host, Route route) {
    const RouteEntry& screen = entry(route);
    if (host.partial && screen.engine != Later::nothing) return Errand::load;
    const bool words = screen.words != Later::nothing;
    return host.lacks_words && words ? Errand::load_words : Errand::none;
}

} // namespace tautline::app
