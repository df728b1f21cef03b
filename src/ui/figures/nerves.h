// What travels: nerves as quiet lines and signals as small lights running along them.
#pragma once

#include "ui/figures/mesh.h"
#include "ui/theme.h"

#include <span>

namespace tautline::ui {

void paint_nerve(ImDrawList& list, std::span<const ImVec2> line, float width, Color color,
                 Fade fade = {});

// Lights along a line: `count` of them, evenly spaced, moved on by `phase` (0 to 1 brings each to
// the next one's place). `strength` 0 to 1 sets how bright and how large they are.
struct Pulses {
    int count = 3;
    float phase = 0;
    float strength = 1;
    float size = 5; // pixels
    Color color, core;
};
void paint_pulses(ImDrawList& list, std::span<const ImVec2> line, const Pulses& pulses);

} // namespace tautline::ui
