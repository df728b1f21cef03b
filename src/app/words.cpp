#include "app/words.h"

namespace tautline::app {

bool Words::is_borrowed(std::string_view key) const {
    return borrowed.find(key) != borrowed.end();
}

bool Words::has(std::string_view key) const {
    return entries.find(key) != entries.end();
}

std::string Words::text(std::string_view key) const {
    if (asked) asked->emplace(key);
    const auto entry = entries.find(key);
    if (entry == entries.end() || entry->second.empty()) return "[[" + std::string(key) + "]]";
    return entry->second.front();
}

std::vector<std::string> Words::list(std::string_view key) const {
    if (asked) asked->emplace(key);
    const auto entry = entries.find(key);
    return entry == entries.end() ? std::vector<std::string>{text(key)} : entry->second;
}

} // namespace tautline::app
