// What lies over the body on a chapter's stage: one number above at the right, and one line over
// time along the foot, with a person's guess on it.
#pragma once

#include "ui/figures/labels.h"
#include "view/figures/figure.h"

namespace tautline::ui {

// Words on a stage: larger where it is large, as on a desktop or a wall.
FigureText stage_text(const Theme& theme, const Rect& rect);

// The number, what it counts, and when; gives the height used. It stands at the right end of `box`.
float paint_reading(ImDrawList& list, const Rect& box, const view::Reading& reading,
                    const Theme& theme, const FigureText& text);

// The line on a darker foot of the picture. Lines are told apart by dash and name, not by colour.
void paint_stage_trace(ImDrawList& list, const Rect& rect, const view::Trace& trace,
                       const Theme& theme, const FigureText& text, Color color);

} // namespace tautline::ui
