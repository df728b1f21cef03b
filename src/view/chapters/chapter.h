// What the chapters share, above all the four with a simulation: a stage that stays, cards that
// take turns under it, and drawers with what stands behind them.
#pragma once

#include "view/screen/builder.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::view {

struct ChapterScreen {
    std::string_view id; // of its words: chapter.<id>.…
    Accent accent = Accent::none;
    const app::Playback& playback; // of its cards
    const app::Playback& free;     // of what is played freely
    Figure figure;
    std::string told = {};    // the figure, as it stands now, in a sentence
    std::string carried = {}; // what another chapter left; may be empty
    // What the card "change one thing" says once it has run.
    std::string_view changed = "done";
    Places change_places = {};
    // Its own control, where that is more than a button.
    std::function<void()> change = {};
    std::function<void()> controls;              // what moves the figure when it is played freely
    bool clock = true;                           // whether time runs when it is played freely
    app::Route take_to = app::Route::what_helps; // where the last card leads, and its icon
    Icon take_icon = Icon::next;
    std::function<void()> safety = {}; // on the first card
};

// Behind a button: the chapters that are offered.
void build_chapter_list(Builder& build);

void build_chapter(Builder& build, const ChapterScreen& chapter);

// The parts that a chapter without a simulation has, too: its title with the list of chapters, what
// is often said beside what studies found, and the way to the next chapter or to the self-check.
void build_chapter_head(Builder& build, std::string_view id, Accent accent);
void build_sure_drawer(Builder& build, const std::string& id, int heading_level);
void build_next_chapter(Builder& build);

// Something of the figure before it to press.
struct SpotButton {
    std::string key, name;
    app::Action action;
    bool chosen = false;
    int spot = 0; // of the figure
};
// Each lies over its spot on the stage; where the page is read in order they stand in a row.
void build_spots(Builder& build, std::string_view key, const std::vector<SpotButton>& buttons);

// What is said when a card is shown, and when its run is over; empty: this screen has no cards.
std::string heard_card(const Builder& build);
std::string heard_end(const Builder& build);

// A number in words, with one decimal unless it is whole.
std::string amount(const Builder& build, std::string_view key, double value);

// The guess that a person drew on the line, while a card asks for it or shows it; `per_unit`: of
// the axis of chapters.json, in one unit of the line's.
void add_guess(const app::Library& library, const app::Playback& playback, std::string_view id,
               double per_unit, Trace& trace);

// What is drawn of a line: nothing past the end of its axis.
void cut_to_axis(Trace& trace);

} // namespace tautline::view
