// Days as content, answers and commands write them.
#pragma once

#include <string_view>

namespace tautline {

// Whether this is a day of the calendar, written "2026-11-22": the years 0001 to 9999, no 30th of
// February, no time and no time zone.
bool is_date(std::string_view text);

// How many days from one day (is_date) to another; negative when the other is earlier.
int days_between(std::string_view from, std::string_view to);

} // namespace tautline
