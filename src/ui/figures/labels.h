// Words in figures: readings beside the drawing with a thin line to what they name, and small
// helpers for text.
#pragma once

#include "ui/figures/mesh.h"
#include "ui/text.h"
#include "ui/theme.h"

#include <string_view>

namespace tautline::ui {

// Figure text for this rectangle: the theme's own where there is room, a little smaller (never
// under 12 px) where not.
struct FigureText {
    TextStyle clock, label, small;
};
FigureText figure_text(const Theme& theme, const Rect& rect);

// A line from words to what they name: level first, then slanting, with a dot at the end.
void paint_leader(ImDrawList& list, const ExhibitColors& colors, ImVec2 from, ImVec2 to,
                  Color color);

// A label whose lines are wrapped to `width`, on a translucent plate, so that it reads on anything.
// Gives its rectangle.
Rect plate_rect(const Theme& theme, const TextStyle& style, ImVec2 at, float width,
                std::string_view text, Align align);
Rect paint_plate(ImDrawList& list, const Theme& theme, const TextStyle& style, Color color,
                 ImVec2 at, float width, std::string_view text, Align align);

} // namespace tautline::ui
