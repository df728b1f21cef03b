#include "base/date.h"

#include <cstddef>

namespace tautline {

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

} // namespace tautline
