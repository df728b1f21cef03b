#include "ui/paint/icons.h"
#include "ui/paint/painter.h"
#include "ui/shapes.h"
#include "ui/text/text.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace tautline::ui {

using view::Icon;
using view::Look;
using view::Node;
using view::Role;

void Painter::paint_banner(const Rect& rect) {
    fill_round(list_, rect, 0, theme_.banner);
    if (viewport_.scroll_y > 2 && layout_.banner_sticky) {
        const Rect below{rect.x, rect.y + rect.height, rect.width, 14};
        gradient_round(list_, below, 0, fade(theme_.shadow, 0.10f), fade(theme_.shadow, 0));
    }
    fill_round(list_, {rect.x, rect.y + rect.height - 1, rect.width, 1}, 0, theme_.banner_edge);
}

void Painter::paint_container(int index, const Rect& rect) {
    const Node& which = node(index);
    const float radius = theme_.radius;
    switch (which.look) {
    case Look::card:
    case Look::controls:
        soft_shadow(list_, rect, radius, theme_.shadow, 24, theme_.dark ? 0.45f : 0.13f);
        fill_round(list_, rect, radius, theme_.card);
        stroke_round(list_, rect, radius, theme_.card_edge, 1);
        break;
    case Look::words:
        if (!theme_.beside) break;
        soft_shadow(list_, rect, radius, theme_.shadow, 24, theme_.dark ? 0.45f : 0.13f);
        fill_round(list_, rect, radius, theme_.card);
        stroke_round(list_, rect, radius, theme_.card_edge, 1);
        break;
    case Look::panel:
        soft_shadow(list_, rect, radius, theme_.shadow, 26, theme_.dark ? 0.4f : 0.20f);
        gradient_round(list_, rect, radius, theme_.exhibit.top, theme_.exhibit.bottom);
        stroke_round(list_, rect, radius, theme_.exhibit.edge, 1);
        break;
    default:
        if (is_care_or_note(which.look)) paint_care(index, rect);
        break;
    }
    if (which.role == Role::footer) {
        fill_round(list_, rect, 0, mix(theme_.page, theme_.rule, theme_.dark ? 0.25f : 0.35f));
        fill_round(list_, {rect.x, rect.y, rect.width, 1}, 0, theme_.rule);
    }
    if (which.role == Role::table) {
        paint_legend(index, rect);
        return;
    }
    if (which.role == Role::radio_group || which.role == Role::check_group)
        paint_legend(index, rect);
    if (which.role == Role::item || which.role == Role::cell || which.role == Role::header_cell ||
        which.role == Role::alert) {
        paint_bullet(index, rect);
    }
}

void Painter::paint_care(int index, const Rect& rect) {
    const Node& which = node(index);
    const BoxColors& colors = *box_colors(which.look);
    const bool nested = tree_.setting(index).box != Look::plain;
    const float radius = nested ? theme_.radius_small : std::round(theme_.radius * 0.8f);
    fill_with_bar(list_, rect, radius, colors.fill, colors.edge, box_bar);
    const Icon icon = icon_of(which);
    if (lead_in_of(theme_, which) <= 0) return;
    const float size = box_icon_size(theme_);
    const Padding pad = padding_of(theme_, tree_, index);
    const float left =
        theme_.phone ? rect.x + pad.left : rect.x + pad.left - lead_in_of(theme_, which);
    // Level with the first line beside it.
    float middle = rect.y + pad.top + size / 2;
    if (const auto children = tree_.children(index);
        !children.empty() && is_text(node(children[0]))) {
        const float line =
            text_style(theme_, node(children[0]), tree_.setting(children[0])).line_height;
        middle = std::max(middle, rect.y + pad.top + line / 2);
    }
    list_.AddCircleFilled({left + size / 2, middle}, size / 2 + 3 * theme_.scale,
                          mix(colors.fill, colors.edge, 0.18f).packed());
    draw_icon(list_, icon, left + size / 2, middle - (icon == Icon::warning ? size * 0.03f : 0),
              size * 0.78f, colors.title);
}

void Painter::paint_table_row(int index, const Rect& rect) {
    const auto cells = tree_.children(index);
    const bool head = !cells.empty() && node(cells[0]).role == Role::header_cell &&
                      node(cells.back()).role == Role::header_cell;
    const bool exhibit = tree_.setting(index).exhibit;
    const Color rule = exhibit ? theme_.exhibit.grid : theme_.rule;
    if (head) fill_round(list_, rect, theme_.radius_small * 0.6f, fade(rule, 0.45f));
    fill_round(list_, {rect.x, rect.y + rect.height - 1, rect.width, 1}, 0, rule);
}

} // namespace tautline::ui
