#include "app/interface_words.h"
#include "assess/evaluate.h"
#include "base/json.h"
#include "content/check_library.h"

#include <string>
#include <string_view>
#include <vector>

namespace tautline::content {

namespace {

using Keys = std::vector<std::string>;

void keys_of_check(const app::Library& library, Keys& keys) {
    for (const assess::Item& item : library.check.items) {
        const std::string stem = "item." + item.id + ".";
        for (const char* part : {"question", "why", "short"})
            keys.push_back(stem + part);
        if (item.kind == assess::Kind::flag) continue; // all flags share option.yes, no, unsure
        for (const assess::Option& option : item.options)
            keys.push_back(stem + "option." + option.id);
    }
    for (const app::Library::CheckPage& page : library.pages)
        keys.push_back("page." + page.id + ".title");
    for (const assess::Note& note : library.check.notes)
        keys.push_back("note." + note.id + ".text");
}

void keys_of_tables(const app::Library& library, Keys& keys) {
    for (const app::Sign& sign : library.signs)
        for (const char* part : {".text", ".action"})
            keys.push_back("sign." + sign.id + part);
    for (const app::Claim& claim : library.claims)
        for (const char* part : {".title", ".text", ".research"})
            keys.push_back("claim." + claim.id + part);
    for (const app::Clue& clue : library.clues)
        for (const char* part : {".text", ".why"})
            keys.push_back("clue." + clue.id + part);
    for (const app::Scale& scale : library.scales)
        for (const app::Scale::Band& band : scale.bands)
            keys.push_back("phq4.reading." + band.reading);
    for (const app::Help& help : library.helps)
        for (const char* part : {".title", ".text", ".evidence"})
            keys.push_back("help." + help.id + part);
}

} // namespace

void check_words(const app::Library& library, Issues& issues) {
    Keys keys = {"option.yes", "option.no", "option.unsure"};
    keys_of_check(library, keys);
    keys_of_tables(library, keys);
    for (const std::string_view key : app::interface_words())
        if (!app::is_of_content(key)) keys.emplace_back(key);
    for (const std::string& key : keys)
        if (!library.words.has(key))
            issues.push_back({"words/" + library.words.language, "",
                              "no words " + json::quoted(key),
                              "a sentence or a list of sentences"});
}

} // namespace tautline::content
