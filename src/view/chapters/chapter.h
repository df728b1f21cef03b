// What the four chapters with a simulation share: predict, try, see, what it means, what the
// research adds.
#pragma once

#include "view/screen/builder.h"

#include <functional>
#include <string_view>

namespace tautline::view {

struct ChapterScreen {
    std::string_view id; // of its words: chapter.<id>.…
    app::Route route = app::Route::home;
    Accent accent = Accent::none;
    const app::Playback& playback;
    int true_prediction = 0; // the option that the model bears out
    Figure figure;
    std::function<void()> controls;  // adds the sliders and buttons that move the figure
    std::function<void()> more = {}; // a further figure, after the first
    app::Route next = app::Route::home;
    std::vector<std::string> sources; // of what the figure shows, beside those of the claims
};

void build_chapter(Builder& build, const ChapterScreen& chapter);

void slider(Builder& build, std::string_view key, app::Control control, double value, double min,
            double max, double step, std::string value_text);
// A choice of one, as chips in a row unless told otherwise.
void choice(Builder& build, std::string_view key, std::string label, app::Control control,
            int chosen, const std::vector<std::string>& options, Look look = Look::chip,
            Arrange arrange = Arrange::row);
void on_off(Builder& build, std::string_view key, app::Control control, bool on);

// The values behind a figure's lines, as a table for those who want or need numbers.
void build_trace_table(Builder& build, const std::string& key, const std::string& caption,
                       const std::vector<Trace>& traces);

} // namespace tautline::view
