// Chapter 2, tense muscles: its figure, the figure in a sentence, and its controls.
#include "base/text.h"
#include "view/chapters/chapter.h"
#include "view/chapters/simulations.h"
#include "view/figures/amounts.h"
#include "view/figures/back.h"
#include "view/screen/controls.h"
#include "view/screens.h"

#include <algorithm>

namespace tautline::view {

namespace {

using namespace physiology;
using app::Card;
using app::Control;

// Shares of tired fibres below which a muscle is called fresh, and above which tired.
constexpr double fresh_share = 0.05, tired_share = 0.3;
constexpr double settled_tone = 0.05; // of an alarm's muscle activity: less is not worth a line

Trace tired_trace(const app::Library& library, const app::MuscleChapter& chapter, double now_s) {
    const app::Words& words = library.words;
    const Card card = chapter.playback.card;
    Trace trace;
    trace.label = words.text("figure.trace.tired");
    trace.unit = words.text("figure.trace.tired.unit");
    trace.high = card == Card::play ? 100 : 40;
    trace.to = narrow(app::muscle_window_s);
    trace.step = narrow(app::muscle_sample_s);
    trace.now = narrow(now_s);
    trace.time_unit = words.text("unit.minutes");
    trace.shown_per_unit = 1.0f / 60;
    for (float share : chapter.tired)
        trace.values.push_back(share * 100);
    const auto mark = [&](double at_s) {
        trace.marks.push_back({narrow(at_s), duration_text(words, at_s)});
    };
    mark(0);
    mark(app::muscle_work_s);
    if (card == Card::meet) trace.to = narrow(app::muscle_work_s + app::card_after_s);
    if (card != Card::meet && card != Card::play) trace.to = narrow(app::muscle_work_s);
    if (card == Card::play) mark(app::muscle_window_s);
    if (card != Card::meet) {
        for (float share : chapter.tired_no_rest)
            trace.compare.push_back(share * 100);
        trace.compare_label = words.text("figure.trace.tired.compare");
    }
    if (card == Card::guess) trace.values.clear(); // the hour with breaks is still to come
    add_guess(library, chapter.playback, "muscles", 1, trace);
    trace.now = std::min(trace.now, trace.to);
    cut_to_axis(trace);
    return trace;
}

} // namespace

MuscleFigure muscle_figure(const app::Library& library, const app::Chapters& chapters,
                           const Presence& presence) {
    const app::Words& words = library.words;
    const app::MuscleChapter& chapter = chapters.muscles;
    const double now_s = app::elapsed_s(chapter);
    MuscleFigure figure = back_now(words, chapters.body, static_cast<MuscleRegion>(chapter.region));
    figure.travel = presence.travel;
    figure.working = app::is_working(chapters);
    if (chapter.playback.card == Card::take) {
        figure.parts = {};
        return figure;
    }
    figure.reading.value = of_hundred(static_cast<double>(figure.fatigued));
    figure.reading.unit = words.text("figure.muscle.reading");
    const auto minutes = static_cast<long>(now_s / 60);
    if (chapter.playback.card != Card::play && chapter.playback.card != Card::meet)
        figure.reading.note = {};
    else if (now_s > app::muscle_work_s)
        figure.reading.note =
            fill(words.text("figure.muscle.clock.rest"), {{"n", std::to_string(minutes - 60)}});
    else if (now_s > 0)
        figure.reading.note =
            fill(words.text("figure.muscle.clock"), {{"n", std::to_string(minutes)}});
    figure.traces.push_back(tired_trace(library, chapter, now_s));
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
    const app::Chapters& free = build.state.chapters;
    const app::Chapters& seen = app::shown(build.state, app::Route::chapter_muscles);
    const app::MuscleChapter& muscles = free.muscles;
    const app::Chapters& cards = *app::lesson_of(build.state, app::Route::chapter_muscles);
    const app::MuscleChapter& lesson = cards.muscles;
    const auto rest_text = [&](double seconds) {
        return seconds > 0
                   ? build.marked("value.seconds", duration_text(build.library.words, seconds))
                   : build.word("value.none");
    };
    const double tired = lesson.tired.empty() ? 0 : static_cast<double>(lesson.tired.back());
    build_chapter(build, {.id = "muscles",
                          .accent = Accent::muscles,
                          .playback = lesson.playback,
                          .free = muscles.playback,
                          .figure = muscle_figure(build.library, seen, presence_of(build.state)),
                          .told = describe_muscles(build.library.words, seen),
                          .carried = carried_to_muscles(build.library.words, free),
                          .change_places = {{"rest", rest_text(cards.chosen.rest_s_per_min)},
                                            {"n", of_hundred(tired)}},
                          .change =
                              [&] {
                                  slider(build, Control::muscle_card_rest,
                                         rest_text(cards.chosen.rest_s_per_min));
                              },
                          .controls =
                              [&] {
                                  slider(build, Control::muscle_effort_percent,
                                         amount(build, "value.of_100", muscles.effort_percent));
                                  slider(build, Control::muscle_rest_s_per_min,
                                         rest_text(muscles.rest_s_per_min));
                                  choice(build, Control::muscle_region,
                                         {build.word("option.region.neck_shoulders"),
                                          build.word("option.region.upper_back"),
                                          build.word("option.region.low_back")});
                              },
                          .take_to = app::Route::relaxation});
}

} // namespace tautline::view
