#include "ui/figures/cortisol_dial.h"

#include "ui/figures/curves.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tautline::ui {
namespace {

// Turns as the circle functions count them: from the right, clockwise. Midnight is at the bottom.
float turn_of(float hour) {
    return 0.25f + hour / 24;
}

struct Dial {
    ImVec2 center;
    float inner, outer; // where cortisol 0 and 1 lie

    ImVec2 at(float hour, float radius) const {
        const float angle = tau * turn_of(hour);
        return {center.x + radius * cosine(angle), center.y + radius * sine(angle)};
    }
    float reach(float level) const {
        return inner + (outer - inner) * std::clamp(level, 0.0f, 1.0f);
    }
};

float hour_of(std::size_t i, std::size_t count) {
    return 24 * static_cast<float>(i) / static_cast<float>(count - 1);
}

void paint_face(ImDrawList& list, const Dial& dial, const view::CortisolFigure& figure,
                const ExhibitColors& colors) {
    const float rim = dial.outer + 5;
    const Color day = mix(colors.body, colors.skin_glow, 0.5f),
                night = mix(colors.bottom, colors.top, 0.25f);
    paint_glow(list, dial.center, rim * 1.3f, fade(colors.skin_glow, 0.4f));
    // Asleep from sleep_hour to wake_hour, with an hour of dusk and dawn.
    const float nap = std::fmod(figure.wake_hour - figure.sleep_hour + 24, 24.0f);
    for (int i = 0; i < 96; ++i) {
        const auto shade = [&](int step) {
            const float hour = static_cast<float>(step) / 4;
            const float since = std::fmod(hour - figure.sleep_hour + 48, 24.0f);
            const float asleep =
                std::min(std::clamp(since < 23 ? since + 0.5f : since - 23.5f, 0.0f, 1.0f),
                         std::clamp(nap + 0.5f - (since < 23.5f ? since : since - 24), 0.0f, 1.0f));
            return mix(day, night, asleep);
        };
        Mesh mesh;
        const float a = static_cast<float>(i) / 4, b = static_cast<float>(i + 1) / 4;
        mesh.quad({dial.at(a, dial.inner - 4), mix(shade(i), colors.bottom, 0.35f)},
                  {dial.at(b, dial.inner - 4), mix(shade(i + 1), colors.bottom, 0.35f)},
                  {dial.at(b, rim), shade(i + 1)}, {dial.at(a, rim), shade(i)});
        mesh.paint(list);
    }
    paint_ring(list, dial.center, rim - 0.6f, rim + 0.8f, colors.body_edge, colors.body_edge);
    paint_ring(list, dial.center, dial.inner - 4.6f, dial.inner - 3.4f,
               fade(colors.body_edge, 0.8f), fade(colors.body_edge, 0.8f));
    for (int hour = 0; hour < 24; ++hour) {
        const auto h = static_cast<float>(hour);
        const bool main = hour % 6 == 0;
        const std::array<ImVec2, 2> mark = {dial.at(h, rim + 1),
                                            dial.at(h, rim + (main ? 7.0f : 4.0f))};
        paint_line(list, mark, main ? 1.8f : 1.1f, main ? colors.ink_soft : colors.axis);
    }
    // A few stars in the night.
    for (int i = 0; i < 9; ++i) {
        const float hour = figure.sleep_hour + nap * (static_cast<float>(i) + 0.5f) / 9;
        const float seed =
            static_cast<float>(i) * 0.618f - std::floor(static_cast<float>(i) * 0.618f);
        paint_disc(list,
                   dial.at(hour, dial.inner + (dial.outer - dial.inner) * (0.5f + 0.45f * seed)),
                   0.9f + 0.5f * seed, fade(colors.ink_soft, 0.6f), fade(colors.ink_soft, 0.6f));
    }
}

void paint_days(ImDrawList& list, const Dial& dial, const view::CortisolFigure& figure,
                const ExhibitColors& colors) {
    if (figure.usual_day.size() > 1) {
        Mesh mesh;
        std::vector<ImVec2> edge;
        const std::size_t count = figure.usual_day.size();
        for (std::size_t i = 0; i < count; ++i)
            edge.push_back(dial.at(hour_of(i, count), dial.reach(figure.usual_day[i])));
        const Color inside = fade(colors.trace_compare, 0.18f),
                    outside = fade(colors.trace_compare, 0.5f);
        for (std::size_t i = 0; i + 1 < count; ++i)
            mesh.quad({dial.at(hour_of(i, count), dial.inner), inside},
                      {dial.at(hour_of(i + 1, count), dial.inner), inside}, {edge[i + 1], outside},
                      {edge[i], outside});
        mesh.paint(list);
        paint_line(list, edge, 1.2f, fade(colors.trace_compare, 0.9f));
    }
    if (figure.this_day.size() > 1) {
        std::vector<ImVec2> line;
        const std::size_t count = figure.this_day.size();
        for (std::size_t i = 0; i < count; ++i) {
            const ImVec2 p = dial.at(hour_of(i, count), dial.reach(figure.this_day[i]));
            if (!line.empty() && i + 1 < count &&
                std::abs(p.x - line.back().x) + std::abs(p.y - line.back().y) < 0.8f)
                continue;
            line.push_back(p);
        }
        paint_line(list, line, 7, fade(colors.hormone, 0.16f));
        paint_line(list, line, 2.4f, colors.trace);
    }
}

void paint_marker(ImDrawList& list, ImVec2 at, float size, Color fill, Color edge) {
    const std::array<ImVec2, 5> ring = {ImVec2{at.x, at.y - size}, ImVec2{at.x + size, at.y},
                                        ImVec2{at.x, at.y + size}, ImVec2{at.x - size, at.y},
                                        ImVec2{at.x, at.y - size}};
    Mesh mesh;
    mesh.quad({ring[0], fill}, {ring[1], fill}, {ring[2], fill}, {ring[3], fill});
    mesh.paint(list);
    paint_line(list, ring, 1.4f, edge);
}

} // namespace

void paint_cortisol_dial(ImDrawList& list, const Rect& box, const view::CortisolFigure& figure,
                         const Theme& theme, const FigureText& text) {
    const ExhibitColors& colors = theme.exhibit;
    // In a narrow picture the dial takes the room of the words at its sides.
    const bool side_words = box.width >= 230 * theme.scale;
    const float morning = text_width(theme.fonts, text.small, figure.morning);
    const float evening = text_width(theme.fonts, text.small, figure.evening);
    const float sides = side_words ? std::max(morning, evening) + 13 : 5;
    const float ends = text.small.line_height + 10;
    const float radius =
        std::max(36.0f, std::min((box.width - 2 * sides) / 2, (box.height - 2 * ends) / 2)) - 5;
    const Dial dial{{box.x + box.width / 2, box.y + box.height / 2}, radius * 0.5f, radius};

    paint_face(list, dial, figure, colors);
    paint_days(list, dial, figure, colors);
    for (float hour : figure.stressor_hours)
        paint_marker(list, dial.at(hour, dial.outer + 5), 5.5f, colors.signal, colors.bottom);
    for (float hour : figure.alarm_hours) {
        const ImVec2 at = dial.at(hour, dial.outer + 5);
        paint_disc(list, at, 5, colors.bottom, colors.bottom);
        paint_disc(list, at, 3.8f, colors.heart, colors.heart);
    }
    const ImVec2 next = dial.at(figure.next_stressor_hour, dial.outer + 5);
    paint_marker(list, next, 5.5f, fade(colors.bottom, 0.9f), colors.signal);

    const ImVec2 tip = dial.at(figure.hour, dial.reach(figure.level));
    const std::array<ImVec2, 2> hand = {dial.at(figure.hour, dial.inner - 4),
                                        dial.at(figure.hour, dial.outer + 5)};
    paint_line(list, hand, 1.8f, colors.now);
    paint_glow(list, tip, 15, fade(colors.hormone, 0.75f));
    paint_disc(list, tip, 5, colors.now, colors.hormone);

    TextStyle clock = text.clock;
    const float hole = (dial.inner - 6) * 1.8f,
                width = text_width(theme.fonts, clock, figure.reading.note);
    if (width > hole) {
        const float by = std::max(hole / width, 13 / clock.size);
        clock.size *= by;
        clock.line_height *= by;
    }
    draw_text(list, theme.fonts, clock, colors.ink, dial.center.x,
              dial.center.y - clock.line_height / 2, figure.reading.note, Align::center);

    const float away = dial.outer + 14, half = text.small.line_height / 2;
    draw_text(list, theme.fonts, text.small, colors.ink_soft, dial.center.x,
              dial.center.y - away - text.small.line_height + 1, figure.noon, Align::center);
    draw_text(list, theme.fonts, text.small, colors.ink_soft, dial.center.x,
              dial.center.y + away - 1, figure.midnight, Align::center);
    if (!side_words) return;
    draw_text(list, theme.fonts, text.small, colors.ink_soft, dial.center.x - away - 1,
              dial.center.y - half, figure.morning, Align::right);
    draw_text(list, theme.fonts, text.small, colors.ink_soft, dial.center.x + away + 1,
              dial.center.y - half, figure.evening, Align::left);
}

} // namespace tautline::ui
