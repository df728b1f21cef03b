#include "content/ids.h"

namespace tautline::content {

bool is_id(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-';
    });
}

bool is_date(std::string_view text) {
    constexpr std::string_view shape = "dddd-dd-dd";
    if (text.size() != shape.size()) return false;
    for (std::size_t i = 0; i < shape.size(); ++i)
        if (shape[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != '-') return false;
    return true;
}

std::vector<std::string> source_ids(const json::Place& place) {
    const auto member = place.member("sources");
    if (!member) return {};
    auto ids = member->texts();
    if (member->value().type == json::Type::array && member->value().items.empty())
        member->note("an empty list", "at least one source");
    return ids;
}

} // namespace tautline::content
