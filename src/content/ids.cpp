#include "content/ids.h"

namespace tautline::content {

bool is_id(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-';
    });
}

std::vector<std::string> source_ids(const json::Cursor& cursor) {
    const auto member = cursor.member("sources");
    if (!member) return {};
    auto ids = member->texts();
    if (member->value().type == json::Type::array && member->value().items.empty())
        member->note("an empty list", "at least one source");
    return ids;
}

} // namespace tautline::content
