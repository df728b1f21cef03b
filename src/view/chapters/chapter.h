// What the four chapters with a simulation share: predict, try, see, what it means, what the
// research adds.
#pragma once

#include "view/screen/builder.h"

#include <functional>
#include <string_view>

namespace tautline::view {

struct ChapterScreen {
    std::string_view id; // of its words: chapter.<id>.…
    Accent accent = Accent::none;
    const app::Playback& playback;
    Figure figure;
    std::string told = {};           // the figure, as it stands now, in a sentence
    std::string carried = {};        // what another chapter left; may be empty
    std::function<void()> controls;  // adds the sliders and buttons that move the figure
    std::function<void()> more = {}; // a further figure, after the first
};

void build_chapter(Builder& build, const ChapterScreen& chapter);

// Where the camera is on its way from.
Travel travel_of(const app::AppState& state);

// A number in words, with one decimal unless it is whole.
std::string amount(const Builder& build, std::string_view key, double value);

} // namespace tautline::view
