// Chapter 3, cortisol: its figure, the figure in a sentence, and its controls.
#include "base/text.h"
#include "view/chapters/chapter.h"
#include "view/chapters/simulations.h"
#include "view/figures/amounts.h"
#include "view/figures/charts.h"
#include "view/screen/controls.h"
#include "view/screens.h"

#include <algorithm>
#include <cmath>

namespace tautline::view {

namespace {

using namespace physiology;
using app::Card;
using app::Control;

// A wave of this much above the usual day is worth a sentence.
constexpr double wave_nmol_per_l = 15;
constexpr double morning_hour = 4, late_morning_hour = 9, evening_hour = 18, night_hour = 22;
constexpr double noticed_tide = 0.03; // of the tide: less of a change is not worth a line

// Where a usual morning's highest counts as 100.
float of_usual_morning(double nmol_per_l) {
    return narrow(100 * nmol_per_l /
                  physiology::nmol_per_l(default_cortisol_params().high_ug_per_dl));
}

// The part of a day's samples that an axis from `from` shows, up to `until`, in hours.
std::vector<float> part_of_day(const std::vector<float>& day, double from, double until) {
    std::vector<float> values;
    const double step = app::cortisol_sample_min / 60;
    for (std::size_t i = 0; i < day.size(); ++i) {
        const double hour = static_cast<double>(i) * step;
        if (hour > from - step / 2 && hour < until + step / 100)
            values.push_back(of_usual_morning(static_cast<double>(day[i])));
    }
    return values;
}

Trace day_trace(const app::Library& library, const app::CortisolChapter& chapter, double hour) {
    const app::Words& words = library.words;
    const Card card = chapter.playback.card;
    const bool whole_day = card == Card::meet || card == Card::play;
    Trace trace;
    trace.label = words.text("figure.trace.cortisol");
    trace.unit = words.text("figure.trace.cortisol.unit");
    trace.low = 0;
    trace.from = whole_day ? 0 : narrow(app::card_from_hour);
    trace.to = whole_day ? 24 : narrow(app::card_until_hour);
    trace.step = narrow(app::cortisol_sample_min / 60);
    trace.now = std::clamp(narrow(hour), trace.from, trace.to);
    trace.time_unit = words.text("unit.hours");
    const auto from = static_cast<double>(trace.from), to = static_cast<double>(trace.to);
    trace.values = part_of_day(chapter.this_day, from, std::min(hour, to));
    if (card != Card::meet) {
        trace.compare = part_of_day(chapter.usual_day, from, to);
        trace.compare_label = words.text("figure.usual");
    }
    // Room for a morning and a wave, and for more when more tests are placed.
    trace.high = 110;
    for (const float value : trace.values)
        trace.high = std::max(trace.high, std::ceil(value / 20) * 20);
    for (double at = whole_day ? 0 : app::card_test_hour; at <= to; at += whole_day ? 6 : 2)
        trace.marks.push_back({narrow(at), clock_text(words, at)});
    add_guess(library, chapter.playback, "cortisol", 60, trace);
    return trace;
}

} // namespace

CortisolFigure cortisol_figure(const app::Library& library, const app::Chapters& chapters,
                               const Presence& presence) {
    const app::Words& words = library.words;
    const app::CortisolChapter& chapter = chapters.cortisol;
    const CortisolReadouts now = app::cortisol_readouts(chapters);
    const CortisolParams params = default_cortisol_params();
    // The card that asks stands just before the test, whatever was played.
    const bool asks = chapter.playback.card == Card::guess;
    const double hour = asks ? app::card_from_hour : app::hour_of_day(chapters);
    const float top = narrow(nmol_per_l(params.high_ug_per_dl) * 1.2);
    CortisolFigure figure;
    figure.travel = presence.travel;
    figure.hour = narrow(hour);
    figure.level = narrow(now.level_nmol_per_l) / top;
    figure.brain = narrow(now.loop.brain);
    figure.pituitary = narrow(now.loop.pituitary);
    figure.adrenal = narrow(now.loop.adrenal);
    for (float value : chapter.usual_day)
        figure.usual_day.push_back(value / top);
    for (float value : chapter.this_day)
        figure.this_day.push_back(std::min(1.0f, value / top));
    for (const auto* hours : {&chapter.stressor_hours, &chapter.quiet_hours})
        for (double at : *hours)
            figure.stressor_hours.push_back(narrow(at));
    for (double at : app::alarm_hours(chapter))
        figure.alarm_hours.push_back(narrow(at));
    figure.next_stressor_hour = narrow(chapter.next_stressor_hour);
    figure.wake_hour = narrow(params.wake_minute / 60);
    figure.sleep_hour = 23;
    figure.midnight = words.text("figure.cortisol.midnight");
    figure.morning = words.text("figure.cortisol.morning");
    figure.noon = words.text("figure.cortisol.noon");
    figure.evening = words.text("figure.cortisol.evening");
    const auto sample = static_cast<std::size_t>(std::lround(hour * 60 / app::cortisol_sample_min));
    const double level = asks && sample < chapter.usual_day.size()
                             ? static_cast<double>(chapter.usual_day[sample])
                             : now.level_nmol_per_l;
    figure.reading = {whole(static_cast<double>(of_usual_morning(level))),
                      words.text("figure.trace.cortisol.unit"), clock_text(words, hour)};
    if (chapter.playback.card != Card::take)
        figure.traces.push_back(day_trace(library, chapter, hour));
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
    const app::Chapters& seen = app::shown(build.state, app::Route::chapter_cortisol);
    const bool weeks =
        cortisol.weeks && app::plays_freely(build.state, app::Route::chapter_cortisol);
    const auto day_controls = [&] {
        slider(build, Control::cortisol_stressor_hour,
               build.marked("value.clock_time",
                            clock_text(build.library.words, cortisol.next_stressor_hour)));
        {
            const auto tests = build.box(Role::group, "control/tests", Look::plain, Arrange::row);
            Node& add =
                build.button("control/add_stressor", build.word("control.cortisol_add_stressor"),
                             app::Press{Control::cortisol_add_stressor}, Look::primary, Icon::plus);
            add.disabled = cortisol.stressor_hours.size() >= app::most_stressors;
            Node& quiet = build.button(
                "control/add_quiet_stressor", build.word("control.cortisol_add_quiet_stressor"),
                app::Press{Control::cortisol_add_quiet_stressor}, Look::secondary, Icon::plus);
            quiet.disabled = cortisol.quiet_hours.size() >= app::most_stressors;
            Node& clear = build.button(
                "control/clear_stressors", build.word("control.cortisol_clear_stressors"),
                app::Press{Control::cortisol_clear_stressors}, Look::secondary, Icon::close);
            clear.disabled = cortisol.stressor_hours.empty() && cortisol.quiet_hours.empty();
        }
    };
    build_chapter(
        build,
        {.id = "cortisol",
         .accent = Accent::cortisol,
         .playback = *app::cards_of(build.state, app::Route::chapter_cortisol),
         .free = cortisol.playback,
         .figure = weeks ? Figure{weeks_chart(build.library.words, build.state.weeks)}
                         : Figure{cortisol_figure(build.library, seen, presence_of(build.state))},
         .told = weeks ? describe(build.library.words, build.state.weeks)
                       : describe_cortisol(build.library.words, seen),
         .carried = carried_to_cortisol(build.library.words, build.state.chapters),
         .controls =
             [&] {
                 choice(build, Control::cortisol_span, build.list("option.cortisol_span"));
                 if (weeks)
                     build_weeks_controls(build);
                 else
                     day_controls();
             },
         .clock = !weeks});
}

} // namespace tautline::view
