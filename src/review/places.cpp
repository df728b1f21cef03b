#include "review/places.h"

#include "lint/screens.h"

#include <algorithm>

namespace tautline::review {

namespace {

constexpr std::size_t most_screens = 3;

// "item.age.option.50-plus" is "item", "age", "option", "50-plus".
std::vector<std::string_view> steps_of(std::string_view key) {
    std::vector<std::string_view> steps;
    for (std::size_t at = 0; at <= key.size();) {
        const std::size_t end = std::min(key.find('.', at), key.size());
        steps.push_back(key.substr(at, end - at));
        at = end + 1;
    }
    return steps;
}

template <typename Thing>
std::vector<std::string> sources_of(const std::vector<Thing>& things, std::string_view id) {
    for (const Thing& thing : things)
        if (thing.id == id) return thing.sources;
    return {};
}

} // namespace

Seen seen_on_screens(const app::Library& library) {
    app::Library noted = library;
    std::set<std::string, std::less<>> asked;
    noted.words.asked = &asked;
    Seen seen;
    lint::each_screen(noted, [&](const std::string& name, const view::Screen&) {
        for (const std::string& key : asked) {
            auto& names = seen[key];
            if (names.size() < most_screens &&
                std::find(names.begin(), names.end(), name) == names.end())
                names.push_back(name);
        }
        asked.clear();
    });
    return seen;
}

std::vector<std::string> cited_by(const app::Library& library, std::string_view key) {
    const auto steps = steps_of(key);
    if (steps.size() < 2) return {};
    const assess::Definition& check = library.check;
    const std::string_view family = steps[0], id = steps[1];
    if (family == "item") {
        const auto index = check.item_index(id);
        if (!index) return {};
        const assess::Item& item = check.items[*index];
        if (steps.size() == 4 && steps[2] == "option")
            if (const auto option = item.option_index(steps[3]))
                return item.options[*option].sources;
        return item.sources;
    }
    if (family == "note") return sources_of(check.notes, id);
    if (family == "care" || family == "pattern") return sources_of(check.results, id);
    if (family == "claim") return sources_of(library.claims, id);
    if (family == "sign") return sources_of(library.signs, id);
    if (family == "help") return sources_of(library.helps, id);
    if (family == "chapter") return sources_of(library.chapters, id);
    if (family == "reason" || family == "advice") {
        const auto index = check.item_index(id);
        return index ? check.items[*index].sources : std::vector<std::string>();
    }
    return {};
}

} // namespace tautline::review
