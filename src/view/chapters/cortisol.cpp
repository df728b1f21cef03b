// Chapter 3, cortisol: its figure, the figure in a sentence, and its controls.
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

// A wave of this much above the usual day is worth a sentence.
constexpr double wave_nmol_per_l = 15;
constexpr double morning_hour = 4, late_morning_hour = 9, evening_hour = 18, night_hour = 22;
constexpr double noticed_tide = 0.03; // of the tide: less of a change is not worth a line

} // namespace

CortisolFigure cortisol_figure(const app::Words& words, const app::AppState& state) {
    const app::CortisolChapter& chapter = state.chapters.cortisol;
    const CortisolReadouts now = app::cortisol_readouts(state.chapters);
    const CortisolParams params = default_cortisol_params();
    const double hour = app::hour_of_day(state.chapters);
    // Room for one pulse on top of the morning's peak, and for more when more stressors are placed.
    float top = 700;
    for (float value : chapter.this_day)
        top = std::max(top, std::ceil(value / 100) * 100);
    CortisolFigure figure;
    figure.travel = travel_of(state);
    figure.hour = narrow(hour);
    figure.level = narrow(now.level_nmol_per_l) / top;
    figure.brain = narrow(now.loop.brain);
    figure.pituitary = narrow(now.loop.pituitary);
    figure.adrenal = narrow(now.loop.adrenal);
    for (float value : chapter.usual_day)
        figure.usual_day.push_back(value / top);
    for (float value : chapter.this_day)
        figure.this_day.push_back(value / top);
    for (double at : chapter.stressor_hours)
        figure.stressor_hours.push_back(narrow(at));
    for (double at : app::alarm_hours(chapter))
        figure.alarm_hours.push_back(narrow(at));
    figure.next_stressor_hour = narrow(chapter.next_stressor_hour);
    figure.wake_hour = narrow(params.wake_minute / 60);
    figure.sleep_hour = 23;
    figure.clock = fill(words.text("figure.cortisol.clock"), {{"time", clock_text(words, hour)}});
    figure.brain_label = words.text("figure.cortisol.brain");
    figure.pituitary_label = words.text("figure.cortisol.pituitary");
    figure.adrenal_label = words.text("figure.cortisol.adrenal");
    figure.level_label =
        fill(words.text("figure.cortisol.level"),
             {{"n", whole(now.level_nmol_per_l / nmol_per_l(params.high_ug_per_dl) * 100)}});
    figure.midnight = words.text("figure.cortisol.midnight");
    figure.morning = words.text("figure.cortisol.morning");
    figure.noon = words.text("figure.cortisol.noon");
    figure.evening = words.text("figure.cortisol.evening");
    Trace trace;
    trace.label = words.text("figure.trace.cortisol");
    trace.unit = words.text("figure.trace.cortisol.unit");
    trace.now_text = whole(now.level_nmol_per_l) + " " + trace.unit;
    trace.low = 0;
    trace.high = top;
    trace.from = 0;
    trace.to = 24;
    trace.step = narrow(app::cortisol_sample_min / 60);
    trace.now = narrow(hour);
    trace.time_unit = words.text("unit.hours");
    trace.values = chapter.this_day;
    trace.compare = chapter.usual_day;
    trace.compare_label = words.text("figure.trace.cortisol.compare");
    for (int i = 0; i <= 4; ++i)
        trace.tick_labels.push_back(clock_text(words, 6.0 * i));
    figure.traces.push_back(std::move(trace));
    return figure;
}

std::string describe_cortisol(const app::Words& words, const app::Chapters& chapters) {
    const auto now = app::cortisol_readouts(chapters);
    const double hour = app::hour_of_day(chapters);
    const double top = physiology::nmol_per_l(physiology::default_cortisol_params().high_ug_per_dl);
    std::string_view key = "describe.cortisol.falling";
    if (physiology::nmol_per_l(now.pulse_ug_per_dl) > wave_nmol_per_l)
        key = "describe.cortisol.pulse";
    else if (hour < morning_hour || hour >= night_hour)
        key = "describe.cortisol.night";
    else if (hour < late_morning_hour)
        key = "describe.cortisol.waking";
    else if (hour >= evening_hour)
        key = "describe.cortisol.evening";
    return fill(words.text(key), {{"time", clock_text(words, hour)},
                                  {"level", whole(now.level_nmol_per_l / top * 100)}});
}

std::string carried_to_cortisol(const app::Words& words, const app::Chapters& chapters) {
    const double ratio = app::tide_ratio(chapters);
    if (ratio > 1 + noticed_tide) return words.text("carried.cortisol.up");
    const std::size_t alarms = app::alarm_hours(chapters.cortisol).size();
    if (alarms == 0) return {};
    if (alarms == 1) return words.text("carried.cortisol.alarm");
    return fill(words.text("carried.cortisol.alarms"), {{"n", std::to_string(alarms)}});
}

void build_cortisol(Builder& build) {
    const app::CortisolChapter& cortisol = build.state.chapters.cortisol;
    build_chapter(
        build,
        {.id = "cortisol",
         .accent = Accent::cortisol,
         .playback = cortisol.playback,
         .figure = cortisol_figure(build.library.words, build.state),
         .told = describe_cortisol(build.library.words, build.state.chapters),
         .carried = carried_to_cortisol(build.library.words, build.state.chapters),
         .controls =
             [&] {
                 slider(build, Control::cortisol_stressor_hour,
                        build.marked("value.clock_time",
                                     clock_text(build.library.words, cortisol.next_stressor_hour)));
                 Node& add = build.button(
                     "control/add_stressor", build.word("control.cortisol_add_stressor"),
                     app::Press{Control::cortisol_add_stressor}, Look::primary, Icon::plus);
                 add.disabled = cortisol.stressor_hours.size() >= app::most_stressors;
                 Node& clear = build.button(
                     "control/clear_stressors", build.word("control.cortisol_clear_stressors"),
                     app::Press{Control::cortisol_clear_stressors}, Look::secondary, Icon::close);
                 clear.disabled = cortisol.stressor_hours.empty();
             },
         .more = [&] { build_weeks(build); }});
}

} // namespace tautline::view
