#include "app/chapters/sensitivity.h"

#include "app/chapters/chapters.h"
#include "app/chapters/clocks.h"

#include <utility>

namespace tautline::app {

namespace {

using namespace physiology;

void sample_days(Chapters& chapters) {
    const double gain =
        readouts(chapters.body.sensitivity, default_sensitivity_params(), {}).gain_ratio;
    chapters.sensitivity.gain.push_back(static_cast<float>(gain));
}

void sample_gate(Chapters& chapters, double sent) {
    chapters.sensitivity.sent.push_back(static_cast<float>(sent));
    chapters.sensitivity.up.push_back(static_cast<float>(signal_up(chapters.body.gate)));
}

bool days_are_over(const SensitivityChapter& chapter) {
    return elapsed_days(chapter) >= sensitivity_window_days;
}

bool is_over(const Chapters& chapters) {
    return chapters.sensitivity.by_second ? gate_is_quiet(chapters)
                                          : days_are_over(chapters.sensitivity);
}

void add_inputs(const Chapters& chapters, BodyInputs& inputs) {
    inputs.signal = sensitivity_inputs(chapters).signal;
    if (chapters.sensitivity.by_second) return;
    inputs.alarm = day_signal(chapters.cortisol, minutes(chapters.body.cortisol));
    // Days that all hold so many stressful quarters of an hour are a load [illustrative].
    inputs.stress = static_cast<double>(chapters.cortisol.stressor_hours.size()) / most_stressors;
}

void advance_gate(Chapters& chapters, double model_s) {
    SensitivityChapter& chapter = chapters.sensitivity;
    for (std::size_t due = steps_due(chapter.playback.owed_s, model_s, body_step_s); due > 0;
         --due) {
        if (!chapter.playback.run && gate_is_quiet(chapters)) return;
        const BodyInputs inputs = inputs_now(chapters, Route::chapter_sensitivity);
        const double sent =
            inputs.signal * volley(inputs.volleys_per_s, time_s(chapters.body.gate));
        live(chapters, inputs);
        ++chapter.gate_steps;
        if (at_sample(chapter.gate_steps, gate_sample_s)) sample_gate(chapters, sent);
    }
}

void advance_days(Chapters& chapters, double model_s) {
    SensitivityChapter& chapter = chapters.sensitivity;
    for (std::size_t due = steps_due(chapter.playback.owed_s, model_s, sensitivity_step_s); due > 0;
         --due) {
        if (days_are_over(chapter)) return;
        live_minute(chapters, inputs_now(chapters, Route::chapter_sensitivity));
        ++chapter.minutes;
        if (chapter.minutes % static_cast<std::uint64_t>(sensitivity_sample_h * 60) == 0)
            sample_days(chapters);
    }
}

void rest_cord(Chapters& chapters) {
    const BodyState fresh = initial_body_state(default_body_params());
    rest(chapters.body.sensitivity, fresh.sensitivity);
    rest(chapters.body.gate, fresh.gate);
}

void begin(Chapters& chapters) {
    SensitivityChapter& chapter = chapters.sensitivity;
    chapter.playback = kept(chapter.playback);
    chapter.minutes = 0;
    chapter.gain.clear();
    chapter.by_second = false;
    chapter.sent.clear();
    chapter.up.clear();
    chapter.up_before.clear();
    sample_days(chapters);
}

void play(Chapters& chapters) {
    SensitivityChapter& chapter = chapters.sensitivity;
    // After the seconds the days go on.
    if (chapter.by_second && is_over(chapters)) chapter.by_second = false;
    if (is_over(chapters)) {
        rest_cord(chapters);
        begin(chapters);
    }
    if (!chapter.by_second) chapter.playback.revealed = true;
}

void set_up(Chapters& chapters, Card card) {
    if (card != Card::change) return;
    // Ten signals with nothing else, to compare with.
    send_volleys(chapters, quick_volleys);
    chapters.sensitivity.playback.run = card; // its window, not until it is quiet
    advance_gate(chapters, card_signals_s);
    rest_cord(chapters);
    chapters.sensitivity.playback.playing = false;
}

void set_going(Chapters& chapters, Card card) {
    SensitivityChapter& chapter = chapters.sensitivity;
    if (card == Card::meet) send_volleys(chapters, 1);
    if (card != Card::change) return;
    const int with = chapters.chosen.with;
    chapter.worry_percent = with == 0 ? card_worry_percent : 0;
    chapter.rubbing = with == 1;
    chapter.calm_percent = with == 2 ? card_calm_percent : 0;
    send_volleys(chapters, quick_volleys);
}

Run run(const Chapters&, Card card) {
    if (card == Card::meet) return {card_signal_s, 1};
    if (card == Card::change) return {card_signals_s, 2};
    return {sensitivity_window_days * 86400, 5 * 86400};
}

} // namespace

const Simulation sensitivity_simulation{
    .playback = [](Chapters& chapters) -> Playback& { return chapters.sensitivity.playback; },
    .clock_s =
        [](const Chapters& chapters) {
            const SensitivityChapter& chapter = chapters.sensitivity;
            return chapter.by_second ? gate_s(chapter) : elapsed_days(chapter) * 86400;
        },
    .pace =
        [](const Chapters& chapters) {
            return chapters.sensitivity.by_second ? 1.0 : sensitivity_pace;
        },
    .one_step_s =
        [](const Chapters& chapters) { return chapters.sensitivity.by_second ? 0.5 : 43200.0; },
    .is_over = is_over,
    .play = play,
    .add_inputs = add_inputs,
    .advance =
        [](Chapters& chapters, double model_s) {
            if (chapters.sensitivity.by_second)
                advance_gate(chapters, model_s);
            else
                advance_days(chapters, model_s);
        },
    .rest = rest_cord,
    .begin = begin,
    .set_up = set_up,
    .set_going = set_going,
    .run = run,
};

double elapsed_days(const SensitivityChapter& chapter) {
    return static_cast<double>(chapter.minutes) / minutes_per_day;
}

double gate_s(const SensitivityChapter& chapter) {
    return static_cast<double>(chapter.gate_steps) * body_step_s;
}

void send_volleys(Chapters& chapters, int volleys) {
    SensitivityChapter& chapter = chapters.sensitivity;
    if (chapter.up.size() > 1) chapter.up_before = std::move(chapter.up);
    chapter.up.clear();
    chapter.sent.clear();
    chapter.by_second = true;
    chapter.volleys = volleys;
    chapter.gate_steps = 0;
    chapter.playback.owed_s = 0;
    chapter.playback.playing = true;
    // The train begins with its first volley: on a whole second of the gate's own clock.
    constexpr auto second = static_cast<std::uint64_t>(1 / gate_step_s + 0.5);
    std::uint64_t& steps = chapters.body.gate.steps;
    steps = (steps + second - 1) / second * second;
    sample_gate(chapters, 0);
}

bool gate_is_quiet(const Chapters& chapters) {
    const SensitivityChapter& chapter = chapters.sensitivity;
    const GateReadouts now = readouts(chapters.body.gate);
    const double since_s = gate_s(chapter);
    return since_s >= gate_window_s ||
           (since_s >= chapter.volleys && now.up < 0.005 && now.wound_up < 0.02);
}

void show_days(SensitivityChapter& chapter) {
    if (chapter.by_second) chapter.playback.playing = false;
    chapter.by_second = false;
}

SensitivityInputs sensitivity_inputs(const Chapters& chapters) {
    const SensitivityChapter& chapter = chapters.sensitivity;
    const double strength = signal_strength(static_cast<SignalKind>(chapter.signal));
    const RepeatedSignal plan{.strength = strength,
                              .hours_per_day = chapter.hours_per_day,
                              .days = sensitivity_repeat_days};
    const double by_day = repeated_signal(plan, static_cast<double>(chapter.minutes) * 60);
    const double by_second = gate_s(chapter) < chapter.volleys - 1e-9 ? strength : 0;
    return {.signal = chapter.by_second ? by_second : by_day,
            .worry = chapter.worry_percent / 100,
            .calm = chapter.calm_percent / 100,
            .rubbing = chapter.rubbing ? 1.0 : 0.0};
}

SensitivityReadouts sensitivity_readouts(const Chapters& chapters) {
    SensitivityInputs inputs = sensitivity_inputs(chapters);
    inputs.signal = signal_strength(static_cast<SignalKind>(chapters.sensitivity.signal));
    return readouts(chapters.body.sensitivity, default_sensitivity_params(), inputs);
}

} // namespace tautline::app
