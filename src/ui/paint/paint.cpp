#include "ui/figures/figures.h"
#include "ui/paint/painter.h"
#include "ui/shapes.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace tautline::ui {

using view::Look;
using view::Node;
using view::Role;

void paint_screen(ImDrawList& list, const Tree& tree, const Layout& layout, const Theme& theme,
                  const Viewport& viewport, const Interaction& interaction, double seconds) {
    Painter{list, tree, layout, theme, viewport, interaction, seconds}.paint_all();
}

Painter::Painter(ImDrawList& list, const Tree& tree, const Layout& layout, const Theme& theme,
                 const Viewport& viewport, const Interaction& interaction, double seconds)
    : list_{list}, tree_{tree}, layout_{layout}, theme_{theme}, viewport_{viewport},
      interaction_{interaction}, seconds_{seconds} {}

// On whole device pixels, so that edges stay crisp at every pixel ratio and scroll position.
Rect Painter::rect_of(int index, float offset_y) const {
    const Rect& rect = layout_.rects[static_cast<std::size_t>(index)];
    const float ratio = viewport_.device_pixel_ratio;
    const auto snapped = [ratio](float place) { return std::round(place * ratio) / ratio; };
    const float left = snapped(rect.x), top = snapped(rect.y + offset_y);
    return {left, top, snapped(rect.x + rect.width) - left,
            snapped(rect.y + offset_y + rect.height) - top};
}

bool Painter::hovered(int index) const {
    return interaction_.hovered != 0 && node(index).id == interaction_.hovered &&
           !node(index).disabled;
}

bool Painter::pressed(int index) const {
    return interaction_.pressed != 0 && node(index).id == interaction_.pressed &&
           !node(index).disabled;
}

const BoxColors* Painter::box_colors(Look look) const {
    switch (look) {
    case Look::emergency:
        return &theme_.emergency;
    case Look::today:
        return &theme_.today;
    case Look::soon:
        return &theme_.soon;
    case Look::crisis:
        return &theme_.crisis;
    case Look::calm:
        return &theme_.calm;
    case Look::research:
        return &theme_.research;
    case Look::why:
        return &theme_.why;
    case Look::note:
        return &theme_.note;
    default:
        return nullptr;
    }
}

Color Painter::ink(int index) const {
    const Setting& setting = tree_.setting(index);
    if (setting.exhibit) return theme_.exhibit.ink;
    return setting.footer ? theme_.ink_soft : theme_.ink;
}

AccentColors Painter::accent(int index) const {
    const Setting& setting = tree_.setting(index);
    AccentColors colors = theme_.accent(setting.accent);
    if (setting.exhibit) {
        return {colors.bright, colors.bright, theme_.exhibit.bottom, theme_.exhibit.control,
                colors.bright};
    }
    if (const BoxColors* box = box_colors(setting.box)) {
        colors.strong = box->title;
        colors.fill = box->edge;
        colors.soft = mix(box->fill, box->edge, 0.12f);
    }
    return colors;
}

void Painter::paint_background() {
    const float width = viewport_.width, height = viewport_.height;
    fill_round(list_, {0, 0, width, height}, 0, theme_.page);
    // Each chapter's page begins in a breath of its colour.
    view::Accent which = view::Accent::none;
    for (int index : tree_.children(-1)) {
        if (node(index).role == Role::main) which = tree_.setting(index).accent;
    }
    const bool chapter = which != view::Accent::none;
    const Color top = chapter
                          ? mix(theme_.page, theme_.accent(which).soft, theme_.dark ? 0.55f : 0.9f)
                          : theme_.page_top;
    const Rect wash{0, layout_.banner_height - viewport_.scroll_y, width, 460};
    if (wash.y + wash.height > 0) gradient_round(list_, wash, 0, top, theme_.page);
}

void Painter::paint_all() {
    paint_background();
    const float scrolled = -viewport_.scroll_y;
    const auto paint_where = [this](bool banner, float offset) {
        for (int i = 0; i < tree_.size(); ++i) {
            if (tree_.setting(i).banner == banner) paint_node(i, offset);
        }
    };
    paint_where(false, scrolled);
    paint_where(true, layout_.banner_sticky ? 0.0f : scrolled);
}

void Painter::paint_node(int index, float offset_y) {
    constexpr float margin = 40; // of shadows and focus rings
    const Rect rect = rect_of(index, offset_y);
    if (rect.y + rect.height < -margin || rect.y > viewport_.height + margin) return;
    if (rect.height <= 0 && node(index).role != Role::hotspot) return;
    switch (node(index).role) {
    case Role::heading:
    case Role::paragraph:
    case Role::status:
        paint_text(index, rect);
        break;
    case Role::button:
    case Role::link:
        is_disclosure(node(index)) ? paint_disclosure(index, rect) : paint_button(index, rect);
        break;
    case Role::radio:
    case Role::checkbox:
        paint_choice(index, rect);
        break;
    case Role::slider:
        paint_slider(index, rect);
        break;
    case Role::progress:
        paint_progress(index, rect);
        break;
    case Role::figure:
        paint_figure_node(index, rect);
        break;
    case Role::hotspot:
        if (hovered(index))
            stroke_round(list_, rect, theme_.radius_small, fade(theme_.exhibit.ink, 0.8f), 2);
        break;
    case Role::row:
        paint_table_row(index, rect);
        break;
    case Role::banner:
        paint_banner(rect);
        break;
    default:
        paint_container(index, rect);
        break;
    }
    paint_focus(index, rect);
}

void Painter::paint_figure_node(int index, const Rect& rect) {
    const Setting& setting = tree_.setting(index);
    if (!setting.exhibit) { // a figure on the open page brings its own dark panel
        soft_shadow(list_, rect, theme_.radius, theme_.shadow, 22, 0.16f);
        gradient_round(list_, rect, theme_.radius, theme_.exhibit.top, theme_.exhibit.bottom);
    }
    list_.PushClipRect({rect.x, rect.y}, {rect.x + rect.width, rect.y + rect.height}, true);
    paint_figure(list_, rect, node(index), without_spacing(theme_), seconds_);
    list_.PopClipRect();
}

void Painter::paint_focus(int index, const Rect& rect) {
    // In the page the browser draws the ring on the real control; natively (screenshots) it is
    // drawn here.
    if (!interaction_.draw_ring || interaction_.focused == 0 ||
        node(index).id != interaction_.focused)
        return;
    const bool exhibit = tree_.setting(index).exhibit;
    const float radius = control_parts(theme_, node(index), tree_.setting(index)).radius;
    stroke_round(list_, grown(rect, 2), radius + 2,
                 exhibit ? theme_.exhibit.bottom : theme_.focus_gap, 2);
    stroke_round(list_, grown(rect, 5), radius + 5, exhibit ? theme_.exhibit.ink : theme_.focus, 3);
}

} // namespace tautline::ui
