#include "base/date.h"
#include "content/read_numbers.h"

#include <algorithm>

namespace tautline::content {

namespace {

using json::Place;

std::vector<std::string> read_sources(const Place& document) {
    std::vector<std::string> ids;
    for (const Place& place : document.list("sources")) {
        if (!place.is_object({"id", "kind", "title", "link", "read", "note"})) continue;
        constexpr std::string_view kinds[] = {"official", "report", "table", "encyclopedia"};
        place.one_of("kind", kinds);
        for (const char* member : {"title", "link", "note"})
            place.text(member);
        if (const auto day = place.text("read"); day && !is_date(*day))
            place.member("read")->wrong("the day it was read, \"2026-11-30\"");
        if (auto id = place.text("id")) ids.push_back(*std::move(id));
    }
    return ids;
}

void check(const Place& place, const std::vector<std::string>& sources, bool crisis) {
    if (crisis ? !place.is_object({"number", "name", "hours", "source", "says"})
               : !place.is_object({"number", "source", "says"}))
        return;
    constexpr std::string_view always[] = {"24/7"};
    if (crisis) place.one_of("hours", always);
    place.text("says");
    const auto source = place.text("source");
    if (source && std::find(sources.begin(), sources.end(), *source) == sources.end())
        place.member("source")->wrong("the id of one of the file's sources");
}

} // namespace

std::size_t check_number_sources(const Place& document) {
    const std::vector<std::string> sources = read_sources(document);
    std::size_t looked_at = 0;
    for (const Place& region : document.list("regions")) {
        if (const auto call = region.member("call")) check(*call, sources, false);
        for (const Place& line : region.list("crisis")) {
            check(line, sources, true);
            ++looked_at;
        }
        ++looked_at;
    }
    return looked_at;
}

} // namespace tautline::content
