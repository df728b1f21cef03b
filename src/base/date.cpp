#include "base/date.h"

#include <cstddef>

namespace tautline {

namespace {

int number(std::string_view digits) {
    int value = 0;
    for (const char digit : digits)
        value = value * 10 + (digit - '0');
    return value;
}

// Days since the first of March of the year 0: with the leap day at a year's end, months are
// regular.
int day_number(std::string_view date) {
    const int month = number(date.substr(5, 2)), from_march = (month + 9) % 12;
    const int year = number(date.substr(0, 4)) - (month < 3 ? 1 : 0);
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * from_march + 2) / 5 +
           number(date.substr(8, 2)) - 1;
}

} // namespace

bool is_date(std::string_view text) {
    constexpr std::string_view shape = "dddd-dd-dd";
    if (text.size() != shape.size()) return false;
    int parts[3] = {}; // year, month, day
    int* part = parts;
    for (std::size_t i = 0; i < shape.size(); ++i) {
        if (shape[i] == '-') {
            if (text[i] != '-') return false;
            ++part;
        } else {
            if (text[i] < '0' || text[i] > '9') return false;
            *part = *part * 10 + (text[i] - '0');
        }
    }
    const auto [year, month, day] = parts;
    if (year < 1 || month < 1 || month > 12) return false;
    const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    const int days = month == 2 ? (leap ? 29 : 28) : 30 + (month + month / 8) % 2;
    return day >= 1 && day <= days;
}

int days_between(std::string_view from, std::string_view to) {
    return day_number(to) - day_number(from);
}

} // namespace tautline
