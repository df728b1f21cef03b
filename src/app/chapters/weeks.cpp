#include "app/chapters/weeks.h"

#include <algorithm>
#include <cmath>

namespace tautline::app {

namespace {

using namespace physiology;

WeeksParams person(int body) {
    if (body == 0) return weeks_params(default_body_params());
    // Spread over the ensemble, so that each differs plainly from the last.
    return weeks_params(varied_body_params(fan_seed, static_cast<std::uint32_t>(body * 77)));
}

WeeksPlan plan_of(const WeeksView& view) {
    WeeksPlan plan{};
    for (int week = 0; week < view.stress_weeks; ++week)
        plan[static_cast<std::size_t>(week)].load.stress = view.stress_percent / 100;
    return plan;
}

void run(WeeksView& view) {
    if (view.fan) run_fan(*view.fan, plan_of(view));
}

} // namespace

void run_fan(Fan& fan, const WeeksPlan& plan) {
    set_plan(fan, plan);
    advance(fan, fan.bodies.size());
}

void open_weeks(WeeksView& view) {
    if (view.fan) return;
    view.fan = begin_fan(make_ensemble(fan_seed, fan_bodies), person(view.body), {});
    run(view);
}

bool press(WeeksView& view, Control control) {
    if (control != Control::weeks_another_body) return false;
    view.body = (view.body + 1) % (other_bodies + 1);
    if (!view.fan) return true;
    Fan& fan = *view.fan;
    fan.person = person(view.body);
    fan.person_start = state_after(fan.person, {});
    fan.person_line = run_plan(fan.person, fan.person_start, fan.plan);
    return true;
}

bool set(WeeksView& view, Control control, double value) {
    const int index = static_cast<int>(std::lround(value));
    switch (control) {
    case Control::weeks_stress_percent:
        view.stress_percent = std::clamp(value, 0.0, 100.0);
        break;
    case Control::weeks_stress_weeks:
        view.stress_weeks = std::clamp(index, 0, most_stress_weeks);
        break;
    case Control::weeks_quantity:
        view.quantity = std::clamp(index, 0, static_cast<int>(weeks_view_quantities.size()) - 1);
        return true;
    default:
        return false;
    }
    run(view);
    return true;
}

FanLines weeks_lines(const WeeksView& view) {
    if (!view.fan) return {};
    return fan_lines(*view.fan, weeks_view_quantities[static_cast<std::size_t>(view.quantity)]);
}

} // namespace tautline::app
