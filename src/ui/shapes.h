// Rounded surfaces on a draw list: fills, outlines, soft shadows and gradients.
#pragma once

#include "ui/color.h"
#include "ui/types.h"

struct ImDrawList;

namespace tautline::ui {

void fill_round(ImDrawList& list, const Rect& rect, float radius, Color color);
// The line lies inside the rectangle's edge.
void stroke_round(ImDrawList& list, const Rect& rect, float radius, Color color, float thickness);
void gradient_round(ImDrawList& list, const Rect& rect, float radius, Color top, Color bottom);
// Several faint layers below the surface that follows; `lift` is how far it seems to float, in
// pixels.
void soft_shadow(ImDrawList& list, const Rect& rect, float radius, Color color, float lift,
                 float opacity);
// A box with a coloured left edge inside its rounded outline.
void fill_with_bar(ImDrawList& list, const Rect& rect, float radius, Color fill, Color bar,
                   float bar_width);

Rect grown(const Rect& rect, float by);

} // namespace tautline::ui
