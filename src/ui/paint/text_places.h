// Where the words of each node are painted, so that the page can lay its own transparent words
// exactly there: what a browser finds, marks and selects is then what is seen. Found by going
// through the painting itself, so the two can't come apart.
#pragma once

#include "ui/layout/tree.h"
#include "ui/theme.h"

struct ImDrawList;

namespace tautline::ui {

// `scratch` is drawn on and never shown.
std::vector<NodeTexts> text_places(ImDrawList& scratch, const Tree& tree, const Layout& layout,
                                   Theme theme, Viewport viewport);

} // namespace tautline::ui
