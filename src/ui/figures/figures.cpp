#include "ui/figures/figures.h"

#include "ui/figures/curves.h"
#include "ui/figures/paint.h"

#include <algorithm>

namespace tautline::ui {

void paint_figure(ImDrawList& list, const Rect& rect, const view::Node& figure_node,
                  const Theme& theme, double seconds) {
    const view::Figure& figure = figure_node.figure;
    if (const auto* alarm = std::get_if<view::AlarmFigure>(&figure))
        paint_alarm(list, rect, *alarm, theme, seconds);
    else if (const auto* muscle = std::get_if<view::MuscleFigure>(&figure))
        paint_muscle(list, rect, *muscle, theme, seconds);
    else if (const auto* cortisol = std::get_if<view::CortisolFigure>(&figure))
        paint_cortisol(list, rect, *cortisol, theme, seconds);
    else if (const auto* sensitivity = std::get_if<view::SensitivityFigure>(&figure))
        paint_sensitivity(list, rect, *sensitivity, theme, seconds);
    else if (const auto* map = std::get_if<view::BodyMapFigure>(&figure))
        paint_body_map(list, rect, *map, theme, seconds);
    else if (const auto* breathing = std::get_if<view::BreathingFigure>(&figure))
        paint_breathing(list, rect, *breathing, theme, seconds);
    else if (const auto* chart = std::get_if<view::ChartFigure>(&figure))
        paint_chart(list, rect, *chart, figure_node.accent, theme);
    else if (const auto* trays = std::get_if<view::TraysFigure>(&figure))
        paint_trays(list, rect, *trays, theme, seconds);
}

std::vector<Rect> figure_spots(const view::Figure& figure, const Rect& rect, const Theme& theme) {
    if (const auto* trays = std::get_if<view::TraysFigure>(&figure))
        return tray_spots(rect, *trays, theme);
    return body_map_spots(rect);
}

namespace {

// A map beside rows of dots: as high as a person can take it in with the words round it.
float counts_height(float width) {
    return std::clamp(width * 0.47f, 170.0f, 300.0f);
}

} // namespace

float figure_height(const view::Figure& figure, float width, float viewport_height) {
    // Height for width: a little more than square on a phone, a landscape picture where there is
    // room.
    if (std::holds_alternative<view::CodeFigure>(figure)) return std::min(width, 340.0f);
    const bool narrow = width < 480;
    float ratio = narrow ? 1.15f : 0.92f;
    if (const auto* map = std::get_if<view::BodyMapFigure>(&figure)) {
        if (!map->counts.empty()) return counts_height(width);
        ratio = narrow ? 1.2f : 1.0f;
    }
    if (std::holds_alternative<view::BreathingFigure>(figure)) ratio = narrow ? 0.86f : 0.7f;
    if (std::holds_alternative<view::ChartFigure>(figure)) ratio = narrow ? 0.8f : 0.5f;
    const auto* alarm = std::get_if<view::AlarmFigure>(&figure);
    // On a phone what can be tried stands in the same window.
    const bool own = alarm && alarm->is_own();
    if (own && narrow) ratio = 0.86f;
    const float most = std::max(300.0f, viewport_height * (narrow ? 0.62f : 0.78f));
    // A narrow figure with a line over time still has room for it.
    const bool lines = (alarm && !own) || std::holds_alternative<view::MuscleFigure>(figure) ||
                       std::holds_alternative<view::CortisolFigure>(figure) ||
                       std::holds_alternative<view::SensitivityFigure>(figure);
    return std::clamp(width * ratio, lines ? std::min(340.0f, most) : 260.0f, most);
}

} // namespace tautline::ui
