// The painting pass: one call for each node in view, back to front. Split over paint.cpp (the
// page), boxes.cpp, controls.cpp and text.cpp. Measures come from layout/measures.h, so they agree
// with the layout.
#pragma once

#include "ui/layout/measures.h"

struct ImDrawList;

namespace tautline::ui {

void paint_screen(ImDrawList& list, const Tree& tree, const Layout& layout, const Theme& theme,
                  const Viewport& viewport, const Interaction& interaction, double seconds);

class Painter {
public:
    Painter(ImDrawList& list, const Tree& tree, const Layout& layout, const Theme& theme,
            const Viewport& viewport, const Interaction& interaction, double seconds);

    void paint_all();
    void paint_node(int index, float offset_y);

private:
    void paint_background();
    // containers
    void paint_container(int index, const Rect& rect);
    void paint_care(int index, const Rect& rect);
    void paint_banner(const Rect& rect);
    void paint_table_row(int index, const Rect& rect);
    // text
    void paint_text(int index, const Rect& rect);
    void paint_legend(int index, const Rect& rect);
    void paint_bullet(int index, const Rect& rect);
    // controls
    void paint_button(int index, const Rect& rect);
    void paint_disclosure(int index, const Rect& rect);
    void paint_choice(int index, const Rect& rect);
    void paint_slider(int index, const Rect& rect);
    void paint_progress(int index, const Rect& rect);
    void paint_figure_node(int index, const Rect& rect);
    void paint_focus(int index, const Rect& rect);
    void paint_label_parts(int index, const Rect& rect, Color text, bool underline);

    const view::Node& node(int index) const { return tree_.node(index); }
    Rect rect_of(int index, float offset_y) const;
    bool hovered(int index) const;
    bool pressed(int index) const;
    Color ink(int index) const;           // of running text where the node stands
    AccentColors accent(int index) const; // of what stands out where the node stands
    const BoxColors* box_colors(view::Look look) const;

    ImDrawList& list_;
    const Tree& tree_;
    const Layout& layout_;
    const Theme& theme_;
    Viewport viewport_;
    Interaction interaction_;
    double seconds_;
};

} // namespace tautline::ui
