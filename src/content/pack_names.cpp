#include "content/pack_names.h"

#include <algorithm>
#include <iterator>

namespace tautline::content {

namespace {

template <typename List>
bool is_in(const List& list, std::string_view name) {
    return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

} // namespace

bool is_table(std::string_view path) {
    constexpr std::string_view tables[] = {
        "assessment.json",        "chapters.json",       "claims.json",
        "emergency-numbers.json", "health-records.json", "scales.json",
        "sources.json",           "warning-signs.json",  "what-helps.json"};
    return is_in(tables, path);
}

bool is_words(std::string_view path) {
    constexpr std::string_view folder = "words/";
    constexpr std::string_view names[] = {
        "about.json",     "chapters.json",      "claims.json",    "embed.json",    "home.json",
        "interface.json", "kiosk.json",         "language.json",  "own-body.json", "phq4.json",
        "results.json",   "self-check.json",    "settings.json",  "shell.json",    "story.json",
        "summary.json",   "warning-signs.json", "what-helps.json"};
    if (path.substr(0, folder.size()) != folder) return false;
    path.remove_prefix(folder.size());
    const std::size_t slash = path.find('/');
    if (slash == path.npos || !is_language_tag(path.substr(0, slash))) return false;
    path.remove_prefix(slash + 1);
    if (path.starts_with(later_words)) path.remove_prefix(later_words.size());
    return is_in(names, path);
}

bool is_for_authors(std::string_view path) {
    constexpr std::string_view folder = "schema/", end = ".schema.json";
    return path == "lint.json" || path == "sign-off.json" ||
           (path.size() > folder.size() + end.size() && path.substr(0, folder.size()) == folder &&
            path.find('/', folder.size()) == path.npos && path[folder.size()] != '.' &&
            path.substr(path.size() - end.size()) == end);
}

bool is_document(std::string_view path) {
    constexpr std::string_view names[] = {"README.md", "hazard-log.md", "intended-purpose.md"};
    return is_in(names, path);
}

bool is_language_tag(std::string_view name) {
    const std::size_t primary = std::min(name.find('-'), name.size());
    if (primary < 2 || primary > 8 || !std::all_of(name.begin(), name.begin() + primary, is_letter))
        return false;
    return name.back() != '-' && name.find("--") == name.npos &&
           std::all_of(name.begin(), name.end(),
                       [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-'; });
}

} // namespace tautline::content
