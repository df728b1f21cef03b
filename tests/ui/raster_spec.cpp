#include "ui/raster/spans.h"

#include <catch_amalgamated.hpp>
#include <cstdint>
#include <vector>

namespace {

using namespace tautline::ui::raster;

struct Canvas {
    explicit Canvas(int side)
        : pixels(static_cast<std::size_t>(side * side), 0xFF000000u),
          target{pixels.data(), side, side}, clip{0, 0, side, side} {}
    std::uint32_t at(int x, int y) const {
        return pixels[static_cast<std::size_t>(y * target.width + x)];
    }

    std::vector<std::uint32_t> pixels;
    Target target;
    Clip clip;
};

constexpr std::uint32_t faint = 0x01FFFFFFu; // each cover adds the same small step

std::uint32_t next_random(std::uint32_t& state) {
    state = state * 1664525u + 1013904223u;
    return state >> 8;
}

} // namespace

TEST_CASE("a pixel belongs to a rectangle when its centre does", "[ui][raster]") {
    Canvas canvas{8};
    fill_quad(canvas.target, canvas.clip, {}, {1.5f, 2.0f, 0, 0, 0xFF0000FFu},
              {4.5f, 4.51f, 0, 0, 0xFF0000FFu});
    int painted = 0;
    for (int y = 0; y < 8; ++y) {
        for (int x = 0; x < 8; ++x) {
            const bool inside = x >= 1 && x < 4 && y >= 2 && y < 5;
            CHECK((canvas.at(x, y) == 0xFF0000FFu) == inside);
            painted += inside;
        }
    }
    CHECK(painted == 9);
}

TEST_CASE("triangles that share edges cover every pixel exactly once", "[ui][raster]") {
    std::uint32_t seed = 7;
    for (int round = 0; round < 200; ++round) {
        Canvas canvas{64};
        // A fan round a random point inside the square: all of it is covered, nothing twice.
        const float x = 4 + static_cast<float>(next_random(seed) % 56000) / 1000;
        const float y = 4 + static_cast<float>(next_random(seed) % 56000) / 1000;
        const Corner ring[] = {{0, 0, 0, 0, faint},   {33.3f, 0, 0, 0, faint},
                               {64, 0, 0, 0, faint},  {64, 21.7f, 0, 0, faint},
                               {64, 64, 0, 0, faint}, {0, 64, 0, 0, faint}};
        const Corner middle{x, y, 0, 0, faint};
        for (std::size_t i = 0; i < 6; ++i) {
            fill_triangle(canvas.target, canvas.clip, {}, middle, ring[i], ring[(i + 1) % 6]);
        }
        int wrong = 0;
        for (std::uint32_t pixel : canvas.pixels) {
            wrong += pixel != 0xFF010101u;
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("both windings paint the same, and nothing leaves the clip", "[ui][raster]") {
    Canvas one{32}, other{32};
    one.clip = other.clip = {5, 6, 20, 21};
    const Corner a{-40, 3, 0, 0, 0xFF3366CCu}, b{70, 11, 0, 0, 0x80FFFFFFu},
        c{13, 90, 0, 0, 0x00FF0000u};
    fill_triangle(one.target, one.clip, {}, a, b, c);
    fill_triangle(other.target, other.clip, {}, a, c, b);
    CHECK(one.pixels == other.pixels);
    for (int y = 0; y < 32; ++y) {
        for (int x = 0; x < 32; ++x) {
            const bool inside = x >= 5 && x < 20 && y >= 6 && y < 21;
            if (!inside) CHECK(one.at(x, y) == 0xFF000000u);
        }
    }
}

TEST_CASE("colours blend by alpha and textures give glyphs their shape", "[ui][raster]") {
    Canvas canvas{4};
    fill_quad(canvas.target, canvas.clip, {}, {0, 0, 0, 0, 0x80FFFFFFu}, {4, 4, 0, 0, 0x80FFFFFFu});
    CHECK(canvas.at(0, 0) == 0xFF808080u);
    // A 2 x 2 texture, left column clear and right column solid, drawn at its own size.
    const std::uint8_t texels[16] = {255, 255, 255, 0, 255, 255, 255, 255,
                                     255, 255, 255, 0, 255, 255, 255, 255};
    Canvas glyph{4};
    fill_quad(glyph.target, glyph.clip, {texels, 2, 2}, {1, 1, 0, 0, 0xFFFFFFFFu},
              {3, 3, 1, 1, 0xFFFFFFFFu});
    CHECK(glyph.at(1, 1) == 0xFF000000u);
    CHECK(glyph.at(2, 1) == 0xFFFFFFFFu);
    CHECK(glyph.at(2, 2) == 0xFFFFFFFFu);
    CHECK(glyph.at(3, 3) == 0xFF000000u);
}

TEST_CASE("wild coordinates neither crash nor paint outside", "[ui][raster]") {
    Canvas canvas{16};
    const Corner far_away{1e9f, -1e9f, 0, 0, 0xFFFFFFFFu}, other{-1e9f, -1e9f, 0, 0, 0xFFFFFFFFu},
        low{0, 1e9f, 0, 0, 0xFFFFFFFFu};
    fill_triangle(canvas.target, canvas.clip, {}, far_away, low, other);
    CHECK(canvas.at(8, 8) == 0xFFFFFFFFu);
    fill_triangle(canvas.target, canvas.clip, {}, low, low, low);
    fill_quad(canvas.target, {3, 3, 3, 3}, {}, other, low);
    SUCCEED();
}
