// Rasterises Dear ImGui draw data to pixels without a GPU: for browsers without WebGL and for
// golden images in tests. The image is opaque (alpha 255 everywhere), so premultiplied and straight
// are the same. Same draw data, same bytes, whatever compiler: edges are exact 64-bit integers,
// colours fixed point.
#pragma once

#include "ui/types.h"

#include <cstdint>
#include <vector>

struct ImDrawData;

namespace tautline::ui {

struct Image {
    int width = 0, height = 0; // device pixels
    std::vector<std::uint32_t>
        pixels; // rows from the top; bytes in memory: R, G, B, A (little-endian machines)
};

// Sizes the image to the draw data's display size times its framebuffer scale, and paints it on
// black. Marks the draw data's textures as taken over (their pixels are read where they are).
void rasterize(ImDrawData& data, Image& image);

// Cuts the data down to a part of the picture (in its CSS pixels), widened to whole device pixels:
// rasterised, the same pixels as that part of the whole.
void cut_down(ImDrawData& data, const Rect& part);

// Whether all textures are as whoever paints knows them: none waits to be made, changed or thrown
// away.
bool textures_are_current(const ImDrawData& data);

} // namespace tautline::ui
