// Words in figures: readings beside the drawing with a thin line to what they name, and small
// helpers for text.
#pragma once

#include "ui/figures/mesh.h"
#include "ui/text/text.h"
#include "ui/theme.h"

#include <span>
#include <string_view>

namespace tautline::ui {

// Figure text for this rectangle: the theme's own where there is room, a little smaller (never
// under 15 px) where not.
struct FigureText {
    TextStyle clock, label, small;
};
FigureText figure_text(const Theme& theme, const Rect& rect);

// A line from words to what they name: level first, then slanting, with a dot at the end.
void paint_leader(ImDrawList& list, const ExhibitColors& colors, ImVec2 from, ImVec2 to,
                  Color color);

// Moves things one below the other apart: each as near as it can be to where it wants to start,
// `gap` between them, all between `from` and `to` where they fit.
void spread(std::span<float> tops, std::span<const float> heights, float from, float to, float gap);

// A label whose lines are wrapped to `width`, on a translucent plate, so that it reads on anything.
// Gives its rectangle.
Rect plate_rect(const Theme& theme, const TextStyle& style, ImVec2 at, float width,
                std::string_view text, Align align);
Rect paint_plate(ImDrawList& list, const Theme& theme, const TextStyle& style, Color color,
                 ImVec2 at, float width, std::string_view text, Align align);

} // namespace tautline::ui
