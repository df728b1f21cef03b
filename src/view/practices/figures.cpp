#include "view/practices/figures.h"

#include "base/text.h"
#include "physiology/alarm.h"
#include "view/figures/amounts.h"
#include "view/figures/back.h"

#include <array>
#include <cmath>

namespace tautline::view {

BreathingFigure breathing_figure(const app::Words& words, const app::Pacer& pacer) {
    const physiology::AlarmParams params = physiology::default_alarm_params();
    BreathingFigure figure;
    figure.running = pacer.running;
    if (!pacer.running) {
        figure.fill = 0.35f;
        figure.cue = words.text("pacer.ready");
        return figure;
    }
    const physiology::PacedBreath breath = physiology::paced_breath(params, pacer.elapsed_s);
    figure.fill = static_cast<float>(breath.lung_fill);
    figure.breathing_in = breath.breathing_in;
    figure.cue = words.text(breath.breathing_in ? "pacer.in" : "pacer.out");
    const auto left = static_cast<long>(std::ceil(app::pacer_length_s - pacer.elapsed_s));
    figure.remaining =
        fill(words.text("pacer.remaining"),
             {{"minutes", std::to_string(left / 60)}, {"seconds", std::to_string(left % 60)}});
    return figure;
}

std::string describe_breathing(const app::Words& words, const app::AppState& state) {
    const auto now =
        physiology::readouts(state.chapters.body.alarm, physiology::default_alarm_params());
    return fill(words.text("pacer.body"), {{"heart_rate", whole(now.heart_rate_bpm)},
                                           {"breaths", whole(now.breaths_per_min)}});
}

std::string relaxation_cue(const app::Words& words, const app::Relaxation& relaxation) {
    if (!relaxation.running) return words.text("pacer.ready");
    constexpr std::array<std::string_view, 3> keys = {"relax.clock.ready", "relax.clock.tighten",
                                                      "relax.clock.let_go"};
    const app::RelaxationMoment now = app::relaxation_moment(relaxation.elapsed_s);
    return fill(words.text(keys[static_cast<std::size_t>(now.phase)]),
                {{"n", whole(std::ceil(now.left_s - 1e-6))}});
}

MuscleFigure relaxation_figure(const app::Words& words, const app::AppState& state) {
    const app::Relaxation& relaxation = state.relaxation;
    const app::RelaxationMoment now = app::relaxation_moment(relaxation.elapsed_s);
    MuscleFigure figure = back_now(words, state.chapters.body, static_cast<MuscleRegion>(now.part));
    figure.working = relaxation.running && now.phase == app::RelaxationPhase::tighten;
    figure.clock = relaxation_cue(words, relaxation);
    figure.line_of_working = true;
    // Nobody counts fibres while letting go.
    figure.part_name = words.text(region_key(static_cast<std::size_t>(now.part)));
    Trace trace;
    trace.label = words.text("relax.trace");
    trace.low = 0;
    trace.high = 50;
    trace.to = static_cast<float>(app::relaxation_length_s);
    trace.step = static_cast<float>(app::relaxation_sample_s);
    trace.now = static_cast<float>(relaxation.elapsed_s);
    trace.time_unit = words.text("unit.seconds");
    for (float share : relaxation.working)
        trace.values.push_back(share * 100);
    for (std::size_t part = 0; part <= physiology::back_parts; ++part)
        trace.tick_labels.push_back(whole(app::relaxation_part_s * static_cast<double>(part)));
    figure.traces.push_back(std::move(trace));
    return figure;
}

std::string describe_relaxation(const app::Words& words, const app::AppState& state) {
    const auto part =
        static_cast<std::size_t>(app::relaxation_moment(state.relaxation.elapsed_s).part);
    const physiology::MuscleState& muscle = state.chapters.body.muscles[part];
    return fill(words.text("relax.body"), {{"part", words.text(region_key(part))},
                                           {"working", of_hundred(muscle.active)},
                                           {"tired", of_hundred(muscle.fatigued)}});
}

} // namespace tautline::view
