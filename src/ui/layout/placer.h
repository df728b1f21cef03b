// The layout pass: places a node and everything in it at a given width and gives its height. Split
// over layout.cpp (the page), place_containers.cpp, place_leaves.cpp and place_table.cpp.
#pragma once

#include "ui/layout/layout.h"
#include "ui/layout/measures.h"

#include <span>
#include <vector>

namespace tautline::ui {

class Placer {
public:
    Placer(const Tree& tree, const Theme& theme, const Viewport& viewport);

    // Gives the height used; the node's rectangle is then {x, y, width, height}.
    float place(int index, float x, float y, float width);
    void place_page(Layout& layout);
    std::vector<Rect> take_rects() { return std::move(rects_); }

private:
    // leaves
    float place_leaf(int index, float x, float y, float width);
    float place_text(int index, float x, float y, float width);
    float place_figure(int index, float x, float y, float width);
    float room_for_figure(int index, float y) const;
    void place_hotspot(int index);
    float control_height(int index, float width) const;
    float natural_width(int index,
                        float limit) const; // that it would take if it could, at most limit
    bool takes_space(int index) const;

    // containers
    float place_container(int index, float x, float y, float width);
    float place_children(int index, std::span<const int> children, view::Arrange arrange, float x,
                         float y, float width);
    float place_stack(std::span<const int> children, float x, float y, float width);
    float place_row(std::span<const int> children, float x, float y, float width, bool spread);
    float place_grid(std::span<const int> children, float x, float y, float width);
    float place_split(std::span<const int> children, float x, float y, float width);
    float place_hero(std::span<const int> children, bool picture, float x, float y, float width);
    float place_beside_figure(std::span<const int> children, int panel, float x, float y,
                              float width);
    float place_sidehead(std::span<const int> children, float x, float y, float width);
    float place_item(int index, float x, float y, float width);
    float place_banner(int index, float y);
    float row_gap(int child) const; // between the things of one row
    float gap_between(int above, int below) const;
    float column_width(int index, float width) const; // how wide a stack's child becomes
    bool has_figure(int index) const;
    bool has_split(int index) const;
    bool is_wide(int index) const; // holds something that wants more than a text column

    // tables
    float place_table(int index, float x, float y, float width);
    float place_table_stacked(int index, std::span<const int> rows, float x, float y, float width);

    void shift(int index, float dx, float dy);
    Rect& rect(int index) { return rects_[static_cast<std::size_t>(index)]; }
    const view::Node& node(int index) const { return tree_.node(index); }

    const Tree& tree_;
    const Theme& theme_;
    Viewport viewport_;
    std::vector<Rect> rects_;
    int last_figure_ = -1;
    float figure_extra_ = 0; // height to add so that a figure ends with the controls beside it
    bool editorial_ = false; // headings beside their text
};

} // namespace tautline::ui
