#include "ui/figures/trace.h"

#include "base/text.h"
#include "ui/figures/plot.h"
#include "ui/shapes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace tautline::ui {
namespace {

std::string axis_number(float value) {
    const float rounded = std::round(value);
    return fixed(static_cast<double>(value), std::abs(value - rounded) < 0.05f ? 0 : 1);
}

void paint_grid(ImDrawList& list, const Plot& plot, const ExhibitColors& colors) {
    const Rect& box = plot.box;
    const float px = hairline(list);
    for (int i = 0; i <= 2; ++i) {
        const float y = std::round(box.y + box.height * static_cast<float>(i) / 2);
        const std::array<ImVec2, 2> line = {ImVec2{box.x, y}, ImVec2{box.x + box.width, y}};
        paint_line(list, line, std::max(1.0f, px), i == 2 ? fade(colors.axis, 0.9f) : colors.grid);
    }
    const std::size_t marks = plot.trace.tick_labels.size();
    for (std::size_t i = 0; i < marks; ++i) {
        const float share = marks > 1 ? static_cast<float>(i) / static_cast<float>(marks - 1) : 0;
        const float x = std::round(box.x + box.width * share);
        const std::array<ImVec2, 2> line = {ImVec2{x, box.y + box.height},
                                            ImVec2{x, box.y + box.height + 4}};
        paint_line(list, line, std::max(1.0f, px), fade(colors.axis, 0.9f));
    }
}

bool has_compare(const view::Trace& trace) {
    return !trace.compare.empty() && !trace.compare_label.empty();
}

bool has_fan(const view::Trace& trace) {
    return trace.fan.size() > 1 && !trace.fan_label.empty();
}

bool only_digits(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void paint_time_marks(ImDrawList& list, const Plot& plot, const Theme& theme,
                      const TextStyle& style, float left_limit) {
    const view::Trace& trace = plot.trace;
    const float y = plot.box.y + plot.box.height + 5;
    const std::size_t count = trace.tick_labels.size();
    if (count == 0) return;
    // The unit follows the last number; clock times speak for themselves.
    float right_limit = plot.box.x + plot.box.width;
    std::string last = trace.tick_labels.back();
    if (only_digits(last)) last += " " + trace.time_unit;
    const float last_width = text_width(theme.fonts, style, last);
    draw_text(list, theme.fonts, style, theme.exhibit.ink_soft, right_limit, y, last, Align::right);
    right_limit -= last_width + 10;
    // Every label, or every second, or every third …: never a gap in the middle of the row.
    const auto place = [&](std::size_t i) {
        const float x =
            plot.box.x + plot.box.width * static_cast<float>(i) / static_cast<float>(count - 1);
        const float width = text_width(theme.fonts, style, trace.tick_labels[i]);
        return std::pair{std::max(x - width / 2, i == 0 ? left_limit : 0.0f), width};
    };
    const auto fits = [&](std::size_t stride) {
        float free_from = left_limit;
        for (std::size_t i = 0; i + 1 < count; i += stride) {
            const auto [left, width] = place(i);
            if (left < free_from || left + width > right_limit) return false;
            free_from = left + width + 10;
        }
        return true;
    };
    std::size_t stride = 1;
    while (stride < count - 1 && ((count - 1) % stride != 0 || !fits(stride)))
        ++stride;
    for (std::size_t i = 0; i + 1 < count; i += stride) {
        const auto [left, width] = place(i);
        if (left + width <= right_limit)
            draw_text(list, theme.fonts, style, theme.exhibit.ink_soft, left, y,
                      trace.tick_labels[i]);
    }
}

// Label and unit at the left, the value above the now-line where it fits; gives the height used.
float paint_heading(ImDrawList& list, const Rect& rect, const view::Trace& trace,
                    const Theme& theme, const FigureText& text, const TraceLook& look,
                    float now_x) {
    const ExhibitColors& colors = theme.exhibit;
    const float label_width = text_width(theme.fonts, text.label, trace.label);
    const float value_width = text_width(theme.fonts, text.label, trace.now_text);
    const float unit_width = text_width(theme.fonts, text.small, trace.unit);
    const float baseline = (text.label.line_height - text.small.line_height) / 2 + 1;
    draw_text(list, theme.fonts, text.label, colors.ink, rect.x, rect.y, trace.label);
    float used = label_width + 14;
    if (used + unit_width + 14 + value_width <= rect.width) {
        draw_text(list, theme.fonts, text.small, colors.ink_soft, rect.x + label_width + 8,
                  rect.y + baseline, trace.unit);
        used += unit_width + 8;
    }
    float height = text.label.line_height;
    float value_y = rect.y;
    if (used + value_width > rect.width) {
        value_y += height;
        height *= 2;
        used = 0;
    }
    const float value_x = std::clamp(now_x - value_width / 2, rect.x + used,
                                     std::max(rect.x + used, rect.x + rect.width - value_width));
    draw_text(list, theme.fonts, text.label, look.color, value_x, value_y, trace.now_text);
    float y = rect.y + height;
    const auto say = [&](const std::string& words) {
        y += draw_paragraph(list, theme.fonts, text.small, colors.ink_soft, rect.x + 29, y,
                            rect.width - 29, words);
    };
    const float half = text.small.line_height / 2;
    if (has_compare(trace)) {
        const std::array<ImVec2, 2> swatch = {ImVec2{rect.x, y + half},
                                              ImVec2{rect.x + 22, y + half}};
        paint_dashes(list, swatch, 1.5f, colors.trace_compare, 5, 3);
        say(trace.compare_label);
    }
    if (has_fan(trace)) {
        Mesh swatch;
        const Color tint = fade(look.color, 0.4f);
        swatch.quad({{rect.x, y + half - 5}, tint}, {{rect.x + 22, y + half - 5}, tint},
                    {{rect.x + 22, y + half + 5}, tint}, {{rect.x, y + half + 5}, tint});
        swatch.paint(list);
        say(trace.fan_label);
    }
    return y + 8 - rect.y;
}

float heading_height(const Rect& rect, const view::Trace& trace, const Theme& theme,
                     const FigureText& text) {
    const float label = text_width(theme.fonts, text.label, trace.label) + 14;
    const float value = text_width(theme.fonts, text.label, trace.now_text);
    float height = text.label.line_height * (label + value <= rect.width ? 1.0f : 2.0f) + 8;
    const auto line = [&](const std::string& words) {
        height += text_height(theme.fonts, text.small, words, rect.width - 29);
    };
    if (has_compare(trace)) line(trace.compare_label);
    if (has_fan(trace)) line(trace.fan_label);
    return height;
}

// Bands from the lowest percentile to the highest, denser towards the middle.
void paint_fan(ImDrawList& list, const Plot& plot, Color color) {
    const auto& fan = plot.trace.fan;
    Mesh mesh;
    for (std::size_t low = 0; low + 1 < fan.size(); ++low) {
        const std::vector<ImVec2> under = curve(plot, fan[low]);
        const std::vector<ImVec2> over = curve(plot, fan[low + 1]);
        const std::size_t from_edge = std::min(low, fan.size() - 2 - low);
        const Color tint = fade(color, from_edge == 0 ? 0.14f : 0.28f);
        for (std::size_t i = 0; i + 1 < std::min(under.size(), over.size()); ++i)
            mesh.quad({over[i], tint}, {over[i + 1], tint}, {under[i + 1], tint}, {under[i], tint});
    }
    mesh.paint(list);
}

void paint_values(ImDrawList& list, const Plot& plot, Color color, float width) {
    const std::vector<ImVec2> line = curve(plot, plot.trace.values);
    if (line.size() < 2) return;
    // What lies under the line glows a little, where no fan does.
    Mesh mesh;
    const float base = plot.box.y + plot.box.height;
    for (std::size_t i = 0; plot.trace.fan.empty() && i + 1 < line.size(); ++i) {
        const auto shade = [&](ImVec2 p) {
            return fade(color, 0.26f * (base - p.y) / plot.box.height);
        };
        mesh.quad({line[i], shade(line[i])}, {line[i + 1], shade(line[i + 1])},
                  {{line[i + 1].x, base}, fade(color, 0.015f)},
                  {{line[i].x, base}, fade(color, 0.015f)});
    }
    mesh.paint(list);
    paint_line(list, line, width, color);
}

void paint_now(ImDrawList& list, const Plot& plot, const ExhibitColors& colors, Color color) {
    const view::Trace& trace = plot.trace;
    if (trace.values.empty()) return;
    const float x = plot.x(trace.now);
    const std::array<ImVec2, 2> line = {ImVec2{x, plot.box.y - 2},
                                        ImVec2{x, plot.box.y + plot.box.height}};
    paint_line(list, line, 1.2f, fade(colors.now, 0.75f));
    const float at = (trace.now - trace.from) / std::max(trace.step, 1e-6f);
    const auto last = static_cast<float>(trace.values.size() - 1);
    const float place = std::clamp(at, 0.0f, last);
    const auto before = static_cast<std::size_t>(place);
    const std::size_t after = std::min(before + 1, trace.values.size() - 1);
    const float part = place - static_cast<float>(before);
    const ImVec2 dot{
        x, plot.y(trace.values[before] + part * (trace.values[after] - trace.values[before]))};
    paint_glow(list, dot, 11, fade(color, 0.55f));
    paint_disc(list, dot, 4.2f, colors.now, color);
}

} // namespace

float trace_axis_width(const view::Trace& trace, const Theme& theme, const FigureText& text) {
    // One after the other: glyphs are made when first measured, in the same order whatever the
    // compiler.
    const float low = text_width(theme.fonts, text.small, axis_number(trace.low));
    const float high = text_width(theme.fonts, text.small, axis_number(trace.high));
    return std::ceil(std::max(low, high)) + 7;
}

void paint_trace(ImDrawList& list, const Rect& rect, const view::Trace& trace, const Theme& theme,
                 const FigureText& text, const TraceLook& look) {
    const ExhibitColors& colors = theme.exhibit;
    const float axis = look.axis_width > 0 ? look.axis_width : trace_axis_width(trace, theme, text);
    const float top = heading_height(rect, trace, theme, text);
    const float foot = 5 + text.small.line_height;
    const Plot plot{{rect.x + axis, rect.y + top, rect.width - axis - 5, rect.height - top - foot},
                    trace};
    paint_heading(list, rect, trace, theme, text, look, plot.x(trace.now));
    if (plot.box.height < 12 || plot.box.width < 40) return;
    paint_grid(list, plot, colors);
    const float half = text.small.line_height / 2;
    const float right = plot.box.x - 6;
    const bool both = plot.box.height >= 1.6f * text.small.line_height;
    draw_text(list, theme.fonts, text.small, colors.ink_soft, right,
              plot.box.y - (both ? half : half * 0.4f), axis_number(trace.high), Align::right);
    if (both)
        draw_text(list, theme.fonts, text.small, colors.ink_soft, right,
                  plot.box.y + plot.box.height - half, axis_number(trace.low), Align::right);
    paint_time_marks(list, plot, theme, text.small, rect.x);
    if (has_fan(trace)) paint_fan(list, plot, look.color);
    const std::vector<ImVec2> compare = curve(plot, trace.compare);
    if (compare.size() > 1) paint_dashes(list, compare, 1.5f, colors.trace_compare, 6, 4);
    paint_values(list, plot, look.color, 0.14f * text.label.size);
    paint_now(list, plot, colors, look.color);
}

} // namespace tautline::ui
