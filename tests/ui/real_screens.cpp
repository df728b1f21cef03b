#include "real_screens.h"

#include "app/update.h"
#include "content/read_library.h"
#include "view/build_screen.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace tautline {
namespace {

std::vector<content::File> content_files() {
    namespace fs = std::filesystem;
    const fs::path root = fs::path{TAUTLINE_SOURCE_DIR} / "content";
    std::vector<content::File> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator{root}) {
        if (entry.path().extension() != ".json") continue;
        std::ifstream in{entry.path(), std::ios::binary};
        files.push_back({fs::relative(entry.path(), root).generic_string(),
                         {std::istreambuf_iterator<char>{in}, {}}});
    }
    return files;
}

} // namespace

std::optional<view::Screen> real_screen(const std::string& route,
                                        const std::vector<std::string>& keys) {
    const auto where = app::route_named(route);
    if (!where) return std::nullopt;
    Issues issues;
    const auto library = content::read_library(content_files(), issues);
    for (const Issue& issue : issues) {
        std::fprintf(stderr, "%s\n", to_text(issue).c_str());
    }
    if (!library) return std::nullopt;
    app::AppState state = app::initial_state(*library);
    state = app::update(*library, state, app::GoTo{*where});
    for (const std::string& key : keys) {
        if (key.rfind("tick=", 0) == 0) {
            double left = std::strtod(key.c_str() + 5, nullptr);
            for (; left > 0; left -= 0.1) {
                state = app::update(*library, state, app::Tick{0.1});
            }
            continue;
        }
        const view::Screen screen = view::build_screen(*library, state);
        const view::Node* node = view::find(screen, key);
        if (!node) {
            std::fprintf(stderr, "no node %s on this screen\n", key.c_str());
            return std::nullopt;
        }
        state = app::update(*library, state, node->action);
    }
    return view::build_screen(*library, state);
}

} // namespace tautline
