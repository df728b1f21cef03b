// Lays a screen out: a rectangle for each node, in content coordinates (the banner's in the
// viewport's). Children lie inside their parent and never overlap, except hotspots and covers, which
// lie on their figure. Text that is not shown has a rectangle without height. One column wherever a second
// one would not fit.
#pragma once

#include "ui/layout/tree.h"
#include "ui/theme.h"

namespace tautline::ui {

Layout lay_out(const Tree& tree, const Theme& theme, const Viewport& viewport);

} // namespace tautline::ui
