// Four trays that fill: each with its name under it and a tile for each thing that lies in it. The
// piles are what the picture says.
#include "ui/figures/labels.h"
#include "ui/figures/paint.h"
#include "ui/shapes.h"

#include <algorithm>
#include <cmath>

namespace tautline::ui {
namespace {

constexpr float gap = 10;
constexpr float least_letters = 5.6f; // of a tray's width, in sizes of its label: one long word

struct Tray {
    Rect box;   // what is tapped: the tray with its name
    float foot; // of the tray itself, where the pile stands
};

std::vector<Tray> arrange_trays(const Rect& rect, const view::TraysFigure& figure,
                                const Theme& theme) {
    const TextStyle label = figure_text(theme, rect).label;
    const std::size_t count = figure.trays.size();
    const float inside = rect.width - 2 * gap;
    const float wanted = least_letters * label.size + gap;
    std::size_t columns = std::max<std::size_t>(count, 1);
    while (columns > 1 && inside / static_cast<float>(columns) < wanted)
        columns = (columns + 1) / 2;
    const std::size_t rows = (count + columns - 1) / columns;
    const float width =
        (inside - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float height = (rect.height - gap * static_cast<float>(rows + 1)) /
                         static_cast<float>(std::max<std::size_t>(rows, 1));
    float words = 0;
    for (const view::Count& tray : figure.trays)
        words = std::max(words, text_height(theme.fonts, label, tray.label, width));
    std::vector<Tray> trays;
    for (std::size_t i = 0; i < count; ++i) {
        const Rect box{rect.x + gap + static_cast<float>(i % columns) * (width + gap),
                       rect.y + gap + static_cast<float>(i / columns) * (height + gap), width,
                       height};
        trays.push_back({box, box.y + height - words - 8});
    }
    return trays;
}

void paint_tile(ImDrawList& list, const Rect& rect, Color fill, Color line) {
    fill_round(list, rect, 5, fill);
    const float x = rect.x + rect.width * 0.16f, middle = rect.y + rect.height / 2;
    const float thick = std::clamp(rect.height * 0.12f, 1.5f, 3.0f);
    for (const float row : {-1.3f, 1.3f})
        fill_round(
            list,
            {x, middle + row * thick - thick / 2, rect.width * (row < 0 ? 0.68f : 0.42f), thick},
            thick / 2, line);
}

} // namespace

std::vector<Rect> tray_spots(const Rect& rect, const view::TraysFigure& figure,
                             const Theme& theme) {
    std::vector<Rect> spots;
    for (const Tray& tray : arrange_trays(rect, figure, theme))
        spots.push_back(tray.box);
    return spots;
}

void paint_trays(ImDrawList& list, const Rect& rect, const view::TraysFigure& figure,
                 const Theme& theme, double) {
    const ExhibitColors& colors = theme.exhibit;
    const TextStyle label = figure_text(theme, rect).label;
    const Color accent = theme.accent(view::Accent::patterns).bright;
    const std::vector<Tray> places = arrange_trays(rect, figure, theme);
    for (std::size_t i = 0; i < places.size(); ++i) {
        const view::Count& tray = figure.trays[i];
        const auto& [box, foot] = places[i];
        const Rect inner{box.x, box.y, box.width, foot - box.y};
        fill_round(list, inner, 10,
                   fade(tray.named ? accent : colors.bone, tray.named ? 0.16f : 0.07f));
        stroke_round(list, inner, 10,
                     fade(tray.named ? accent : colors.bone, tray.named ? 0.95f : 0.75f),
                     tray.named ? 2.5f : 1.5f);
        const float step = (inner.height - 8) / static_cast<float>(std::max(tray.of, 1));
        const float height = std::min(step - 6, 110.0f);
        for (int thing = 0; thing < tray.points; ++thing) {
            const bool newest = tray.named && thing + 1 == tray.points;
            const float top =
                foot - 6 - height - static_cast<float>(thing) * std::min(step, height + 6);
            paint_tile(list, {box.x + 6, top, box.width - 12, height},
                       newest ? accent : mix(colors.bottom, accent, 0.55f),
                       fade(colors.bottom, newest ? 0.75f : 0.6f));
        }
        draw_paragraph(list, theme.fonts, label, tray.named ? colors.ink : colors.ink_soft, box.x,
                       foot + 6, box.width, tray.label, Align::center);
    }
}

} // namespace tautline::ui
