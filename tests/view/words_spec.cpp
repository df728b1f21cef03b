// The reader refuses a language that lacks a word some screen asks for; here stands that its list
// is complete.
#include "app/interface_words.h"
#include "support/shipped_library.h"
#include "support/walk.h"

#include <catch_amalgamated.hpp>
#include <set>

using namespace tautline;

namespace {

// Families that the content itself calls for, by its items, claims, signs and so on.
bool called_for_by_content(std::string_view key) {
    for (std::string_view family :
         {"item.", "page.", "note.", "sign.", "claim.C", "clue.", "help."})
        if (key.substr(0, family.size()) == family) return true;
    return false;
}

void collect_missing(const std::string& text, std::set<std::string>& keys) {
    for (std::size_t at = text.find("[["); at != std::string::npos; at = text.find("[[", at + 2))
        keys.insert(text.substr(at + 2, text.find("]]", at) - at - 2));
}

} // namespace

TEST_CASE("Every word that a screen asks for is one that the reader requires", "[view][words]") {
    app::Library library = test::shipped_library();
    const auto required = app::interface_words();
    const std::set<std::string_view> names(required.begin(), required.end());
    std::erase_if(library.words.entries, [&](const auto& entry) {
        return !called_for_by_content(entry.first) && !names.count(entry.first);
    });
    std::set<std::string> missing;
    test::walk(library, [&](const app::AppState& state) {
        const view::Screen screen = view::build_screen(library, state);
        for (const view::Node& node : screen.nodes)
            for (const std::string& text :
                 {node.label, node.description, node.value_text, screen.announcement})
                collect_missing(text, missing);
    });
    std::string list;
    for (const std::string& key : missing)
        list += "    \"" + key + "\",\n";
    INFO("add to src/app/interface_words.cpp:\n" << list);
    CHECK(missing.empty());
}
