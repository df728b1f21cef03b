#include "ui/figures/labels.h"

#include "ui/shapes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tautline::ui {
namespace {

TextStyle smaller(TextStyle style, float by, float least) {
    const float size = std::max(style.size * by, std::min(style.size, least));
    style.line_height = std::round(style.line_height * size / style.size);
    style.size = size;
    return style;
}

} // namespace

FigureText figure_text(const Theme& theme, const Rect& rect) {
    const float room = std::min(rect.width / 420, rect.height / 400) / theme.scale;
    // Smaller in a small picture; larger where a kiosk or a wall gives it room.
    const float by = room < 1 ? std::max(room, 0.7f / std::clamp(theme.scale, 1.0f, 1.6f))
                              : std::clamp(room / 1.6f, 1.0f, 1.5f);
    return {smaller(theme.figure_clock, by, 16), smaller(theme.figure_label, by, 15),
            smaller(theme.figure_small, by, 15)};
}

void paint_leader(ImDrawList& list, const ExhibitColors& colors, ImVec2 from, ImVec2 to,
                  Color color) {
    // The level part reaches as far as the slanting one needs to fall at most one for one.
    const float drop = std::abs(to.y - from.y), run = std::abs(to.x - from.x);
    const float side = to.x < from.x ? -1.0f : 1.0f;
    const float level = std::max(run - drop, std::min(run, 8.0f));
    const std::array<ImVec2, 3> line = {from, {from.x + side * level, from.y}, to};
    paint_line(list, line, 3, fade(colors.bottom, 0.45f));
    paint_line(list, line, 1.1f, fade(color, 0.85f));
    paint_disc(list, to, 4, fade(colors.bottom, 0.6f), fade(colors.bottom, 0.6f));
    paint_disc(list, to, 2.6f, color, color);
}

void spread(std::span<float> tops, std::span<const float> heights, float from, float to,
            float gap) {
    for (std::size_t i = 0; i < tops.size(); ++i) {
        tops[i] = std::max(tops[i], from);
        from = tops[i] + heights[i] + gap;
    }
    for (std::size_t i = tops.size(); i-- > 0;) {
        tops[i] = std::min(tops[i], to - heights[i]);
        to = tops[i] - gap;
    }
}

Rect plate_rect(const Theme& theme, const TextStyle& style, ImVec2 at, float width,
                std::string_view text, Align align) {
    const float limit = balanced_width(theme.fonts, style, text, width);
    float widest = 0;
    const std::vector<std::string_view> lines = wrap(theme.fonts, style, text, limit);
    for (std::string_view line : lines)
        widest = std::max(widest, text_width(theme.fonts, style, line));
    const float height = static_cast<float>(lines.size()) * style.line_height;
    const float left = align == Align::left    ? at.x
                       : align == Align::right ? at.x - widest
                                               : at.x - widest / 2;
    return {left, at.y, std::ceil(widest) + 1, height};
}

Rect paint_plate(ImDrawList& list, const Theme& theme, const TextStyle& style, Color color,
                 ImVec2 at, float width, std::string_view text, Align align) {
    const Rect box = plate_rect(theme, style, at, width, text, align);
    const Rect plate{box.x - 6, box.y - 2, box.width + 12, box.height + 4};
    fill_round(list, plate, 6, theme.exhibit.label_back);
    draw_paragraph(list, theme.fonts, style, color, box.x, box.y, box.width + 1, text, align);
    return plate;
}

} // namespace tautline::ui
