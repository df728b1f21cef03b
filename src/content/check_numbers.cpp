#include "base/date.h"
#include "content/read_numbers.h"

#include <algorithm>

namespace tautline::content {

namespace {

using json::Cursor;

std::vector<std::string> read_sources(const Cursor& document) {
    std::vector<std::string> ids;
    for (const Cursor& cursor : document.list("sources")) {
        if (!cursor.is_object({"id", "kind", "title", "link", "read", "note"})) continue;
        constexpr std::string_view kinds[] = {"official", "report", "table", "encyclopedia"};
        cursor.one_of("kind", kinds);
        for (const char* member : {"title", "link", "note"})
            cursor.text(member);
        if (const auto day = cursor.text("read"); day && !is_date(*day))
            cursor.member("read")->wrong("the day it was read, \"2026-11-30\"");
        if (auto id = cursor.text("id")) ids.push_back(*std::move(id));
    }
    return ids;
}

void check(const Cursor& cursor, const std::vector<std::string>& sources, bool crisis) {
    if (crisis ? !cursor.is_object({"number", "name", "hours", "source", "says"})
               : !cursor.is_object({"number", "source", "says"}))
        return;
    constexpr std::string_view always[] = {"24/7"};
    if (crisis) cursor.one_of("hours", always);
    cursor.text("says");
    const auto source = cursor.text("source");
    if (source && std::find(sources.begin(), sources.end(), *source) == sources.end())
        cursor.member("source")->wrong("the id of one of the file's sources");
}

} // namespace

std::size_t check_number_sources(const Cursor& document) {
    const std::vector<std::string> sources = read_sources(document);
    std::size_t looked_at = 0;
    for (const Cursor& region : document.list("regions")) {
        if (const auto call = region.member("call")) check(*call, sources, false);
        for (const Cursor& line : region.list("crisis")) {
            check(line, sources, true);
            ++looked_at;
        }
        ++looked_at;
    }
    return looked_at;
}

} // namespace tautline::content
