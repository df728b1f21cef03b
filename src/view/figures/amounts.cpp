#include "view/figures/amounts.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace tautline::view {

std::string whole(double value) {
    return fixed(std::round(value), 0);
}

float narrow(double value) {
    return static_cast<float>(value);
}

std::string of_hundred(double fraction) {
    return whole(std::clamp(fraction, 0.0, 1.0) * 100);
}

std::string duration_text(const app::Words& words, double seconds) {
    const auto all = static_cast<long>(std::floor(std::max(0.0, seconds) + 1e-6));
    const std::string m = std::to_string(all / 60), s = std::to_string(all % 60);
    if (all < 60) return fill(words.text("value.seconds"), {{"n", s}});
    if (all % 60 == 0) return fill(words.text("value.minutes"), {{"n", m}});
    return fill(words.text("value.minutes_seconds"), {{"m", m}, {"s", s}});
}

std::string clock_text(const app::Words& words, double hour) {
    const auto minutes = static_cast<long>(std::floor(hour * 60 + 0.5)) % 1440;
    std::string minute = std::to_string(minutes % 60);
    if (minute.size() < 2) minute.insert(0, "0");
    return fill(words.text("value.clock_time"),
                {{"h", std::to_string(minutes / 60)}, {"m", minute}});
}

std::string minute_mark(double seconds) {
    const double minutes = seconds / 60;
    return fixed(minutes, minutes == std::floor(minutes) ? 0 : 1);
}

} // namespace tautline::view
