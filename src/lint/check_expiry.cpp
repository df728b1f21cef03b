#include "base/date.h"
#include "base/json.h"
#include "content/parse.h"
#include "lint/checks.h"

#include <string>

namespace tautline::lint {

namespace {

constexpr std::string_view dated_file = "sources.json", member = "look_again_by";

std::string day_of(const Pack& pack) {
    Issues ignored; // the same file was read without an issue before
    for (const content::File& each : pack.files) {
        if (each.path != dated_file) continue;
        const auto value = content::parse(each.text, content::file_limits, each.path, ignored);
        const json::Value* day = value ? value->find(member) : nullptr;
        return day != nullptr ? day->text : "";
    }
    return "";
}

} // namespace

Expiry check_expiry(const Pack& pack, std::string_view today) {
    Expiry expiry;
    const std::string day = day_of(pack);
    const auto issue = [&](std::string found, std::string expected) {
        return Issue{std::string(dated_file), json::pointer_to("", member), std::move(found),
                     std::move(expected)};
    };
    if (!day.empty() && !is_date(day)) {
        expiry.issues.push_back(issue(json::quoted(day), "a date like \"2026-11-22\""));
        return expiry;
    }
    if (day.empty()) {
        expiry.notices.push_back(issue("no day", "the day by which the sources must be looked at "
                                                 "again, which nobody is reminded of without it"));
        return expiry;
    }
    const int left = days_between(today, day);
    if (left < 0)
        expiry.issues.push_back(
            issue(json::quoted(day) + ", and today is " + json::quoted(today),
                  "sources that were looked at again, and the next day for it"));
    else if (left <= days_of_warning)
        expiry.notices.push_back(issue(
            json::quoted(day) + ", in " + std::to_string(left) + (left == 1 ? " day" : " days"),
            "sources that are looked at again until then, and the next day for it"));
    return expiry;
}

} // namespace tautline::lint
