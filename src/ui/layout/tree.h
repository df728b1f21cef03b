// What layout and painting know of a node from where it stands: its children and what it inherits.
#pragma once

#include "view/screen/screen.h"

#include <span>
#include <vector>

namespace tautline::ui {

// Where a node stands.
struct Setting {
    view::Accent accent = view::Accent::none; // its own, or the nearest ancestor's
    view::Look box =
        view::Look::plain; // the nearest box it stands in (a card, a care box, the panel)
    bool banner = false, footer = false;
    bool brand = false;   // the name in the banner, which leads home
    bool exhibit = false; // on the dark panel
    int depth = 0;        // 0: banner, main, footer
};

class Tree {
public:
    explicit Tree(const view::Screen& screen);

    const view::Screen& screen() const { return screen_; }
    const view::Node& node(int index) const {
        return screen_.nodes[static_cast<std::size_t>(index)];
    }
    const Setting& setting(int index) const { return settings_[static_cast<std::size_t>(index)]; }
    std::span<const int> children(int index) const; // -1: of the page
    int size() const { return static_cast<int>(screen_.nodes.size()); }

private:
    const view::Screen& screen_;
    std::vector<Setting> settings_;
    std::vector<int> children_;       // grouped by parent …
    std::vector<std::size_t> starts_; // … which begins here; entry 0 is the page
};

bool is_box(view::Look look);            // has a background and padding
bool is_spot(const view::Node& node);    // a button that lies over a spot of a figure
bool is_control(const view::Node& node); // a leaf to press or move
bool is_text(const view::Node& node);    // heading, paragraph, status
bool is_disclosure(const view::Node& node);

} // namespace tautline::ui
