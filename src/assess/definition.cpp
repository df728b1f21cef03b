#include "assess/definition.h"

namespace tautline::assess {

namespace {

template <typename T>
std::optional<std::size_t> index_with_id(const std::vector<T>& things, std::string_view id) {
    for (std::size_t i = 0; i < things.size(); ++i)
        if (things[i].id == id) return i;
    return std::nullopt;
}

} // namespace

std::optional<std::size_t> Item::option_index(std::string_view option_id) const {
    return index_with_id(options, option_id);
}

std::optional<std::size_t> Definition::item_index(std::string_view item_id) const {
    return index_with_id(items, item_id);
}

std::string_view name(Kind kind) {
    constexpr std::string_view names[] = {"flag", "one", "many"};
    return names[static_cast<std::size_t>(kind)];
}

std::string_view name(Group group) {
    constexpr std::string_view names[] = {"about-you", "warning-sign", "pattern", "phq4"};
    return names[static_cast<std::size_t>(group)];
}

} // namespace tautline::assess
