// The picture against the tree: every line of text that is painted belongs to a node that lies
// there and says so, every visible word of a node is painted where the node lies, and no glyph
// comes from anywhere else. Dear ImGui's widgets can't draw anything by themselves: the page has
// no ImGui context (ui/surface.h).
#include "fonts.h"
#include "real_screens.h"
#include "ui/layout/tree.h"
#include "ui/stage.h"
#include "ui/theme.h"
#include "view/build_screen.h"

#include <imgui_internal.h>

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

namespace {

using namespace tautline;
using namespace tautline::ui;
using view::Role;

std::string without_spaces(std::string_view text) {
    std::string plain;
    for (const char c : text)
        if (c != ' ' && c != '\n') plain += c;
    return plain;
}

bool holds(const Rect& outer, const Rect& inner) {
    constexpr float slack = 2;
    const float x = inner.x + inner.width / 2, y = inner.y + inner.height / 2;
    return x >= outer.x - slack && x <= outer.x + outer.width + slack && y >= outer.y - slack &&
           y <= outer.y + outer.height + slack;
}

// All that a person who doesn't see the picture is given for it.
std::string said_of_figure(const view::Screen& screen) {
    std::string all;
    for (const view::Node& node : screen.nodes)
        all += node.label + " " + node.value_text + " " + node.description + "\n";
    return all;
}

struct Audit {
    FontFiles files = read_fonts();
    Stage stage{files.regular, files.bold};
    std::vector<std::string> problems;

    void look_at(const view::Screen& screen, float width) {
        // Its layout does not follow the height of the window.
        Viewport viewport{.width = width, .height = 900, .flows = true};
        const Settings settings{.less_motion = true};
        const Layout layout = stage.lay_out(screen, viewport, settings);
        viewport.height = layout.height; // all at once, so that nothing is left out
        // A first letter of a size may make the font's texture anew, and its white pixel another.
        stage.paint(screen, viewport, settings, {}, 0);
        std::vector<DrawnText> drawn;
        stage.listen(&drawn);
        ImDrawData* data = stage.paint(screen, viewport, settings, {}, 0);
        const Layout whole = stage.lay_out(screen, viewport, settings);
        stage.listen(nullptr);
        drawn_is_in_tree(screen, whole, drawn);
        tree_is_drawn(screen, whole, drawn);
        glyphs_are_of_drawn(*data, drawn);
    }

    void drawn_is_in_tree(const view::Screen& screen, const Layout& layout,
                          const std::vector<DrawnText>& drawn) {
        const std::string all = without_spaces(said_of_figure(screen));
        for (const DrawnText& line : drawn) {
            const std::string text = without_spaces(line.text);
            bool found = false, in_figure = false;
            for (std::size_t i = 0; i < screen.nodes.size() && !found; ++i) {
                const view::Node& node = screen.nodes[i];
                if (!holds(layout.rects[i], line.box)) continue;
                in_figure = in_figure || node.role == Role::figure;
                found = without_spaces(node.label).find(text) != std::string::npos ||
                        without_spaces(node.value_text).find(text) != std::string::npos;
            }
            // Inside a figure: what is written there is said somewhere on the screen, or it is one
            // of the figure's own labels, whose values its description gives.
            if (!found && in_figure)
                found = all.find(text) != std::string::npos || is_label_of_figure(screen, text);
            if (!found) problems.push_back("painted, but not in the tree: \"" + line.text + "\"");
        }
    }

    // Axis marks, clocks and the names of what is drawn come in the figure's data; nothing else may
    // be written into a picture.
    static bool is_label_of_figure(const view::Screen& screen, const std::string& text) {
        std::string labels;
        std::vector<std::string> units;
        const auto add = [&](auto&&... texts) { ((labels += without_spaces(texts) + "\n"), ...); };
        const auto add_traces = [&](const std::vector<view::Trace>& traces) {
            for (const view::Trace& trace : traces) {
                add(trace.label, trace.unit, trace.now_text, trace.time_unit, trace.compare_label,
                    trace.fan_label, trace.guess_label);
                for (const std::string& unit : {trace.time_unit, trace.unit})
                    units.push_back(without_spaces(unit));
                for (const std::string& tick : trace.tick_labels)
                    add(tick);
                for (const view::TimeMark& mark : trace.marks)
                    add(mark.label);
            }
        };
        const auto add_reading = [&](const view::Reading& reading) {
            add(reading.value, reading.unit, reading.note);
        };
        for (const view::Node& node : screen.nodes) {
            if (const auto* alarm = std::get_if<view::AlarmFigure>(&node.figure)) {
                add_reading(alarm->reading);
                add_traces(alarm->traces);
            } else if (const auto* muscle = std::get_if<view::MuscleFigure>(&node.figure)) {
                add_reading(muscle->reading);
                add(muscle->clock, muscle->working_label, muscle->resting_label,
                    muscle->tired_label, muscle->part_name);
                add_traces(muscle->traces);
            } else if (const auto* day = std::get_if<view::CortisolFigure>(&node.figure)) {
                add_reading(day->reading);
                add(day->midnight, day->morning, day->noon, day->evening);
                add_traces(day->traces);
            } else if (const auto* nerve = std::get_if<view::SensitivityFigure>(&node.figure)) {
                add_reading(nerve->reading);
                add(nerve->tissue, nerve->spinal_gate, nerve->brain);
                add_traces(nerve->traces);
            } else if (const auto* chart = std::get_if<view::ChartFigure>(&node.figure)) {
                add_traces(chart->traces);
            } else if (const auto* body = std::get_if<view::BodyMapFigure>(&node.figure)) {
                for (const std::string& label : body->labels)
                    add(label);
            } else if (const auto* breath = std::get_if<view::BreathingFigure>(&node.figure)) {
                add(breath->cue, breath->remaining);
            }
        }
        const auto is_number = [](std::string_view mark) {
            return mark.find_first_not_of("0123456789.:,-+%") == std::string_view::npos;
        };
        // The last mark of an axis has its unit: "8 min", "1.4 times usual".
        for (const std::string& unit : units)
            if (text.ends_with(unit) &&
                is_number(std::string_view(text).substr(0, text.size() - unit.size())))
                return true;
        return is_number(text) || labels.find(text) != std::string::npos;
    }

    void tree_is_drawn(const view::Screen& screen, const Layout& layout,
                       const std::vector<DrawnText>& drawn) {
        for (std::size_t i = 0; i < screen.nodes.size(); ++i) {
            const view::Node& node = screen.nodes[i];
            const Rect& rect = layout.rects[i];
            const bool shown = !node.label.empty() && !node.label_hidden && rect.height > 0;
            const bool text = node.role == Role::heading || node.role == Role::paragraph ||
                              node.role == Role::status || node.role == Role::cell ||
                              node.role == Role::header_cell || node.role == Role::button ||
                              node.role == Role::radio || node.role == Role::checkbox ||
                              node.role == Role::slider || node.role == Role::radio_group ||
                              node.role == Role::check_group || node.role == Role::progress ||
                              node.role == Role::link;
            if (!shown || !text) continue;
            // The page's own text (web/style/stage.css): no stage paints these letters.
            if (node.lang == "ar") continue;
            const std::string wanted = without_spaces(node.label);
            std::string found;
            for (const DrawnText& line : drawn)
                if (holds(rect, line.box) &&
                    wanted.find(without_spaces(line.text)) != std::string::npos)
                    found += without_spaces(line.text);
            if (found.find(wanted) == std::string::npos)
                problems.push_back("in the tree, but not painted: " + node.key + " \"" +
                                   node.label + "\"");
        }
    }

    // A glyph is two triangles with a place in the font's texture; plain shapes use its one white
    // pixel.
    void glyphs_are_of_drawn(const ImDrawData& data, const std::vector<DrawnText>& drawn) {
        int astray = 0;
        for (const ImDrawList* list : data.CmdLists) {
            const ImVec2 white = list->_Data->TexUvWhitePixel;
            for (int i = 0; i + 3 < list->VtxBuffer.Size; ++i) {
                const ImDrawVert &a = list->VtxBuffer[i], &b = list->VtxBuffer[i + 2];
                const bool glyph = (a.uv.x != white.x || a.uv.y != white.y) &&
                                   (b.uv.x != white.x || b.uv.y != white.y) && a.uv.x != b.uv.x;
                if (!glyph) continue;
                const Rect box{a.pos.x, a.pos.y, b.pos.x - a.pos.x, b.pos.y - a.pos.y};
                const bool known =
                    std::any_of(drawn.begin(), drawn.end(),
                                [&](const DrawnText& line) { return holds(line.box, box); });
                astray += known ? 0 : 1;
                i += 3;
            }
        }
        if (astray > 0) problems.push_back(std::to_string(astray) + " glyphs of no known text");
    }
};

} // namespace

TEST_CASE("what is painted is in the tree, and what is in the tree is painted, on every screen",
          "[ui][audit][access]") {
    Audit audit;
    REQUIRE_FALSE(audit.files.regular.empty());
    const auto look = [&](const std::string& route, const std::vector<std::string>& keys) {
        const auto screen = real_screen(route, keys);
        REQUIRE(screen.has_value());
        for (const float width : {390.0f, 1440.0f}) {
            audit.problems.clear();
            audit.look_at(*screen, width);
            INFO(route << " after " << keys.size() << " steps, " << width << " wide");
            CHECK(audit.problems == std::vector<std::string>{});
        }
    };
    for (int i = 0; i < app::route_count; ++i)
        look(std::string{app::entry(static_cast<app::Route>(i)).name}, {});
    // Each card of each chapter, before its run and after it, with a guess beside the line.
    for (std::size_t i = 0; i < 4; ++i) {
        const std::string chapter{app::entry(app::chapter(i)).name};
        for (std::size_t card = 0; card < app::taught_cards; ++card)
            look(chapter, {"dot/" + std::string(app::card_names[card])});
        look(chapter, {"dot/take", "card/take/play"});
        look(chapter, {"card/meet/play", "tick=60", "dot/guess", "control/prediction/0", "dot/run",
                       "card/run/play", "tick=3"});
        look(chapter, {"dot/guess", "control/prediction/2", "dot/run", "card/run/play", "tick=60",
                       "dot/compare"});
    }
    look("alarm", {"dot/change", "card/change/play", "tick=60"});
    look("muscles", {"dot/change", "control/muscle_card_rest"});
    look("cortisol", {"dot/change", "card/change/play", "tick=60"});
    look("sensitivity", {"dot/change", "control/sensitivity_with/0", "tick=30"});
    for (const char* line : {"1", "2", "3"})
        look("alarm", {"dot/take", "card/take/play", "control/startle", "tick=4",
                       std::string("control/alarm_line/") + line});
    look("cortisol", {"dot/take", "card/take/play", "control/add_stressor", "tick=2"});
    look("cortisol", {"dot/take", "card/take/play", "control/cortisol_span/1"});
    look("sensitivity", {"dot/take", "card/take/play", "control/send_quickly", "tick=3"});
    look("breathing", {"pacer/start", "tick=2"});
    look("relaxation", {"relax/start", "tick=8"});
    look("check", {"check/next"});
    look("check", {"check/next", "check/chest-pain/yes"});
    look("check", {"check/next", "check/none", "check/next"});
    look("settings", {"control/setting_read_aloud"});
}

TEST_CASE("the audit sees a word that the tree lacks, and one that is not painted",
          "[ui][audit][access]") {
    Audit audit;
    auto screen = real_screen("about", {});
    REQUIRE(screen.has_value());
    Viewport viewport{.width = 390, .height = 900};
    const Settings settings{.less_motion = true};
    viewport.height = audit.stage.lay_out(*screen, viewport, settings).height;
    std::vector<DrawnText> drawn;
    audit.stage.listen(&drawn);
    audit.stage.paint(*screen, viewport, settings, {}, 0);
    const Layout layout = audit.stage.lay_out(*screen, viewport, settings);
    audit.stage.listen(nullptr);

    audit.drawn_is_in_tree(*screen, layout, drawn);
    REQUIRE(audit.problems.empty());
    drawn.push_back({"A word from nowhere", drawn.front().box, {}});
    audit.drawn_is_in_tree(*screen, layout, drawn);
    CHECK(audit.problems.size() == 1);

    audit.problems.clear();
    drawn.erase(drawn.begin() + static_cast<std::ptrdiff_t>(drawn.size() / 2));
    audit.tree_is_drawn(*screen, layout, drawn);
    CHECK(audit.problems.size() == 1);

    audit.problems.clear();
    ImDrawData* data = audit.stage.paint(*screen, viewport, settings, {}, 0);
    drawn.resize(drawn.size() / 2);
    audit.glyphs_are_of_drawn(*data, drawn);
    CHECK(audit.problems.size() == 1);
}
