#include "content/read_numbers.h"

#include "base/date.h"

#include <algorithm>
#include <utility>

namespace tautline::content {

namespace {

using json::Cursor;

bool is_made_of(std::string_view text, std::size_t least, std::size_t most, char first, char last) {
    return text.size() >= least && text.size() <= most &&
           std::all_of(text.begin(), text.end(), [&](char c) { return c >= first && c <= last; });
}

class Reader {
public:
    explicit Reader(const Cursor& document) : document_{document} {}

    app::EmergencyNumbers read() {
        app::EmergencyNumbers numbers;
        numbers.sourced = document_.member("sources").has_value();
        if (numbers.sourced) read_sources();
        for (const Cursor& cursor : document_.list("regions")) {
            if (!cursor.is_object({"region", "call"}, {"crisis"})) continue;
            app::RegionNumbers region{region_in(cursor, "region"), {}, {}};
            if (numbers.of(region.region))
                cursor.member("region")->note(json::quoted(region.region) + " a second time",
                                              "each region once");
            if (const auto call = cursor.member("call"))
                region.call = number_in(*call, {"number"}, {"source", "says"});
            for (const Cursor& line : cursor.list("crisis"))
                region.crisis.push_back(
                    number_in(line, {"number", "hours"}, {"name", "source", "says"}));
            numbers.regions.push_back(std::move(region));
        }
        if (document_.member("here")) numbers.here = region_in(document_, "here");
        return numbers;
    }

private:
    void read_sources() {
        for (const Cursor& cursor : document_.list("sources")) {
            if (!cursor.is_object({"id", "kind", "title", "link", "read", "note"})) continue;
            constexpr std::string_view kinds[] = {"official", "report", "table", "encyclopedia"};
            cursor.one_of("kind", kinds);
            if (const auto day = cursor.text("read"); day && !is_date(*day))
                cursor.member("read")->wrong("the day it was read, \"2026-11-30\"");
            for (const char* member : {"title", "link", "note"})
                cursor.text(member);
            if (auto id = cursor.text("id")) sources_.push_back(*std::move(id));
        }
    }

    std::string region_in(const Cursor& cursor, std::string_view name) const {
        const auto region = cursor.text(name);
        if (!region) return "";
        if (!is_made_of(*region, 2, 2, 'A', 'Z'))
            cursor.member(name)->wrong("a region of ISO 3166-1, \"ES\"");
        return *region;
    }

    std::string number_in(const Cursor& cursor, std::initializer_list<std::string_view> required,
                          std::initializer_list<std::string_view> optional) const {
        if (!cursor.is_object(required, optional)) return "";
        const auto number = cursor.text("number");
        if (number && !is_made_of(*number, 2, 15, '0', '9'))
            cursor.member("number")->wrong("two to fifteen digits, as they are dialled");
        constexpr std::string_view always[] = {"24/7"};
        if (cursor.member("hours")) cursor.one_of("hours", always);
        if (sources_.empty()) return number.value_or("");
        for (const char* member : {"source", "says"})
            if (!cursor.member(member))
                cursor.note(std::string("no ") + member, "where the number was read, and what "
                                                         "stands there");
        const auto source = cursor.text("source");
        if (source && std::find(sources_.begin(), sources_.end(), *source) == sources_.end())
            cursor.member("source")->wrong("the id of one of the sources above");
        cursor.text("says");
        return number.value_or("");
    }

    const Cursor& document_;
    std::vector<std::string> sources_; // their ids
};

} // namespace

app::EmergencyNumbers read_numbers(const Cursor& document) {
    if (!document.is_object({"format", "version", "regions"}, {"sources", "here"})) return {};
    json::is_format(document, "tautline-emergency-numbers");
    return Reader(document).read();
}

} // namespace tautline::content
