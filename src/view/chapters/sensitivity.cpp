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
using app::Control;

constexpr double building_up = 0.1; // of what the cord can hold of earlier signals
// Volume of the sensitive alarm: turned up, and high.
constexpr double turned_up_volume = 0.08, high_volume = 0.5;

constexpr std::size_t traffic_samples = 24; // as long as a signal is on its way

// The gate by the second, over the picture of the days.
void show_seconds(SensitivityFigure& figure, const app::Words& words, const app::AppState& state) {
    const app::SensitivityChapter& chapter = state.chapters.sensitivity;
    const GateReadouts now = readouts(state.chapters.body.gate);
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
    figure.clock =
        fill(words.text("figure.sensitivity.clock.seconds"), {{"n", whole(std::floor(now_s))}});
    if (app::sensitivity_inputs(state.chapters).signal <= 0) {
        figure.signal = 0;
        figure.tissue = words.text("figure.sensitivity.tissue.quiet");
    }
    figure.brain = fill(words.text("figure.sensitivity.brain.now"), {{"n", of_hundred(now.up)}});
    figure.spinal_gate =
        fill(words.text("figure.sensitivity.gate.echo"), {{"n", of_hundred(now.wound_up)}});
    Trace trace;
    trace.label = words.text("figure.trace.arrives");
    trace.unit = words.text("figure.trace.arrives.unit");
    trace.now_text = of_hundred(now.up) + " " + trace.unit;
    trace.low = 0;
    trace.high = 100;
    trace.from = 0;
    trace.to = narrow(app::gate_window_s);
    trace.step = narrow(app::gate_sample_s);
    trace.now = narrow(now_s);
    trace.time_unit = words.text("unit.seconds");
    for (float share : chapter.up)
        trace.values.push_back(share * 100);
    for (float share : chapter.up_before)
        trace.compare.push_back(share * 100);
    if (!trace.compare.empty()) trace.compare_label = words.text("figure.trace.arrives.compare");
    for (int i = 0; i <= 4; ++i)
        trace.tick_labels.push_back(whole(app::gate_window_s * i / 4));
    figure.traces = {std::move(trace)};
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
                                  std::pair{inputs.worry, "describe.turns.worry"},
                                  std::pair{inputs.fear, "describe.turns.fear"}})
        if (on > 0) told += " " + words.text(key);
    return told;
}

} // namespace

SensitivityFigure sensitivity_figure(const app::Words& words, const app::AppState& state) {
    const app::SensitivityChapter& chapter = state.chapters.sensitivity;
    const SensitivityParams params = default_sensitivity_params();
    const SensitivityInputs inputs = app::sensitivity_inputs(state.chapters);
    const SensitivityReadouts now = app::sensitivity_readouts(state.chapters);
    SensitivityFigure figure;
    figure.travel = travel_of(state);
    // The picture shows the chosen signal arriving, so that touch, warmth and ache can be compared
    // at any hour.
    figure.signal = narrow(signal_strength(static_cast<SignalKind>(chapter.signal)));
    figure.gate = narrow(now.gate_open_fraction);
    figure.volume = narrow(now.volume_fraction);
    figure.felt = narrow(now.felt_fraction);
    figure.quick_store = narrow(state.chapters.body.sensitivity.quick);
    figure.slow_store = narrow(state.chapters.body.sensitivity.slow);
    figure.calm = narrow(inputs.calm);
    figure.worry = narrow(inputs.worry);
    figure.fear = narrow(inputs.fear);
    figure.rubbing = chapter.rubbing;
    figure.signal_phase =
        chapter.playback.playing ? narrow(std::fmod(state.ambient_s / 2, 1.0)) : 0.5f;
    figure.clock = fill(words.text("figure.sensitivity.clock"),
                        {{"n", whole(std::floor(app::elapsed_days(chapter)))}});
    figure.tissue = words.text("figure.sensitivity.tissue");
    figure.spinal_gate =
        fill(words.text("figure.sensitivity.gate"), {{"n", of_hundred(now.gate_open_fraction)}});
    figure.brain =
        fill(words.text("figure.sensitivity.brain"), {{"n", of_hundred(now.felt_fraction)}});
    figure.volume_label =
        fill(words.text("figure.sensitivity.volume"), {{"n", of_hundred(now.volume_fraction)}});
    figure.calm_label =
        fill(words.text("figure.sensitivity.calm"), {{"n", whole(chapter.calm_percent)}});
    Trace trace;
    trace.label = words.text("figure.trace.sensitivity");
    trace.unit = words.text("figure.trace.sensitivity.unit");
    trace.now_text = fixed(now.gain_ratio, 1) + " " + trace.unit;
    trace.low = 1;
    trace.high = narrow(std::ceil(highest_gain_ratio(params) * 2) / 2);
    trace.from = 0;
    trace.to = narrow(app::sensitivity_window_days);
    trace.step = narrow(app::sensitivity_sample_h / 24);
    trace.now = narrow(app::elapsed_days(chapter));
    trace.time_unit = words.text("unit.days");
    trace.values = chapter.gain;
    for (int i = 0; i <= 4; ++i)
        trace.tick_labels.push_back(whole(app::sensitivity_window_days * i / 4));
    figure.traces.push_back(std::move(trace));
    if (chapter.by_second) show_seconds(figure, words, state);
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
    const auto hours_text = [&] {
        if (sensitivity.hours_per_day <= 0) return build.word("value.hours_per_day.none");
        if (sensitivity.hours_per_day == 1) return build.word("value.hours_per_day.one");
        return amount(build, "value.hours_per_day", sensitivity.hours_per_day);
    };
    build_chapter(
        build, {.id = "sensitivity",
                .accent = Accent::sensitivity,
                .playback = sensitivity.playback,
                .figure = sensitivity_figure(build.library.words, build.state),
                .told = describe_sensitivity(build.library.words, build.state.chapters),
                .controls = [&] {
                    choice(build, Control::sensitivity_signal,
                           {build.word("option.signal.touch"), build.word("option.signal.warmth"),
                            build.word("option.signal.ache")});
                    {
                        const auto send =
                            build.box(Role::group, "control/send", Look::plain, Arrange::row);
                        build.button(
                            "control/send_once", build.word("control.sensitivity_send_once"),
                            app::Press{Control::sensitivity_send_once}, Look::primary, Icon::bolt);
                        build.button("control/send_quickly",
                                     build.word("control.sensitivity_send_quickly"),
                                     app::Press{Control::sensitivity_send_quickly}, Look::secondary,
                                     Icon::wave);
                    }
                    slider(build, Control::sensitivity_worry_percent,
                           amount(build, "value.percent", sensitivity.worry_percent));
                    slider(build, Control::sensitivity_calm_percent,
                           amount(build, "value.percent", sensitivity.calm_percent));
                    on_off(build, Control::sensitivity_rubbing);
                    on_off(build, Control::sensitivity_fear);
                    slider(build, Control::sensitivity_hours_per_day, hours_text());
                }});
}

} // namespace tautline::view
