#include "app/practices/relaxation.h"

#include "app/navigation.h"
#include "app/practices/along.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace tautline::app {

namespace {

// A time at which a phase ends belongs to the next one, whatever small steps led there.
constexpr double rounding_s = 1e-6;

int part_at(double elapsed_s) {
    return static_cast<int>((elapsed_s + rounding_s) / relaxation_part_s);
}

void say_what_to_do(AppState& state, const RelaxationMoment& now) {
    if (now.phase == RelaxationPhase::get_ready)
        say(state, std::string(way_key(now.part)));
    else
        say(state, now.phase == RelaxationPhase::tighten ? "relax.tighten" : "relax.let_go");
}

void finish(AppState& state) {
    state.relaxation = {};
    say(state, "relax.done");
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

void start_or_stop(AppState& state) {
    const bool was_running = state.relaxation.running;
    state.relaxation = {};
    state.relaxation.running = !was_running;
    if (!was_running) say_what_to_do(state, relaxation_moment(0));
}

void pass_relaxation(AppState& state, double elapsed_s) {
    while (state.relaxation.running && elapsed_s > 0) {
        const RelaxationMoment now = relaxation_moment(state.relaxation.elapsed_s);
        const double passes_s = std::min(elapsed_s, now.left_s);
        relax_along(state, passes_s, now);
        state.relaxation.elapsed_s += passes_s;
        elapsed_s -= passes_s;
        if (part_at(state.relaxation.elapsed_s) >= static_cast<int>(physiology::back_parts))
            return finish(state);
        const RelaxationMoment next = relaxation_moment(state.relaxation.elapsed_s);
        if (next.phase != now.phase || next.part != now.part) say_what_to_do(state, next);
    }
}

void leave_part_out(AppState& state) {
    if (!state.relaxation.running) return;
    const int next = part_at(state.relaxation.elapsed_s) + 1;
    if (next >= static_cast<int>(physiology::back_parts)) return finish(state);
    state.relaxation.elapsed_s = next * relaxation_part_s;
    // What was left out has no muscle at work in the line.
    state.relaxation.owed_s = 0;
    state.relaxation.steps = static_cast<std::uint64_t>(
        std::lround(state.relaxation.elapsed_s / physiology::body_step_s));
    state.relaxation.working.resize(
        static_cast<std::size_t>(std::lround(state.relaxation.elapsed_s / relaxation_sample_s)), 0);
    say_what_to_do(state, relaxation_moment(state.relaxation.elapsed_s));
}

} // namespace tautline::app
