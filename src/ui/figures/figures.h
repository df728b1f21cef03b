// The exhibits: each figure of view/figures/figure.h painted on a draw list, on the dark panel that
// the stage has already painted. Everything shown comes from the figure's data; `seconds` only
// moves ambient things (a slow shimmer), and at 0 the picture stands still. Nothing here reacts to
// a person: controls and hotspots are nodes of their own.
//
// Every figure fills whatever rectangle it is given, from about 300 x 240 up; labels never lie on
// each other.
#pragma once

#include "ui/theme.h"
#include "view/screen/screen.h"

#include <vector>

struct ImDrawList;

namespace tautline::ui {

void paint_figure(ImDrawList& list, const Rect& rect, const view::Node& figure_node,
                  const Theme& theme, double seconds);

// How high the figure would like to be at this width, in a viewport of this height. CSS pixels.
float figure_height(const view::Figure& figure, float width, float viewport_height);

// Where the eight spots of a BodyMapFigure are tapped, in the order of the item `location`: neck,
// shoulders, between-shoulders, upper-back, mid-back, low-back, arm, leg. They don't overlap; each
// is at least 44 x 44 px where the figure is at least 300 px high.
std::vector<Rect> body_map_spots(const Rect& figure);

// A figure is at least as high as this where buttons lie over its spots: 44 x 44 px each, with
// spots_gap to the next.
inline constexpr float spots_height = 318, spots_gap = 3.5f;

// Where a figure is tapped: the spots of a BodyMapFigure, or the trays of a TraysFigure.
std::vector<Rect> figure_spots(const view::Figure& figure, const Rect& rect, const Theme& theme);

} // namespace tautline::ui
