// Chapter 4, a sensitive alarm: its figure, the figure in a sentence, and its controls.
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
using app::Card;
using app::Control;

constexpr double building_up = 0.1; // of what the cord can hold of earlier signals
// Volume of the sensitive alarm: turned up, and high.
constexpr double turned_up_volume = 0.08, high_volume = 0.5;

constexpr std::size_t traffic_samples = 24; // as long as a signal is on its way

// The highest of a line so far, of 100: what is left of one signal fades within seconds.
std::string highest(const std::vector<float>& shares) {
    const auto most = std::max_element(shares.begin(), shares.end());
    return of_hundred(most == shares.end() ? 0.0 : static_cast<double>(*most));
}

// The gate by the second, over the picture of the days.
void show_seconds(SensitivityFigure& figure, const app::Chapters& chapters) {
    const app::SensitivityChapter& chapter = chapters.sensitivity;
    const GateReadouts now = readouts(chapters.body.gate);
    const auto newest_first = [](const std::vector<float>& values) {
        const std::size_t count = std::min(values.size(), traffic_samples);
        return std::vector<float>(values.rbegin(),
                                  values.rbegin() + static_cast<std::ptrdiff_t>(count));
    };
    const double now_s = app::gate_s(chapter);
    figure.sent = newest_first(chapter.sent);
    figure.up = newest_first(chapter.up);
    figure.traffic_step_s = narrow(app::gate_sample_s);
    figure.traffic_age_s =
        narrow(std::max(0.0, now_s + chapter.playback.owed_s -
                                 static_cast<double>(chapter.up.size() - 1) * app::gate_sample_s));
    figure.echo = narrow(now.wound_up);
    if (app::sensitivity_inputs(chapters).signal <= 0) figure.signal = 0;
}

Trace seconds_trace(const app::Words& words, const app::SensitivityChapter& chapter) {
    const Card card = chapter.playback.card;
    Trace trace;
    trace.label = words.text("figure.trace.arrives");
    trace.unit = words.text("figure.trace.arrives.unit");
    trace.low = 0;
    trace.high = 100;
    trace.to = narrow(card == Card::meet     ? app::card_signal_s
                      : card == Card::change ? app::card_signals_s
                                             : app::gate_window_s);
    trace.step = narrow(app::gate_sample_s);
    trace.now = std::min(narrow(app::gate_s(chapter)), trace.to);
    trace.time_unit = words.text("unit.seconds");
    for (float share : chapter.up)
        trace.values.push_back(share * 100);
    for (float share : chapter.up_before)
        trace.compare.push_back(share * 100);
    if (!trace.compare.empty()) trace.compare_label = words.text("figure.before");
    for (const float at : {0.0f, trace.to})
        trace.marks.push_back({at, duration_text(words, static_cast<double>(at))});
    cut_to_axis(trace);
    return trace;
}

// The volume as it is at noon: within a day it swings.
float volume_of(float gain) {
    const double most = highest_gain_ratio(default_sensitivity_params());
    return narrow(100 * (static_cast<double>(gain) - 1) / (most - 1));
}

constexpr std::size_t samples_a_day = static_cast<std::size_t>(24 / app::sensitivity_sample_h);

std::vector<float> volume_at_noon(const app::SensitivityChapter& chapter) {
    std::vector<float> noons;
    for (std::size_t i = samples_a_day / 2; i < chapter.gain.size(); i += samples_a_day)
        noons.push_back(volume_of(chapter.gain[i]));
    return noons;
}

Trace days_trace(const app::Library& library, const app::SensitivityChapter& chapter) {
    const app::Words& words = library.words;
    Trace trace;
    trace.label = words.text("figure.trace.sensitivity");
    trace.unit = words.text("figure.trace.sensitivity.unit");
    trace.low = 0;
    trace.high = 100;
    trace.from = 0.5f;
    trace.to = narrow(app::sensitivity_window_days);
    trace.step = 1;
    trace.now = std::clamp(narrow(app::elapsed_days(chapter)), trace.from, trace.to);
    trace.time_unit = words.text("unit.days");
    trace.values = volume_at_noon(chapter);
    trace.marks = {{trace.from, words.text("figure.mark.ache_begins")},
                   {narrow(app::sensitivity_repeat_days), words.text("figure.mark.ache_stops")},
                   {trace.to, fill(words.text("figure.sensitivity.clock"),
                                   {{"n", whole(app::sensitivity_window_days)}})}};
    add_guess(library, chapter.playback, "sensitivity", 1, trace);
    return trace;
}

// The gate by the second: one signal, many, the echo after them, and quiet again.
std::string describe_gate(const app::Words& words, const app::Chapters& chapters) {
    const app::SensitivityChapter& chapter = chapters.sensitivity;
    const auto now = physiology::readouts(chapters.body.gate);
    const bool sending = app::gate_s(chapter) < chapter.volleys;
    std::string_view key = "describe.gate.over";
    // Between two volleys a little fades; after the third the build-up stays above its threshold.
    if (sending && now.wound_up >= building_up && app::gate_s(chapter) >= 3)
        key = "describe.gate.building";
    else if (sending)
        key = chapter.volleys > 1 ? "describe.gate.sending" : "describe.gate.once";
    else if (!app::gate_is_quiet(chapters))
        key = now.wound_up >= building_up ? "describe.gate.echo" : "describe.gate.fading";
    return fill(words.text(key), {{"n", of_hundred(now.up)}});
}

// What turns the gate, or what comes through it, besides the signal.
std::string describe_what_turns(const app::Words& words, const app::Chapters& chapters) {
    const auto inputs = app::sensitivity_inputs(chapters);
    std::string told;
    for (const auto& [on, key] : {std::pair{inputs.rubbing, "describe.turns.rubbing"},
                                  std::pair{inputs.calm, "describe.turns.calm"},
                                  std::pair{inputs.worry, "describe.turns.worry"}})
        if (on > 0) told += " " + words.text(key);
    return told;
}

} // namespace

SensitivityFigure sensitivity_figure(const app::Library& library, const app::Chapters& chapters,
                                     const Presence& presence) {
    const app::Words& words = library.words;
    const app::SensitivityChapter& chapter = chapters.sensitivity;
    const SensitivityInputs inputs = app::sensitivity_inputs(chapters);
    const SensitivityReadouts now = app::sensitivity_readouts(chapters);
    SensitivityFigure figure;
    figure.travel = presence.travel;
    // The picture shows the chosen signal arriving, so that touch, warmth and ache can be compared
    // at any hour.
    figure.signal = narrow(signal_strength(static_cast<SignalKind>(chapter.signal)));
    figure.gate = narrow(now.gate_open_fraction);
    figure.volume = narrow(now.volume_fraction);
    figure.felt = narrow(now.felt_fraction);
    figure.calm = narrow(inputs.calm);
    figure.rubbing = chapter.rubbing;
    figure.signal_phase =
        chapter.playback.playing ? narrow(std::fmod(presence.ambient_s / 2, 1.0)) : 0.5f;
    figure.tissue = words.text("figure.sensitivity.tissue");
    figure.spinal_gate = words.text("figure.sensitivity.gate");
    figure.brain = words.text("figure.sensitivity.brain");
    const Card card = chapter.playback.card;
    const bool asks = card == Card::guess || card == Card::run || card == Card::compare;
    if (chapter.by_second && !asks) {
        show_seconds(figure, chapters);
        const bool led = chapter.playback.run.has_value();
        figure.reading = {led ? highest(chapter.up) : of_hundred(readouts(chapters.body.gate).up),
                          words.text("figure.sensitivity.through"),
                          {}};
        if (card != Card::take) figure.traces.push_back(seconds_trace(words, chapter));
        return figure;
    }
    if (card == Card::take) return figure;
    if (card == Card::meet || card == Card::change) {
        figure.reading = {"0", words.text("figure.sensitivity.through"), {}};
        figure.traces.push_back(seconds_trace(words, chapter));
        return figure;
    }
    const std::vector<float> noons = volume_at_noon(chapter);
    figure.reading = {noons.empty() ? "0" : whole(static_cast<double>(noons.back())),
                      words.text("figure.trace.sensitivity.unit"),
                      fill(words.text("figure.sensitivity.clock"),
                           {{"n", whole(std::floor(app::elapsed_days(chapter)))}})};
    figure.traces.push_back(days_trace(library, chapter));
    return figure;
}

std::string describe_sensitivity(const app::Words& words, const app::Chapters& chapters) {
    const app::SensitivityChapter& chapter = chapters.sensitivity;
    if (chapter.by_second)
        return describe_gate(words, chapters) + describe_what_turns(words, chapters);
    const auto now = app::sensitivity_readouts(chapters);
    std::string_view key = "describe.sensitivity.usual";
    const bool signal_over =
        app::elapsed_days(chapter) >= app::sensitivity_repeat_days || chapter.hours_per_day <= 0;
    if (now.volume_fraction >= turned_up_volume) {
        if (signal_over)
            key = "describe.sensitivity.coming_down";
        else
            key = now.volume_fraction >= high_volume ? "describe.sensitivity.high"
                                                     : "describe.sensitivity.turned_up";
    }
    return fill(words.text(key), {{"day", whole(std::floor(app::elapsed_days(chapter)))},
                                  {"volume", of_hundred(now.volume_fraction)},
                                  {"felt", of_hundred(now.felt_fraction)}}) +
           describe_what_turns(words, chapters);
}

void build_sensitivity(Builder& build) {
    const app::SensitivityChapter& sensitivity = build.state.chapters.sensitivity;
    const app::Chapters& seen = app::shown(build.state, app::Route::chapter_sensitivity);
    const app::Chapters& cards = *app::lesson_of(build.state, app::Route::chapter_sensitivity);
    const app::SensitivityChapter& lesson = cards.sensitivity;
    const auto hours_text = [&] {
        if (sensitivity.hours_per_day <= 0) return build.word("value.hours_per_day.none");
        if (sensitivity.hours_per_day == 1) return build.word("value.hours_per_day.one");
        return amount(build, "value.hours_per_day", sensitivity.hours_per_day);
    };
    const auto& with = build.list("option.sensitivity_with");
    const std::string now = highest(lesson.up), plain = highest(lesson.up_before);
    const auto chosen = static_cast<std::size_t>(std::max(0, cards.chosen.with));
    build_chapter(
        build,
        {.id = "sensitivity",
         .accent = Accent::sensitivity,
         .playback = lesson.playback,
         .free = sensitivity.playback,
         .figure = sensitivity_figure(build.library, seen, presence_of(build.state)),
         .told = describe_sensitivity(build.library.words, seen),
         .changed = cards.chosen.with == 0 ? "more" : "less",
         .change_places = {{"with", with[std::min(chosen, with.size() - 1)]},
                           {"n", now},
                           {"plain", plain}},
         .change = [&] { choice(build, Control::sensitivity_with, with); },
         .controls =
             [&] {
                 choice(build, Control::sensitivity_signal,
                        {build.word("option.signal.touch"), build.word("option.signal.warmth"),
                         build.word("option.signal.ache")});
                 {
                     const auto send =
                         build.box(Role::group, "control/send", Look::plain, Arrange::row);
                     build.button("control/send_once", build.word("control.sensitivity_send_once"),
                                  app::Press{Control::sensitivity_send_once}, Look::primary,
                                  Icon::bolt);
                     build.button("control/send_quickly",
                                  build.word("control.sensitivity_send_quickly"),
                                  app::Press{Control::sensitivity_send_quickly}, Look::secondary,
                                  Icon::wave);
                 }
                 slider(build, Control::sensitivity_worry_percent,
                        amount(build, "value.of_100", sensitivity.worry_percent));
                 slider(build, Control::sensitivity_calm_percent,
                        amount(build, "value.of_100", sensitivity.calm_percent));
                 on_off(build, Control::sensitivity_rubbing);
                 slider(build, Control::sensitivity_hours_per_day, hours_text());
             }});
}

} // namespace tautline::view
