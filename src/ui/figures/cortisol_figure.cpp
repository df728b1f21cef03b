// Chapter 3: the day's dial, the loop from brain to pituitary gland to adrenal glands and back, and
// the day as a line.
#include "ui/figures/cortisol_dial.h"
#include "ui/figures/nerves.h"
#include "ui/figures/paint.h"
#include "ui/figures/stage.h"
#include "ui/figures/views.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tautline::ui {
namespace {

std::vector<ImVec2> way(const Camera& camera, std::initializer_list<ImVec2> units) {
    std::vector<ImVec2> through;
    for (ImVec2 p : units)
        through.push_back(camera.at(p.x, p.y));
    return smooth(through, 10);
}

// The body that the loop runs in; quiet, because the loop is what matters.
void paint_gland_body(ImDrawList& list, const Camera& camera, const ExhibitColors& colors) {
    paint_glow(list, camera.at(0, 360), 380 * camera.scale, fade(colors.skin_glow, 0.3f));
    paint_outline(list, camera, colors);
    paint_muscles(list, camera, colors, 0.35f);
    paint_spine(list, camera, colors, 0.4f);
}

void paint_loop(ImDrawList& list, const Camera& camera, const view::CortisolFigure& figure,
                const ExhibitColors& colors, float seconds) {
    const float asks = std::clamp(figure.brain, 0.0f, 1.0f),
                passes = std::clamp(figure.pituitary, 0.0f, 1.0f);
    const float makes = std::clamp(figure.adrenal, 0.0f, 1.0f),
                level = std::clamp(figure.level, 0.0f, 1.0f);
    const float unit = camera.scale;
    // Down: the pituitary's messenger. Up: cortisol, back to the brain.
    const std::vector<ImVec2> down =
        way(camera, {{-2, 178}, {-16, 226}, {-46, 300}, {-62, 410}, {-50, 506}});
    const std::vector<ImVec2> up =
        way(camera, {{50, 506}, {64, 410}, {50, 300}, {22, 226}, {14, 160}});

    paint_part(
        list, camera, Part::kidneys,
        {fade(colors.body_edge, 0.6f), fade(colors.body, 0.7f), fade(colors.body_edge, 0.8f), 7});
    for (const float side : {-1.0f, 1.0f})
        paint_glow(list, camera.at(side * 48, 516), (40 + 44 * makes) * unit,
                   fade(colors.gland, 0.3f + 0.45f * makes));
    const Color warm = mix(colors.gland, colors.signal_core, 0.4f * makes);
    paint_part(list, camera, Part::adrenals,
               {warm, mix(warm, colors.bottom, 0.15f), fade(colors.signal_core, 0.5f), 5});
    paint_glow(list, camera.at(0, 144), (92 + 26 * asks) * unit,
               fade(mix(colors.brain, colors.gland, 0.5f * asks), 0.3f + 0.4f * asks));
    paint_part(list, camera, Part::brain,
               {fade(mix(colors.brain, colors.signal_core, 0.4f * asks), 0.95f),
                fade(mix(colors.brain, colors.bottom, 0.35f), 0.95f),
                fade(colors.signal_core, 0.35f + 0.4f * asks), 8});
    paint_line(list, down, std::max(3.0f, 9 * unit), fade(colors.signal, 0.12f));
    paint_line(list, down, 1.6f, fade(colors.signal, 0.6f));
    paint_line(list, up, std::max(4.0f, 12 * unit), fade(colors.hormone, 0.13f + 0.12f * level));
    paint_dashes(list, up, 1.6f, fade(colors.hormone, 0.75f), 6, 4);
    const ImVec2 pituitary = camera.at(-2, 178);
    paint_glow(list, pituitary, (20 + 14 * passes) * unit + 4,
               fade(colors.signal, 0.45f + 0.45f * passes));
    paint_disc(list, pituitary, std::max(3.0f, 5 * unit), colors.signal_core, colors.signal);

    const float size = std::clamp(9 * unit, 4.5f, 9.0f);
    paint_pulses(
        list, down,
        {3, seconds * 0.45f, 0.25f + 0.75f * passes, size, colors.signal, colors.signal_core});
    paint_pulses(
        list, up,
        {4, seconds * 0.4f + 0.5f, 0.2f + 0.8f * level, size, colors.hormone, colors.signal_core});
}

} // namespace

void paint_cortisol(ImDrawList& list, const Rect& rect, const view::CortisolFigure& figure,
                    const Theme& theme, double seconds) {
    const FigureText text = stage_text(theme, rect);
    const FigureParts parts = parts_of(rect, text);
    const Rect& picture = parts.picture;
    const Camera camera = camera_now(figure.travel, view::BodyView::glands, rect, text);
    paint_gland_body(list, camera, theme.exhibit);
    const Arrival arrival(list, figure.travel);
    paint_loop(list, camera, figure, theme.exhibit, static_cast<float>(seconds));
    // The day's dial, where the body leaves room for it.
    const Rect left{picture.x, picture.y, camera.at(-150, 0).x - picture.x, picture.height};
    if (left.width > 190 * theme.scale) paint_cortisol_dial(list, left, figure, theme, text);
    if (!figure.traces.empty())
        paint_stage_trace(list, parts.trace, figure.traces.front(), theme, text,
                          theme.exhibit.trace);
    paint_reading(list, parts.reading, figure.reading, theme, text);
}

} // namespace tautline::ui
