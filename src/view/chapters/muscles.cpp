// Chapter 2, tense muscles: its figure, the figure in a sentence, and its controls.
#include "base/text.h"
#include "view/chapters/chapter.h"
#include "view/chapters/simulations.h"
#include "view/figures/amounts.h"
#include "view/figures/back.h"
#include "view/screen/controls.h"
#include "view/screens.h"

namespace tautline::view {

namespace {

using namespace physiology;
using app::Control;

// Shares of tired fibres below which a muscle is called fresh, and above which tired.
constexpr double fresh_share = 0.05, tired_share = 0.3;
constexpr double settled_tone = 0.05; // of an alarm's muscle activity: less is not worth a line

} // namespace

MuscleFigure muscle_figure(const app::Words& words, const app::AppState& state) {
    const app::MuscleChapter& chapter = state.chapters.muscles;
    const double now_s = app::elapsed_s(chapter);
    MuscleFigure figure =
        back_now(words, state.chapters.body, static_cast<MuscleRegion>(chapter.region));
    figure.travel = travel_of(state);
    figure.working = app::is_working(state.chapters);
    figure.minutes = narrow(now_s / 60);
    const auto minutes = static_cast<long>(now_s / 60);
    if (now_s <= 0)
        figure.clock = words.text("figure.muscle.clock.start");
    else if (now_s >= app::muscle_work_s)
        figure.clock =
            fill(words.text("figure.muscle.clock.rest"), {{"n", std::to_string(minutes - 60)}});
    else if (minutes == 1)
        figure.clock = words.text("figure.muscle.clock.one");
    else
        figure.clock = fill(words.text("figure.muscle.clock"), {{"n", std::to_string(minutes)}});
    Trace trace;
    trace.label = words.text("figure.trace.tired");
    trace.unit = words.text("figure.trace.tired.unit");
    trace.now_text = of_hundred(static_cast<double>(figure.fatigued)) + " " + trace.unit;
    trace.low = 0;
    trace.high = 100;
    trace.from = 0;
    trace.to = narrow(app::muscle_window_s);
    trace.step = narrow(app::muscle_sample_s);
    trace.now = narrow(now_s);
    trace.time_unit = words.text("unit.minutes");
    trace.shown_per_unit = 1.0f / 60;
    for (float share : chapter.tired)
        trace.values.push_back(share * 100);
    for (float share : chapter.tired_no_rest)
        trace.compare.push_back(share * 100);
    trace.compare_label = words.text("figure.trace.tired.compare");
    for (int i = 0; i <= 5; ++i)
        trace.tick_labels.push_back(minute_mark(app::muscle_window_s * i / 5));
    figure.traces.push_back(std::move(trace));
    return figure;
}

std::string describe_muscles(const app::Words& words, const app::Chapters& chapters) {
    const app::MuscleChapter& chapter = chapters.muscles;
    const double tired = chapters.body.muscles[static_cast<std::size_t>(chapter.region)].fatigued;
    const std::string rest = chapter.rest_s_per_min > 0
                                 ? duration_text(words, chapter.rest_s_per_min)
                                 : words.text("value.none");
    std::string_view key = "describe.muscle.tiring";
    if (app::elapsed_s(chapter) >= app::muscle_work_s && tired >= fresh_share)
        key = "describe.muscle.recovering";
    else if (tired < fresh_share)
        key = "describe.muscle.fresh";
    else if (tired >= tired_share)
        key = "describe.muscle.tired";
    std::string told = fill(words.text(key), {{"tired", of_hundred(tired)}, {"rest", rest}});
    // The parts that worked before and are cooling down.
    for (std::size_t i = 0; i < chapters.body.muscles.size(); ++i) {
        const double share = chapters.body.muscles[i].fatigued;
        if (i == static_cast<std::size_t>(chapter.region) || share < told_tired_share) continue;
        told += " " + fill(words.text("describe.muscle.other"),
                           {{"part", words.text(region_key(i))}, {"tired", of_hundred(share)}});
    }
    return told;
}

std::string carried_to_muscles(const app::Words& words, const app::Chapters& chapters) {
    if (chapters.body.alarm.muscle < settled_tone) return {};
    const auto params = physiology::default_body_params();
    return fill(words.text("carried.muscles.alarm"),
                {{"n", of_hundred(params.alarm_takes_gaps * chapters.body.alarm.muscle)}});
}

void build_muscles(Builder& build) {
    const app::MuscleChapter& muscles = build.state.chapters.muscles;
    build_chapter(
        build,
        {.id = "muscles",
         .accent = Accent::muscles,
         .playback = muscles.playback,
         .figure = muscle_figure(build.library.words, build.state),
         .told = describe_muscles(build.library.words, build.state.chapters),
         .carried = carried_to_muscles(build.library.words, build.state.chapters),
         .controls = [&] {
             slider(build, Control::muscle_effort_percent,
                    amount(build, "value.percent_of_most", muscles.effort_percent));
             slider(build, Control::muscle_rest_s_per_min,
                    muscles.rest_s_per_min > 0
                        ? build.marked("value.seconds",
                                       duration_text(build.library.words, muscles.rest_s_per_min))
                        : build.word("value.none"));
             choice(build, Control::muscle_region,
                    {build.word("option.region.neck_shoulders"),
                     build.word("option.region.upper_back"), build.word("option.region.low_back")});
         }});
}

} // namespace tautline::view
