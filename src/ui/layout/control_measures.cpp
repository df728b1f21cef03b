#include "ui/layout/measures.h"

#include <algorithm>
#include <cmath>

namespace tautline::ui {
namespace {

using view::Icon;
using view::Look;
using view::Node;
using view::Role;

// Large text needs its room more than the space and the pictures round it do.
float pad_scale(const Theme& theme) {
    return std::min(theme.scale, 1.4f);
}

float mark_scale(const Theme& theme) {
    return std::min(theme.scale, 1.75f);
}

ControlParts choice_parts(const Theme& theme, const Node& node) {
    const float s = theme.scale;
    const float pad = pad_scale(theme), mark = mark_scale(theme);
    const bool compact = node.look == Look::chip || node.look == Look::icon;
    ControlParts parts;
    parts.text = node.look == Look::icon ? theme.small_bold : theme.body;
    parts.text.line_height = std::round(parts.text.size * 1.35f);
    // On a phone three short answers share one line.
    parts.pad_x = std::round((compact ? theme.phone ? 11.0f : 14.0f : 16.0f) * pad);
    parts.pad_y = std::round(10 * pad);
    parts.height = std::round((compact ? theme.phone ? 44.0f : 48.0f : 56.0f) * std::max(s, 1.0f));
    parts.radius = std::round(14 * pad);
    parts.icon = std::round((compact ? 22.0f : 24.0f) * mark);
    parts.icon_gap = std::round((compact ? theme.phone ? 7.0f : 9.0f : 12.0f) * pad);
    return parts;
}

ControlParts disclosure_parts(const Theme& theme, const Setting& setting) {
    ControlParts parts;
    parts.text = setting.footer ? theme.small_bold : theme.button;
    parts.height = theme.target;
    parts.pad_y = std::round(10 * pad_scale(theme));
    parts.icon = std::round(22 * mark_scale(theme)); // the chevron
    parts.icon_gap = std::round(8 * pad_scale(theme));
    parts.radius = theme.radius_small;
    return parts;
}

// The banner is one quiet bar: the name larger, the rest small; on a phone icons stand above their
// words.
void set_banner(ControlParts& parts, const Theme& theme, const Node& node, const Setting& setting) {
    const float s = theme.scale;
    if (setting.brand && !theme.phone) {
        parts.text = theme.subtitle;
        parts.pad_x = 0;
        parts.icon = parts.icon > 0 ? std::round(32 * s) : 0;
        parts.icon_gap = std::round(10 * pad_scale(theme));
        parts.icon_last = false;
        parts.centered = false;
        return;
    }
    parts.text = theme.small_bold;
    parts.icon = parts.icon > 0 ? std::round(20 * s) : 0;
    parts.pad_x = std::round((node.look == Look::pill ? 16.0f : 12.0f) * pad_scale(theme));
    parts.icon_last = false;
    if (node.look == Look::pill) parts.radius = parts.height / 2;
    if (!theme.phone || parts.icon <= 0) return;
    parts.stacked = true;
    if (setting.brand) parts.icon = std::round(26 * mark_scale(theme));
    parts.text = theme.banner_phone;
    parts.pad_x = std::round((setting.brand             ? 0.0f
                              : node.look == Look::pill ? 8.0f
                                                        : 4.0f) *
                             pad_scale(theme));
    parts.pad_y = std::round(5 * pad_scale(theme));
    parts.icon_gap = std::round(2 * pad_scale(theme));
    parts.height = std::round(52 * std::max(s, 1.0f));
    parts.radius = std::round(14 * pad_scale(theme));
}

} // namespace

ControlParts control_parts(const Theme& theme, const Node& node, const Setting& setting) {
    if (node.role == Role::radio || node.role == Role::checkbox) return choice_parts(theme, node);
    if (is_disclosure(node) && node.look != Look::chip && node.look != Look::drawer)
        return disclosure_parts(theme, setting);
    const float s = theme.scale;
    ControlParts parts;
    parts.text = theme.button;
    parts.height = theme.target;
    parts.pad_x = std::round(22 * pad_scale(theme));
    parts.pad_y = std::round(10 * pad_scale(theme));
    parts.radius = std::round(14 * pad_scale(theme));
    parts.centered = true;
    const Icon icon = icon_of(node);
    if (icon != Icon::none) {
        parts.icon = std::round(22 * mark_scale(theme));
        parts.icon_gap = shows_label(node) ? std::round(9 * pad_scale(theme)) : 0;
        parts.icon_last = icon == Icon::next || icon == Icon::link_out;
    }
    if (setting.banner) {
        set_banner(parts, theme, node, setting);
        return parts;
    }
    switch (node.look) {
    case Look::primary:
    case Look::secondary:
    case Look::danger:
        parts.height = std::round(52 * std::max(s, 1.0f));
        if (node.look == Look::primary) parts.pad_x = std::round(28 * pad_scale(theme));
        break;
    case Look::dot: // as wide as a finger; nothing but the mark is seen
        parts.pad_x = 22;
        parts.height = 44;
        parts.icon = parts.icon_gap = 0;
        break;
    case Look::drawer:
        parts.text = theme.small_bold;
        parts.pad_x = std::round(4 * pad_scale(theme));
        parts.height = std::max(44.0f, theme.target * 0.92f);
        break;
    case Look::chip:
    case Look::pill:
        parts.text = node.look == Look::pill ? theme.small_bold : theme.body;
        parts.pad_x = std::round(18 * pad_scale(theme));
        if (node.look == Look::pill) parts.radius = parts.height / 2;
        break;
    case Look::icon:
        parts.text = theme.small_bold;
        parts.pad_x = std::round((shows_label(node) ? 16.0f : 13.0f) * pad_scale(theme));
        break;
    case Look::plain:
    case Look::quiet:
    case Look::small:
        if (node.role == Role::link || node.look != Look::plain) {
            parts.text =
                setting.footer || node.look == Look::small ? theme.small_bold : theme.button;
            parts.pad_x = setting.footer ? std::round(8 * pad_scale(theme)) : 0;
            parts.centered = false;
            if (parts.icon > 0) parts.icon = std::round(20 * mark_scale(theme));
        }
        break;
    default:
        break;
    }
    return parts;
}

} // namespace tautline::ui
