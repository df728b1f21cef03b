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

void run(WeeksView& view) {
    if (!view.fan) return;
    run_fan(*view.fan, plan_of(view));
    show_quantity(view);
}

void another_body(WeeksView& view) {
    view.body = (view.body + 1) % (other_bodies + 1);
    if (!view.fan) return;
    Fan& fan = *view.fan;
    fan.person = person(view.body);
    fan.person_start = state_after(fan.person, {});
    fan.person_line = run_plan(fan.person, fan.person_start, fan.plan);
    show_quantity(view);
}

void show_quantity(WeeksView& view) {
    if (!view.fan) return;
    view.lines =
        fan_lines(*view.fan, weeks_view_quantities[static_cast<std::size_t>(view.quantity)]);
}

} // namespace tautline::app
