// The layout pass: places a node and everything in it at a given width and gives its height. Split
// over layout.cpp (the page), containers.cpp, leaves.cpp and table.cpp.
#pragma once

#include "ui/layout/layout.h"
#include "ui/layout/measures.h"

#include <span>
#include <vector>

namespace tautline::ui {

class Arranger {
public:
    Arranger(const Tree& tree, const Theme& theme, const Viewport& viewport);

    // Gives the height used; the node's rectangle is then {x, y, width, height}.
    float arrange_node(int index, float x, float y, float width);
    void arrange_page(Layout& layout);
    std::vector<Rect> take_rects() { return std::move(rects_); }

private:
    // leaves
    float arrange_leaf(int index, float x, float y, float width);
    float arrange_text(int index, float x, float y, float width);
    float arrange_figure(int index, float x, float y, float width);
    float room_for_figure(int index, float y) const;
    void arrange_hotspot(int index);
    float control_height(int index, float width) const;
    float natural_width(int index,
                        float limit) const; // that it would take if it could, at most limit
    bool takes_space(int index) const;

    // containers
    float arrange_container(int index, float x, float y, float width);
    float arrange_children(int index, std::span<const int> children, view::Arrange arrange, float x,
                           float y, float width);
    float arrange_stack(std::span<const int> children, float x, float y, float width);
    float arrange_row(std::span<const int> children, float x, float y, float width, bool spread);
    float arrange_grid(std::span<const int> children, float x, float y, float width);
    float arrange_split(std::span<const int> children, float x, float y, float width);
    float arrange_stage(std::span<const int> children, float x, float y, float width);
    float arrange_hero(std::span<const int> children, bool picture, float x, float y, float width);
    float arrange_beside_figure(std::span<const int> children, int panel, float x, float y,
                                float width);
    float arrange_sidehead(std::span<const int> children, float x, float y, float width);
    float arrange_item(int index, float x, float y, float width);
    float arrange_banner(int index, float y);
    float row_gap(int child) const; // between the things of one row
    float gap_between(int above, int below) const;
    float column_width(int index, float width) const; // how wide a stack's child becomes
    bool has_figure(int index) const;
    bool has_split(int index) const;
    bool is_wide(int index) const; // holds something that wants more than a text column

    // tables
    float arrange_table(int index, float x, float y, float width);
    float arrange_table_stacked(int index, std::span<const int> rows, float x, float y,
                                float width);

    void shift(int index, float dx, float dy);
    Rect& rect(int index) { return rects_[static_cast<std::size_t>(index)]; }
    const view::Node& node(int index) const { return tree_.node(index); }

    const Tree& tree_;
    const Theme& theme_;
    Viewport viewport_;
    std::vector<Rect> rects_;
    int last_figure_ = -1;
    float figure_extra_ = 0; // height to add so that a figure ends with the controls beside it
    float stage_height_ = 0; // of a stage's figure, which the window gives; 0: not on a stage
    bool editorial_ = false; // headings beside their text
};

} // namespace tautline::ui
