#include "picture.h"
#include "ui/figures/figures.h"
#include "ui/figures/labels.h"

#include <array>
#include <catch_amalgamated.hpp>
#include <fstream>

namespace {

using namespace tautline;
using ui::Rect;

bool overlap(const Rect& a, const Rect& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

const view::Node& state_named(const std::vector<FigureState>& states, std::string_view name) {
    for (const FigureState& state : states)
        if (state.name == name) return state.node;
    FAIL("no state " << name);
    return states.front().node;
}

double share_changed(const ui::Image& a, const ui::Image& b) {
    std::size_t changed = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i)
        changed += a.pixels[i] != b.pixels[i];
    return static_cast<double>(changed) / static_cast<double>(a.pixels.size());
}

} // namespace

TEST_CASE("Each place on the back can be tapped by itself", "[figures][body-map]") {
    for (const Rect& figure : {Rect{20, 300, 358, 388}, Rect{0, 0, 300, 300}, Rect{0, 0, 620, 570},
                               Rect{10, 10, 1200, 900}}) {
        const std::vector<Rect> spots = ui::body_map_spots(figure);
        REQUIRE(spots.size() == 8);
        for (std::size_t i = 0; i < spots.size(); ++i) {
            INFO("place " << i << " of a figure " << figure.width << " x " << figure.height);
            CHECK(spots[i].width >= 44);
            CHECK(spots[i].height >= 44);
            CHECK(spots[i].x >= figure.x);
            CHECK(spots[i].y >= figure.y);
            CHECK(spots[i].x + spots[i].width <= figure.x + figure.width);
            CHECK(spots[i].y + spots[i].height <= figure.y + figure.height);
            for (std::size_t j = i + 1; j < spots.size(); ++j)
                CHECK_FALSE(overlap(spots[i], spots[j]));
        }
    }
}

TEST_CASE("Choosing a place on the back lights it where it is tapped", "[figures][body-map]") {
    Painter painter;
    REQUIRE(painter.has_fonts());
    const PictureSize size = picture_sizes[2];
    const std::vector<Rect> spots = ui::body_map_spots({0, 0, size.width, size.height});
    view::Node node;
    node.role = view::Role::figure;
    node.figure = view::BodyMapFigure{};
    const ui::Image none = painter.paint(node, size, 0);
    for (std::size_t i = 0; i < spots.size(); ++i) {
        view::BodyMapFigure figure;
        figure.chosen = 1u << i;
        node.figure = figure;
        const ui::Image lit = painter.paint(node, size, 0);
        const auto x = static_cast<std::size_t>(spots[i].x + spots[i].width / 2);
        const auto y = static_cast<std::size_t>(spots[i].y + spots[i].height / 2);
        const std::size_t middle = y * static_cast<std::size_t>(lit.width) + x;
        INFO("place " << i);
        CHECK((lit.pixels[middle] >> 8 & 255) > (none.pixels[middle] >> 8 & 255) + 20);
    }
}

TEST_CASE("Labels are moved apart, and only as far as they must be", "[figures][labels]") {
    std::array<float, 4> tops = {100, 105, 110, 400};
    const std::array<float, 4> heights = {20, 40, 20, 20};
    ui::spread(tops, heights, 0, 500, 6);
    CHECK(tops == std::array<float, 4>{100, 126, 172, 400});
    std::array<float, 3> low = {470, 480, 490};
    ui::spread(low, std::array<float, 3>{20, 20, 20}, 0, 500, 6);
    CHECK(low == std::array<float, 3>{428, 454, 480});
}

TEST_CASE("Words in figures are never smaller than 12 pixels", "[figures][text]") {
    for (const float scale : {1.0f, 1.5f, 2.0f})
        for (const PictureSize& size : picture_sizes) {
            ui::Settings settings;
            settings.text_scale = scale;
            const ui::Theme theme = ui::make_theme(settings, size.width, size.height);
            const ui::FigureText text = ui::figure_text(theme, {0, 0, size.width, size.height});
            CHECK(text.clock.size >= 16);
            CHECK(text.label.size >= 13);
            CHECK(text.small.size >= 12);
        }
}

TEST_CASE("Words in figures stand out from the panel", "[figures][contrast]") {
    const ui::ExhibitColors colors = ui::make_theme({}, 620).exhibit;
    // Text colours, the traces' values among them, on both ends of the gradient and on the lit
    // body.
    for (const ui::Color text :
         {colors.ink, colors.ink_soft, colors.muscle_tired, colors.trace, colors.signal})
        for (const ui::Color back : {colors.top, colors.bottom})
            CHECK(ui::contrast(text, back) >= 4.5);
    CHECK(ui::contrast(colors.ink, ui::over(colors.label_back, colors.muscle_active)) >= 4.5);
}

TEST_CASE("A figure asks for a height that fits the page", "[figures][layout]") {
    for (const FigureState& state : figure_states()) {
        // Three rows of dots stand on a result, whose first window they share with what to do.
        const auto* map = std::get_if<view::BodyMapFigure>(&state.node.figure);
        const float least = map && !map->counts.empty() ? 170.0f : 240.0f;
        for (const float width : {300.0f, 358.0f, 620.0f, 1200.0f})
            for (const float viewport : {568.0f, 844.0f, 900.0f, 1920.0f}) {
                const float height = ui::figure_height(state.node.figure, width, viewport);
                CHECK(height >= least);
                CHECK(height <= std::max(300.0f, viewport * 0.8f));
            }
    }
}

TEST_CASE("The same state gives the same picture, whatever was painted before",
          "[figures][still]") {
    Painter painter;
    REQUIRE(painter.has_fonts());
    const std::vector<FigureState> states = figure_states();
    for (const FigureState& state : states) {
        const std::uint32_t first = hash_of(painter.paint(state.node, picture_sizes[1], 0));
        painter.paint(states.front().node, picture_sizes[2], 7.5);
        INFO(state.name);
        CHECK(hash_of(painter.paint(state.node, picture_sizes[1], 0)) == first);
    }
}

TEST_CASE("What the model does can be seen in the picture", "[figures]") {
    Painter painter;
    REQUIRE(painter.has_fonts());
    const std::vector<FigureState> states = figure_states();
    constexpr std::array<std::pair<const char*, const char*>, 6> pairs = {
        {{"alarm-rest", "alarm-during"},
         {"alarm-during", "alarm-after"},
         {"muscle-start", "muscle-tired"},
         {"cortisol-morning", "cortisol-stress"},
         {"sensitivity-usual", "sensitivity-high"},
         {"sensitivity-high", "sensitivity-calm"}}};
    for (const auto& [one, other] : pairs) {
        const ui::Image before = painter.paint(state_named(states, one), picture_sizes[1], 0);
        const ui::Image after = painter.paint(state_named(states, other), picture_sizes[1], 0);
        INFO(one << " and " << other);
        CHECK(share_changed(before, after) > 0.05);
    }
}

TEST_CASE("A figure stays cheap to draw", "[figures][cost]") {
    Painter painter;
    for (const FigureState& state : figure_states())
        for (const PictureSize& size : picture_sizes) {
            painter.paint(state.node, size, 1);
            INFO(state.name << " " << size.name);
            CHECK(painter.vertices() < 60000);
            CHECK(painter.vertices() > 500);
        }
}

// After a change that was meant: look at the pictures, then write golden.txt anew with
// figures_preview --golden.
TEST_CASE("Every figure looks as it did when people last looked at it", "[figures][golden]") {
    Painter painter;
    REQUIRE(painter.has_fonts());
    std::ifstream file{TAUTLINE_SOURCE_DIR "/tests/ui_figures/golden.txt"};
    std::vector<std::string> golden;
    for (std::string line; std::getline(file, line);)
        golden.push_back(line);
    CHECK(golden_lines(painter) == golden);
}
