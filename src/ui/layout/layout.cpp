#include "ui/layout/layout.h"

#include "ui/layout/arranger.h"

#include <algorithm>
#include <cmath>

namespace tautline::ui {

using view::Node;
using view::Role;

Arranger::Arranger(const Tree& tree, const Theme& theme, const Viewport& viewport)
    : tree_{tree}, theme_{theme}, viewport_{viewport},
      rects_(static_cast<std::size_t>(tree.size())) {}

void Arranger::shift(int index, float dx, float dy) {
    rect(index).x += dx;
    rect(index).y += dy;
    for (int child : tree_.children(index)) {
        shift(child, dx, dy);
    }
}

float Arranger::arrange_node(int index, float x, float y, float width) {
    const Node& which = node(index);
    switch (which.role) {
    case Role::hotspot:
        arrange_hotspot(index);
        return 0;
    case Role::table:
        return arrange_table(index, x, y, width);
    case Role::link:
    case Role::button:
    case Role::radio:
    case Role::checkbox:
    case Role::slider:
    case Role::figure:
    case Role::progress:
    case Role::heading:
    case Role::paragraph:
    case Role::status:
        return arrange_leaf(index, x, y, width);
    default:
        return arrange_container(index, x, y, width);
    }
}

float Arranger::arrange_banner(int index, float y) {
    const float pad_y = std::round(theme_.target_gap * (theme_.kiosk ? 1.2f : 0.8f));
    const float inner_width = std::min(viewport_.width - 2 * theme_.gutter, theme_.content_width);
    const float x = std::floor((viewport_.width - inner_width) / 2);
    const float height =
        arrange_row(tree_.children(index), x, y + pad_y, inner_width, true) + 2 * pad_y;
    rect(index) = {0, y, viewport_.width, height};
    return height;
}

void Arranger::arrange_page(Layout& layout) {
    const float width = viewport_.width;
    const float room = std::max(width - 2 * theme_.gutter, 1.0f);
    const float full = std::min(room, theme_.content_width);
    float used = 0;
    int main = -1, footer = -1;
    float main_used = 0;
    for (int index : tree_.children(-1)) {
        const Node& which = node(index);
        float column = full;
        if (which.role == Role::dialog) continue; // the page shows it by itself
        if (which.role == Role::banner) {
            layout.banner_height = arrange_banner(index, used);
            layout.banner_sticky = !viewport_.flows && viewport_.height >= 480 &&
                                   layout.banner_height <= viewport_.height / 4;
            used += layout.banner_height;
            continue;
        }
        if (which.role != Role::main && which.role != Role::footer) {
            used += arrange_node(index, std::floor((width - column) / 2), used, column);
            continue;
        }
        float top = std::round(theme_.section_gap * 0.6f), bottom = top;
        editorial_ = false;
        if (which.role == Role::main) {
            main = index;
            bottom = theme_.section_gap;
            const auto parts = tree_.children(index);
            if (std::any_of(parts.begin(), parts.end(), [this](int part) {
                    return node(part).arrange == view::Arrange::stage;
                }))
                top = std::round(theme_.gap * (theme_.phone ? 0.3f : 0.7f));
            // A screen that is all reading and answering stands in one centred column.
            if (is_wide(index)) {
                editorial_ = theme_.wide;
            } else {
                const float reading = theme_.text_width + 2 * theme_.padding;
                column = std::min(full, has_split(index) ? reading * 1.25f : reading);
            }
        } else {
            footer = index;
        }
        const float x = std::floor((width - column) / 2);
        const float inner =
            arrange_children(index, tree_.children(index), which.arrange, x, used + top, column);
        rect(index) = {0, used, width, top + inner + bottom};
        used += rect(index).height;
        if (which.role == Role::main) main_used = used;
    }
    // On a tall screen the footer keeps to the bottom edge.
    const float slack = std::floor(viewport_.height - used);
    if (slack > 0 && main >= 0 && footer >= 0 && rect(footer).y >= main_used) {
        rect(main).height += slack;
        shift(footer, 0, slack);
        used += slack;
    }
    layout.width = width;
    layout.height = std::max(used, viewport_.height);
}

Layout lay_out(const Tree& tree, const Theme& theme, const Viewport& viewport) {
    Layout layout;
    Arranger arranger{tree, theme, viewport};
    arranger.arrange_page(layout);
    layout.rects = arranger.take_rects();
    return layout;
}

} // namespace tautline::ui
