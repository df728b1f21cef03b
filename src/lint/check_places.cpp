#include "base/json.h"
#include "lint/checks.h"
#include "lint/places.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

namespace tautline::lint {

namespace {

using Names = std::set<std::string, std::less<>>;

// The names in braces; `whole` is false when a brace stands alone or holds no name.
Names names_in(std::string_view text, bool& whole) {
    Names names;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '}') whole = false;
        if (text[at] != '{') continue;
        const std::size_t end = text.find('}', at);
        const std::string_view name =
            end == std::string_view::npos ? "" : text.substr(at + 1, end - at - 1);
        const bool good = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || c == '_';
        });
        if (!good) {
            whole = false;
            continue;
        }
        names.emplace(name);
        at = end;
    }
    return names;
}

Names expected_of(std::string_view key) {
    Names names;
    const auto places = filled_places();
    const auto found = std::lower_bound(
        places.begin(), places.end(), key,
        [](const PlacesOf& one, std::string_view other) { return one.key < other; });
    if (found == places.end() || found->key != key) return names;
    for (std::size_t at = 0; at < found->names.size();) {
        const std::size_t end = std::min(found->names.find(' ', at), found->names.size());
        names.emplace(found->names.substr(at, end - at));
        at = end + 1;
    }
    return names;
}

std::string listed(const Names& names) {
    std::string list;
    for (const std::string& name : names)
        list += (list.empty() ? "{" : ", {") + name + "}";
    return list.empty() ? "no place in braces" : list;
}

} // namespace

Checked check_places(const Pack& pack) {
    Checked checked;
    for (const Language& language : pack.languages) {
        struct Found {
            const Text* first = nullptr;
            Names names;
        };
        std::map<std::string, Found> by_key;
        for (const Text& text : language.texts) {
            ++checked.looked_at;
            bool whole = true;
            Names names = names_in(text.text, whole);
            if (!whole)
                checked.issues.push_back({text.file, text.pointer,
                                          "braces that hold no name: " + json::quoted(text.text),
                                          "{name}, or no braces"});
            Found& found = by_key[text.key];
            if (found.first == nullptr) found.first = &text;
            found.names.merge(names);
        }
        for (const auto& [key, found] : by_key) {
            const Names expected = expected_of(key);
            if (found.names != expected)
                checked.issues.push_back({found.first->file, json::pointer_to("", key),
                                          listed(found.names), listed(expected)});
        }
    }
    return checked;
}

} // namespace tautline::lint
