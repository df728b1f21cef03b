// The one body of all figures, seen from behind: outline, muscles, organs, spine and nerves, in
// body units (x = 0 on the spine, positive to the viewer's right, y downwards; crown about 97,
// soles about 1350). The viewer's right is the body's right, as when standing behind someone.
#pragma once

#include "ui/figures/mesh.h"
#include "ui/theme.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace tautline::ui {

// Where body units fall on the screen.
struct Camera {
    ImVec2 origin; // of the body's (0, 0)
    float scale = 1;
    Fade fade; // the body's lower end, in screen pixels

    ImVec2 at(float x, float y) const { return {origin.x + x * scale, origin.y + y * scale}; }
};

// Shows `from_y` to `to_y` of the body, and `half_width` to both sides, as large as the box allows.
Camera frame_body(const Rect& box, float half_width, float from_y, float to_y);

enum class Part : std::uint8_t {
    neck,
    trapezius,
    deltoids,
    upper_back,
    lower_back,
    triceps,
    forearm,
    gluteal,
    adductors,
    hamstring,
    calves,
    brain,
    heart,
    lungs,
    kidneys,
    adrenals,
};

// The muscles of a part of the back, in the order of view::MuscleRegion.
std::span<const Part> back_muscles(std::size_t region);

// How a shape is coloured: from `top` to `bottom`, with a soft light of `rim` along the inside of
// its edge.
struct Shade {
    Color top, bottom, rim;
    float rim_width = 6; // units
};

void paint_outline(ImDrawList& list, const Camera& camera, const ExhibitColors& colors);
// Both sides of a pair of muscles, or a whole organ. `grow` scales an organ about its middle (a
// heartbeat, a breath).
void paint_part(ImDrawList& list, const Camera& camera, Part part, const Shade& shade,
                ImVec2 grow = {1, 1});
// The middle of an organ, or of the left one of a pair, in units.
ImVec2 middle_of(Part part);
Rect bounds_of(Part part);

// Quiet muscles all over the back.
void paint_muscles(ImDrawList& list, const Camera& camera, const ExhibitColors& colors,
                   float presence);
// Vertebrae from the neck to the pelvis, and the cord in them.
void paint_spine(ImDrawList& list, const Camera& camera, const ExhibitColors& colors,
                 float presence);

} // namespace tautline::ui
