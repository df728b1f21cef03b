#include "app/chapters/chapters.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tautline::app {

using namespace physiology;

namespace {

constexpr double slow_motion = 0.25; // of the usual pace

// In the order of the chapters.
constexpr std::array simulations{&alarm_simulation, &muscle_simulation, &cortisol_simulation,
                                 &sensitivity_simulation};
static_assert(simulations.size() == simulated_chapters);

const Simulation* simulation_of(Route route) {
    const std::optional<std::size_t> which = simulated_chapter(route);
    return which ? simulations[*which] : nullptr;
}

} // namespace

Playback* playback_of(Chapters& chapters, Route route) {
    const Simulation* simulation = simulation_of(route);
    return simulation ? &simulation->playback(chapters) : nullptr;
}

const Playback* playback_of(const Chapters& chapters, Route route) {
    // The same place, for whoever only reads it.
    return playback_of(const_cast<Chapters&>(chapters), route);
}

BodyState rested_body() {
    BodyState body = initial_body_state(default_body_params());
    // A body at rest stays as it is; only its clocks go on.
    constexpr auto night_min = static_cast<std::uint64_t>(morning_hour * 60);
    const auto at = [](double step_s) {
        return static_cast<std::uint64_t>(std::llround(night_min * 60 / step_s));
    };
    body.steps = body.alarm.steps = at(body_step_s);
    body.gate.steps = at(gate_step_s);
    for (MuscleState& muscle : body.muscles)
        muscle.steps = at(muscle_step_s);
    body.cortisol.steps = body.glands.steps = night_min;
    body.inflammation.steps = body.sensitivity.steps = night_min;
    return body;
}

void begin_stories(Chapters& chapters) {
    chapters.body = rested_body();
    for (const Simulation* simulation : simulations)
        simulation->begin(chapters);
}

BodyInputs inputs_now(const Chapters& chapters, Route route) {
    const SensitivityInputs felt = sensitivity_inputs(chapters);
    BodyInputs inputs{.alarm = alarm_signal(chapters),
                      .slow_breathing = chapters.alarm.slow_breathing};
    inputs.worry = felt.worry;
    inputs.calm = felt.calm, inputs.rubbing = felt.rubbing;
    if (const Simulation* simulation = simulation_of(route))
        simulation->add_inputs(chapters, inputs);
    return inputs;
}

void live(Chapters& chapters, const BodyInputs& inputs) {
    step(chapters.body, default_body_params(), inputs);
    age_alarm(chapters, body_step_s);
}

void live_minute(Chapters& chapters, const BodyInputs& inputs) {
    step_minute(chapters.body, default_body_params(), inputs);
    age_alarm(chapters, 60);
}

void advance(Chapters& chapters, Route route, double model_s) {
    const Simulation* simulation = simulation_of(route);
    if (!simulation) return;
    simulation->advance(chapters, model_s);
    // The dial shows the day that the body has come to; its own clock ends with the day in view.
    if (route != Route::chapter_cortisol)
        chapters.cortisol.day =
            static_cast<std::uint64_t>(minutes(chapters.body.cortisol) / minutes_per_day);
}

void restart(Chapters& chapters, Route route) {
    const Simulation* simulation = simulation_of(route);
    if (!simulation) return;
    simulation->rest(chapters);
    simulation->begin(chapters);
}

void restart_story(Chapters& chapters, Route route) {
    if (const Simulation* simulation = simulation_of(route)) simulation->begin(chapters);
}

void play_pause(Chapters& chapters, Route route) {
    const Simulation* simulation = simulation_of(route);
    if (!simulation) return;
    const bool was_playing = simulation->playback(chapters).playing;
    if (!was_playing) simulation->play(chapters);
    simulation->playback(chapters).playing = !was_playing;
}

void step_once(Chapters& chapters, Route route) {
    const Simulation* simulation = simulation_of(route);
    if (!simulation) return;
    advance(chapters, route, simulation->one_step_s(chapters));
    simulation->playback(chapters).playing = false;
}

bool play_on(Chapters& chapters, Route route, double elapsed_s) {
    const Simulation* simulation = simulation_of(route);
    if (!simulation || !simulation->playback(chapters).playing) return false;
    Playback& playback = simulation->playback(chapters);
    if (!playback.run) {
        advance(chapters, route,
                elapsed_s * simulation->pace(chapters) * (playback.slow ? slow_motion : 1));
        if (simulation->is_over(chapters)) playback.playing = false;
        return false;
    }
    const Run run = simulation->run(chapters, *playback.run);
    advance(chapters, route,
            std::clamp(elapsed_s * run.pace, 0.0,
                       std::max(0.0, run.until_s - simulation->clock_s(chapters))));
    // What is left is less than a step.
    return run.until_s - simulation->clock_s(chapters) < 1e-6 + physiology::body_step_s &&
           finish_run(chapters, route);
}

bool finish_run(Chapters& chapters, Route route) {
    const Simulation* simulation = simulation_of(route);
    if (!simulation) return false;
    Playback& playback = simulation->playback(chapters);
    if (!playback.run || !playback.under_way) return false;
    const double left_s =
        simulation->run(chapters, *playback.run).until_s - simulation->clock_s(chapters);
    // Part of a step may be owed already.
    if (left_s > playback.owed_s) advance(chapters, route, left_s - playback.owed_s);
    playback.owed_s = 0;
    playback.playing = playback.under_way = false;
    playback.ran |= bit(*playback.run);
    if (*playback.run == Card::run) playback.revealed = true;
    return true;
}

namespace {

// A rested body that nothing has been played on; what the person guessed and chose stays.
void begin_anew(Chapters& chapters, const Simulation& simulation) {
    const Playback playback = kept(simulation.playback(chapters));
    const CardChoices chosen = chapters.chosen;
    chapters = {};
    begin_stories(chapters);
    simulation.playback(chapters) = playback;
    chapters.chosen = chosen;
}

} // namespace

void play_card(Chapters& chapters, Route route, Card card, bool at_once) {
    const Simulation* simulation = simulation_of(route);
    if (!simulation) return;
    const Playback& before = simulation->playback(chapters);
    if (before.run == card && before.under_way && !at_once) {
        simulation->playback(chapters).card = card;
        simulation->playback(chapters).playing = !before.playing;
        return;
    }
    begin_anew(chapters, *simulation);
    simulation->set_up(chapters, card);
    simulation->set_going(chapters, card);
    Playback& playback = simulation->playback(chapters);
    playback.card = card;
    playback.run = card;
    playback.ran &= static_cast<std::uint8_t>(~bit(card));
    playback.playing = playback.under_way = true;
    if (at_once) finish_run(chapters, route);
}

void show_card(Chapters& chapters, Route route, Card card) {
    const Simulation* simulation = simulation_of(route);
    if (!simulation) return;
    finish_run(chapters, route);
    const Playback& playback = simulation->playback(chapters);
    const std::optional<Card> shown = run_of(card);
    if (shown && playback.run != shown && has_run(playback, *shown)) {
        play_card(chapters, route, *shown, true);
    } else if (card == Card::take || (shown && playback.run != shown)) {
        begin_anew(chapters, *simulation);
        if (shown) simulation->set_up(chapters, *shown);
        simulation->playback(chapters).run = shown;
    }
    simulation->playback(chapters).card = card;
}

void pause_all(Chapters& chapters) {
    for (const Simulation* simulation : simulations)
        simulation->playback(chapters).playing = false;
}

} // namespace tautline::app
