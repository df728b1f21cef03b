#include "app/practices/relaxation.h"

#include "app/chapters/clocks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tautline::app {

namespace {

// A time at which a phase ends belongs to the next one, whatever small steps led there.
constexpr double rounding_s = 1e-6;

int part_at(double elapsed_s) {
    return static_cast<int>((elapsed_s + rounding_s) / relaxation_part_s);
}

std::string_view what_to_do(const RelaxationMoment& now) {
    if (now.phase == RelaxationPhase::get_ready) return way_key(now.part);
    return now.phase == RelaxationPhase::tighten ? "relax.tighten" : "relax.let_go";
}

std::string_view finish(Relaxation& relaxation) {
    relaxation = {};
    return "relax.done";
}

void live_along(Relaxation& relaxation, Chapters& chapters, double elapsed_s,
                const RelaxationMoment& now) {
    const auto part = static_cast<std::size_t>(now.part);
    for (std::size_t due = steps_due(relaxation.owed_s, elapsed_s, physiology::body_step_s);
         due > 0; --due) {
        physiology::BodyInputs inputs = inputs_now(chapters, Route::relaxation);
        if (now.phase == RelaxationPhase::tighten) inputs.effort_fraction[part] = relaxation_effort;
        live(chapters, inputs);
        ++relaxation.steps;
        if (at_sample(relaxation.steps, relaxation_sample_s))
            relaxation.working.push_back(static_cast<float>(chapters.body.muscles[part].active));
    }
}

} // namespace

std::string_view way_key(physiology::BackPart part) {
    constexpr std::array<std::string_view, physiology::back_parts> keys = {
        "relax.way.neck_shoulders", "relax.way.upper_back", "relax.way.low_back"};
    return keys[static_cast<std::size_t>(part)];
}

RelaxationMoment relaxation_moment(double elapsed_s) {
    const int part =
        std::clamp(part_at(elapsed_s), 0, static_cast<int>(physiology::back_parts) - 1);
    const double in_part_s = elapsed_s - part * relaxation_part_s;
    RelaxationMoment now;
    now.part = static_cast<physiology::BackPart>(part);
    if (in_part_s + rounding_s < get_ready_s) {
        now.left_s = get_ready_s - in_part_s;
        return now;
    }
    constexpr double round_s = tighten_s + let_go_s;
    now.round = std::min(static_cast<int>((in_part_s - get_ready_s + rounding_s) / round_s),
                         relaxation_rounds - 1);
    const double in_round_s = in_part_s - get_ready_s - now.round * round_s;
    const bool tightens = in_round_s + rounding_s < tighten_s;
    now.phase = tightens ? RelaxationPhase::tighten : RelaxationPhase::let_go;
    now.left_s = (tightens ? tighten_s : round_s) - in_round_s;
    return now;
}

std::string_view start_or_stop(Relaxation& relaxation) {
    const bool was_running = relaxation.running;
    relaxation = {};
    relaxation.running = !was_running;
    return was_running ? std::string_view{} : what_to_do(relaxation_moment(0));
}

std::string_view relax_along(Relaxation& relaxation, Chapters& chapters, double elapsed_s) {
    std::string_view said;
    while (relaxation.running && elapsed_s > 0) {
        const RelaxationMoment now = relaxation_moment(relaxation.elapsed_s);
        const double passes_s = std::min(elapsed_s, now.left_s);
        live_along(relaxation, chapters, passes_s, now);
        relaxation.elapsed_s += passes_s;
        elapsed_s -= passes_s;
        if (part_at(relaxation.elapsed_s) >= static_cast<int>(physiology::back_parts))
            return finish(relaxation);
        const RelaxationMoment next = relaxation_moment(relaxation.elapsed_s);
        if (next.phase != now.phase || next.part != now.part) said = what_to_do(next);
    }
    return said;
}

std::string_view leave_part_out(Relaxation& relaxation) {
    if (!relaxation.running) return {};
    const int next = part_at(relaxation.elapsed_s) + 1;
    if (next >= static_cast<int>(physiology::back_parts)) return finish(relaxation);
    relaxation.elapsed_s = next * relaxation_part_s;
    // What was left out has no muscle at work in the line.
    relaxation.owed_s = 0;
    relaxation.steps =
        static_cast<std::uint64_t>(std::lround(relaxation.elapsed_s / physiology::body_step_s));
    relaxation.working.resize(
        static_cast<std::size_t>(std::lround(relaxation.elapsed_s / relaxation_sample_s)), 0);
    return what_to_do(relaxation_moment(relaxation.elapsed_s));
}

} // namespace tautline::app
