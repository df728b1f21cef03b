#include "ui/text/text.h"

#include "ui/paint/icons.h"
#include "ui/paint/painter.h"
#include "ui/shapes.h"

#include <imgui.h>

#include <algorithm>

namespace tautline::ui {

using view::Icon;
using view::Look;
using view::Node;
using view::Role;

void Painter::paint_text(int index, const Rect& rect) {
    const Node& which = node(index);
    if (!shows_label(which)) return;
    const Setting& setting = tree_.setting(index);
    const TextStyle style = text_style(theme_, which, setting);
    const Inset inset = text_inset(theme_, which);
    Color color = ink(index);
    if (which.look == Look::eyebrow) {
        color = accent(index).strong;
    } else if (which.look == Look::small && setting.box != Look::emergency) {
        color = setting.exhibit ? theme_.exhibit.ink_soft : theme_.ink_soft;
    } else if (which.look == Look::lead && setting.box == Look::plain && !setting.exhibit) {
        color = theme_.ink_soft;
    }
    if (which.role == Role::heading) {
        if (const BoxColors* box = box_colors(setting.box); box && !setting.exhibit)
            color = box->title;
    }
    if (which.role != Role::heading && which.look == Look::note) {
        const Color fill = setting.exhibit ? theme_.exhibit.control : theme_.note.fill;
        fill_with_bar(list_, rect, theme_.radius_small, fill, theme_.note.edge, 4);
    }
    if (which.look == Look::quote) {
        fill_round(list_, {rect.x, rect.y, 4, rect.height}, 2, accent(index).fill);
    }
    const float width = rect.width - inset.left - inset.right;
    const float lines =
        is_balanced(which) ? balanced_width(theme_.fonts, style, which.label, width) : width;
    draw_paragraph(list_, theme_.fonts, style, color, rect.x + inset.left, rect.y + inset.y, lines,
                   which.label);
}

void Painter::paint_legend(int index, const Rect& rect) {
    const Node& which = node(index);
    if (!shows_label(which)) return;
    const Padding pad = padding_of(theme_, tree_, index);
    const TextStyle style = text_style(theme_, which, tree_.setting(index));
    const float width = std::max(rect.width - pad.left - pad.right, 1.0f);
    const bool table = which.role == Role::table;
    draw_paragraph(list_, theme_.fonts, style, table ? theme_.ink_soft : ink(index),
                   rect.x + pad.left, rect.y + pad.top,
                   table ? width : std::min(width, theme_.text_width), which.label);
}

// A list's item or a table's cell: its bullet or icon, and its own words when it has no children.
void Painter::paint_bullet(int index, const Rect& rect) {
    const Node& which = node(index);
    const Padding pad = padding_of(theme_, tree_, index);
    const bool bullet = has_bullet(tree_, index);
    const float indent = bullet ? bullet_indent(theme_) : 0;
    const TextStyle own = text_style(theme_, which, tree_.setting(index));
    if (bullet) {
        const auto children = tree_.children(index);
        const TextStyle first =
            children.empty() ? own
                             : text_style(theme_, node(children[0]), tree_.setting(children[0]));
        const float middle = rect.y + pad.top + first.line_height / 2;
        if (which.icon != Icon::none) {
            draw_icon(list_, which.icon, rect.x + indent * 0.38f, middle, indent * 0.8f,
                      accent(index).strong);
        } else {
            const float radius = std::max(2.5f, first.size * 0.17f);
            list_.AddCircleFilled({rect.x + indent * 0.3f, middle}, radius,
                                  accent(index).strong.packed());
        }
    }
    if (tree_.children(index).empty() && shows_label(which)) {
        const Color color = which.role == Role::header_cell && !tree_.setting(index).exhibit
                                ? theme_.ink
                                : ink(index);
        draw_paragraph(list_, theme_.fonts, own, color, rect.x + pad.left + indent,
                       rect.y + pad.top, rect.width - pad.left - pad.right - indent, which.label);
    }
}

} // namespace tautline::ui
