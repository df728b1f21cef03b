// The back with its eight spots. A chosen spot is lit and named; the others are quiet rings that
// say "tap here". Paired spots (shoulders, shoulder blades, arms, legs) light up on both sides and
// are tapped on one.
#include "ui/figures/body.h"
#include "ui/figures/figures.h"
#include "ui/figures/labels.h"
#include "ui/figures/paint.h"

#include <algorithm>
#include <array>

namespace tautline::ui {
namespace {

// In body units. `tap` rectangles don't touch each other; `lit` is the soft region.
struct Spot {
    Rect tap;
    ImVec2 center, radii;
    bool paired;
    float label_side; // -1: its words stand left of the body, 1: right
};

constexpr float shown_from = 86, shown_to = 928, half_width = 322;

constexpr std::array<Spot, 8> spots = {{
    {{-63, 193, 126, 126}, {0, 262}, {46, 48}, false, -1},    // neck
    {{66, 258, 130, 126}, {122, 322}, {62, 42}, true, 1},     // shoulders
    {{-63, 320, 126, 126}, {0, 388}, {36, 66}, false, 1},     // between the shoulder blades
    {{-194, 320, 130, 126}, {-88, 392}, {46, 70}, true, -1},  // upper back
    {{-100, 447, 200, 126}, {0, 506}, {94, 48}, false, -1},   // middle of the back
    {{-108, 574, 216, 126}, {0, 628}, {98, 50}, false, 1},    // low back
    {{-262, 478, 130, 140}, {-192, 548}, {34, 92}, true, -1}, // arm
    {{16, 786, 132, 136}, {78, 856}, {44, 96}, true, 1},      // leg
}};

Camera map_camera(const Rect& rect) {
    return frame_body(rect, half_width, shown_from, shown_to);
}

void paint_spot(ImDrawList& list, const Camera& camera, const Spot& spot, float lit,
                bool tapped_here, const ExhibitColors& colors, Color color) {
    const float s = camera.scale;
    for (const float side : {1.0f, -1.0f}) {
        if (side < 0 && !spot.paired) continue;
        const ImVec2 at = camera.at(side * spot.center.x, spot.center.y);
        if (lit > 0) {
            paint_ellipse(list, at, {spot.radii.x * 1.25f * s, spot.radii.y * 1.2f * s},
                          fade(color, 0.4f * lit), fade(color, 0));
            paint_ellipse(list, at, {spot.radii.x * s, spot.radii.y * s}, fade(color, 0.6f * lit),
                          fade(color, 0.1f * lit));
        }
        if (side > 0 || lit > 0) {
            const Color ring = lit > 0 ? fade(colors.signal_core, 0.9f)
                                       : fade(colors.bone, tapped_here ? 1.0f : 0.9f);
            const float radius = std::max(9.0f, 15 * s);
            paint_ring(list, at, radius - 2, radius, ring, ring);
            const Color dot = lit > 0 ? colors.signal_core : fade(colors.bone, 0.9f);
            paint_disc(list, at, lit > 0 ? 4.0f : 2.2f, dot, dot);
        }
    }
}

struct Word {
    std::size_t spot;
    float y, height;
};

// Words of one side from top to bottom, moved apart where they would touch.
std::vector<Word> line_up(const Theme& theme, const TextStyle& style,
                          const view::BodyMapFigure& figure, const Camera& camera, const Rect& rect,
                          float side, const std::array<float, 8>& widths) {
    std::vector<Word> words;
    for (std::size_t i = 0; i < spots.size() && i < figure.labels.size(); ++i) {
        const bool named =
            (figure.chosen >> i & 1) != 0 || figure.highlighted == static_cast<int>(i);
        if (!named || spots[i].label_side != side) continue;
        const Rect box = plate_rect(theme, style, {0, 0}, widths[i], figure.labels[i], Align::left);
        words.push_back({i, camera.at(0, spots[i].center.y).y - box.height / 2, box.height});
    }
    std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.y < b.y; });
    std::vector<float> tops, heights;
    for (const Word& word : words) {
        tops.push_back(word.y);
        heights.push_back(word.height);
    }
    spread(tops, heights, rect.y + 8, rect.y + rect.height - 8, 8);
    for (std::size_t i = 0; i < words.size(); ++i)
        words[i].y = tops[i];
    return words;
}

// A row of dots for each count, its name above it: as many lit as there are points.
void paint_counts(ImDrawList& list, const Rect& rect, const std::vector<view::Count>& counts,
                  const Theme& theme, const TextStyle& style, Color color) {
    const ExhibitColors& colors = theme.exhibit;
    int most = 1;
    for (const view::Count& count : counts)
        most = std::max(most, count.of);
    const float row = rect.height / static_cast<float>(counts.size());
    const float step = std::min(rect.width / static_cast<float>(most), 46.0f);
    const float radius = std::min(step * 0.36f, 13.0f);
    float y = rect.y;
    for (const view::Count& count : counts) {
        const float block = style.line_height + 2 * radius + 6;
        const float top = y + (row - block) / 2;
        paint_plate(list, theme, style, count.named ? colors.ink : colors.ink_soft, {rect.x, top},
                    rect.width, count.label, Align::left);
        const float at_y = top + style.line_height + 6 + radius;
        for (int i = 0; i < count.of; ++i) {
            const ImVec2 at{rect.x + radius + static_cast<float>(i) * step, at_y};
            if (i < count.points)
                paint_disc(list, at, radius, color, color);
            else
                paint_ring(list, at, radius - 1.5f, radius, fade(colors.bone, 0.6f),
                           fade(colors.bone, 0.6f));
        }
        y += row;
    }
}

} // namespace

std::vector<Rect> body_map_spots(const Rect& figure) {
    const Camera camera = map_camera(figure);
    std::vector<Rect> taps;
    for (const Spot& spot : spots) {
        const ImVec2 at = camera.at(spot.tap.x, spot.tap.y);
        taps.push_back({at.x, at.y, spot.tap.width * camera.scale, spot.tap.height * camera.scale});
    }
    return taps;
}

void paint_body_map(ImDrawList& list, const Rect& whole, const view::BodyMapFigure& figure,
                    const Theme& theme, double) {
    Rect rect = whole;
    const bool counts = !figure.counts.empty();
    if (counts) rect.width = std::min(whole.width * 0.42f, whole.height);
    const ExhibitColors& colors = theme.exhibit;
    const FigureText text = figure_text(theme, rect);
    const TextStyle& style = text.label;
    Camera camera = map_camera(rect);
    camera.fade = {camera.at(0, 880).y, std::min(rect.y + rect.height, camera.at(0, 990).y)};
    const Color color = theme.accent(view::Accent::feel).bright;

    paint_glow(list, camera.at(0, 420), 440 * camera.scale, fade(colors.skin_glow, 0.36f));
    paint_outline(list, camera, colors);
    paint_muscles(list, camera, colors, 1);
    paint_spine(list, camera, colors, 0.45f);
    for (std::size_t i = 0; i < spots.size(); ++i) {
        const bool chosen = (figure.chosen >> i & 1) != 0,
                   pointed = figure.highlighted == static_cast<int>(i);
        if ((counts || !figure.asks) && !chosen) continue;
        paint_spot(list, camera, spots[i],
                   chosen    ? 1.0f
                   : pointed ? 0.45f
                             : 0.0f,
                   pointed, colors, color);
    }

    if (counts) {
        const float margin = std::max(12.0f, whole.height * 0.06f), left = rect.x + rect.width;
        return paint_counts(list,
                            {left + margin / 2, whole.y + margin,
                             whole.x + whole.width - margin - left - margin / 2,
                             whole.height - 2 * margin},
                            figure.counts, theme, style, color);
    }

    std::array<float, 8> widths{};
    for (std::size_t i = 0; i < spots.size(); ++i) {
        // From the picture's edge to the arm at this height.
        const float arm =
            camera.scale * (spots[i].center.y < 330
                                ? 150.0f
                                : std::clamp(spots[i].center.y * 0.3f + 55, 188.0f, 300.0f));
        widths[i] = std::max(80.0f * theme.scale,
                             std::min(190.0f * theme.scale, rect.width / 2 - arm - 22));
    }
    for (const float side : {-1.0f, 1.0f})
        for (const Word& word : line_up(theme, style, figure, camera, rect, side, widths)) {
            const Spot& spot = spots[word.spot];
            const float edge = side < 0 ? rect.x + 14 : rect.x + rect.width - 14;
            const Align align = side < 0 ? Align::left : Align::right;
            const Rect box = plate_rect(theme, style, {edge, word.y}, widths[word.spot],
                                        figure.labels[word.spot], align);
            const float x = spot.paired ? std::abs(spot.center.x) * side : spot.center.x;
            paint_leader(
                list, colors,
                {side < 0 ? box.x + box.width + 5 : box.x - 5, word.y + style.line_height / 2},
                camera.at(x, spot.center.y), colors.signal_core);
            paint_plate(list, theme, style, colors.ink, {edge, word.y}, widths[word.spot],
                        figure.labels[word.spot], align);
        }
}

} // namespace tautline::ui
