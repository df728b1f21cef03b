// What must hold for every layout: checked over every screen at many sizes, not for picked
// examples.
#include "app/update.h"
#include "fonts.h"
#include "gallery.h"
#include "real_screens.h"
#include "support/languages.h"
#include "support/pseudo_locale.h"
#include "ui/layout/layout.h"
#include "ui/layout/measures.h"
#include "ui/surface.h"
#include "ui/text/text.h"
#include "view/build_screen.h"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

namespace {

using namespace tautline;
using namespace tautline::ui;
using view::Role;

std::string describe(const view::Node& node, const Rect& rect) {
    return node.key + " {" + std::to_string(rect.x) + ", " + std::to_string(rect.y) + ", " +
           std::to_string(rect.width) + ", " + std::to_string(rect.height) + "}";
}

bool inside(const Rect& inner, const Rect& outer) {
    constexpr float slack = 0.6f;
    return inner.x >= outer.x - slack && inner.y >= outer.y - slack &&
           inner.x + inner.width <= outer.x + outer.width + slack &&
           inner.y + inner.height <= outer.y + outer.height + slack;
}

bool overlap(const Rect& a, const Rect& b) {
    constexpr float slack = 0.6f;
    return a.x + a.width > b.x + slack && b.x + b.width > a.x + slack &&
           a.y + a.height > b.y + slack && b.y + b.height > a.y + slack;
}

// The lines of a node's own words, as wide as the painter sets them, stay inside it.
bool words_fit(const Tree& tree, int index, const Rect& rect, const Theme& theme) {
    const view::Node& node = tree.node(index);
    const Setting& setting = tree.setting(index);
    TextStyle style;
    float width = 0, height = 0;
    if (is_text(node)) {
        const Inset inset = text_inset(theme, node);
        style = text_style(theme, node, setting);
        width = rect.width - inset.left - inset.right;
        height = rect.height - 2 * inset.y;
    } else if (is_control(node) && node.role != Role::slider) {
        const ControlParts parts = control_parts(theme, node, setting);
        style = parts.text;
        width = rect.width - parts.around();
        height = rect.height - (parts.stacked ? parts.icon + parts.icon_gap : 0);
    } else {
        return true;
    }
    float used = 0;
    for (std::string_view line : wrap(theme.fonts, style, node.label, width)) {
        // One letter alone may be wider than the narrowest box; nothing can be done about it.
        if (text_width(theme.fonts, style, line) > width + 0.5f && line.size() > 2) return false;
        used += style.line_height;
    }
    return used <= height + 0.6f;
}

void check_node(const Tree& tree, const Layout& layout, const Theme& theme, int index,
                std::vector<std::string>& problems) {
    const view::Node& node = tree.node(index);
    const Rect& rect = layout.rects[static_cast<std::size_t>(index)];
    if (node.role == Role::hotspot) return;
    if (node.parent >= 0 && !inside(rect, layout.rects[static_cast<std::size_t>(node.parent)])) {
        problems.push_back("outside its parent: " + describe(node, rect));
    }
    if (!inside(rect, {0, 0, layout.width, layout.height}))
        problems.push_back("outside the page: " + describe(node, rect));
    const bool shown = rect.height > 0;
    if (is_control(node) && shown && (rect.height < 44 || rect.width < 44)) {
        problems.push_back("too small to touch: " + describe(node, rect));
    }
    if (is_control(node) && !node.label_hidden && !shown)
        problems.push_back("a control without room: " + describe(node, rect));
    if (shown && shows_label(node) && !words_fit(tree, index, rect, theme)) {
        problems.push_back("words don't fit: " + describe(node, rect));
    }
    const auto siblings = tree.children(node.parent);
    for (int other : siblings) {
        if (other <= index || tree.node(other).role == Role::hotspot) continue;
        const Rect& second = layout.rects[static_cast<std::size_t>(other)];
        // A button that covers its figure, or a spot of it, is that to a finger.
        if (node.role == Role::figure && tree.node(other).look == view::Look::cover) {
            const bool covers = is_spot(tree.node(other)) ? inside(second, rect) : second == rect;
            if (!covers) problems.push_back("does not cover: " + describe(node, rect));
            continue;
        }
        if (shown && second.height > 0 && overlap(rect, second)) {
            problems.push_back("overlap: " + describe(node, rect) + " and " +
                               describe(tree.node(other), second));
        }
        const bool touchable =
            is_control(node) && is_control(tree.node(other)) && shown && second.height > 0;
        const Rect wide{rect.x - 3.4f, rect.y - 3.4f, rect.width + 6.8f, rect.height + 6.8f};
        if (touchable && overlap(wide, second)) {
            problems.push_back("less than 4 px between: " + node.key + " and " +
                               tree.node(other).key);
        }
    }
}

struct Sizes {
    std::vector<float> widths = {320, 360, 390, 480, 599, 600, 820, 1024, 1080, 1440, 2560, 3840};
    std::vector<float> scales = {1, 1.5f, 2, 3};
    std::vector<float> heights = {420, 844, 1920};
};

void check_screen(const view::Screen& screen, Surface& surface, const std::string& name,
                  const Sizes& sizes = {}) {
    for (float width : sizes.widths) {
        for (float scale : sizes.scales) {
            for (float height : sizes.heights) {
                const Viewport viewport{.width = width, .height = height};
                // Wider spacing at some of the sizes: what it changes is the same everywhere.
                const bool spaced = height == 844 && (width == 320 || width == 820) && scale <= 2;
                Theme theme =
                    make_theme({.text_scale = scale, .wide_spacing = spaced}, width, height);
                theme.fonts = surface.fonts();
                if (spaced) theme.fonts.letter_spacing = 0.12f, theme.fonts.word_spacing = 0.16f;
                const Tree tree{screen};
                const Layout layout = lay_out(tree, theme, viewport);
                std::vector<std::string> problems;
                for (int i = 0; i < tree.size(); ++i) {
                    check_node(tree, layout, theme, i, problems);
                }
                INFO(name << " at " << width << " x " << height << ", text scale " << scale);
                const std::string first = problems.empty() ? "" : problems.front();
                CHECK(first == "");
                CHECK(layout.rects.size() == screen.nodes.size());
                CHECK(layout.height >= height);
                if (layout.banner_sticky)
                    CHECK((layout.banner_height <= height / 4 && height >= 480));
            }
        }
    }
}

struct Type {
    FontFiles files = read_fonts();
    Surface surface{files.regular, files.bold};
};

} // namespace

TEST_CASE("nothing of the gallery overlaps, overflows or is too small, at any width and text size",
          "[ui][layout]") {
    Type type;
    for (const gallery::Named& one : gallery::all()) {
        check_screen(one.make(), type.surface, std::string{one.name});
    }
}

TEST_CASE("nothing of the page's own screens overlaps, overflows or is too small", "[ui][layout]") {
    Type type;
    for (int i = 0; i < app::route_count; ++i) {
        const auto route = static_cast<app::Route>(i);
        const auto screen = real_screen(std::string{app::entry(route).name}, {});
        REQUIRE(screen.has_value());
        check_screen(*screen, type.surface, std::string{app::entry(route).name});
    }
    const auto question = real_screen("check", {"check/next"});
    REQUIRE(question.has_value());
    check_screen(*question, type.surface, "the first question");
}

TEST_CASE("other languages fit: Spanish, texts twice as long, and words three times as long",
          "[ui][layout][languages]") {
    Type type;
    const app::Library& english = test::shipped_library();
    const Sizes sizes{{320, 390, 1024}, {1, 2}, {844}};
    for (const app::Library& library :
         {test::library_in("es"), test::doubled(english), test::long_words(english)})
        for (int i = 0; i < app::route_count; ++i) {
            const auto route = static_cast<app::Route>(i);
            app::AppState state =
                app::update(library, app::initial_state(library), app::GoTo{route});
            if (route == app::Route::check) state = app::update(library, state, app::Next{});
            check_screen(view::build_screen(library, state), type.surface,
                         library.words.language + " " + std::string{app::entry(route).name}, sizes);
        }
}

TEST_CASE("a figure and the first thing that moves it are seen together on a phone",
          "[ui][layout]") {
    Type type;
    const view::Screen screen = gallery::chapter();
    const Viewport viewport{.width = 390, .height = 844};
    Theme theme = make_theme({}, viewport.width, viewport.height);
    theme.fonts = type.surface.fonts();
    const Layout layout = lay_out(Tree{screen}, theme, viewport);
    const auto rect = [&](std::string_view key) {
        return layout
            .rects[static_cast<std::size_t>(view::find(screen, key) - screen.nodes.data())];
    };
    const Rect figure = rect("sim/figure"), startle = rect("sim/startle");
    CHECK(startle.y + startle.height - figure.y <= viewport.height - layout.banner_height);
    CHECK(figure.height <= viewport.height * 0.46f + 1);
}

TEST_CASE("on a wide screen the figure stands left of its controls, on a narrow one above them",
          "[ui][layout]") {
    Type type;
    const view::Screen screen = gallery::chapter();
    const auto rects = [&](float width) {
        Theme theme = make_theme({}, width, 900);
        theme.fonts = type.surface.fonts();
        const Layout layout = lay_out(Tree{screen}, theme, {.width = width, .height = 900});
        const auto rect = [&](std::string_view key) {
            return layout
                .rects[static_cast<std::size_t>(view::find(screen, key) - screen.nodes.data())];
        };
        return std::pair{rect("sim/panel"), rect("sim/controls")};
    };
    const auto [wide_panel, wide_controls] = rects(1440);
    CHECK(wide_controls.x > wide_panel.x + wide_panel.width);
    CHECK(wide_panel.width > wide_controls.width);
    const auto [panel, controls] = rects(390);
    CHECK(controls.y >= panel.y + panel.height);
}

TEST_CASE("hidden labels take no space", "[ui][layout]") {
    Type type;
    gallery::Maker make;
    make.paragraph("a", "Seen");
    make.paragraph("b", "For assistive technology only").label_hidden = true;
    make.paragraph("c", "Seen too");
    make.close();
    Theme theme = make_theme({}, 800, 900);
    theme.fonts = type.surface.fonts();
    const Layout layout = lay_out(Tree{make.screen}, theme, {.width = 800, .height = 900});
    const auto rect = [&](std::string_view key) {
        return layout.rects[static_cast<std::size_t>(view::find(make.screen, key) -
                                                     make.screen.nodes.data())];
    };
    CHECK(rect("b").height == 0);
    CHECK(rect("c").y - (rect("a").y + rect("a").height) <= theme.gap);
}
