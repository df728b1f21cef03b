#include "view/figures/describe.h"

#include "app/chapters/one_body.h"
#include "base/text.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tautline::view {

namespace {

// The alarm counts as rising while the heart is still on its way up, and as settled when the rise
// is almost gone.
constexpr double rising_s = 20, settled_bpm = 2;
// Shares of tired fibres below which a muscle is called fresh, and above which tired.
constexpr double fresh_share = 0.05, tired_share = 0.3;
// A wave of this much above the usual day is worth a sentence.
constexpr double wave_nmol_per_l = 15;
constexpr double morning_hour = 4, late_morning_hour = 9, evening_hour = 18, night_hour = 22;
// Volume of the sensitive alarm: turned up, and high.
constexpr double building_up = 0.1; // of what the cord can hold of earlier signals
constexpr double turned_up_volume = 0.08, high_volume = 0.5;
// What another chapter left is worth a line: this share of an alarm's muscle activity, of tired
// fibres, of the tide.
constexpr double settled_tone = 0.05, carried_tired_share = 0.05, noticed_tide = 0.03;

std::string whole(double value) {
    return fixed(std::round(value), 0);
}

std::string describe_alarm(const app::Words& words, const app::AppState& state) {
    const app::AlarmChapter& chapter = state.alarm;
    const auto now = physiology::readouts(state.body.alarm, physiology::default_alarm_params());
    const Places places{{"heart_rate", whole(now.steady_heart_rate_bpm)},
                        {"breaths", whole(now.breaths_per_min)},
                        {"adrenaline", of_hundred(now.adrenaline_fraction)},
                        {"time", duration_text(words, chapter.since_alarm_s)}};
    const bool settling = now.heart_rate_rise_bpm > settled_bpm;
    std::string_view key = settling ? "describe.alarm.settling" : "describe.alarm.quiet";
    if (app::alarm_signal(state) > 0)
        key = chapter.since_alarm_s < rising_s ? "describe.alarm.rising" : "describe.alarm.on";
    else if (chapter.since_alarm_s >= 0 && !settling)
        key = "describe.alarm.settled";
    return fill(words.text(key), places);
}

std::string describe_muscles(const app::Words& words, const app::AppState& state) {
    const app::MuscleChapter& chapter = state.muscles;
    const double tired = state.body.muscles[static_cast<std::size_t>(chapter.region)].fatigued;
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
    for (std::size_t i = 0; i < state.body.muscles.size(); ++i) {
        const double share = state.body.muscles[i].fatigued;
        if (i == static_cast<std::size_t>(chapter.region) || share < told_tired_share) continue;
        told += " " + fill(words.text("describe.muscle.other"),
                           {{"part", words.text(region_key(i))}, {"tired", of_hundred(share)}});
    }
    return told;
}

std::string describe_cortisol(const app::Words& words, const app::AppState& state) {
    const auto now = app::cortisol_readouts(state);
    const double hour = app::hour_of_day(state);
    const double top = physiology::nmol_per_l(physiology::default_cortisol_params().high_ug_per_dl);
    std::string_view key = "describe.cortisol.falling";
    if (physiology::nmol_per_l(now.pulse_ug_per_dl) > wave_nmol_per_l)
        key = "describe.cortisol.pulse";
    else if (hour < morning_hour || hour >= night_hour)
        key = "describe.cortisol.night";
    else if (hour < late_morning_hour)
        key = "describe.cortisol.waking";
    else if (hour >= evening_hour)
        key = "describe.cortisol.evening";
    return fill(words.text(key), {{"time", clock_text(words, hour)},
                                  {"level", whole(now.level_nmol_per_l / top * 100)}});
}

// The gate by the second: one signal, many, the echo after them, and quiet again.
std::string describe_gate(const app::Words& words, const app::AppState& state) {
    const app::SensitivityChapter& chapter = state.sensitivity;
    const auto now = physiology::readouts(state.body.gate);
    const bool sending = app::gate_s(chapter) < chapter.volleys;
    std::string_view key = "describe.gate.over";
    // Between two volleys a little fades; after the third the build-up stays above its threshold.
    if (sending && now.wound_up >= building_up && app::gate_s(chapter) >= 3)
        key = "describe.gate.building";
    else if (sending)
        key = chapter.volleys > 1 ? "describe.gate.sending" : "describe.gate.once";
    else if (!app::gate_is_quiet(state))
        key = now.wound_up >= building_up ? "describe.gate.echo" : "describe.gate.fading";
    return fill(words.text(key), {{"n", of_hundred(now.up)}});
}

// What turns the gate, or what comes through it, besides the signal.
std::string describe_what_turns(const app::Words& words, const app::AppState& state) {
    const auto inputs = app::sensitivity_inputs(state);
    std::string told;
    for (const auto& [on, key] : {std::pair{inputs.rubbing, "describe.turns.rubbing"},
                                  std::pair{inputs.calm, "describe.turns.calm"},
                                  std::pair{inputs.worry, "describe.turns.worry"},
                                  std::pair{inputs.fear, "describe.turns.fear"}})
        if (on > 0) told += " " + words.text(key);
    return told;
}

std::string describe_sensitivity(const app::Words& words, const app::AppState& state) {
    const app::SensitivityChapter& chapter = state.sensitivity;
    if (chapter.by_second) return describe_gate(words, state) + describe_what_turns(words, state);
    const auto now = app::sensitivity_readouts(state);
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
           describe_what_turns(words, state);
}

// The muscles that are most tired, as the person comes back to the alarm.
std::string carried_to_alarm(const app::Words& words, const app::AppState& state) {
    const auto& muscles = state.body.muscles;
    const auto most =
        std::max_element(muscles.begin(), muscles.end(),
                         [](const auto& a, const auto& b) { return a.fatigued < b.fatigued; });
    if (most->fatigued < carried_tired_share || app::elapsed_s(state.muscles) <= 0) return {};
    return fill(words.text("carried.alarm.muscles"), {{"n", of_hundred(most->fatigued)}});
}

std::string carried_to_muscles(const app::Words& words, const app::AppState& state) {
    if (state.body.alarm.muscle < settled_tone) return {};
    const auto params = physiology::default_body_params();
    return fill(words.text("carried.muscles.alarm"),
                {{"n", of_hundred(params.alarm_takes_gaps * state.body.alarm.muscle)}});
}

std::string carried_to_cortisol(const app::Words& words, const app::AppState& state) {
    const double ratio = app::tide_ratio(state);
    if (ratio > 1 + noticed_tide) return words.text("carried.cortisol.up");
    if (ratio < 1 - noticed_tide) return words.text("carried.cortisol.down");
    const std::size_t alarms = app::alarm_hours(state.cortisol).size();
    if (alarms == 0) return {};
    if (alarms == 1) return words.text("carried.cortisol.alarm");
    return fill(words.text("carried.cortisol.alarms"), {{"n", std::to_string(alarms)}});
}

} // namespace

std::string_view region_key(std::size_t part) {
    constexpr std::string_view keys[] = {"option.region.neck_shoulders", "option.region.upper_back",
                                         "option.region.low_back"};
    return keys[part];
}

std::string of_hundred(double fraction) {
    return whole(std::clamp(fraction, 0.0, 1.0) * 100);
}

std::string duration_text(const app::Words& words, double seconds) {
    const auto all = static_cast<long>(std::floor(std::max(0.0, seconds) + 1e-6));
    const std::string m = std::to_string(all / 60), s = std::to_string(all % 60);
    if (all < 60) return fill(words.text("value.seconds"), {{"n", s}});
    if (all % 60 == 0) return fill(words.text("value.minutes"), {{"n", m}});
    return fill(words.text("value.minutes_seconds"), {{"m", m}, {"s", s}});
}

std::string clock_text(const app::Words& words, double hour) {
    const auto minutes = static_cast<long>(std::floor(hour * 60 + 0.5)) % 1440;
    std::string minute = std::to_string(minutes % 60);
    if (minute.size() < 2) minute.insert(0, "0");
    return fill(words.text("value.clock_time"),
                {{"h", std::to_string(minutes / 60)}, {"m", minute}});
}

std::string describe(const app::Words& words, const app::AppState& state, app::Route chapter) {
    switch (chapter) {
    case app::Route::chapter_alarm:
        return describe_alarm(words, state);
    case app::Route::chapter_muscles:
        return describe_muscles(words, state);
    case app::Route::chapter_cortisol:
        return describe_cortisol(words, state);
    case app::Route::chapter_sensitivity:
        return describe_sensitivity(words, state);
    default:
        return {};
    }
}

std::string carried(const app::Words& words, const app::AppState& state, app::Route chapter) {
    switch (chapter) {
    case app::Route::chapter_alarm:
        return carried_to_alarm(words, state);
    case app::Route::chapter_muscles:
        return carried_to_muscles(words, state);
    case app::Route::chapter_cortisol:
        return carried_to_cortisol(words, state);
    default:
        return {};
    }
}

} // namespace tautline::view
