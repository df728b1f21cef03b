#include "content/read_numbers.h"

#include <algorithm>
#include <utility>

namespace tautline::content {

namespace {

using json::Cursor;

bool is_made_of(std::string_view text, char first, char last) {
    return std::all_of(text.begin(), text.end(), [&](char c) { return c >= first && c <= last; });
}

std::string region_in(const Cursor& cursor, std::string_view name) {
    const std::string region = cursor.text(name).value_or("");
    if (region.size() != 2 || !is_made_of(region, 'A', 'Z'))
        cursor.note(json::quoted(region), "a region of ISO 3166-1, \"ES\"");
    return region;
}

void read_number(const Cursor& cursor, std::vector<std::string>& numbers) {
    const std::string number = cursor.text("number").value_or("");
    if (number.size() < 2 || number.size() > 15 || !is_made_of(number, '0', '9'))
        cursor.note(json::quoted(number), "two to fifteen digits, as they are dialled");
    numbers.push_back(number);
}

} // namespace

app::EmergencyNumbers read_numbers(const Cursor& document) {
    app::EmergencyNumbers read;
    if (!document.is_object({"format", "version", "regions"}, {"sources", "here"})) return read;
    json::is_format(document, "tautline-emergency-numbers");
    for (const Cursor& cursor : document.list("regions")) {
        if (!cursor.is_object({"region", "call"}, {"crisis"})) continue;
        std::vector<std::string> numbers;
        if (const auto call = cursor.member("call")) read_number(*call, numbers);
        for (const Cursor& line : cursor.list("crisis"))
            read_number(line, numbers);
        const std::string region = region_in(cursor, "region");
        if (!read.regions.emplace(region, std::move(numbers)).second)
            cursor.note(json::quoted(region) + " a second time", "each region once");
    }
    if (document.member("here")) read.here = region_in(document, "here");
    return read;
}

} // namespace tautline::content
