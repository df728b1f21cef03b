// The gallery's pictures, as hashes of every pixel in tests/ui/golden.txt: the same from every
// compiler. A hash changes only in a commit that says what looks different. `specs_ui "[golden]"`
// prints the lines as they are now when one differs; look at the picture with ui_screenshot before
// taking them over.
#include "base/hash.h"
#include "fonts.h"
#include "gallery.h"
#include "ui/raster/raster.h"
#include "ui/stage.h"

#include <catch_amalgamated.hpp>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

namespace {

using namespace tautline;

struct Shot {
    const char* name;
    float width, height, ratio, text_scale;
    bool dark;
};

// Screens without figures: those have specs of their own.
constexpr Shot shots[] = {
    {"controls", 1440, 900, 1, 1, false}, {"controls", 390, 844, 2, 1, true},
    {"controls", 390, 844, 1, 2, false},  {"boxes", 820, 1180, 1, 1, false},
    {"boxes", 390, 844, 2, 1, true},      {"icons", 1024, 768, 2, 1, false},
    {"questions", 390, 844, 2, 1, false}, {"questions", 1080, 1920, 1, 1, false},
    {"result", 1440, 900, 1, 1, true},    {"long-words", 320, 568, 1, 3, false}};

std::string line_of(const Shot& shot) {
    char text[96];
    std::snprintf(text, sizeof text, "%s %gx%g@%g text=%g %s", shot.name,
                  static_cast<double>(shot.width), static_cast<double>(shot.height),
                  static_cast<double>(shot.ratio), static_cast<double>(shot.text_scale),
                  shot.dark ? "dark" : "light");
    return text;
}

std::string hash_of(const Shot& shot, const FontFiles& fonts) {
    view::Screen screen;
    for (const gallery::Named& one : gallery::all()) {
        if (one.name == shot.name) screen = one.make();
    }
    const ui::Viewport viewport{
        .width = shot.width, .height = shot.height, .device_pixel_ratio = shot.ratio};
    const ui::Settings settings{.scheme = shot.dark ? ui::Scheme::dark : ui::Scheme::light,
                                .text_scale = shot.text_scale};
    const ui::Interaction interaction{.hovered = view::node_id("b/secondary"),
                                      .focused = view::node_id("b/danger"),
                                      .draw_ring = true};
    ui::Stage stage{fonts.regular, fonts.bold};
    ui::Image image;
    ui::rasterize(*stage.paint(screen, viewport, settings, interaction, 0), image);
    char text[24];
    std::snprintf(
        text, sizeof text, "%016llx",
        static_cast<unsigned long long>(fnv1a_64(image.pixels.data(), image.pixels.size() * 4)));
    return text;
}

std::map<std::string, std::string> read_golden() {
    std::map<std::string, std::string> golden;
    std::ifstream in{TAUTLINE_SOURCE_DIR "/tests/ui/golden.txt"};
    for (std::string line; std::getline(in, line);) {
        const std::size_t space = line.rfind(' ');
        if (space != std::string::npos) golden[line.substr(0, space)] = line.substr(space + 1);
    }
    return golden;
}

} // namespace

TEST_CASE("the gallery looks as it was last agreed, pixel by pixel", "[ui][golden]") {
    const auto golden = read_golden();
    const FontFiles fonts = read_fonts();
    REQUIRE_FALSE(fonts.regular.empty());
    std::ostringstream now;
    bool same = true;
    for (const Shot& shot : shots) {
        const std::string line = line_of(shot), hash = hash_of(shot, fonts);
        now << line << ' ' << hash << '\n';
        const auto agreed = golden.find(line);
        same = same && agreed != golden.end() && agreed->second == hash;
    }
    INFO("now:\n" << now.str());
    CHECK(same);
    CHECK(golden.size() == std::size(shots));
}
