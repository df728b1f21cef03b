// A line over time, drawn as an instrument would: thin, with its axes, units, marks, the present
// and its value.
#pragma once

#include "ui/figures/labels.h"
#include "view/figures/figure.h"

namespace tautline::ui {

struct TraceLook {
    Color color;
    float axis_width = 0; // of the value axis; 0 = as its numbers need
};

void paint_trace(ImDrawList& list, const Rect& rect, const view::Trace& trace, const Theme& theme,
                 const FigureText& text, const TraceLook& look);

// Width its value axis needs.
float trace_axis_width(const view::Trace& trace, const Theme& theme, const FigureText& text);

} // namespace tautline::ui
