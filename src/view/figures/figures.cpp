#include "view/figures/figures.h"

#include "app/chapters/one_body.h"
#include "base/text.h"
#include "view/figures/describe.h"

#include <algorithm>
#include <cmath>

namespace tautline::view {

namespace {

using namespace physiology;

std::string whole(double value) {
    return fixed(std::round(value), 0);
}

float narrow(double value) {
    return static_cast<float>(value);
}

BodyView view_of(app::Route chapter) {
    switch (chapter) {
    case app::Route::chapter_muscles:
        return BodyView::back;
    case app::Route::chapter_cortisol:
        return BodyView::glands;
    case app::Route::chapter_sensitivity:
        return BodyView::cord;
    default:
        return BodyView::whole;
    }
}

Travel travel_of(const app::AppState& state) {
    return {view_of(state.journey.from), narrow(state.journey.share)};
}

// Whole minutes as they are; a window that has moved on shows where its marks really stand.
std::string minute_mark(double seconds) {
    const double minutes = seconds / 60;
    return fixed(minutes, minutes == std::floor(minutes) ? 0 : 1);
}

Trace alarm_trace(const app::Words& words, std::string_view name, const std::vector<float>& values,
                  float low, float high, double scale, double start_s, double now_s, int decimals) {
    const std::string key = "figure.trace." + std::string(name);
    Trace trace;
    trace.label = words.text(key);
    trace.unit = words.text(key + ".unit");
    trace.low = low;
    trace.high = high;
    trace.from = narrow(start_s);
    trace.to = narrow(start_s + app::alarm_window_s);
    trace.now = narrow(now_s);
    trace.step = narrow(app::alarm_sample_s);
    trace.time_unit = words.text("unit.minutes");
    trace.shown_per_unit = 1.0f / 60;
    for (float value : values)
        trace.values.push_back(narrow(static_cast<double>(value) * scale));
    trace.now_text =
        (trace.values.empty() ? "" : fixed(static_cast<double>(trace.values.back()), decimals)) +
        " " + trace.unit;
    for (int i = 0; i <= 4; ++i)
        trace.tick_labels.push_back(minute_mark(start_s + app::alarm_window_s * i / 4));
    return trace;
}

} // namespace

AlarmFigure alarm_figure(const app::Words& words, const app::AppState& state) {
    const app::AlarmChapter& chapter = state.alarm;
    const AlarmState& body = state.body.alarm;
    const AlarmReadouts now = readouts(body, default_alarm_params());
    const double now_s = static_cast<double>(chapter.steps) * body_step_s;
    const double signal = app::alarm_signal(state);
    AlarmFigure figure;
    figure.travel = travel_of(state);
    figure.signal = narrow(signal);
    figure.vagal_withdrawal = narrow(body.vagal_withdrawal);
    figure.sympathetic = narrow(body.sympathetic);
    figure.heart_rate_bpm = narrow(now.heart_rate_bpm);
    figure.beat_phase = narrow(now.beat_phase);
    figure.lung_fill = narrow(now.lung_fill);
    figure.adrenaline = narrow(now.adrenaline_fraction);
    figure.muscle = narrow(now.muscle_fraction);
    figure.slow_breathing = now.breathing_slowly;
    figure.signal_phase = narrow(signal > 0 ? std::fmod(now_s / 6, 1.0) : 0);
    figure.clock = chapter.since_alarm_s < 0
                       ? words.text("figure.alarm.clock.quiet")
                       : fill(words.text("figure.alarm.clock"),
                              {{"time", duration_text(words, chapter.since_alarm_s)}});
    figure.brain = words.text(signal > 0 ? "figure.alarm.brain.on" : "figure.alarm.brain");
    figure.heart =
        fill(words.text("figure.alarm.heart"), {{"n", whole(now.steady_heart_rate_bpm)}});
    figure.lungs = fill(words.text("figure.alarm.lungs"), {{"n", whole(now.breaths_per_min)}});
    figure.glands =
        fill(words.text("figure.alarm.glands"), {{"n", of_hundred(now.adrenaline_fraction)}});
    figure.muscles =
        fill(words.text("figure.alarm.muscles"), {{"n", fixed(now.muscle_percent_mvc, 1)}});
    const double start_s = std::max(
        0.0, std::floor(now_s / app::alarm_sample_s) * app::alarm_sample_s - app::alarm_window_s);
    figure.traces.push_back(
        alarm_trace(words, "heart_rate", chapter.heart_rate_bpm, 50, 110, 1, start_s, now_s, 0));
    figure.traces.push_back(
        alarm_trace(words, "breathing", chapter.breaths_per_min, 0, 30, 1, start_s, now_s, 0));
    figure.traces.push_back(
        alarm_trace(words, "adrenaline", chapter.adrenaline, 0, 100, 100, start_s, now_s, 0));
    figure.traces.push_back(
        alarm_trace(words, "muscle", chapter.muscle_percent, 0, 5, 1, start_s, now_s, 1));
    return figure;
}

MuscleFigure back_now(const app::Words& words, const BodyState& body, MuscleRegion chosen) {
    const MuscleState& fibres = body.muscles[static_cast<std::size_t>(chosen)];
    MuscleFigure figure;
    figure.region = chosen;
    for (std::size_t i = 0; i < figure.parts.size(); ++i) {
        const MuscleState& part = body.muscles[i];
        figure.parts[i] = {narrow(part.active), narrow(part.fatigued), {}, {}};
        if (i != static_cast<std::size_t>(chosen) && part.fatigued < told_tired_share) continue;
        const std::string tired = of_hundred(part.fatigued);
        figure.parts[i].label = fill(words.text("figure.muscle.part"),
                                     {{"part", words.text(region_key(i))}, {"n", tired}});
        figure.parts[i].short_label = fill(words.text("figure.muscle.part.short"), {{"n", tired}});
    }
    figure.active = narrow(fibres.active);
    figure.resting = narrow(fibres.resting);
    figure.fatigued = narrow(fibres.fatigued);
    figure.working_label =
        fill(words.text("figure.muscle.working"), {{"n", of_hundred(fibres.active)}});
    figure.resting_label =
        fill(words.text("figure.muscle.resting"), {{"n", of_hundred(fibres.resting)}});
    figure.tired_label =
        fill(words.text("figure.muscle.tired"), {{"n", of_hundred(fibres.fatigued)}});
    return figure;
}

MuscleFigure muscle_figure(const app::Words& words, const app::AppState& state) {
    const app::MuscleChapter& chapter = state.muscles;
    const double now_s = app::elapsed_s(chapter);
    MuscleFigure figure = back_now(words, state.body, static_cast<MuscleRegion>(chapter.region));
    figure.travel = travel_of(state);
    figure.working = app::is_working(state);
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

CortisolFigure cortisol_figure(const app::Words& words, const app::AppState& state) {
    const app::CortisolChapter& chapter = state.cortisol;
    const CortisolReadouts now = app::cortisol_readouts(state);
    const CortisolParams params = default_cortisol_params();
    const double hour = app::hour_of_day(state);
    // Room for one pulse on top of the morning's peak, and for more when more stressors are placed.
    float top = 700;
    for (float value : chapter.this_day)
        top = std::max(top, std::ceil(value / 100) * 100);
    CortisolFigure figure;
    figure.travel = travel_of(state);
    figure.hour = narrow(hour);
    figure.level = narrow(now.level_nmol_per_l) / top;
    figure.brain = narrow(now.loop.brain);
    figure.pituitary = narrow(now.loop.pituitary);
    figure.adrenal = narrow(now.loop.adrenal);
    for (float value : chapter.usual_day)
        figure.usual_day.push_back(value / top);
    for (float value : chapter.this_day)
        figure.this_day.push_back(value / top);
    for (double at : chapter.stressor_hours)
        figure.stressor_hours.push_back(narrow(at));
    for (double at : app::alarm_hours(chapter))
        figure.alarm_hours.push_back(narrow(at));
    figure.next_stressor_hour = narrow(chapter.next_stressor_hour);
    figure.wake_hour = narrow(params.wake_minute / 60);
    figure.sleep_hour = 23;
    figure.clock = fill(words.text("figure.cortisol.clock"), {{"time", clock_text(words, hour)}});
    figure.brain_label = words.text("figure.cortisol.brain");
    figure.pituitary_label = words.text("figure.cortisol.pituitary");
    figure.adrenal_label = words.text("figure.cortisol.adrenal");
    figure.level_label =
        fill(words.text("figure.cortisol.level"),
             {{"n", whole(now.level_nmol_per_l / nmol_per_l(params.high_ug_per_dl) * 100)}});
    figure.midnight = words.text("figure.cortisol.midnight");
    figure.morning = words.text("figure.cortisol.morning");
    figure.noon = words.text("figure.cortisol.noon");
    figure.evening = words.text("figure.cortisol.evening");
    Trace trace;
    trace.label = words.text("figure.trace.cortisol");
    trace.unit = words.text("figure.trace.cortisol.unit");
    trace.now_text = whole(now.level_nmol_per_l) + " " + trace.unit;
    trace.low = 0;
    trace.high = top;
    trace.from = 0;
    trace.to = 24;
    trace.step = narrow(app::cortisol_sample_min / 60);
    trace.now = narrow(hour);
    trace.time_unit = words.text("unit.hours");
    trace.values = chapter.this_day;
    trace.compare = chapter.usual_day;
    trace.compare_label = words.text("figure.trace.cortisol.compare");
    for (int i = 0; i <= 4; ++i)
        trace.tick_labels.push_back(clock_text(words, 6.0 * i));
    figure.traces.push_back(std::move(trace));
    return figure;
}

namespace {

constexpr std::size_t traffic_samples = 24; // as long as a signal is on its way

// The gate by the second, over the picture of the days.
void show_seconds(SensitivityFigure& figure, const app::Words& words, const app::AppState& state) {
    const app::SensitivityChapter& chapter = state.sensitivity;
    const GateReadouts now = readouts(state.body.gate);
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
    if (app::sensitivity_inputs(state).signal <= 0) {
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

} // namespace

SensitivityFigure sensitivity_figure(const app::Words& words, const app::AppState& state) {
    const app::SensitivityChapter& chapter = state.sensitivity;
    const SensitivityParams params = default_sensitivity_params();
    const SensitivityInputs inputs = app::sensitivity_inputs(state);
    const SensitivityReadouts now = app::sensitivity_readouts(state);
    SensitivityFigure figure;
    figure.travel = travel_of(state);
    // The picture shows the chosen signal arriving, so that touch, warmth and ache can be compared
    // at any hour.
    figure.signal = narrow(signal_strength(static_cast<SignalKind>(chapter.signal)));
    figure.gate = narrow(now.gate_open_fraction);
    figure.volume = narrow(now.volume_fraction);
    figure.felt = narrow(now.felt_fraction);
    figure.quick_store = narrow(state.body.sensitivity.quick);
    figure.slow_store = narrow(state.body.sensitivity.slow);
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

} // namespace tautline::view
