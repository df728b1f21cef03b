// ui_screenshot NAME WIDTH HEIGHT OUT.png [dark] [dpr=2] [scale=1.5] [scroll=300] [full]
// [hover=key] [focus=key] Paints a gallery screen natively with the software rasteriser. "full"
// grows the viewport to the page after layout.
#include "fonts.h"
#include "gallery.h"
#include "png.h"
#include "ui/stage.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

using namespace tautline;

bool starts_with(std::string_view text, std::string_view start, std::string_view& rest) {
    if (!text.starts_with(start)) return false;
    rest = text.substr(start.size());
    return true;
}

float number(std::string_view text) {
    return std::strtof(std::string{text}.c_str(), nullptr);
}

} // namespace

int main(int count, char** words) {
    if (count < 5) {
        std::fputs("usage: ui_screenshot NAME WIDTH HEIGHT OUT.png [dark] [dpr=2] [scale=1.5] "
                   "[scroll=300] [full] "
                   "[hover=key] [focus=key]\n",
                   stderr);
        return 2;
    }
    view::Screen screen;
    for (const gallery::Named& one : gallery::all()) {
        if (one.name == words[1]) screen = one.make();
    }
    if (screen.nodes.empty()) {
        std::fprintf(stderr, "no screen named %s\n", words[1]);
        return 2;
    }
    ui::Viewport viewport;
    viewport.width = number(words[2]);
    viewport.height = number(words[3]);
    ui::Settings settings;
    ui::Interaction interaction;
    interaction.draw_ring = true;
    bool full = false;
    for (int i = 5; i < count; ++i) {
        std::string_view word = words[i], rest;
        if (word == "dark") settings.scheme = ui::Scheme::dark;
        if (word == "full") full = true;
        if (starts_with(word, "dpr=", rest)) viewport.device_pixel_ratio = number(rest);
        if (starts_with(word, "scale=", rest)) settings.text_scale = number(rest);
        if (starts_with(word, "scroll=", rest)) viewport.scroll_y = number(rest);
        if (starts_with(word, "hover=", rest)) interaction.hovered = view::node_id(rest);
        if (starts_with(word, "focus=", rest)) interaction.focused = view::node_id(rest);
    }
    const FontFiles fonts = read_fonts();
    if (fonts.regular.empty() || fonts.bold.empty()) {
        std::fputs("fonts are missing: build them first or set TAUTLINE_FONTS\n", stderr);
        return 2;
    }
    ui::Stage stage{fonts.regular, fonts.bold};
    ui::Image image;
    if (full) {
        // The page as one tall picture: laid out for the real viewport, painted in slices of it.
        const float page = stage.lay_out(screen, viewport, settings).height;
        ui::Image slice;
        for (float top = 0; top < page; top += viewport.height) {
            viewport.scroll_y = top;
            ui::rasterize(*stage.paint(screen, viewport, settings, interaction, 0), slice);
            image.width = slice.width;
            image.height += slice.height;
            image.pixels.insert(image.pixels.end(), slice.pixels.begin(), slice.pixels.end());
        }
    } else {
        ui::rasterize(*stage.paint(screen, viewport, settings, interaction, 0), image);
    }
    return write_png(words[4], image) ? 0 : 1;
}
