// The day as a dial: midnight below, noon above, hours clockwise.
#pragma once

#include "ui/figures/labels.h"
#include "view/figures/figure.h"

namespace tautline::ui {

// Fills the box, the words round it included.
void paint_cortisol_dial(ImDrawList& list, const Rect& box, const view::CortisolFigure& figure,
                         const Theme& theme, const FigureText& text);

} // namespace tautline::ui
