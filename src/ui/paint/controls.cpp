#include "ui/paint/icons.h"
#include "ui/paint/painter.h"
#include "ui/shapes.h"
#include "ui/text/text.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace tautline::ui {

using view::Expanded;
using view::Icon;
using view::Look;
using view::Node;
using view::Role;

// Icon and label of a control, placed as control_parts says.
void Painter::paint_label_parts(int index, const Rect& rect, Color color, bool underline) {
    const Node& which = node(index);
    const ControlParts parts = control_parts(theme_, which, tree_.setting(index));
    const float room = std::max(rect.width - parts.around(), 1.0f);
    const auto lines = shows_label(which) ? wrap(theme_.fonts, parts.text, which.label, room)
                                          : std::vector<std::string_view>{};
    float widest = 0;
    for (std::string_view line : lines) {
        widest = std::max(widest, text_width(theme_.fonts, parts.text, line));
    }
    const float beside = parts.icon > 0 && !parts.stacked ? parts.icon + parts.icon_gap : 0;
    float left = rect.x + parts.pad_x;
    if (parts.centered) left = rect.x + std::floor((rect.width - widest - beside) / 2);
    const float middle = rect.y + rect.height / 2;
    const float text_left = parts.icon_last ? left : left + beside;
    const float words = static_cast<float>(lines.size()) * parts.text.line_height;
    float y = std::round(middle - words / 2);
    float icon_x =
        parts.icon_last ? left + widest + parts.icon_gap + parts.icon / 2 : left + parts.icon / 2;
    float icon_y = middle;
    if (parts.stacked) {
        const float top = std::round(middle - (words + parts.icon + parts.icon_gap) / 2);
        icon_x = rect.x + rect.width / 2;
        icon_y = top + parts.icon / 2;
        y = top + parts.icon + parts.icon_gap;
    }
    if (parts.icon > 0) {
        const bool brand = tree_.setting(index).brand;
        if (brand) { // the mark: the icon on a plate
            const float half = parts.icon / 2;
            fill_round(list_, {icon_x - half, icon_y - half, parts.icon, parts.icon},
                       parts.icon * 0.3f, color);
        }
        draw_icon(list_, icon_of(which), icon_x, icon_y, parts.icon * (brand ? 0.74f : 1.0f),
                  brand ? theme_.banner : color);
    }
    for (std::string_view line : lines) {
        draw_text(list_, theme_.fonts, parts.text, color, text_left, y, line);
        if (underline) {
            const float base = std::round(y + parts.text.line_height / 2 + parts.text.size * 0.46f);
            const float width = text_width(theme_.fonts, parts.text, line);
            fill_round(list_, {text_left, base, width, hovered(index) ? 2.5f : 1.5f}, 0,
                       hovered(index) ? color : fade(color, 0.55f));
        }
        y += parts.text.line_height;
    }
}

void Painter::paint_button(int index, const Rect& rect) {
    const Node& which = node(index);
    const Setting& setting = tree_.setting(index);
    const AccentColors colors = accent(index);
    const float radius = std::min(control_parts(theme_, which, setting).radius, rect.height / 2);
    const bool over_it = hovered(index), down = pressed(index);
    const Color paper = setting.exhibit ? theme_.exhibit.control : theme_.control;
    const Color edge = setting.exhibit ? theme_.exhibit.control_edge : theme_.control_edge;
    const Color page = setting.exhibit ? theme_.exhibit.bottom : theme_.page;
    const auto outlined = [&](Color fill, Color line, float thickness) {
        const Color shade = down ? mix(fill, line, 0.18f) : over_it ? mix(fill, line, 0.09f) : fill;
        fill_round(list_, rect, radius, which.disabled ? mix(fill, page, 0.6f) : shade);
        stroke_round(list_, rect, radius, which.disabled ? fade(line, 0.5f) : line, thickness);
    };
    const auto faded = [&](Color color) { return which.disabled ? fade(color, 0.55f) : color; };
    switch (which.look) {
    case Look::primary: {
        const Color target = theme_.dark || setting.exhibit ? rgb(0xFFFFFF) : rgb(0x000000);
        const Color fill = down      ? mix(colors.fill, target, 0.22f)
                           : over_it ? mix(colors.fill, target, 0.12f)
                                     : colors.fill;
        if (!which.disabled) soft_shadow(list_, rect, radius, theme_.shadow, 10, 0.16f);
        fill_round(list_, rect, radius, which.disabled ? mix(fill, page, 0.55f) : fill);
        paint_label_parts(index, rect, colors.on_fill, false);
        return;
    }
    case Look::pill:
        outlined(theme_.emergency.fill, theme_.emergency.edge, theme_.line);
        paint_label_parts(index, rect, theme_.emergency.title, false);
        return;
    case Look::chip:
        if (which.current || which.checked || which.expanded == Expanded::yes) {
            outlined(colors.soft, colors.strong, 2);
            paint_label_parts(index, rect, setting.exhibit ? theme_.exhibit.ink : colors.strong,
                              false);
        } else {
            outlined(paper, edge, theme_.line);
            paint_label_parts(index, rect, ink(index), false);
        }
        return;
    case Look::icon:
        outlined(paper, edge, theme_.line);
        paint_label_parts(index, rect, faded(setting.exhibit ? theme_.exhibit.ink : colors.strong),
                          false);
        return;
    case Look::danger:
        outlined(paper, theme_.danger, theme_.line);
        paint_label_parts(index, rect, faded(theme_.danger), false);
        return;
    case Look::cover:
        if (over_it || down)
            stroke_round(list_, rect, theme_.radius_small, fade(theme_.exhibit.ink, 0.35f), 2);
        return;
    case Look::dot: {
        const ImVec2 middle{rect.x + rect.width / 2, rect.y + rect.height / 2};
        const float size = theme_.kiosk ? 9.0f : 6.5f;
        if (over_it || down)
            list_.AddCircleFilled(middle, 19, fade(colors.strong, down ? 0.2f : 0.1f).packed());
        const Rect mark = grown({middle.x, middle.y, 0, 0}, size);
        if (which.current)
            fill_round(list_, {mark.x - size * 0.9f, mark.y, mark.width + size * 1.8f, mark.height},
                       size, colors.strong);
        else
            stroke_round(list_, mark, size, colors.strong, 2);
        return;
    }
    case Look::drawer:
        paint_label_parts(index, rect, setting.exhibit ? theme_.exhibit.ink : colors.strong, true);
        return;
    case Look::plain:
    case Look::quiet:
    case Look::small:
        if (which.role == Role::link || which.look != Look::plain) {
            const bool bar = setting.banner;
            const bool tinted = bar && (over_it || down);
            if (tinted) fill_round(list_, rect, radius, mix(theme_.banner, theme_.rule, 0.55f));
            const bool brand = setting.brand;
            const Color color =
                setting.exhibit ? theme_.exhibit.ink
                : bar           ? (which.current || brand ? theme_.accent(view::Accent::none).strong
                                                          : theme_.ink)
                                : colors.strong;
            paint_label_parts(index, rect, faded(color), !bar && which.role == Role::link);
            if (bar && which.current && !brand) {
                fill_round(list_, {rect.x + 10, rect.y + rect.height - 6, rect.width - 20, 3}, 1.5f,
                           color);
            }
            return;
        }
        [[fallthrough]];
    default:
        outlined(paper, setting.exhibit ? edge : colors.strong, theme_.line);
        paint_label_parts(index, rect, faded(setting.exhibit ? theme_.exhibit.ink : colors.strong),
                          false);
        return;
    }
}

void Painter::paint_disclosure(int index, const Rect& rect) {
    const Node& which = node(index);
    if (which.look == Look::chip || which.look == Look::drawer) {
        paint_button(index, rect);
        return;
    }
    const ControlParts parts = control_parts(theme_, which, tree_.setting(index));
    const Color color = tree_.setting(index).exhibit ? theme_.exhibit.ink : accent(index).strong;
    if (hovered(index)) {
        fill_round(list_, {rect.x - 6, rect.y, rect.width + 12, rect.height}, theme_.radius_small,
                   fade(color, 0.08f));
    }
    const bool open = which.expanded == Expanded::yes;
    draw_chevron(list_, open ? Chevron::down : Chevron::right,
                 rect.x + parts.pad_x + parts.icon / 2, rect.y + rect.height / 2, parts.icon,
                 color);
    const float left = rect.x + parts.pad_x + parts.icon + parts.icon_gap;
    const float room = std::max(rect.width - parts.around(), 1.0f);
    const float height = text_height(theme_.fonts, parts.text, which.label, room);
    draw_paragraph(list_, theme_.fonts, parts.text, color, left,
                   std::round(rect.y + (rect.height - height) / 2), room, which.label);
}

void Painter::paint_choice(int index, const Rect& rect) {
    const Node& which = node(index);
    const Setting& setting = tree_.setting(index);
    const ControlParts parts = control_parts(theme_, which, setting);
    const AccentColors colors = accent(index);
    const Color paper = setting.exhibit ? theme_.exhibit.control : theme_.control;
    const Color edge = setting.exhibit ? theme_.exhibit.control_edge : theme_.control_edge;
    const float radius = std::min(parts.radius, rect.height / 2);
    const bool over_it = hovered(index) || pressed(index);
    if (which.checked) {
        fill_round(list_, rect, radius,
                   over_it ? mix(colors.soft, colors.fill, 0.1f) : colors.soft);
        stroke_round(list_, rect, radius, colors.strong, 2);
    } else {
        const Color tint = setting.exhibit ? mix(paper, edge, 0.2f) : theme_.control_hover;
        fill_round(list_, rect, radius, over_it ? tint : paper);
        stroke_round(list_, rect, radius, over_it ? colors.strong : edge, theme_.line);
    }
    const float mark = parts.icon, x = rect.x + parts.pad_x + mark / 2,
                y = rect.y + rect.height / 2;
    const Color on_mark = colors.on_fill;
    const float line = std::max(2.0f, mark / 12);
    if (which.role == Role::radio) {
        if (which.checked) {
            list_.AddCircleFilled({x, y}, mark / 2, colors.fill.packed());
            list_.AddCircleFilled({x, y}, mark * 0.2f, on_mark.packed());
        } else {
            list_.AddCircle({x, y}, mark / 2 - line / 2, edge.packed(), 0, line);
        }
    } else {
        const Rect box{x - mark / 2, y - mark / 2, mark, mark};
        if (which.checked) {
            fill_round(list_, box, mark * 0.25f, colors.fill);
            draw_icon(list_, Icon::check, x, y, mark * 0.86f, on_mark);
        } else {
            stroke_round(list_, box, mark * 0.25f, edge, line);
        }
    }
    if (!shows_label(which)) return;
    const float left = rect.x + parts.pad_x + mark + parts.icon_gap;
    const float room = std::max(rect.width - parts.around(), 1.0f);
    const float height = text_height(theme_.fonts, parts.text, which.label, room);
    draw_paragraph(list_, theme_.fonts, parts.text, ink(index), left, std::round(y - height / 2),
                   room, which.label);
}

void Painter::paint_slider(int index, const Rect& rect) {
    const Node& which = node(index);
    const bool exhibit = tree_.setting(index).exhibit;
    const AccentColors colors = accent(index);
    const SliderParts parts = slider_parts(theme_, which, rect.width);
    const Color value_color = exhibit ? colors.bright : colors.strong;
    if (parts.one_line) {
        if (shows_label(which))
            draw_text(list_, theme_.fonts, parts.label, ink(index), rect.x, rect.y, which.label);
        draw_text(list_, theme_.fonts, parts.value, value_color, rect.x + rect.width, rect.y,
                  which.value_text, Align::right);
    } else {
        float used = 0;
        if (shows_label(which)) {
            used = draw_paragraph(list_, theme_.fonts, parts.label, ink(index), rect.x, rect.y,
                                  rect.width, which.label);
        }
        draw_paragraph(list_, theme_.fonts, parts.value, value_color, rect.x, rect.y + used,
                       rect.width, which.value_text);
    }
    const float span = which.max - which.min;
    const float part = span > 0 ? std::clamp((which.value - which.min) / span, 0.0f, 1.0f) : 0.0f;
    const float middle = rect.y + rect.height - parts.track_height / 2;
    const float inset = parts.thumb_travel_inset, thick = parts.track_thickness;
    const float thumb_x = rect.x + inset + part * std::max(rect.width - 2 * inset, 0.0f);
    const float track_left = rect.x + inset - parts.thumb_radius;
    const float track_width = std::max(rect.width - 2 * (inset - parts.thumb_radius), 0.0f);
    const Color groove = exhibit ? theme_.exhibit.axis : theme_.control_edge;
    // The groove's edge is what shows the range: it has the contrast of a control.
    fill_round(list_, {track_left, middle - thick / 2, track_width, thick}, thick / 2, groove);
    fill_round(list_, grown({track_left, middle - thick / 2, track_width, thick}, -1.5f), thick / 2,
               exhibit ? theme_.exhibit.grid : theme_.track);
    fill_round(list_, {track_left, middle - thick / 2, thumb_x - track_left, thick}, thick / 2,
               colors.fill);
    const bool held = pressed(index), over_it = hovered(index) || held;
    if (over_it) {
        list_.AddCircleFilled({thumb_x, middle}, parts.thumb_radius + (held ? 9.0f : 6.0f),
                              fade(colors.fill, 0.22f).packed());
    }
    const float radius = parts.thumb_radius;
    soft_shadow(list_, {thumb_x - radius, middle - radius, 2 * radius, 2 * radius}, radius,
                theme_.shadow, 6, 0.25f);
    list_.AddCircleFilled({thumb_x, middle}, radius, colors.fill.packed());
    list_.AddCircleFilled({thumb_x, middle}, radius - 4,
                          (theme_.dark || exhibit ? theme_.exhibit.bottom : theme_.card).packed());
}

void Painter::paint_progress(int index, const Rect& rect) {
    const Node& which = node(index);
    const ProgressParts parts = progress_parts(theme_, which, rect.width);
    const bool exhibit = tree_.setting(index).exhibit;
    const AccentColors colors = accent(index);
    const Color soft = exhibit ? theme_.exhibit.ink_soft : theme_.ink_soft;
    const bool label = shows_label(which);
    const std::string_view value = progress_value(which);
    if (parts.text_height > theme_.small.line_height + 0.5f) {
        float used = 0;
        if (label) {
            used = draw_paragraph(list_, theme_.fonts, theme_.small_bold, ink(index), rect.x,
                                  rect.y, rect.width, which.label);
        }
        draw_paragraph(list_, theme_.fonts, theme_.small, soft, rect.x, rect.y + used, rect.width,
                       value);
    } else {
        if (label)
            draw_text(list_, theme_.fonts, theme_.small_bold, ink(index), rect.x, rect.y,
                      which.label);
        const float anchor = label ? rect.x + rect.width : rect.x;
        draw_text(list_, theme_.fonts, theme_.small, soft, anchor, rect.y, value,
                  label ? Align::right : Align::left);
    }
    const float span = which.max - which.min;
    const float part = span > 0 ? std::clamp((which.value - which.min) / span, 0.0f, 1.0f) : 0.0f;
    const Rect track{rect.x, rect.y + rect.height - parts.bar_height, rect.width, parts.bar_height};
    fill_round(list_, track, parts.bar_height / 2, exhibit ? theme_.exhibit.grid : theme_.track);
    if (part > 0) {
        const float filled = std::max(parts.bar_height, track.width * part);
        fill_round(list_, {track.x, track.y, filled, track.height}, parts.bar_height / 2,
                   colors.fill);
    }
}

} // namespace tautline::ui
