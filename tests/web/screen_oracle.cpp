// What the page ought to show, from the same core but without a browser, painter or page script:
// the browser tests do a thing in the page, do it here as well, and compare. Reads steps from
// standard input, one a line, and answers "screen" with the Screen as one line of JSON:
//
//   go ROUTE            click KEY          set KEY VALUE     check KEY 0|1
//   text_view 0|1       less_motion 0|1    tick SECONDS      today DATE      screen
//   countries JSON      what the page's host says of countries (app/country.h), as a JSON text
//   window WIDTH HEIGHT [DENSITY]          from now on each node of a screen has its box on the
//   stage, and the screen the lines of text that the stage paints: "lines"
//
// Ends with status 1 at the first step that can't be done.
#include "app/update.h"
#include "cli/files.h"
#include "content/read_library.h"
#include "fonts.h"
#include "semantics/diff.h"
#include "semantics/names.h"
#include "ui/stage.h"
#include "ui/theme.h"
#include "view/build_screen.h"
#include "view/screen/builder.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <variant>

namespace {

using namespace tautline;

[[noreturn]] void stop(const std::string& why) {
    std::fprintf(stderr, "screen_oracle: %s\n", why.c_str());
    std::exit(1);
}

std::string_view name(view::Expanded expanded) {
    return expanded == view::Expanded::none ? "" : expanded == view::Expanded::yes ? "yes" : "no";
}

// Boxes as they stand in the page: each holds its children's.
std::vector<semantics::Rect> boxes_of(const view::Screen& screen, const ui::Layout& layout) {
    std::vector<semantics::Rect> rects;
    for (const ui::Rect& rect : layout.rects)
        rects.push_back({rect.x, rect.y, rect.width, rect.height});
    std::vector<semantics::Rect> boxes = semantics::relative_rects(screen, rects);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const int parent = screen.nodes[i].parent;
        if (parent < 0) continue;
        boxes[i].x += boxes[static_cast<std::size_t>(parent)].x;
        boxes[i].y += boxes[static_cast<std::size_t>(parent)].y;
    }
    return boxes;
}

std::string key_of(const view::Screen& screen, view::NodeId id) {
    const view::Node* node = id == 0 ? nullptr : view::find(screen, id);
    return node ? node->key : "";
}

nlohmann::json to_json(const view::Screen& screen, const std::vector<semantics::Rect>& boxes) {
    std::set<int> parents;
    for (const view::Node& node : screen.nodes)
        parents.insert(node.parent);
    nlohmann::json nodes = nlohmann::json::array();
    for (std::size_t i = 0; i < screen.nodes.size(); ++i) {
        const view::Node& node = screen.nodes[i];
        nodes.push_back({{"key", node.key},
                         {"parent", node.parent},
                         {"role", semantics::name(node.role)},
                         {"look", semantics::name(node.look)},
                         {"level", node.level},
                         {"label", node.label},
                         {"label_hidden", node.label_hidden},
                         {"value_text", node.value_text},
                         {"description", node.description},
                         {"described_by", key_of(screen, node.described_by)},
                         {"href", node.href},
                         {"disabled", node.disabled},
                         {"checked", node.checked},
                         {"current", node.current},
                         {"expanded", name(node.expanded)},
                         {"value", node.value},
                         {"min", node.min},
                         {"max", node.max},
                         {"step", node.step},
                         {"interactive", node.interactive()},
                         {"has_children", parents.count(static_cast<int>(i)) > 0}});
        if (i < boxes.size())
            nodes.back()["box"] = {boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height};
    }
    return {{"title", screen.title},
            {"language", screen.language},
            {"route", app::entry(screen.route).name},
            {"announcement", screen.announcement},
            {"animating", screen.animating},
            {"nodes", std::move(nodes)}};
}

// Every line of the page as it is painted, in order: its text and its box.
nlohmann::json lines_of(ui::Stage& stage, const view::Screen& screen, ui::Viewport viewport,
                        const ui::Settings& settings) {
    // Window after window, as a person scrolls; what two of them show counts once.
    const ui::Layout layout = stage.lay_out(screen, viewport, settings);
    nlohmann::json lines = nlohmann::json::array();
    std::set<std::string> known;
    for (; viewport.scroll_y < layout.height; viewport.scroll_y += viewport.height / 2) {
        std::vector<ui::DrawnText> drawn;
        stage.listen(&drawn);
        stage.paint(screen, viewport, settings, {}, 0);
        stage.listen(nullptr);
        for (const ui::DrawnText& line : drawn) {
            const bool below_banner = viewport.scroll_y > 0 && line.box.y < layout.banner_height;
            const float y = line.box.y + viewport.scroll_y;
            const nlohmann::json told = {line.text, line.box.x, y, line.box.width, line.box.height};
            if (!below_banner && known.insert(told.dump()).second) lines.push_back(told);
        }
    }
    return lines;
}

const view::Node& node_of(const view::Screen& screen, const std::string& key) {
    const view::Node* node = view::find(screen, key);
    if (!node) stop("no node \"" + key + "\" on this screen");
    if (node->disabled) stop("\"" + key + "\" can't be used now");
    return *node;
}

app::Action with_value(const view::Node& node, float value) {
    app::Action action = node.action;
    if (auto* set = std::get_if<app::Set>(&action))
        set->value = value;
    else if (auto* choose = std::get_if<app::Choose>(&action))
        choose->on = value != 0;
    return action;
}

} // namespace

int main(int argc, char** argv) {
    Issues issues;
    const auto library = content::read_library(
        cli::read_content(cli::content_folder(argc > 1 ? argv[1] : "")), issues);
    for (const Issue& issue : issues)
        std::fprintf(stderr, "%s\n", to_text(issue).c_str());
    if (!library) return 1;
    app::AppState state = app::initial_state(*library);
    const auto act = [&](const app::Action& action) {
        state = app::update(*library, std::move(state), action);
    };
    std::optional<ui::Stage> stage;
    ui::Viewport viewport;
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream words(line);
        std::string verb, what;
        float value = 0, density = 0;
        words >> verb >> what >> value >> density;
        const view::Screen screen = view::build_screen(*library, state);
        if (verb == "screen") {
            std::vector<semantics::Rect> boxes;
            ui::Settings settings;
            if (stage) {
                settings.text_scale = static_cast<float>(state.settings.text_percent) / 100;
                boxes = boxes_of(screen, stage->lay_out(screen, viewport, settings));
            }
            nlohmann::json answer = to_json(screen, boxes);
            if (stage) answer["lines"] = lines_of(*stage, screen, viewport, settings);
            std::cout << answer.dump() << std::endl;
        } else if (verb == "window") {
            const FontFiles fonts = read_fonts();
            stage.emplace(fonts.regular, fonts.bold);
            viewport = {.width = std::stof(what), .height = value};
            if (density > 0) viewport.device_pixel_ratio = density;
        } else if (verb == "go") {
            const auto route = app::route_named(what);
            if (!route) stop("no screen \"" + what + "\"");
            act(app::GoTo{*route});
        } else if (verb == "click") {
            act(node_of(screen, what).action);
        } else if (verb == "set" || verb == "check") {
            act(with_value(node_of(screen, what), value));
        } else if (verb == "today") {
            act(app::HostIs{{.date = what}});
        } else if (verb == "countries") {
            state.countries = nlohmann::json::parse(line.substr(verb.size())).get<std::string>();
        } else if (verb == "text_view") {
            act(app::Set{app::Control::setting_text_view, what == "1" ? 1.0f : 0.0f});
        } else if (verb == "tick") {
            for (double left = std::stod(what); left > 0; left -= 0.1)
                act(app::Tick{std::min(left, 0.1)});
        } else if (verb == "less_motion") {
            act(app::Set{app::Control::setting_motion, what == "1" ? 1.0f : 0.0f});
        } else {
            stop("unknown step: " + line);
        }
    }
}
