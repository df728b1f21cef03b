#include "ui/layout/measures.h"

#include "ui/text/text.h"

#include <algorithm>
#include <cmath>

namespace tautline::ui {

using view::Icon;
using view::Look;
using view::Node;
using view::Role;

TextStyle text_style(const Theme& theme, const Node& node, const Setting& setting) {
    if (node.role == Role::header_cell) return theme.small_bold;
    if (node.role == Role::cell) return theme.body;
    if (node.role == Role::table) return theme.small;
    if (node.look == Look::eyebrow) return theme.eyebrow;
    if (node.look == Look::quote) return theme.subtitle; // what a chapter comes down to
    // A question is a title of its own; beside sliders it is one of several names.
    if (node.role == Role::radio_group || node.role == Role::check_group)
        return setting.box == Look::controls ? theme.subhead : theme.subtitle;
    if (node.role == Role::heading) {
        if (node.look == Look::words) { // above a stage, which needs the room
            TextStyle title = theme.title;
            title.line_height = std::max(title.line_height, std::round(30 * theme.scale));
            return title;
        }
        if (setting.exhibit || setting.footer) return theme.subhead;
        if (node.level <= 1) return theme.display;
        if (node.level == 2) return setting.box == Look::plain ? theme.title : theme.subtitle;
        return node.level == 3 ? theme.subtitle : theme.subhead;
    }
    if (setting.exhibit) return theme.small;
    if (node.look == Look::words) return theme.lead; // what a card says
    if (node.look == Look::lead) return setting.box == Look::plain ? theme.lead : theme.body_bold;
    if (node.look == Look::small || node.look == Look::note || setting.footer) return theme.small;
    return theme.body;
}

bool is_care_or_note(Look look) {
    return is_box(look) && look != Look::card && look != Look::panel && look != Look::controls;
}

bool is_balanced(const Node& node) {
    return (node.role == Role::heading && node.level <= 2) || node.look == Look::quote;
}

Inset text_inset(const Theme& theme, const Node& node) {
    if (node.look == Look::quote) return {theme.gap + 4, 0, 4};
    if (node.look == Look::note && node.role != Role::heading) {
        return {theme.gap + 2, theme.gap, std::round(theme.gap * 0.6f)};
    }
    return {};
}

Icon icon_of(const Node& node) {
    if (node.icon != Icon::none) return node.icon;
    switch (node.look) {
    case Look::emergency:
    case Look::pill:
        return Icon::warning;
    case Look::today:
        return Icon::phone;
    case Look::soon:
        return Icon::talk;
    case Look::crisis:
        return Icon::talk;
    case Look::calm:
        return node.role == Role::paragraph ? Icon::none : Icon::check;
    default:
        return node.role == Role::link && !node.href.empty() && node.href[0] != '#' ? Icon::link_out
                                                                                    : Icon::none;
    }
}

bool shows_label(const Node& node) {
    return !node.label_hidden && !node.label.empty();
}

SliderParts slider_parts(const Theme& theme, const Node& node, float width) {
    SliderParts parts;
    parts.label = theme.body_bold;
    parts.value = theme.body;
    const float label = shows_label(node) ? text_width(theme.fonts, parts.label, node.label) : 0;
    const float value = text_width(theme.fonts, parts.value, node.value_text);
    parts.one_line = label + value + theme.gap <= width;
    if (parts.one_line) {
        parts.text_height = label + value > 0 ? parts.label.line_height : 0;
    } else {
        const float first =
            label > 0 ? text_height(theme.fonts, parts.label, node.label, width) : 0;
        parts.text_height = first + text_height(theme.fonts, parts.value, node.value_text, width);
    }
    if (theme.kiosk) {
        parts.thumb_radius = 18;
        parts.track_thickness = 10;
    }
    return parts;
}

std::string_view progress_value(const Node& node) {
    return shows_label(node) && node.label == node.value_text ? std::string_view{}
                                                              : node.value_text;
}

ProgressParts progress_parts(const Theme& theme, const Node& node, float width) {
    ProgressParts parts;
    parts.bar_height = std::round(8 * std::min(theme.scale, 1.5f));
    const float label =
        shows_label(node) ? text_width(theme.fonts, theme.small_bold, node.label) : 0;
    const float value = text_width(theme.fonts, theme.small, progress_value(node));
    if (label + value + theme.gap <= width) {
        parts.text_height = label + value > 0 ? theme.small.line_height : 0;
    } else {
        parts.text_height =
            (label > 0 ? text_height(theme.fonts, theme.small_bold, node.label, width) : 0) +
            text_height(theme.fonts, theme.small, progress_value(node), width);
    }
    if (parts.text_height <= 0) parts.bar_gap = 0;
    return parts;
}

float box_icon_size(const Theme& theme) {
    return std::round(30 * std::min(theme.scale, 1.75f));
}

bool has_bullet(const Tree& tree, int item) {
    const Node& node = tree.node(item);
    if (node.role != Role::item || node.parent < 0 || is_box(node.look)) return false;
    const Node& list = tree.node(node.parent);
    if (list.role != Role::list || list.arrange != view::Arrange::stack) return false;
    const auto children = tree.children(item);
    return children.empty() || is_text(tree.node(children[0]));
}

float bullet_indent(const Theme& theme) {
    return std::round(24 * std::min(theme.scale, 1.75f));
}

float lead_in_of(const Theme& theme, const Node& node) {
    if (!is_care_or_note(node.look) || is_text(node) || icon_of(node) == Icon::none) return 0;
    return box_icon_size(theme) + std::round(14 * std::min(theme.scale, 1.4f));
}

Padding padding_of(const Theme& theme, const Tree& tree, int index) {
    const Node& node = tree.node(index);
    const Setting& setting = tree.setting(index);
    const float pad = theme.padding;
    const float inner =
        std::round(pad * (setting.box == Look::plain ? 0.85f : 0.7f)); // boxes in boxes
    switch (node.look) {
    case Look::card:
    case Look::controls:
        if (is_text(node)) return {};
        return {pad, pad, pad, pad};
    case Look::words:
        if (is_text(node) || !theme.beside) return {};
        return {pad, std::round(pad * 0.6f), pad, std::round(pad * 0.8f)};
    case Look::panel:
        return {std::round(pad * 0.5f), std::round(pad * 0.5f), std::round(pad * 0.5f),
                std::round(pad * 0.6f)};
    case Look::emergency:
    case Look::today:
    case Look::soon:
    case Look::crisis:
    case Look::calm:
    case Look::research:
    case Look::why:
    case Look::note:
        if (is_text(node)) return {};
        return {inner + box_bar + (theme.phone ? 0 : lead_in_of(theme, node)), inner, inner, inner};
    default:
        return {};
    }
}

} // namespace tautline::ui
