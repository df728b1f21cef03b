// The brain cut in the middle, facing left, as the loop and the pain path show it.
#pragma once

#include "ui/figures/body.h"

namespace tautline::ui {

// A box 1000 wide and 850 high in its own units; the cord leaves at (570, 850), the pituitary gland
// hangs at (342, 470).
constexpr float section_width = 1000, section_height = 850;
constexpr ImVec2 section_pituitary = {344, 462}, section_cord = {570, 848};

// `awake` lights the whole of it, `core` the region above the pituitary gland. 0 to 1.
void paint_section(ImDrawList& list, const Camera& camera, const ExhibitColors& colors, float awake,
                   float core);

} // namespace tautline::ui
