// The small pictures beside words: line drawings on a 24-unit square with round ends, crisp at any
// size.
#pragma once

#include "ui/color.h"
#include "view/screen/screen.h"

struct ImDrawList;

namespace tautline::ui {

// Centred on (x, y); `size` is the side of its square in pixels.
void draw_icon(ImDrawList& list, view::Icon icon, float x, float y, float size, Color color);

enum class Chevron : std::uint8_t { right, down };
void draw_chevron(ImDrawList& list, Chevron chevron, float x, float y, float size, Color color);

} // namespace tautline::ui
