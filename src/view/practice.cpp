#include "view/practice.h"

#include "base/text.h"
#include "physiology/alarm.h"

#include <cmath>

namespace tautline::view {

namespace {

std::string whole(double value) {
    return fixed(std::round(value), 0);
}

} // namespace

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
    const auto now = physiology::readouts(state.body.alarm, physiology::default_alarm_params());
    return fill(words.text("pacer.body"), {{"heart_rate", whole(now.heart_rate_bpm)},
                                           {"breaths", whole(now.breaths_per_min)}});
}

} // namespace tautline::view
