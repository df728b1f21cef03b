// Chapter 1, the alarm: its figure, the figure in a sentence, and its controls.
#include "base/text.h"
#include "view/chapters/chapter.h"
#include "view/chapters/simulations.h"
#include "view/figures/amounts.h"
#include "view/screen/controls.h"
#include "view/screens.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

namespace tautline::view {

namespace {

using namespace physiology;
using app::Card;
using app::Control;

// The alarm counts as rising while the heart is still on its way up, and as settled when the rise
// is almost gone.
constexpr double rising_s = 20;
constexpr double carried_tired_share = 0.05; // of fibres: what the muscles left is worth a line

// The four lines, in the order of the choice among them.
struct Line {
    std::string_view name; // its words: figure.trace.<name>
    float low, high;
    double scale; // of its samples to what is shown
    const std::vector<float> app::AlarmChapter::*values;
    double (*now)(const AlarmReadouts&);
};

constexpr Line lines[] = {
    {"heart_rate", 60, 90, 1, &app::AlarmChapter::heart_rate_bpm,
     [](const AlarmReadouts& now) { return now.steady_heart_rate_bpm; }},
    {"breathing", 10, 25, 1, &app::AlarmChapter::breaths_per_min,
     [](const AlarmReadouts& now) { return now.breaths_per_min; }},
    {"adrenaline", 0, 100, 100, &app::AlarmChapter::adrenaline,
     [](const AlarmReadouts& now) { return now.adrenaline_fraction; }},
    {"muscle", 0, 5, 1, &app::AlarmChapter::muscle_percent,
     [](const AlarmReadouts& now) { return now.muscle_percent_mvc; }},
};
static_assert(std::size(lines) == app::alarm_lines);

// Where the axis of a card ends, and the moments that are named on it.
void set_card_axis(Trace& trace, const app::Words& words, Card card) {
    const auto mark = [&](double at_s, std::string label) {
        trace.marks.push_back({narrow(at_s), std::move(label)});
    };
    const auto after = [&](double seconds) {
        mark(app::card_alarm_s + seconds, duration_text(words, seconds));
    };
    if (card == Card::meet) {
        trace.to = narrow(app::card_alarm_s);
        mark(0, duration_text(words, 0));
        mark(app::card_worry_s, duration_text(words, app::card_worry_s));
        return;
    }
    mark(app::card_alarm_s, words.text("figure.mark.worry_stops"));
    if (card == Card::change) {
        trace.to = narrow(app::card_twice_s);
        mark(app::card_again_s, words.text("figure.mark.again"));
        return;
    }
    trace.to = narrow(app::card_settled_s);
    if (card == Card::compare) after(60), after(180);
    after(300);
}

Trace alarm_trace(const app::Library& library, const app::AlarmChapter& chapter, double now_s) {
    const app::Words& words = library.words;
    const Line& line = lines[static_cast<std::size_t>(chapter.line)];
    const std::string key = "figure.trace." + std::string(line.name);
    const Card card = chapter.playback.card;
    Trace trace;
    trace.label = words.text(key);
    trace.unit = words.text(key + ".unit");
    trace.low = line.low;
    trace.high = line.high;
    trace.step = narrow(app::alarm_sample_s);
    trace.time_unit = words.text("unit.minutes");
    trace.shown_per_unit = 1.0f / 60;
    const std::vector<float>& values = chapter.*line.values;
    // The samples that are kept end now.
    const double start_s = std::max(
        0.0, std::floor(now_s / app::alarm_sample_s) * app::alarm_sample_s - app::alarm_window_s);
    trace.from = narrow(start_s);
    trace.to = narrow(start_s + app::alarm_window_s);
    for (float value : values)
        trace.values.push_back(narrow(static_cast<double>(value) * line.scale));
    if (card == Card::play) {
        for (const double at_s : {start_s, start_s + app::alarm_window_s})
            trace.marks.push_back({narrow(at_s), duration_text(words, at_s)});
    } else {
        set_card_axis(trace, words, card);
        if (chapter.playback.run == Card::change) {
            trace.compare = chapter.once_bpm;
            trace.compare_label = words.text("figure.before");
        }
        add_guess(library, chapter.playback, "alarm", 1, trace);
    }
    trace.now = std::min(narrow(now_s), trace.to);
    cut_to_axis(trace);
    return trace;
}

} // namespace

AlarmFigure alarm_figure(const app::Library& library, const app::Chapters& chapters,
                         const Presence& presence) {
    const app::Words& words = library.words;
    const app::AlarmChapter& chapter = chapters.alarm;
    const AlarmState& body = chapters.body.alarm;
    const AlarmReadouts now = readouts(body, default_alarm_params());
    const double now_s = static_cast<double>(chapter.steps) * body_step_s;
    const double signal = app::alarm_signal(chapters);
    AlarmFigure figure;
    figure.travel = presence.travel;
    figure.signal = narrow(signal);
    figure.beat_phase = narrow(presence.beat);
    figure.lung_fill =
        narrow(body.breath_depth * (1 - std::cos(2 * std::numbers::pi * presence.breath)) / 2);
    figure.adrenaline = narrow(now.adrenaline_fraction);
    figure.muscle = narrow(now.muscle_fraction);
    figure.slow_breathing = now.breathing_slowly;
    figure.signal_phase = narrow(signal > 0 ? std::fmod(presence.ambient_s, 1.0) : 0);
    const Line& line = lines[static_cast<std::size_t>(chapter.line)];
    figure.reading.value = whole(line.now(now) * line.scale);
    figure.reading.unit = words.text("figure.trace." + std::string(line.name) + ".unit");
    if (chapter.playback.card == Card::play && chapter.since_alarm_s >= 0)
        figure.reading.note = fill(words.text("figure.alarm.clock"),
                                   {{"time", duration_text(words, chapter.since_alarm_s)}});
    if (chapter.playback.card != Card::take)
        figure.traces.push_back(alarm_trace(library, chapter, now_s));
    return figure;
}

std::string describe_alarm(const app::Words& words, const app::Chapters& chapters) {
    const app::AlarmChapter& chapter = chapters.alarm;
    const auto now = physiology::readouts(chapters.body.alarm, physiology::default_alarm_params());
    const Places places{{"heart_rate", whole(now.steady_heart_rate_bpm)},
                        {"breaths", whole(now.breaths_per_min)},
                        {"adrenaline", of_hundred(now.adrenaline_fraction)},
                        {"time", duration_text(words, chapter.since_alarm_s)}};
    std::string_view key = "describe.alarm.quiet";
    if (app::alarm_signal(chapters) > 0)
        key = chapter.since_alarm_s < rising_s ? "describe.alarm.rising" : "describe.alarm.on";
    else if (!app::has_calmed_down(chapters))
        key = "describe.alarm.settling";
    else if (chapter.since_alarm_s >= 0)
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
    const app::Chapters& free = build.state.chapters;
    const app::Chapters& seen = app::shown(build.state, app::Route::chapter_alarm);
    const app::AlarmChapter& alarm = free.alarm;
    build_chapter(
        build, {.id = "alarm",
                .accent = Accent::alarm,
                .playback = *app::cards_of(build.state, app::Route::chapter_alarm),
                .free = free.alarm.playback,
                .figure = alarm_figure(build.library, seen, presence_of(build.state)),
                .told = describe_alarm(build.library.words, seen),
                .carried = carried_to_alarm(build.library.words, free),
                .controls =
                    [&] {
                        build.button("control/startle", build.word("control.alarm_startle"),
                                     app::Press{Control::alarm_startle}, Look::primary, Icon::bolt);
                        slider(build, Control::alarm_worry_s,
                               build.marked("value.seconds",
                                            duration_text(build.library.words, alarm.worry_s)));
                        on_off(build, Control::alarm_slow_breathing);
                        choice(build, Control::alarm_line, build.list("option.alarm_line"));
                    },
                .take_to = app::Route::breathing,
                .take_icon = Icon::breath,
                .safety =
                    [&] {
                        build.paragraph("card/meet/safety", build.word("chapter.alarm.meet.safety"),
                                        Look::small);
                    }});
}

} // namespace tautline::view
