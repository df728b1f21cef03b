// How long the fan of bodies takes while a slider is dragged: 1,000 bodies over eight weeks, and
// what a smaller slice of it takes for slow machines. Prints one line of JSON.
#include "physiology/ensemble.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace tautline::physiology;

namespace {

double ms_since(std::chrono::steady_clock::time_point from) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from)
        .count();
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

// A slider at this place: every week but the last two is alike.
WeeksPlan plan_at(double part) {
    WeeksPlan plan;
    for (std::size_t week = 0; week < plan_weeks; ++week) {
        plan[week] = {.load = {.stress = week < 6 ? part : 0.1, .sleep_h = 6 + part},
                      .signal_h_per_day = week < 6 ? 4 + 6 * part : 1};
    }
    return plan;
}

} // namespace

int main() {
    constexpr std::size_t bodies = 1000, slice = 250;
    auto from = std::chrono::steady_clock::now();
    Ensemble ensemble = make_ensemble(1, bodies);
    const double drawn_ms = ms_since(from);
    Fan fan = begin_fan(std::move(ensemble), weeks_params(default_body_params()), {});

    std::vector<double> whole_ms, lines_ms, slice_ms;
    double sum = 0; // so that nothing is left out
    for (int i = 0; i < 21; ++i) {
        const WeeksPlan plan = plan_at(i / 20.0);
        from = std::chrono::steady_clock::now();
        set_plan(fan, plan);
        while (!advance(fan, bodies)) {
        }
        const double computed_ms = ms_since(from);
        const FanLines lines = fan_lines(fan, WeeksQuantity::gain);
        whole_ms.push_back(ms_since(from));
        lines_ms.push_back(whole_ms.back() - computed_ms);
        sum += static_cast<double>(lines.percentiles[2].back());
    }
    for (int i = 0; i < 21; ++i) {
        set_plan(fan, plan_at(1 - i / 20.0));
        from = std::chrono::steady_clock::now();
        advance(fan, slice);
        sum += static_cast<double>(fan_lines(fan, WeeksQuantity::gain).percentiles[2].back());
        slice_ms.push_back(ms_since(from));
    }
    std::printf("{\"fan_ms\": %.3f, \"fan_shortest_ms\": %.3f, \"percentiles_ms\": %.3f, "
                "\"slice_ms\": %.3f, "
                "\"draw_bodies_ms\": %.3f, \"checksum\": %.9f}\n",
                median(whole_ms), *std::min_element(whole_ms.begin(), whole_ms.end()),
                median(lines_ms), median(slice_ms), drawn_ms, sum);
}
