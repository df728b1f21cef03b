#include "states.h"

#include <algorithm>
#include <cmath>

namespace tautline {
namespace {

using namespace view;

template <class Value>
std::vector<float> sampled(int count, Value value) {
    std::vector<float> values;
    for (int i = 0; i < count; ++i)
        values.push_back(static_cast<float>(value(i)));
    return values;
}

Trace axes(std::string label, std::string unit, std::string now, float low, float high) {
    Trace trace;
    trace.label = std::move(label);
    trace.unit = std::move(unit);
    trace.now_text = std::move(now);
    trace.low = low;
    trace.high = high;
    return trace;
}

// A rise at `start` that settles again, in samples.
double bump(int i, double start, double rise, double fall) {
    const double t = i - start;
    return t < 0 ? 0 : (1 - std::exp(-t / rise)) * std::exp(-t / fall) * 1.25;
}

Trace alarm_trace(std::string label, std::string unit, std::string now, float low, float high,
                  int samples, double base, double by, double rise, double fall) {
    Trace trace = axes(std::move(label), std::move(unit), std::move(now), low, high);
    trace.to = 600;
    trace.step = 2;
    trace.now = static_cast<float>(samples * 2);
    trace.time_unit = "min";
    trace.shown_per_unit = 1.0f / 60;
    trace.values = sampled(samples, [&](int i) { return base + by * bump(i, 30, rise, fall); });
    trace.tick_labels = {"0", "3", "5", "8", "10"};
    return trace;
}

// A guess beside the line, as the cards draw it.
void add_guess(Trace& trace) {
    const float span = trace.to - trace.from, top = trace.high, low = trace.low;
    trace.guess = {{trace.from + 0.2f * span, low + 0.8f * (top - low)},
                   {trace.from + 0.5f * span, low + 0.2f * (top - low)},
                   {trace.to, low + 0.1f * (top - low)}};
    trace.guess_label = "your guess";
}

AlarmFigure alarm(float signal, int samples, std::string clock, std::string beats) {
    AlarmFigure figure;
    figure.signal = signal;
    figure.beat_phase = 0.12f;
    figure.signal_phase = 0.42f;
    figure.reading = {std::move(beats), "beats a minute", std::move(clock)};
    Trace trace = alarm_trace("Heart rate", "beats a minute", "72 beats a minute", 50, 110, samples,
                              65, 34, 3, 60);
    trace.tick_labels.clear();
    trace.marks = {{60, "worry stops"}, {trace.to, "10 min"}};
    figure.traces = {trace};
    return figure;
}

MuscleFigure muscle(MuscleRegion region, float active, float tired, bool working, float minutes,
                    std::string clock) {
    MuscleFigure figure;
    figure.region = region;
    figure.active = active;
    figure.fatigued = tired;
    figure.resting = 1 - active - tired;
    figure.working = working;
    const auto hundred = [](float share) {
        return std::to_string(static_cast<int>(std::lround(share * 100)));
    };
    figure.reading = {hundred(tired), "of 100 fibres are tired", std::move(clock)};
    figure.working_label = "working";
    figure.resting_label = "rested";
    figure.tired_label = "tired";
    // The chosen part works; the one before it is cooling down.
    const auto chosen = static_cast<std::size_t>(region);
    figure.parts[chosen] = {active, tired};
    if (chosen > 0) figure.parts[0] = {0, 0.28f};
    Trace trace = axes("Tired fibres", "of 100", hundred(tired) + " of 100", 0, 100);
    trace.to = 75 * 60;
    trace.step = 20;
    trace.now = minutes * 60;
    trace.time_unit = "min";
    trace.shown_per_unit = 1.0f / 60;
    const auto curve = [](int i, double top, double tau) {
        const double t = i / 3.0;
        return t <= 60 ? top * (1 - std::exp(-t / tau))
                       : top * (1 - std::exp(-60 / tau)) * std::exp(-(t - 60) / 8);
    };
    trace.values = sampled(static_cast<int>(minutes * 3), [&](int i) {
        return curve(i, 100.0 * static_cast<double>(tired) * 1.2, 25);
    });
    trace.compare = sampled(226, [&](int i) { return curve(i, 68, 22); });
    trace.compare_label = "the same hour with no rest";
    trace.marks = {{0, "0 min"}, {3600, "60 min"}, {trace.to, "75 min"}};
    figure.traces = {trace};
    return figure;
}

CortisolFigure cortisol(float hour, std::vector<float> stressors, float brain, float pituitary,
                        float adrenal) {
    CortisolFigure figure;
    figure.hour = hour;
    figure.wake_hour = 7;
    figure.sleep_hour = 23;
    figure.next_stressor_hour = 15;
    figure.stressor_hours = stressors;
    figure.brain = brain;
    figure.pituitary = pituitary;
    figure.adrenal = adrenal;
    const auto usual = [](int i) {
        const double h = i / 12.0;
        const double since = std::fmod(h - 4 + 24, 24.0);
        return 0.08 + 0.52 * (since < 4 ? since / 4 : std::exp(-(since - 4) / 5.5));
    };
    figure.usual_day = sampled(289, usual);
    figure.this_day = sampled(289, [&](int i) {
        double level = usual(i);
        for (float at : stressors)
            level += 0.26 * bump(i, static_cast<double>(at) * 12, 4, 14);
        return level;
    });
    const auto now = std::min<std::size_t>(288, static_cast<std::size_t>(hour * 12));
    figure.level = figure.this_day[now];
    const int minutes = static_cast<int>(std::lround(hour * 60));
    figure.reading = {"43", "a usual morning is 100",
                      std::to_string(minutes / 60) + ":" + (minutes % 60 < 10 ? "0" : "") +
                          std::to_string(minutes % 60)};
    figure.midnight = "Midnight";
    figure.morning = "Morning";
    figure.noon = "Noon";
    figure.evening = "Evening";
    Trace trace = axes("Cortisol in the blood", "nmol/L", "231 nmol/L", 0, 700);
    trace.to = 24;
    trace.step = 1.0f / 12;
    trace.now = hour;
    trace.time_unit = "hours";
    for (float v : figure.this_day)
        trace.values.push_back(v * 700);
    for (float v : figure.usual_day)
        trace.compare.push_back(v * 700);
    trace.compare_label = "a usual day";
    trace.marks = {{0, "0:00"}, {6, "6:00"}, {12, "12:00"}, {18, "18:00"}, {24, "24:00"}};
    figure.traces = {trace};
    return figure;
}

SensitivityFigure sensitivity(float signal, float gate, float volume, float felt, float calm,
                              bool rubbing, int day) {
    SensitivityFigure figure;
    figure.signal = signal;
    figure.gate = gate;
    figure.volume = volume;
    figure.felt = felt;
    figure.calm = calm;
    figure.rubbing = rubbing;
    figure.signal_phase = 0.5f;
    figure.reading = {std::to_string(static_cast<int>(std::lround(volume * 100))), "volume, of 100",
                      "day " + std::to_string(day)};
    figure.tissue = "low back";
    figure.spinal_gate = "gate";
    figure.brain = "brain";
    Trace trace = axes("Sensitivity", "times usual", "1.8 times usual", 1, 2.5f);
    trace.to = 56;
    trace.step = 0.25f;
    trace.now = static_cast<float>(day);
    trace.time_unit = "days";
    trace.values = sampled(day * 4 + 1, [](int i) {
        return 1 + 1.2 * (1 - std::exp(-i / 40.0)) * (i < 84 ? 1 : std::exp(-(i - 84) / 60.0));
    });
    trace.marks = {{0, "ache begins"}, {28, "ache stops"}, {56, "day 56"}};
    figure.traces = {trace};
    return figure;
}

// Ten volleys a second apart, six seconds in.
SensitivityFigure by_second() {
    SensitivityFigure figure = sensitivity(1, 1, 0.2f, 0.5f, 0, false, 0);
    const auto sent = [](int i) { return i >= 0 && i % 10 == 0 ? 1.0 : 0.0; };
    const auto up = [&](int i) {
        double value = 0;
        for (int k = 0; k <= i / 10; ++k)
            value += std::exp(-(i - 10 * k) / 4.0) * 0.3 + 0.05;
        return std::min(1.0, value);
    };
    constexpr int now = 64;
    figure.sent = sampled(24, [&](int i) { return sent(now - i); });
    figure.up = sampled(24, [&](int i) { return up(now - i); });
    figure.traffic_age_s = 0.05f;
    figure.echo = 0.45f;
    figure.reading = {"42", "of 100 gets through", {}};
    Trace trace = axes("What arrives", "of 100", "42 of 100", 0, 100);
    trace.to = 40;
    trace.step = 0.1f;
    trace.now = 6.4f;
    trace.time_unit = "s";
    trace.values = sampled(now + 1, [&](int i) { return 100 * up(i); });
    trace.compare = sampled(200, [&](int i) {
        return 60 * std::min(up(std::min(i, 99)), 1.0) * std::exp(-std::max(0, i - 99) / 60.0);
    });
    trace.compare_label = "the time before";
    trace.marks = {{0, "0 s"}, {40, "40 s"}};
    figure.traces = {trace};
    return figure;
}

template <class OneFigure>
OneFigure on_the_way(OneFigure figure, BodyView from, float share) {
    figure.travel = {from, share};
    return figure;
}

BodyMapFigure body_map(std::uint32_t chosen, int highlighted) {
    return {chosen,
            highlighted,
            {"Neck", "Shoulders", "Between the shoulder blades", "Upper back", "Middle of the back",
             "Low back", "Arm", "Leg"}};
}

// As on a result.
TraysFigure trays(bool full) {
    const int points[] = {3, full ? 2 : 1, full ? 2 : 0, full ? 5 : 0};
    TraysFigure all;
    for (const char* label : {"Tension", "Movement", "Nerve", "Doesn’t tell"})
        all.trays.push_back({label, points[all.trays.size()], 5, !full && all.trays.size() == 1});
    return all;
}

BodyMapFigure counted() {
    BodyMapFigure map = body_map(0b00000110, -1);
    map.counts = {{"Tension: 7 of 10", 7, 10, true},
                  {"Movement: 0 of 6", 0, 6, false},
                  {"Nerve: 1 of 5", 1, 5, false}};
    return map;
}

void add(std::vector<FigureState>& states, std::string name, Figure figure) {
    Node node;
    node.role = Role::figure;
    node.figure = std::move(figure);
    states.push_back({std::move(name), std::move(node)});
}

} // namespace

std::vector<FigureState> figure_states() {
    std::vector<FigureState> states;
    AlarmFigure rest = alarm(0, 28, "", "65");
    rest.beat_phase = 0.8f;
    AlarmFigure during = alarm(0.95f, 70, "1 min 20 s after the start", "97");
    during.lung_fill = 0.9f;
    during.adrenaline = 0.78f;
    during.muscle = 0.6f;
    AlarmFigure after = alarm(0, 280, "9 min 20 s after the start", "66");
    add_guess(after.traces.front());
    after.slow_breathing = true;
    after.lung_fill = 0.5f;
    add(states, "alarm-rest", rest);
    add(states, "alarm-during", during);
    add(states, "alarm-after", after);
    add(states, "muscle-start",
        muscle(MuscleRegion::neck_shoulders, 0.1f, 0, true, 1, "1 minute of work"));
    add(states, "muscle-tired",
        muscle(MuscleRegion::neck_shoulders, 0.14f, 0.55f, true, 48, "48 minutes of work"));
    add(states, "muscle-upper",
        muscle(MuscleRegion::upper_back, 0.22f, 0.22f, true, 30, "30 minutes of work"));
    MuscleFigure labelled = muscle(MuscleRegion::low_back, 0, 0.06f, false, 74,
                                   "An hour of work, then 14 minutes of rest");
    labelled.clock = labelled.reading.note; // as the practice of relaxing shows it
    labelled.reading = {};
    add(states, "muscle-rested", labelled);
    add(states, "cortisol-morning", cortisol(8.2f, {}, 0.7f, 0.7f, 0.8f));
    CortisolFigure stress = cortisol(14.75f, {10, 14}, 1, 0.9f, 0.9f);
    stress.alarm_hours = {7.1f, 7.4f};
    add(states, "cortisol-stress", stress);
    add(states, "cortisol-night", cortisol(1.5f, {10}, 0.1f, 0.1f, 0.1f));
    add(states, "sensitivity-usual", sensitivity(0.5f, 0.3f, 0, 0.2f, 0.3f, false, 2));
    add(states, "sensitivity-high", sensitivity(0.5f, 0.92f, 0.85f, 0.95f, 0.05f, false, 20));
    add(states, "sensitivity-calm", sensitivity(0.5f, 0.2f, 0.25f, 0.15f, 0.9f, true, 50));
    add(states, "body-none", body_map(0, -1));
    add(states, "body-some", body_map(0b00000101, 1));
    add(states, "body-all", body_map(0xFF, -1));
    add(states, "breathing-ready", BreathingFigure{false, 0.35f, true, "Ready when you are", ""});
    add(states, "breathing-in",
        BreathingFigure{true, 0.95f, true, "Breathe in", "4 min 12 s left"});
    add(states, "breathing-out",
        BreathingFigure{true, 0.1f, false, "Breathe out", "0 min 58 s left"});
    add(states, "sensitivity-seconds", by_second());
    add(states, "travel-to-glands",
        on_the_way(cortisol(8, {}, 0.4f, 0.4f, 0.4f), BodyView::back, 0.4f));
    add(states, "travel-to-cord",
        on_the_way(sensitivity(1, 1, 0, 0.3f, 0, false, 0), BodyView::whole, 0.8f));
    add(states, "body-counts", counted());
    add(states, "trays", trays(false));
    add(states, "trays-full", trays(true));
    return states;
}

} // namespace tautline
