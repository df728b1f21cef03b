// A gauge: shows a value that follows from others. It has no knob and no handle, so that nobody
// tries to turn it.
#pragma once

#include "ui/figures/mesh.h"
#include "ui/theme.h"

namespace tautline::ui {

// `value` 0 to 1 from `low` to `high` along three quarters of a circle.
void paint_gauge(ImDrawList& list, ImVec2 center, float radius, float value, Color low, Color high,
                 const ExhibitColors& colors);

} // namespace tautline::ui
