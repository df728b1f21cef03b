#include "ui/figures/figures.h"
#include "ui/layout/arranger.h"
#include "ui/text/text.h"

#include <algorithm>
#include <cmath>

namespace tautline::ui {

using view::Look;
using view::Node;
using view::Role;

bool Arranger::takes_space(int index) const {
    const Node& which = node(index);
    if (which.role == Role::hotspot || which.look == Look::cover) return false;
    if (is_text(which)) return shows_label(which);
    // A skip link: the page's own style shows it while it has the focus.
    if (which.role == Role::link && which.label_hidden && icon_of(which) == view::Icon::none)
        return false;
    if (is_control(which) || which.role == Role::figure || which.role == Role::progress)
        return true;
    const auto children = tree_.children(index);
    if (!children.empty()) return true;
    return shows_label(which) && (which.role == Role::item || which.role == Role::cell ||
                                  which.role == Role::header_cell || which.role == Role::alert);
}

float Arranger::arrange_text(int index, float x, float y, float width) {
    const Node& which = node(index);
    float height = 0;
    if (shows_label(which)) {
        const TextStyle style = text_style(theme_, which, tree_.setting(index));
        const Inset inset = text_inset(theme_, which);
        const Padding pad = padding_of(theme_, tree_, index);
        height = text_height(theme_.fonts, style, which.label,
                             width - inset.left - inset.right - pad.left - pad.right) +
                 2 * inset.y + pad.top + pad.bottom;
    }
    rect(index) = {x, y, width, height};
    return height;
}

float Arranger::control_height(int index, float width) const {
    const Node& which = node(index);
    const ControlParts parts = control_parts(theme_, which, tree_.setting(index));
    if (!shows_label(which)) return parts.height;
    const float text =
        text_height(theme_.fonts, parts.text, which.label, std::max(width - parts.around(), 1.0f));
    const float above = parts.stacked ? parts.icon + parts.icon_gap : 0;
    return std::max(parts.height, std::ceil(above + text + 2 * parts.pad_y));
}

float Arranger::natural_width(int index, float limit) const {
    const Node& which = node(index);
    if (!takes_space(index)) return 0;
    if (is_control(which) && which.role != Role::slider) {
        const ControlParts parts = control_parts(theme_, which, tree_.setting(index));
        const float label =
            shows_label(which) ? text_width(theme_.fonts, parts.text, which.label) + 1 : 0;
        return std::min(limit, std::max(44.0f, std::ceil(parts.around() + label)));
    }
    if (is_text(which)) {
        const Inset inset = text_inset(theme_, which);
        const TextStyle style = text_style(theme_, which, tree_.setting(index));
        return std::min(limit, std::ceil(text_width(theme_.fonts, style, which.label) + inset.left +
                                         inset.right + 1));
    }
    if (which.role == Role::slider) return std::min(limit, 280 * theme_.scale);
    if (which.role == Role::progress) return std::min(limit, 220 * theme_.scale);
    if (which.role == Role::figure || which.role == Role::table) return limit;
    const Padding pad = padding_of(theme_, tree_, index);
    const float inner = limit - pad.left - pad.right;
    float width = 0, sum = 0;
    for (int child : tree_.children(index)) {
        const float one = natural_width(child, inner);
        width = std::max(width, one);
        if (one > 0) sum += one + (sum > 0 ? row_gap(child) : 0);
    }
    if (which.arrange == view::Arrange::row) width = sum;
    if (which.arrange == view::Arrange::ends || which.arrange == view::Arrange::stage)
        width = inner;
    if (which.arrange == view::Arrange::grid || which.arrange == view::Arrange::split)
        width = inner;
    if ((which.role == Role::radio_group || which.role == Role::check_group) &&
        shows_label(which)) {
        const TextStyle legend = text_style(theme_, which, tree_.setting(index));
        width = std::max(width, text_width(theme_.fonts, legend, which.label) + 1);
    }
    return std::min(limit, std::ceil(width + pad.left + pad.right));
}

// A figure that begins in the first window ends in it, together with its transport and the first
// thing that moves it; 0: nothing asks for that.
float Arranger::room_for_figure(int index, float y) const {
    const int panel = node(index).parent;
    if (panel < 0 || node(panel).look != Look::panel || y > viewport_.height * 0.6f) return 0;
    const float margin = theme_.gap;
    float below = padding_of(theme_, tree_, panel).bottom + margin;
    if (tree_.children(panel).size() > 1) below += theme_.target + std::round(theme_.gap * 0.8f);
    const auto siblings = tree_.children(node(panel).parent);
    const auto next = std::find(siblings.begin(), siblings.end(), panel) + 1;
    if (!theme_.wide && next != siblings.end() && node(*next).look == Look::controls) {
        below += theme_.gap + padding_of(theme_, tree_, *next).top + theme_.eyebrow.line_height +
                 theme_.gap + std::round(52 * std::max(theme_.scale, 1.0f));
    }
    return viewport_.height - y - below;
}

float Arranger::arrange_figure(int index, float x, float y, float width) {
    if (stage_height_ > 0) {
        rect(index) = {x, y, width, std::round(stage_height_)};
        last_figure_ = index;
        return rect(index).height;
    }
    float height = figure_height(node(index).figure, width, viewport_.height);
    if (theme_.phone) {
        // The figure and the first thing that moves it are seen together, and a small window still
        // has room for the figure's own line.
        height = std::min(height, std::max(360.0f, viewport_.height * 0.46f));
    } else {
        const float most = viewport_.height * (theme_.kiosk ? 0.5f : 0.72f);
        const float least = viewport_.height * (theme_.wide ? 0.45f : 0.36f);
        const float room = room_for_figure(index, y);
        height =
            std::min(height, std::max(room > 0 ? std::clamp(room, least, most) : most, 320.0f));
    }
    rect(index) = {x, y, width, std::round(height + figure_extra_)};
    last_figure_ = index;
    return rect(index).height;
}

void Arranger::arrange_hotspot(int index) {
    if (last_figure_ < 0) return;
    const Rect figure = rect(last_figure_);
    const std::vector<Rect> spots = figure_spots(node(last_figure_).figure, figure, theme_);
    const int spot = node(index).spot;
    if (spot < 0 || spot >= static_cast<int>(spots.size())) return;
    const float inset = is_spot(node(index)) ? spots_gap / 2 : 0;
    const Rect& whole = spots[static_cast<std::size_t>(spot)];
    rect(index) = {whole.x + inset, whole.y + inset, whole.width - 2 * inset,
                   whole.height - 2 * inset};
}

float Arranger::arrange_leaf(int index, float x, float y, float width) {
    const Node& which = node(index);
    float height = 0;
    if (is_spot(which)) {
        arrange_hotspot(index);
        return 0;
    }
    if (which.look == Look::cover && last_figure_ >= 0) {
        rect(index) = rect(last_figure_);
        return 0;
    }
    if (!takes_space(index)) {
        rect(index) = {x, y, width, 0};
        return 0;
    }
    switch (which.role) {
    case Role::button:
    case Role::link:
    case Role::radio:
    case Role::checkbox:
        height = control_height(index, width);
        break;
    case Role::slider: {
        const SliderParts parts = slider_parts(theme_, which, width);
        height = parts.text_height + parts.track_height;
        break;
    }
    case Role::progress: {
        const ProgressParts parts = progress_parts(theme_, which, width);
        height = parts.text_height + parts.bar_gap + parts.bar_height;
        break;
    }
    case Role::figure:
        return arrange_figure(index, x, y, width);
    default:
        return arrange_text(index, x, y, width);
    }
    rect(index) = {x, y, width, height};
    return height;
}

} // namespace tautline::ui
