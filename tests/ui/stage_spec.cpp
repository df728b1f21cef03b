#include "fonts.h"
#include "gallery.h"
#include "ui/raster/raster.h"
#include "ui/stage.h"

#include <imgui.h>

#include <catch_amalgamated.hpp>

namespace {

using namespace tautline;
using namespace tautline::ui;

struct Fixture {
    FontFiles files = read_fonts();
    Stage stage{files.regular, files.bold};
    view::Screen screen = gallery::controls();
    Viewport viewport{.width = 800, .height = 700};

    Image picture(const Interaction& interaction = {}, const Settings& settings = {}) {
        Image image;
        rasterize(*stage.paint(screen, viewport, settings, interaction, 0), image);
        return image;
    }
};

} // namespace

TEST_CASE("painting the same twice gives the same pixels", "[ui][stage]") {
    Fixture fixture;
    CHECK(fixture.picture().pixels == fixture.picture().pixels);
}

TEST_CASE("hover, press, focus and the scheme are seen", "[ui][stage]") {
    Fixture fixture;
    const Image plain = fixture.picture();
    const view::NodeId button = view::node_id("b/primary");
    CHECK(fixture.picture({.hovered = button}).pixels != plain.pixels);
    CHECK(fixture.picture({.pressed = button}).pixels !=
          fixture.picture({.hovered = button}).pixels);
    CHECK(fixture.picture({.focused = button, .draw_ring = true}).pixels != plain.pixels);
    CHECK(fixture.picture({.focused = button}).pixels == plain.pixels); // the DOM draws the ring
    CHECK(fixture.picture({}, {.scheme = Scheme::dark}).pixels != plain.pixels);
}

TEST_CASE("a screen with letters that the typeface lacks is not for painting", "[ui][stage]") {
    Fixture fixture;
    const auto paintable = [&](const std::string& label, const std::string& lang = "",
                               bool hidden = false) {
        view::Node& node = fixture.screen.nodes.back();
        node.label = label;
        node.lang = lang;
        node.label_hidden = hidden;
        return fixture.stage.can_paint(fixture.screen, {});
    };
    CHECK(paintable("Café in Zürich – “50 %”"));
    CHECK_FALSE(paintable("Cafe\u0301"));
    CHECK_FALSE(paintable("Πόνος"));
    CHECK_FALSE(paintable("боль"));
    CHECK_FALSE(paintable("😀"));
    CHECK_FALSE(paintable("العربية"));
    CHECK(paintable("العربية", "ar"));   // the page's own text
    CHECK(paintable("Πόνος", "", true)); // said, not seen
    fixture.screen.nodes.back().value_text = "痛み";
    CHECK_FALSE(paintable("Fine"));
}

TEST_CASE("after a lost context every texture is handed out anew and the picture is the same",
          "[ui][stage]") {
    Fixture fixture;
    const Image before = fixture.picture();
    fixture.stage.forget_textures();
    ImDrawData* data = fixture.stage.paint(fixture.screen, fixture.viewport, {}, {}, 0);
    REQUIRE(data->Textures != nullptr);
    bool wanted = false;
    for (const ImTextureData* texture : *data->Textures) {
        wanted = wanted || texture->Status == ImTextureStatus_WantCreate;
        CHECK(texture->Status != ImTextureStatus_OK);
    }
    CHECK(wanted);
    Image after;
    rasterize(*data, after);
    CHECK(after.pixels == before.pixels);
}

TEST_CASE("a part of the picture has the pixels of the whole", "[ui][stage]") {
    Fixture fixture;
    for (const float density : {1.0f, 2.0f, 1.5f}) {
        fixture.viewport.device_pixel_ratio = density;
        const Image whole = fixture.picture();
        ImDrawData* data = fixture.stage.paint(fixture.screen, fixture.viewport, {}, {}, 0);
        if (density == 1) CHECK(textures_are_current(*data)); // a new density makes new ones
        cut_down(*data, {100.3f, 50.6f, 300.2f, 240});
        Image part;
        rasterize(*data, part);
        const int left = static_cast<int>(100.3f * density),
                  top = static_cast<int>(50.6f * density);
        REQUIRE(part.width >= static_cast<int>(300 * density));
        REQUIRE(part.height >= static_cast<int>(240 * density));
        int different = 0;
        for (int y = 0; y < part.height; ++y)
            for (int x = 0; x < part.width; ++x)
                different +=
                    part.pixels[static_cast<std::size_t>(y * part.width + x)] !=
                    whole.pixels[static_cast<std::size_t>((top + y) * whole.width + left + x)];
        CHECK(different == 0);
    }
}

TEST_CASE("what is out of view costs nothing", "[ui][stage]") {
    Fixture fixture;
    const float page = fixture.stage.lay_out(fixture.screen, fixture.viewport, {}).height;
    fixture.viewport.height = page;
    const int whole =
        fixture.stage.paint(fixture.screen, fixture.viewport, {}, {}, 0)->TotalVtxCount;
    fixture.viewport.height = 500;
    const int part =
        fixture.stage.paint(fixture.screen, fixture.viewport, {}, {}, 0)->TotalVtxCount;
    CHECK(part < whole * 3 / 4);
}

TEST_CASE("the layout is the same at every pixel ratio and follows every change that matters",
          "[ui][stage]") {
    Fixture fixture;
    const Layout first = fixture.stage.lay_out(fixture.screen, fixture.viewport, {});
    fixture.viewport.device_pixel_ratio = 3;
    CHECK(fixture.stage.lay_out(fixture.screen, fixture.viewport, {}).rects == first.rects);
    fixture.viewport.scroll_y = 200;
    CHECK(fixture.stage.lay_out(fixture.screen, fixture.viewport, {}).rects == first.rects);
    fixture.screen.nodes.back().label +=
        " with many more words than before, so that it takes another line of the page";
    CHECK(fixture.stage.lay_out(fixture.screen, fixture.viewport, {}).rects != first.rects);
    fixture.viewport.width = 390;
    CHECK(fixture.stage.lay_out(fixture.screen, fixture.viewport, {}).width == 390);
}

TEST_CASE("a figure alone fills its canvas", "[ui][stage]") {
    Fixture fixture;
    view::Node node;
    node.role = view::Role::figure;
    node.figure = view::AlarmFigure{};
    Image image;
    rasterize(*fixture.stage.paint_figure(node, 320, 240, 2, {}, 0), image);
    REQUIRE(image.width == 640);
    REQUIRE(image.height == 480);
    CHECK(image.pixels.front() != 0xFF000000u);
    CHECK(image.pixels.back() != 0xFF000000u);
}

TEST_CASE("a page that stands whole in another one has one layout, however much of it is painted",
          "[ui][stage]") {
    Fixture fixture;
    const auto height_at = [&](float height, bool flows) {
        const Viewport viewport{.width = 1080, .height = height, .flows = flows};
        const Layout& layout = fixture.stage.lay_out(fixture.screen, viewport, {});
        CHECK(layout.banner_sticky == !flows);
        return layout.height;
    };
    CHECK(height_at(5000, true) == height_at(600, true));
    CHECK(height_at(1500, true) == height_at(600, true)); // tall, and still no standing kiosk
    CHECK(height_at(1500, false) != height_at(600, false));
}

TEST_CASE("a second typeface and wide spacing change every line of text, and go away again",
          "[ui][stage][settings]") {
    Fixture fixture;
    const Image plain = fixture.picture();
    const Layout usual = fixture.stage.lay_out(fixture.screen, fixture.viewport, {});
    // Before it is here, the usual one stands in.
    CHECK(fixture.picture({}, {.second_typeface = true}).pixels == plain.pixels);
    fixture.stage.add_second_typeface(fixture.files.bold, fixture.files.regular);
    CHECK(fixture.picture({}, {.second_typeface = true}).pixels != plain.pixels);
    CHECK(
        fixture.stage.lay_out(fixture.screen, fixture.viewport, {.second_typeface = true}).rects !=
        usual.rects);
    CHECK(fixture.stage.lay_out(fixture.screen, fixture.viewport, {.wide_spacing = true}).height >
          usual.height);
    CHECK(fixture.picture().pixels == plain.pixels);
}
