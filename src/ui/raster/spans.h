// The inner loops of the software rasteriser: upright textured rectangles, and triangles with the
// top-left rule. Pixels are ImGui's packed colours (red in the lowest byte); a pixel belongs to a
// shape when its centre does.
#pragma once

#include <cstdint>

namespace tautline::ui::raster {

struct Target {
    std::uint32_t* pixels = nullptr;
    int width = 0, height = 0;
};

struct Clip { // device pixels; right and bottom are outside
    int left = 0, top = 0, right = 0, bottom = 0;
};

struct Texture { // R, G, B, A bytes; without pixels everything is white
    const std::uint8_t* pixels = nullptr;
    int width = 0, height = 0;
};

struct Corner {
    float x = 0, y = 0; // device pixels
    float u = 0, v = 0; // of the texture, 0 to 1
    std::uint32_t color = 0;
};

// One colour all over; `low` and `high` are opposite corners.
void fill_quad(const Target& target, const Clip& clip, const Texture& texture, const Corner& low,
               const Corner& high);

// Colours and texture are interpolated. Either winding.
void fill_triangle(const Target& target, const Clip& clip, const Texture& texture, Corner a,
                   Corner b, Corner c);

} // namespace tautline::ui::raster
