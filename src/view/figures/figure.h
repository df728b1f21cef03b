// What a figure shows, as plain numbers and resolved words. The picture of these values is src/ui's
// business; their description in words stands beside the figure in the Screen. Fractions are 0 to 1
// unless said otherwise.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace tautline::view {

// A moment on the time axis, named.
struct TimeMark {
    float at = 0;
    std::string label;

    friend bool operator==(const TimeMark&, const TimeMark&) = default;
};

struct TracePoint {
    float at = 0, value = 0;

    friend bool operator==(const TracePoint&, const TracePoint&) = default;
};

// A line over time. The axis runs from `from` to `to`; `values` (and `compare`) begin at `from`,
// one each `step`, and may end before `to`: what has not happened yet is not drawn. `now` is where
// the now-line stands.
struct Trace {
    std::string label, unit, now_text; // now_text: the value at this moment, with its unit
    float low = 0, high = 1;           // of the value axis
    float from = 0, to = 1, now = 1;   // of the time axis
    float step = 1;                    // between values, on the time axis
    std::string time_unit;             // as shown: "min", "hours", "days"
    float shown_per_unit = 1; // axis value times this is in time_unit (seconds on the axis: 1/60)
    std::vector<float> values;
    std::vector<float> compare; // a second, quiet line (may be empty)
    std::string compare_label;
    std::vector<std::string> tick_labels; // evenly spaced along the time axis (may be empty)
    // Percentiles of many, lowest first, as `values`: drawn as bands behind the line (may be
    // empty).
    std::vector<std::vector<float>> fan;
    std::string fan_label;
    // On a chapter's stage, where the line is named by what it measures: what a person guessed, and
    // the only marks on the axis.
    std::vector<TracePoint> guess;
    std::string guess_label;
    std::vector<TimeMark> marks;

    friend bool operator==(const Trace&, const Trace&) = default;
};

// Where the four chapters look at the one body: all of it, the back's muscles, the glands, the
// spinal cord. A figure that has just been come to from another is on its way from there.
enum class BodyView : std::uint8_t { whole, back, glands, cord };
struct Travel {
    BodyView from = BodyView::whole;
    float share = 1; // of the way; 1: there

    friend bool operator==(const Travel&, const Travel&) = default;
};

// The one number of a picture, what it counts, and when that was.
struct Reading {
    std::string value, unit, note;

    friend bool operator==(const Reading&, const Reading&) = default;
};

struct AlarmFigure {
    Travel travel;
    Reading reading;
    float signal = 0;     // the alarm signal now, brain to body
    float beat_phase = 0; // 0 to 1 through one heartbeat
    float lung_fill = 0;
    float adrenaline = 0; // of its value after a long alarm
    float muscle = 0;     // small rise of neck and shoulder activity
    bool slow_breathing = false;
    float signal_phase = 0;    // travels 0 to 1 down the nerves while the signal runs
    std::vector<Trace> traces; // one, or none
    // Of a person's own answers, for each part of the back: where it aches, and how tired its
    // muscles are; and how much of the ache comes up to the brain.
    std::array<bool, 3> aches{};
    std::array<float, 3> tired{};
    float arrives = 0;

    bool is_own() const { return aches != std::array<bool, 3>{}; }
    friend bool operator==(const AlarmFigure&, const AlarmFigure&) = default;
};

enum class MuscleRegion : std::uint8_t { neck_shoulders, upper_back, low_back };

// One part of the back, as it is now.
struct BackPartState {
    float active = 0, fatigued = 0; // shares of its fibres

    friend bool operator==(const BackPartState&, const BackPartState&) = default;
};

struct MuscleFigure {
    Travel travel;
    Reading reading;
    MuscleRegion region = MuscleRegion::neck_shoulders;
    std::array<BackPartState, 3> parts;          // in the order of MuscleRegion
    float active = 0, resting = 1, fatigued = 0; // shares of the fibres; they sum to 1
    bool working = false;                        // false in a rest gap
    std::string clock, part_name; // of the practice, which has no number: the region's name
    std::string working_label, resting_label, tired_label; // what the marks of the fibres mean
    // The tired share over the hour, against the same hour without gaps; or the working share.
    std::vector<Trace> traces;
    bool line_of_working = false;

    friend bool operator==(const MuscleFigure&, const MuscleFigure&) = default;
};

struct CortisolFigure {
    Travel travel;
    Reading reading;
    float hour = 0;                              // of the day, 0 to 24
    float level = 0;                             // cortisol now, of the axis's top
    float brain = 0, pituitary = 0, adrenal = 0; // activity around the loop
    std::vector<float> usual_day,
        this_day; // of the axis's top, evenly spaced over 24 h, both ends included
    std::vector<float> stressor_hours;
    std::vector<float> alarm_hours; // of chapter 1, on this day
    float next_stressor_hour = 0;
    float wake_hour = 0, sleep_hour = 0;
    std::string midnight, morning, noon, evening; // dial marks
    std::vector<Trace> traces;                    // one, or none

    friend bool operator==(const CortisolFigure&, const CortisolFigure&) = default;
};

struct SensitivityFigure {
    Travel travel;
    Reading reading;
    float signal = 0; // from the tissue, now
    float gate = 0;   // how far the spinal gate lets it through
    float volume =
        0;          // gain, 0 = usual, 1 = the highest the model reaches: an outcome, not a control
    float felt = 0; // what arrives, of the most the model can give
    float calm = 0;
    bool rubbing = false;
    float signal_phase = 0; // travels 0 to 1 from tissue to brain
    // The gate second by second: what was sent and what went up in the last seconds, newest first,
    // one each `traffic_step_s`; the newest is `traffic_age_s` old. Empty while days pass.
    std::vector<float> sent, up;
    float traffic_step_s = 0.1f, traffic_age_s = 0;
    float echo = 0;                         // what the cord still holds of the signals before
    std::string tissue, spinal_gate, brain; // the names of the way
    std::vector<Trace> traces;              // one, or none

    friend bool operator==(const SensitivityFigure&, const SensitivityFigure&) = default;
};

// How many of the points that are counted for something there are.
struct Count {
    std::string label;
    int points = 0, of = 0;
    bool named = false; // the one that the words are about

    friend bool operator==(const Count&, const Count&) = default;
};

// The back (and one arm and leg) with its eight spots, as in the item "location"; with counts it
// makes room for them as rows of dots.
struct BodyMapFigure {
    std::uint32_t chosen = 0; // bit i = spot i in the item's option order
    int highlighted = -1;
    std::vector<std::string> labels;
    std::vector<Count> counts{};
    bool asks = true; // a spot that is not chosen says "tap here"

    friend bool operator==(const BodyMapFigure&, const BodyMapFigure&) = default;
};

struct BreathingFigure {
    bool running = false;
    float fill = 0; // of the ring: grows while breathing in
    bool breathing_in = true;
    std::string cue, remaining;

    friend bool operator==(const BreathingFigure&, const BreathingFigure&) = default;
};

// Lines over time by themselves, each over its whole window.
struct ChartFigure {
    std::vector<Trace> traces;

    friend bool operator==(const ChartFigure&, const ChartFigure&) = default;
};

// Trays side by side, each with as many things in it as there are points; the newest of all lies in
// the one that is named.
struct TraysFigure {
    std::vector<Count> trays;

    friend bool operator==(const TraysFigure&, const TraysFigure&) = default;
};

// The place where the host draws a QR code: it alone has the encoder, and paper needs it as a
// drawing.
struct CodeFigure {
    friend bool operator==(const CodeFigure&, const CodeFigure&) = default;
};

using Figure =
    std::variant<std::monostate, AlarmFigure, MuscleFigure, CortisolFigure, SensitivityFigure,
                 BodyMapFigure, BreathingFigure, ChartFigure, TraysFigure, CodeFigure>;

} // namespace tautline::view
