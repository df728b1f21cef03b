// Chapter 3: the day's dial, the loop from brain to pituitary gland to adrenal glands and back, and
// the day as a line.
#include "ui/figures/cortisol_dial.h"
#include "ui/figures/nerves.h"
#include "ui/figures/paint.h"
#include "ui/figures/section.h"
#include "ui/figures/trace.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tautline::ui {
namespace {

struct Step {
    const std::string& words;
    ImVec2 at;
    Color color;
};

// Labels in a column, each near what it names.
void paint_steps(ImDrawList& list, const Rect& column, std::span<const Step> steps,
                 const Theme& theme, const TextStyle& style) {
    std::vector<float> tops, heights;
    for (const Step& step : steps) {
        heights.push_back(text_height(theme.fonts, style, step.words, column.width));
        tops.push_back(step.at.y - style.line_height / 2);
    }
    spread(tops, heights, column.y, column.y + column.height, 6);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        paint_leader(list, theme.exhibit, {column.x - 6, tops[i] + style.line_height / 2},
                     steps[i].at, steps[i].color);
        draw_paragraph(list, theme.fonts, style, theme.exhibit.ink, column.x, tops[i], column.width,
                       steps[i].words);
    }
}

void paint_loop(ImDrawList& list, const Rect& box, const view::CortisolFigure& figure,
                const Theme& theme, const FigureText& text, float seconds) {
    const ExhibitColors& colors = theme.exhibit;
    const float part = box.width < 220 ? 0.38f : 0.45f; // of the width, for the drawing
    const float art = std::min(box.width * part, box.height * 0.5f);
    Camera brain{{box.x, box.y + 4}, art / section_width, {}};
    brain.origin.x = box.x + box.width * part - art;
    const float kidneys_width = art * 0.86f;
    const Rect pair = bounds_of(Part::kidneys);
    Camera glands;
    glands.scale = kidneys_width / pair.width;
    const ImVec2 gland_middle{brain.at(500, 0).x, box.y + box.height - art * 0.42f};
    glands.origin = {gland_middle.x, gland_middle.y - 552 * glands.scale};

    const float asks = std::clamp(figure.brain, 0.0f, 1.0f),
                passes = std::clamp(figure.pituitary, 0.0f, 1.0f);
    const float makes = std::clamp(figure.adrenal, 0.0f, 1.0f),
                level = std::clamp(figure.level, 0.0f, 1.0f);
    const ImVec2 pituitary = brain.at(section_pituitary.x, section_pituitary.y);
    const ImVec2 gland = glands.at(48, 512);

    // Down: the pituitary's messenger. Up: cortisol, back to the brain.
    const std::array<ImVec2, 4> down_through = {
        pituitary,
        {pituitary.x - art * 0.16f, pituitary.y + (gland.y - pituitary.y) * 0.34f},
        {pituitary.x - art * 0.08f, pituitary.y + (gland.y - pituitary.y) * 0.74f},
        glands.at(-48, 512)};
    const ImVec2 into = brain.at(600, 520);
    const std::array<ImVec2, 4> up_through = {
        gland,
        {gland.x + art * 0.16f, gland.y - (gland.y - into.y) * 0.3f},
        {gland.x + art * 0.1f, gland.y - (gland.y - into.y) * 0.7f},
        into};
    const std::vector<ImVec2> down = smooth(down_through, 10), up = smooth(up_through, 10);

    paint_section(list, brain, colors, asks * 0.6f, asks);
    paint_line(list, down, 7, fade(colors.signal, 0.12f));
    paint_line(list, down, 1.6f, fade(colors.signal, 0.6f));
    paint_line(list, up, 9, fade(colors.hormone, 0.13f + 0.12f * level));
    paint_dashes(list, up, 1.6f, fade(colors.hormone, 0.75f), 6, 4);
    paint_part(
        list, glands, Part::kidneys,
        {fade(colors.body_edge, 0.6f), fade(colors.body, 0.7f), fade(colors.body_edge, 0.8f), 7});
    for (const float side : {-1.0f, 1.0f})
        paint_glow(list, glands.at(side * 48, 516), (34 + 30 * makes) * glands.scale,
                   fade(colors.gland, 0.3f + 0.45f * makes));
    const Color warm = mix(colors.gland, colors.signal_core, 0.4f * makes);
    paint_part(list, glands, Part::adrenals,
               {warm, mix(warm, colors.bottom, 0.15f), fade(colors.signal_core, 0.5f), 5});
    paint_glow(list, pituitary, art * (0.1f + 0.06f * passes),
               fade(colors.signal, 0.45f + 0.45f * passes));
    paint_disc(list, pituitary, std::max(3.0f, art * 0.026f), colors.signal_core, colors.signal);

    const float size = std::clamp(art * 0.05f, 4.5f, 9.0f);
    paint_pulses(
        list, down,
        {3, seconds * 0.45f, 0.25f + 0.75f * passes, size, colors.signal, colors.signal_core});
    paint_pulses(
        list, up,
        {4, seconds * 0.4f + 0.5f, 0.2f + 0.8f * level, size, colors.hormone, colors.signal_core});

    const Rect column{box.x + box.width * part + 16, box.y, box.width * (1 - part) - 16,
                      box.height};
    const std::array<Step, 4> steps = {
        Step{figure.brain_label, brain.at(760, 200), colors.brain},
        Step{figure.pituitary_label, {pituitary.x + 2, pituitary.y}, colors.signal},
        Step{figure.level_label, along(up, 0.45f), colors.hormone},
        Step{figure.adrenal_label, glands.at(58, 512), colors.gland},
    };
    paint_steps(list, column, steps, theme, box.width < 220 ? text.small : text.label);
}

} // namespace

void paint_cortisol(ImDrawList& list, const Rect& rect, const view::CortisolFigure& figure,
                    const Theme& theme, double seconds) {
    const FigureText text = figure_text(theme, rect);
    const float pad = std::clamp(rect.width * 0.03f, 8.0f, 28.0f);
    const bool has_trace = !figure.traces.empty() && room_for_trace(text, rect);
    const float trace_height =
        has_trace ? std::clamp(rect.height * 0.32f, 92.0f + text.label.line_height, 240.0f) : 0;
    const Rect upper{rect.x + pad, rect.y + pad * 0.8f, rect.width - 2 * pad,
                     rect.height - trace_height - pad * 1.8f};
    const float share = rect.width < 480 ? 0.47f : 0.56f;
    paint_cortisol_dial(list, {upper.x, upper.y, upper.width * share, upper.height}, figure, theme,
                        text);
    paint_loop(
        list,
        {upper.x + upper.width * share + 6, upper.y, upper.width * (1 - share) - 6, upper.height},
        figure, theme, text, static_cast<float>(seconds));
    if (has_trace)
        paint_trace(
            list,
            {upper.x, rect.y + rect.height - trace_height - pad * 0.4f, upper.width, trace_height},
            figure.traces.front(), theme, text, {theme.exhibit.trace});
}

} // namespace tautline::ui
