// Whatever arrives as a typeface: a whole one of ours is painted with, anything else is refused,
// and the painter paints on without words.
#include "fonts.h"
#include "gallery.h"
#include "ui/raster/raster.h"
#include "ui/stage.h"
#include "ui/text/typeface_file.h"

#include <catch_amalgamated.hpp>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

namespace {

using namespace tautline;
using namespace tautline::ui;
using Bytes = std::vector<std::uint8_t>;

Bytes bytes_of(const std::string& text) {
    return {text.begin(), text.end()};
}

std::size_t u16(const Bytes& file, std::size_t at) {
    return static_cast<std::size_t>(file[at] << 8 | file[at + 1]);
}

// Where a table's place stands in the file, and the place.
std::size_t entry_of(const Bytes& file, const std::string& tag) {
    for (std::size_t entry = 12; entry < 12 + 16 * u16(file, 4); entry += 16)
        if (std::string(file.begin() + static_cast<std::ptrdiff_t>(entry),
                        file.begin() + static_cast<std::ptrdiff_t>(entry + 4)) == tag)
            return entry;
    FAIL("no table " << tag);
    return 0;
}
std::size_t place_of(const Bytes& file, const std::string& tag) {
    const std::size_t entry = entry_of(file, tag);
    return u16(file, entry + 8) << 16 | u16(file, entry + 10);
}

Bytes with(Bytes file, std::size_t at, std::size_t word) {
    file[at] = static_cast<std::uint8_t>(word >> 8);
    file[at + 1] = static_cast<std::uint8_t>(word);
    return file;
}

// Every letter of a screen at several sizes, as the page would.
void paint(const Bytes& regular, const Bytes& bold) {
    Stage stage{regular, bold};
    view::Screen screen = gallery::controls();
    std::string letters;
    for (int code = 0x20; code < 0x180; ++code) {
        if (code < 0x80) {
            letters += static_cast<char>(code);
        } else {
            letters += static_cast<char>(0xC0 | code >> 6);
            letters += static_cast<char>(0x80 | (code & 0x3F));
        }
    }
    screen.nodes.back().label = letters;
    for (const float density : {1.0f, 3.0f}) {
        Image image;
        const Viewport viewport{.width = 390, .height = 500, .device_pixel_ratio = density};
        rasterize(*stage.paint(screen, viewport, {}, {}, 0), image);
        CHECK(image.width > 0);
    }
}

} // namespace

TEST_CASE("our four font files are typefaces", "[ui][typeface]") {
    for (const char* name : {"regular", "bold", "regular2", "bold2"}) {
        std::ifstream in{font_folder() + "/" + name + ".ttf", std::ios::binary};
        const Bytes file{std::istreambuf_iterator<char>{in}, {}};
        CAPTURE(name);
        REQUIRE(file.size() > 1000);
        CHECK(is_typeface(file));
    }
}

TEST_CASE("no beginning of a typeface is one", "[ui][typeface]") {
    const Bytes file = read_fonts().regular;
    int taken = 0;
    // What stands behind the last table that is read may be missing.
    std::size_t needed = 0;
    for (const char* tag : {"head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap"}) {
        const std::size_t entry = entry_of(file, tag);
        needed = std::max(needed, place_of(file, tag) +
                                      (u16(file, entry + 12) << 16 | u16(file, entry + 14)));
    }
    for (std::size_t size = 0; size < needed; size += 5)
        taken += is_typeface({file.data(), size}) ? 1 : 0;
    CHECK(taken == 0);
    CHECK_FALSE(is_typeface({file.data(), needed - 1}));
}

TEST_CASE("with anything but a typeface the stage paints all but words", "[ui][typeface]") {
    const FontFiles fonts = read_fonts();
    Bytes cut = fonts.regular;
    cut.resize(cut.size() / 2);
    Bytes header = fonts.regular; // a sound beginning, then nothing but ones
    std::fill(header.begin() + 200, header.end(), std::uint8_t{0xff});
    const std::vector<Bytes> wrong = {{},
                                      bytes_of("<!doctype html><title>Sign in</title>"),
                                      cut,
                                      header,
                                      Bytes(300'000, 0),
                                      bytes_of(std::string("\0\1\0\0\xff\xff", 6))};
    for (const Bytes& file : wrong) {
        CAPTURE(file.size());
        CHECK_FALSE(is_typeface(file));
        for (const auto& [regular, bold] : {std::pair{file, fonts.bold}, {fonts.regular, file}}) {
            Stage stage{regular, bold};
            CHECK_FALSE(stage.has_typeface());
            CHECK_FALSE(stage.add_second_typeface(regular, bold));
            paint(regular, bold);
        }
    }
    Stage stage{fonts.regular, fonts.bold};
    CHECK(stage.has_typeface());
}

TEST_CASE("a typeface that would lead its reader astray is refused", "[ui][typeface]") {
    const Bytes file = read_fonts().regular;
    const std::size_t head = place_of(file, "head"), hhea = place_of(file, "hhea"),
                      loca = place_of(file, "loca"), glyf = place_of(file, "glyf"),
                      cmap = place_of(file, "cmap"), maxp = place_of(file, "maxp"),
                      hmtx = place_of(file, "hmtx");
    const std::size_t glyphs = u16(file, maxp + 4);
    const auto place = [&](std::size_t glyph) { return glyf + 2 * u16(file, loca + 2 * glyph); };
    std::size_t composite = 0, simple = 0;
    for (std::size_t glyph = 0; glyph < glyphs; ++glyph) {
        if (place(glyph) == place(glyph + 1)) continue;
        (u16(file, place(glyph)) == 0xffff ? composite : simple) = glyph;
    }
    const std::size_t made = place(composite), drawn = place(simple);
    std::size_t last_part = made + 10;
    while ((u16(file, last_part) & 0x20) != 0)
        last_part += 6 + 2 * (u16(file, last_part) & 1) + (u16(file, last_part) & 8) / 4;
    const std::vector<std::pair<const char*, Bytes>> wrong = {
        {"no size of its em, so that every scale is infinite", with(file, head + 18, 0)},
        {"no height of a line", with(with(file, hhea + 4, 0), hhea + 6, 0)},
        {"lines of thousands of em", with(file, hhea + 4, 0x7fff)},
        {"offsets of another size", with(file, head + 50, 1)},
        {"more glyphs than places", with(file, maxp + 4, 0xffff)},
        {"fewer widths than glyphs", with(file, hhea + 34, 1)},
        {"a letter as wide as a wall", with(file, hmtx + 4, 0xffff)},
        {"a glyph past the end", with(file, loca + 2 * glyphs, 0xffff)},
        {"a glyph that ends before it begins", with(file, loca + 2, 0xfffe)},
        {"characters in segments past the end", with(file, cmap + 12 + 6, 0xfffe)},
        {"a search that begins past the end", with(file, cmap + 12 + 12, 0xfffe)},
        {"a search of 65535 steps", with(file, cmap + 12 + 10, 0xffff)},
        {"characters somewhere else", with(file, cmap + 8, 0x7fff)},
        {"letters for characters that it has none of", with(file, cmap + 12 + 14, 0xfffe)},
        {"a glyph that is part of itself", with(file, made + 12, composite)},
        {"a part that there is not", with(file, made + 12, 0xfffe)},
        {"parts without end", with(file, last_part, u16(file, last_part) | 0x20)},
        {"a box as large as a house", with(file, drawn + 6, 0x7fff)},
        {"a box that is inside out", with(file, drawn + 2, u16(file, drawn + 6) + 1)},
        {"contours without end", with(file, drawn, 0x7fff)},
        {"points without end", with(file, drawn + 10, 0xfffe)},
        {"a program without end", with(file, drawn + 10 + 2 * u16(file, drawn), 0xffff)},
        {"a part that is turned and skewed", with(file, made + 10, u16(file, made + 10) | 0x80)},
    };
    for (const auto& [what, bytes] : wrong) {
        CAPTURE(what);
        CHECK_FALSE(is_typeface(bytes));
    }
}

TEST_CASE("a typeface with any few bytes changed is refused, or is painted with",
          "[ui][typeface]") {
    const FontFiles fonts = read_fonts();
    std::mt19937 random{20261130};
    int refused = 0, painted = 0;
    for (int round = 0; round < 400; ++round) {
        Bytes file = fonts.regular;
        for (int i = 0; i < 1 + round % 3; ++i)
            file[random() % file.size()] = static_cast<std::uint8_t>(random());
        if (!is_typeface(file)) {
            ++refused;
            continue;
        }
        if (++painted <= 40) paint(file, fonts.bold);
    }
    CHECK(refused > 20);
    CHECK(painted > 20);
}
