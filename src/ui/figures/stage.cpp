#include "ui/figures/stage.h"

#include "ui/figures/plot.h"
#include "ui/shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace tautline::ui {
namespace {

using Line = std::vector<ImVec2>;

Line guess_line(const Plot& plot) {
    Line corners;
    for (const view::TracePoint& point : plot.trace.guess)
        corners.push_back({plot.x(point.at), plot.y(point.value)});
    return corners;
}

// Where the line passes this x; nothing where it does not.
bool height_at(const Line& line, float x, float& y) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        if (x < line[i].x || x > line[i + 1].x) continue;
        const float part = (x - line[i].x) / std::max(line[i + 1].x - line[i].x, 1e-3f);
        y = line[i].y + part * (line[i + 1].y - line[i].y);
        return true;
    }
    return false;
}

struct Named {
    const Line& line;
    const std::string& name;
    Color color;
};

float overlap(const Rect& a, const Rect& b) {
    const float width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const float height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    return width > 0 && height > 0 ? width * height : 0;
}

// How much of a line runs through a box, pixels.
float crossing(const Line& line, const Rect& box) {
    float through = 0;
    for (float x = box.x; x <= box.x + box.width; x += 3) {
        float y = 0;
        if (height_at(line, x, y) && y > box.y && y < box.y + box.height) through += 3;
    }
    return through;
}

// Each name stands where least lies under it, near its line.
void paint_names(ImDrawList& list, const Plot& plot, std::span<const Named> lines,
                 const Theme& theme, const TextStyle& style) {
    std::vector<Rect> taken;
    for (const Named& named : lines) {
        if (named.line.size() < 2 || named.name.empty()) continue;
        const float width = text_width(theme.fonts, style, named.name);
        const float first = named.line.front().x, last = named.line.back().x;
        Rect best{};
        float least = 1e9f;
        for (int step = 1; step <= 9; ++step) {
            const float at = first + (last - first) * static_cast<float>(step) / 10;
            float y = 0;
            if (!height_at(named.line, at, y)) continue;
            for (const float side : {-1.0f, 1.0f}) {
                Rect box{at - width / 2, side < 0 ? y - style.line_height - 4 : y + 4, width,
                         style.line_height};
                box.x = std::clamp(box.x, plot.box.x,
                                   std::max(plot.box.x, plot.box.x + plot.box.width - width));
                float cost = std::abs(static_cast<float>(step) - 5) * 2;
                if (box.y < plot.box.y - style.line_height) cost += 400;
                if (box.y + box.height > plot.box.y + plot.box.height) cost += 400;
                for (const Named& other : lines)
                    cost += crossing(other.line, box) * 3;
                for (const Rect& other : taken)
                    cost += overlap(box, other);
                if (cost < least) least = cost, best = box;
            }
        }
        taken.push_back(best);
        draw_text(list, theme.fonts, style, named.color, best.x, best.y, named.name);
    }
}

// The named moments under the axis; of two that would touch, the later one stays.
void paint_marks(ImDrawList& list, const Plot& plot, const Theme& theme, const TextStyle& style) {
    const ExhibitColors& colors = theme.exhibit;
    const float foot = plot.box.y + plot.box.height;
    const std::array<ImVec2, 2> axis = {ImVec2{plot.box.x, foot},
                                        ImVec2{plot.box.x + plot.box.width, foot}};
    paint_line(list, axis, std::max(1.0f, hairline(list)), fade(colors.axis, 0.9f));
    float free_to = plot.box.x + plot.box.width;
    for (std::size_t i = plot.trace.marks.size(); i-- > 0;) {
        const view::TimeMark& mark = plot.trace.marks[i];
        const float x = plot.x(mark.at), width = text_width(theme.fonts, style, mark.label);
        const std::array<ImVec2, 2> tick = {ImVec2{x, foot - 4}, ImVec2{x, foot + 4}};
        paint_line(list, tick, 1.4f, colors.axis);
        const float left =
            std::clamp(x - width / 2, plot.box.x, plot.box.x + plot.box.width - width);
        if (left < plot.box.x || left + width > free_to + 0.5f) continue;
        draw_text(list, theme.fonts, style, colors.ink_soft, left, foot + 5, mark.label);
        free_to = left - 12;
    }
}

} // namespace

FigureText stage_text(const Theme& theme, const Rect& rect) {
    FigureText text = figure_text(theme, rect);
    const float room = std::min(rect.width / 420, rect.height / 460) / theme.scale;
    const float by = std::clamp(room / 1.1f, 1.0f, 1.6f);
    for (TextStyle* style : {&text.clock, &text.label, &text.small}) {
        style->line_height = std::round(style->line_height * by);
        style->size *= by;
    }
    return text;
}

float paint_reading(ImDrawList& list, const Rect& box, const view::Reading& reading,
                    const Theme& theme, const FigureText& text) {
    if (reading.value.empty()) return 0;
    const ExhibitColors& colors = theme.exhibit;
    TextStyle number = text.clock;
    number.size = std::max(text.clock.size * 1.5f, std::min(box.width * 0.34f, box.height * 0.3f));
    number.line_height = std::round(number.size * 1.1f);
    const float right = box.x + box.width;
    float y = box.y;
    draw_text(list, theme.fonts, number, colors.ink, right, y, reading.value, Align::right);
    y += number.line_height;
    for (const std::string* words : {&reading.unit, &reading.note}) {
        if (words->empty()) continue;
        y += draw_paragraph(list, theme.fonts, text.small, colors.ink, box.x, y, box.width, *words,
                            Align::right);
    }
    return y - box.y;
}

void paint_stage_trace(ImDrawList& list, const Rect& rect, const view::Trace& trace,
                       const Theme& theme, const FigureText& text, Color color) {
    const ExhibitColors& colors = theme.exhibit;
    gradient_round(list, {rect.x, rect.y, rect.width, rect.height}, 0, fade(colors.bottom, 0),
                   fade(colors.bottom, 0.94f));
    const float side = std::clamp(rect.width * 0.04f, 12.0f, 40.0f);
    const float foot = text.small.line_height + 12, head = text.small.line_height * 0.9f + 6;
    const Plot plot{
        {rect.x + side, rect.y + head, rect.width - 2 * side, rect.height - head - foot}, trace};
    if (plot.box.height < 12) return;
    paint_marks(list, plot, theme, text.small);
    const Line compare = curve(plot, trace.compare), values = curve(plot, trace.values);
    const Line guess = guess_line(plot);
    if (compare.size() > 1) paint_line(list, compare, 1.6f, fade(colors.trace_compare, 0.85f));
    if (values.size() > 1) {
        Mesh mesh;
        const float base = plot.box.y + plot.box.height;
        for (std::size_t i = 0; i + 1 < values.size(); ++i) {
            const auto shade = [&](ImVec2 p) {
                return fade(color, 0.22f * (base - p.y) / plot.box.height);
            };
            mesh.quad({values[i], shade(values[i])}, {values[i + 1], shade(values[i + 1])},
                      {{values[i + 1].x, base}, fade(color, 0.01f)},
                      {{values[i].x, base}, fade(color, 0.01f)});
        }
        mesh.paint(list);
        paint_line(list, values, std::clamp(rect.height * 0.02f, 2.4f, 5.0f), color);
    }
    if (guess.size() > 1) paint_dashes(list, guess, 2.2f, colors.ink, 8, 6);
    if (!values.empty()) {
        const ImVec2 now = values.back();
        paint_glow(list, now, 14, fade(color, 0.55f));
        paint_disc(list, now, 5, colors.now, color);
    }
    const std::array<Named, 3> lines = {Named{guess, trace.guess_label, colors.ink},
                                        Named{values, trace.label, color},
                                        Named{compare, trace.compare_label, colors.ink_soft}};
    paint_names(list, plot, lines, theme, text.small);
}

} // namespace tautline::ui
