// The figures, as the stage uses them.
#pragma once

#if __has_include("ui/figures/figures.h")
#include "ui/figures/figures.h"
#else // until the figures are there: an empty panel of a sensible size
#include "ui/theme.h"
#include "view/figure.h"

#include <vector>

struct ImDrawList;

namespace tautline::ui {
inline void paint_figure(ImDrawList&, const Rect&, const view::Node&, const Theme&, double) {}
inline std::vector<Rect> body_map_places(const Rect&) {
    return {};
}
inline float figure_height(const view::Figure&, float width, float) {
    return width * 0.75f;
}
} // namespace tautline::ui
#endif
