#include "cli/today.h"

#include "base/date.h"
#include "base/text.h"

#include <ctime>

namespace tautline::cli {

std::string today(Arguments& given) {
    if (given.has(today_option.name)) {
        std::string day(given.value(today_option.name));
        if (!is_date(day))
            given.refuse("the option --today takes a day like 2026-11-22, and not \"" +
                         on_one_line(day) + "\"");
        return day;
    }
    const std::time_t now = std::time(nullptr);
    std::tm here{};
    ::localtime_r(&now, &here);
    char text[16] = {};
    const std::size_t size = std::strftime(text, sizeof text, "%Y-%m-%d", &here);
    return std::string(text, size);
}

} // namespace tautline::cli
