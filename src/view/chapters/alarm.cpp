// Chapter 1, the alarm: its figure, the figure in a sentence, and its controls.
#include "base/text.h"
#include "view/chapters/chapter.h"
#include "view/chapters/simulations.h"
#include "view/figures/amounts.h"
#include "view/screen/controls.h"
#include "view/screens.h"

#include <algorithm>
#include <cmath>

namespace tautline::view {

namespace {

using namespace physiology;
using app::Control;

// The alarm counts as rising while the heart is still on its way up, and as settled when the rise
// is almost gone.
constexpr double rising_s = 20, settled_bpm = 2;
constexpr double carried_tired_share = 0.05; // of fibres: what the muscles left is worth a line

Trace alarm_trace(const app::Words& words, std::string_view name, const std::vector<float>& values,
                  float low, float high, double scale, double start_s, double now_s, int decimals) {
    const std::string key = "figure.trace." + std::string(name);
    Trace trace;
    trace.label = words.text(key);
    trace.unit = words.text(key + ".unit");
    trace.low = low;
    trace.high = high;
    trace.from = narrow(start_s);
    trace.to = narrow(start_s + app::alarm_window_s);
    trace.now = narrow(now_s);
    trace.step = narrow(app::alarm_sample_s);
    trace.time_unit = words.text("unit.minutes");
    trace.shown_per_unit = 1.0f / 60;
    for (float value : values)
        trace.values.push_back(narrow(static_cast<double>(value) * scale));
    trace.now_text =
        (trace.values.empty() ? "" : fixed(static_cast<double>(trace.values.back()), decimals)) +
        " " + trace.unit;
    for (int i = 0; i <= 4; ++i)
        trace.tick_labels.push_back(minute_mark(start_s + app::alarm_window_s * i / 4));
    return trace;
}

} // namespace

AlarmFigure alarm_figure(const app::Words& words, const app::AppState& state) {
    const app::AlarmChapter& chapter = state.chapters.alarm;
    const AlarmState& body = state.chapters.body.alarm;
    const AlarmReadouts now = readouts(body, default_alarm_params());
    const double now_s = static_cast<double>(chapter.steps) * body_step_s;
    const double signal = app::alarm_signal(state.chapters);
    AlarmFigure figure;
    figure.travel = travel_of(state);
    figure.signal = narrow(signal);
    figure.vagal_withdrawal = narrow(body.vagal_withdrawal);
    figure.sympathetic = narrow(body.sympathetic);
    figure.heart_rate_bpm = narrow(now.heart_rate_bpm);
    figure.beat_phase = narrow(now.beat_phase);
    figure.lung_fill = narrow(now.lung_fill);
    figure.adrenaline = narrow(now.adrenaline_fraction);
    figure.muscle = narrow(now.muscle_fraction);
    figure.slow_breathing = now.breathing_slowly;
    figure.signal_phase = narrow(signal > 0 ? std::fmod(now_s / 6, 1.0) : 0);
    figure.clock = chapter.since_alarm_s < 0
                       ? words.text("figure.alarm.clock.quiet")
                       : fill(words.text("figure.alarm.clock"),
                              {{"time", duration_text(words, chapter.since_alarm_s)}});
    figure.brain = words.text(signal > 0 ? "figure.alarm.brain.on" : "figure.alarm.brain");
    figure.heart =
        fill(words.text("figure.alarm.heart"), {{"n", whole(now.steady_heart_rate_bpm)}});
    figure.lungs = fill(words.text("figure.alarm.lungs"), {{"n", whole(now.breaths_per_min)}});
    figure.glands =
        fill(words.text("figure.alarm.glands"), {{"n", of_hundred(now.adrenaline_fraction)}});
    figure.muscles =
        fill(words.text("figure.alarm.muscles"), {{"n", fixed(now.muscle_percent_mvc, 1)}});
    const double start_s = std::max(
        0.0, std::floor(now_s / app::alarm_sample_s) * app::alarm_sample_s - app::alarm_window_s);
    figure.traces.push_back(
        alarm_trace(words, "heart_rate", chapter.heart_rate_bpm, 50, 110, 1, start_s, now_s, 0));
    figure.traces.push_back(
        alarm_trace(words, "breathing", chapter.breaths_per_min, 0, 30, 1, start_s, now_s, 0));
    figure.traces.push_back(
        alarm_trace(words, "adrenaline", chapter.adrenaline, 0, 100, 100, start_s, now_s, 0));
    figure.traces.push_back(
        alarm_trace(words, "muscle", chapter.muscle_percent, 0, 5, 1, start_s, now_s, 1));
    return figure;
}

std::string describe_alarm(const app::Words& words, const app::Chapters& chapters) {
    const app::AlarmChapter& chapter = chapters.alarm;
    const auto now = physiology::readouts(chapters.body.alarm, physiology::default_alarm_params());
    const Places places{{"heart_rate", whole(now.steady_heart_rate_bpm)},
                        {"breaths", whole(now.breaths_per_min)},
                        {"adrenaline", of_hundred(now.adrenaline_fraction)},
                        {"time", duration_text(words, chapter.since_alarm_s)}};
    const bool settling = now.heart_rate_rise_bpm > settled_bpm;
    std::string_view key = settling ? "describe.alarm.settling" : "describe.alarm.quiet";
    if (app::alarm_signal(chapters) > 0)
        key = chapter.since_alarm_s < rising_s ? "describe.alarm.rising" : "describe.alarm.on";
    else if (chapter.since_alarm_s >= 0 && !settling)
        key = "describe.alarm.settled";
    return fill(words.text(key), places);
}

// The muscles that are most tired, as the person comes back to the alarm.
std::string carried_to_alarm(const app::Words& words, const app::Chapters& chapters) {
    const auto& muscles = chapters.body.muscles;
    const auto most =
        std::max_element(muscles.begin(), muscles.end(),
                         [](const auto& a, const auto& b) { return a.fatigued < b.fatigued; });
    if (most->fatigued < carried_tired_share || app::elapsed_s(chapters.muscles) <= 0) return {};
    return fill(words.text("carried.alarm.muscles"), {{"n", of_hundred(most->fatigued)}});
}

void build_alarm(Builder& build) {
    const app::AlarmChapter& alarm = build.state.chapters.alarm;
    build_chapter(build,
                  {.id = "alarm",
                   .accent = Accent::alarm,
                   .playback = alarm.playback,
                   .figure = alarm_figure(build.library.words, build.state),
                   .told = describe_alarm(build.library.words, build.state.chapters),
                   .carried = carried_to_alarm(build.library.words, build.state.chapters),
                   .controls = [&] {
                       build.button("control/startle",
                                    build.word(alarm.since_alarm_s < 0
                                                   ? "control.alarm_startle"
                                                   : "control.alarm_startle.again"),
                                    app::Press{Control::alarm_startle}, Look::primary, Icon::bolt);
                       slider(build, Control::alarm_worry_s,
                              build.marked("value.seconds",
                                           duration_text(build.library.words, alarm.worry_s)));
                       on_off(build, Control::alarm_slow_breathing);
                   }});
}

} // namespace tautline::view
