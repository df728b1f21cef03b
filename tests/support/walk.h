// A walk through the states in which screens differ: every route at rest and with all disclosures
// open, every page of the check with each option chosen, each chapter during play, several results.
#pragma once

#include "app/update.h"
#include "view/build_screen.h"

#include <cstdlib>
#include <functional>
#include <string_view>
#include <vector>

namespace tautline::test {

inline app::AppState after(const app::Library& library, app::AppState state,
                           const std::vector<app::Action>& actions) {
    for (const app::Action& action : actions)
        state = app::update(library, std::move(state), action);
    return state;
}

// The action of an answer by its ids; ends the program when there is no such item or option.
inline app::Action answer(const app::Library& library, std::string_view item,
                          std::string_view option) {
    const auto index = library.check.item_index(item);
    if (!index) std::abort();
    const auto choice = library.check.items[*index].option_index(option);
    if (!choice) std::abort();
    return app::Choose{static_cast<std::uint32_t>(*index), static_cast<std::uint32_t>(*choice),
                       true};
}

// And what only shows up then.
inline void open_everything(const app::Library& library, app::AppState& state) {
    for (bool more = true; more;) {
        more = false;
        for (const view::Node& node : view::build_screen(library, state).nodes)
            if (node.expanded == view::Expanded::no) more |= state.open.insert(node.key).second;
    }
}

// The screen once more with each of its drawers open, and with all of them, in Text view.
inline void look_into_drawers(const app::Library& library, app::AppState state,
                              const std::function<void(const app::AppState&)>& visit) {
    for (const view::Node& node : view::build_screen(library, state).nodes)
        if (std::holds_alternative<app::OpenDrawer>(node.action)) {
            state.drawer = node.key;
            visit(state);
        }
    state.drawer.clear();
    state.settings.text_view = true;
    open_everything(library, state);
    visit(state);
}

inline void walk_check(const app::Library& library, std::size_t option,
                       const std::function<void(const app::AppState&)>& visit) {
    app::AppState state =
        after(library, app::initial_state(library), {app::GoTo{app::Route::check}, app::Next{}});
    for (std::size_t page = 0; page < library.pages.size(); ++page) {
        for (std::size_t item : library.pages[page].items)
            if (option < library.check.items[item].options.size())
                state = after(library, state,
                              {app::Choose{static_cast<std::uint32_t>(item),
                                           static_cast<std::uint32_t>(option), true}});
        visit(state);
        open_everything(library, state);
        visit(state);
        state = after(library, state, {app::Next{}});
    }
    visit(state);
    state = after(library, state, {app::ShowResult{}});
    open_everything(library, state);
    visit(state);
    look_into_drawers(library, state, visit);
}

// Each place and each feeling of chapter 5.
inline app::AppState touch_everything(const app::Library& library, app::AppState state,
                                      const std::function<void(const app::AppState&)>& visit) {
    for (int first : {0, app::no_feeling})
        for (int topic = 0; topic < 9; ++topic) {
            state = after(library, state,
                          {app::Set{app::Control::feel_topic, static_cast<float>(first + topic)}});
            visit(state);
        }
    return state;
}

// Each clue of chapter 6, sorted, and the full trays.
inline app::AppState sort_clues(const app::Library& library, app::AppState state,
                                const std::function<void(const app::AppState&)>& visit) {
    for (std::uint32_t clue = 0; clue < library.clues.size(); ++clue) {
        visit(state);
        state = after(library, state, {app::SortClue{clue, clue % 4}});
        visit(state);
        state = after(library, state, {app::Press{app::Control::sort_next}});
    }
    visit(state);
    return state;
}

inline void walk(const app::Library& library,
                 const std::function<void(const app::AppState&)>& visit) {
    for (int route = 0; route < app::route_count; ++route) {
        app::AppState state = after(library, app::initial_state(library),
                                    {app::GoTo{static_cast<app::Route>(route)}});
        visit(state);
        open_everything(library, state);
        visit(state);
        state = after(library, state,
                      {app::Press{app::Control::play_pause}, app::Tick{3},
                       app::Set{app::Control::prediction, 1}});
        visit(state);
    }
    // Each chapter's cards, at rest and at the end of their runs, or what it has to touch and to
    // sort, its drawers, and all of it in order.
    for (std::size_t i = 0; i < app::chapter_count; ++i) {
        app::AppState state =
            after(library, app::initial_state(library), {app::GoTo{app::chapter(i)}});
        const bool played = app::simulated_chapter(state.route).has_value();
        for (std::size_t number = 0; played && number < app::card_count; ++number) {
            const auto card = static_cast<app::Card>(number);
            state = after(library, state, {app::ShowCard{card}});
            visit(state);
            if (app::run_of(card) != card) continue;
            state = after(library, state, {app::PlayCard{card}, app::Tick{1}});
            visit(state);
            state = after(library, state, {app::Tick{60}});
            visit(state);
        }
        if (state.route == app::Route::chapter_feel)
            state = touch_everything(library, state, visit);
        if (state.route == app::Route::chapter_patterns) state = sort_clues(library, state, visit);
        for (const char* drawer : {"drawer/chapters", "drawer/sure", "drawer/numbers",
                                   "drawer/describe", "drawer/all"}) {
            state = after(library, state, {app::OpenDrawer{drawer}});
            open_everything(library, state);
            visit(state);
        }
        state.settings.text_view = true;
        visit(state);
        open_everything(library, state);
        visit(state);
    }
    for (std::size_t option = 0; option < 4; ++option)
        walk_check(library, option, visit);
    // One answer alone, for each: the results that each reason, note and pattern gives.
    for (std::size_t item = 0; item < library.check.items.size(); ++item)
        for (std::size_t option = 0; option < library.check.items[item].options.size(); ++option)
            visit(after(library, app::initial_state(library),
                        {app::Choose{static_cast<std::uint32_t>(item),
                                     static_cast<std::uint32_t>(option), true},
                         app::ShowResult{}}));
}

} // namespace tautline::test
