// ui_screenshot NAME WIDTH HEIGHT OUT.png [dark] [dpr=2] [scale=1.5] [scroll=300] [full]
// [hover=key] [focus=key]
//               [use=key …] [tick=seconds …]
// Paints a screen natively with the software rasteriser. NAME is a route of the page ("alarm",
// "check") or, with "gallery:" before it, a screen of gallery.cpp. "use" presses a control first.
// "full" paints the whole page.
#include "fonts.h"
#include "gallery.h"
#include "png.h"
#include "real_screens.h"
#include "ui/layout/layout.h"
#include "ui/paint/painter.h"
#include "ui/surface.h"

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

using namespace tautline;

struct Wish {
    std::string name, out;
    ui::Viewport viewport;
    ui::Settings settings;
    ui::Interaction interaction{.draw_ring = true};
    bool full = false;
    std::vector<std::string> uses;
};

float number(std::string_view text) {
    return std::strtof(std::string{text}.c_str(), nullptr);
}

void read_word(Wish& wish, std::string_view word) {
    const auto after = [word](std::string_view start) {
        return word.starts_with(start) ? word.substr(start.size()) : std::string_view{};
    };
    if (word == "dark") wish.settings.scheme = ui::Scheme::dark;
    if (word == "full") wish.full = true;
    if (const auto rest = after("dpr="); !rest.empty())
        wish.viewport.device_pixel_ratio = number(rest);
    if (const auto rest = after("scale="); !rest.empty()) wish.settings.text_scale = number(rest);
    if (const auto rest = after("scroll="); !rest.empty()) wish.viewport.scroll_y = number(rest);
    if (const auto rest = after("hover="); !rest.empty())
        wish.interaction.hovered = view::node_id(rest);
    if (const auto rest = after("press="); !rest.empty())
        wish.interaction.pressed = view::node_id(rest);
    if (const auto rest = after("focus="); !rest.empty())
        wish.interaction.focused = view::node_id(rest);
    if (const auto rest = after("use="); !rest.empty()) wish.uses.emplace_back(rest);
    if (word.starts_with("tick=")) wish.uses.emplace_back(word);
}

std::optional<view::Screen> screen_for(const Wish& wish) {
    constexpr std::string_view prefix = "gallery:";
    if (!wish.name.starts_with(prefix)) return real_screen(wish.name, wish.uses);
    for (const gallery::Named& one : gallery::all()) {
        if (one.name == wish.name.substr(prefix.size())) return one.make();
    }
    return std::nullopt;
}

} // namespace

int main(int count, char** words) {
    if (count < 5) {
        std::fputs("usage: ui_screenshot NAME WIDTH HEIGHT OUT.png [dark] [dpr=2] [scale=1.5] "
                   "[scroll=300] [full]\n"
                   "       [hover=key] [press=key] [focus=key] [use=key …] [tick=seconds …]\n",
                   stderr);
        return 2;
    }
    Wish wish;
    wish.name = words[1];
    wish.viewport.width = number(words[2]);
    wish.viewport.height = number(words[3]);
    wish.out = words[4];
    for (int i = 5; i < count; ++i) {
        read_word(wish, words[i]);
    }
    const auto screen = screen_for(wish);
    if (!screen) {
        std::fprintf(stderr, "no screen %s\n", words[1]);
        return 2;
    }
    const FontFiles fonts = read_fonts();
    if (fonts.regular.empty() || fonts.bold.empty()) {
        std::fputs("fonts are missing: build them first or set TAUTLINE_FONTS\n", stderr);
        return 2;
    }
    ui::Surface surface{fonts.regular, fonts.bold};
    surface.set_density(wish.viewport.device_pixel_ratio);
    ui::Theme theme = ui::make_theme(wish.settings, wish.viewport.width, wish.viewport.height);
    theme.fonts = surface.fonts();
    const ui::Tree tree{*screen};
    const ui::Layout layout = ui::lay_out(tree, theme, wish.viewport);
    ui::Viewport seen = wish.viewport;
    if (wish.full) seen.height = layout.height;
    ImDrawList& list = surface.begin(seen.width, seen.height, seen.device_pixel_ratio);
    ui::paint_screen(list, tree, layout, theme, seen, wish.interaction, 0);
    ui::Image image;
    ui::rasterize(*surface.end(), image);
    return write_png(wish.out, image) ? 0 : 1;
}
