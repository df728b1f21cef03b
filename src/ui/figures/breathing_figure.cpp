// The pacer: one calm ring that grows with the breath in and sinks with the breath out, the words
// in its middle.
#include "ui/figures/curves.h"
#include "ui/figures/labels.h"
#include "ui/figures/paint.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tautline::ui {
namespace {

// Soft petals round the ring, turned against each other: a still flower that opens.
void paint_petals(ImDrawList& list, ImVec2 center, float radius, float fill, Color color) {
    constexpr int petals = 8;
    for (int i = 0; i < petals; ++i) {
        const float angle = tau * (static_cast<float>(i) / petals + 0.04f * fill);
        const float reach = radius * (0.2f + 0.26f * fill);
        const ImVec2 at{center.x + reach * cosine(angle), center.y + reach * sine(angle)};
        paint_disc(list, at, radius * 0.56f, fade(color, 0.14f), fade(color, 0.05f));
    }
}

} // namespace

void paint_breathing(ImDrawList& list, const Rect& rect, const view::BreathingFigure& figure,
                     const Theme& theme, double) {
    const ExhibitColors& colors = theme.exhibit;
    const FigureText text = figure_text(theme, rect);
    const float fill = std::clamp(figure.fill, 0.0f, 1.0f);
    const bool counted = !figure.remaining.empty();
    const float foot = counted ? text.label.line_height + 10 : 0;
    const ImVec2 center{rect.x + rect.width / 2, rect.y + (rect.height - foot) / 2};
    const float most = std::min(rect.width, rect.height - foot) / 2 - 14;
    const float radius = most * (0.58f + 0.36f * fill);
    const Color color =
        mix(colors.calm, colors.lungs, figure.breathing_in ? 0.15f * fill : 0.35f * (1 - fill));

    paint_glow(list, center, most * 1.25f, fade(color, 0.16f + 0.2f * fill));
    paint_ring(list, center, most - 1.2f, most, fade(colors.axis, 0.5f), fade(colors.axis, 0.5f));
    paint_petals(list, center, radius * 0.92f, fill, color);
    paint_disc(list, center, radius * 0.8f, fade(mix(colors.bottom, color, 0.24f), 0.92f),
               fade(mix(colors.bottom, color, 0.4f), 0.9f));
    paint_ring(list, center, radius * 0.8f, radius * 0.8f + 2.4f, fade(color, 0.95f),
               fade(color, 0.95f));

    TextStyle cue = text.clock;
    cue.size *= 1.15f;
    cue.line_height = std::round(cue.line_height * 1.15f);
    const float width = most * 0.58f * 0.8f * 1.72f; // what fits the ring at its smallest
    const float height = text_height(theme.fonts, cue, figure.cue, width);
    draw_paragraph(list, theme.fonts, cue, colors.ink, center.x - width / 2, center.y - height / 2,
                   width, figure.cue, Align::center);
    if (counted)
        draw_paragraph(list, theme.fonts, text.label, colors.ink_soft, rect.x + 10,
                       rect.y + rect.height - text.label.line_height - 8, rect.width - 20,
                       figure.remaining, Align::center);
}

} // namespace tautline::ui
