#include "app/interface_words.h"
#include "base/json.h"
#include "content/check_library.h"
#include "lint/checks.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace tautline::lint {

namespace {

// Words for something with an id, and whether there is such a thing.
struct Family {
    std::string_view stem;
    bool (*knows)(const app::Library& library, std::string_view id);
};

template <typename List>
bool has_id(const List& list, std::string_view id) {
    return std::any_of(list.begin(), list.end(), [&](const auto& thing) { return thing.id == id; });
}

constexpr Family families[] = {
    {"item.", [](const app::Library& l, std::string_view id) { return has_id(l.check.items, id); }},
    {"page.", [](const app::Library& l, std::string_view id) { return has_id(l.pages, id); }},
    {"note.", [](const app::Library& l, std::string_view id) { return has_id(l.check.notes, id); }},
    {"sign.", [](const app::Library& l, std::string_view id) { return has_id(l.signs, id); }},
    {"clue.", [](const app::Library& l, std::string_view id) { return has_id(l.clues, id); }},
    {"help.", [](const app::Library& l, std::string_view id) { return has_id(l.helps, id); }},
};

// Words that scripts and the page's HTML ask for, and no screen.
bool is_outside_screens(std::string_view file) {
    for (std::string_view name : {"/kiosk.json", "/shell.json", "/embed.json", "/language.json"})
        if (file.ends_with(name)) return true;
    return false;
}

void check_strays(const Language& language, Checked& checked) {
    const auto interface = app::interface_words();
    const std::set<std::string_view> asked(interface.begin(), interface.end());
    for (const Text& text : language.texts) {
        if (text.index != 0) continue;
        if (!app::is_of_content(text.key) && !is_outside_screens(text.file) &&
            !asked.contains(text.key))
            checked.issues.push_back({text.file, text.pointer, "words that nothing asks for",
                                      "the keys of our own English words"});
        for (const Family& family : families) {
            if (text.key.rfind(family.stem, 0) != 0) continue;
            const std::string id = text.key.substr(
                family.stem.size(), text.key.find('.', family.stem.size()) - family.stem.size());
            if (!family.knows(language.library, id))
                checked.issues.push_back({text.file, text.pointer,
                                          "words for " + json::quoted(id) + ", which is not there",
                                          "words only for things of this pack"});
        }
    }
}

using ByKey = std::map<std::string, std::pair<const Text*, std::size_t>>; // first text, how many

ByKey by_key(const Language& language) {
    ByKey keys;
    for (const Text& text : language.texts)
        ++keys.emplace(text.key, std::pair(&text, 0)).first->second.second;
    return keys;
}

// The same file in another language: "words/en/later/about.json" -> "words/es/later/about.json".
std::string file_in(const std::string& tag, const std::string& file) {
    return "words/" + tag + file.substr(file.find('/', std::string_view("words/").size()));
}

bool is_choice(std::string_view key) { // code knows what each of its entries stands for
    constexpr std::string_view end = ".options";
    return key.size() > end.size() && key.substr(key.size() - end.size()) == end;
}

} // namespace

Checked check_languages(const Pack& pack) {
    Checked checked;
    content::check_words(pack.library(), checked.issues);
    const ByKey first = by_key(pack.languages.front());
    checked.looked_at = first.size();
    check_strays(pack.languages.front(), checked);
    for (std::size_t i = 1; i < pack.languages.size(); ++i) {
        const Language& language = pack.languages[i];
        const ByKey keys = by_key(language);
        checked.looked_at += keys.size();
        if (language.library.records.form_in(language.tag).empty())
            checked.issues.push_back({"health-records.json", "/translations",
                                      "no address for the form in " + json::quoted(language.tag),
                                      "an address of its own for each language"});
        for (const auto& [key, place] : first)
            if (keys.count(key) == 0 && !language.library.words.is_borrowed(key))
                checked.issues.push_back({file_in(language.tag, place.first->file), "",
                                          "no words " + json::quoted(key),
                                          "the words that " + place.first->file + " has"});
        for (const auto& [key, place] : keys) {
            const auto same = first.find(key);
            if (same == first.end())
                checked.issues.push_back({place.first->file, json::pointer_to("", key),
                                          "words that no other language has",
                                          "the keys of words/" + pack.languages.front().tag});
            else if (is_choice(key) && same->second.second != place.second)
                checked.issues.push_back(
                    {place.first->file, json::pointer_to("", key),
                     std::to_string(place.second) + " choices",
                     std::to_string(same->second.second) + ", in the same order"});
        }
    }
    return checked;
}

} // namespace tautline::lint
