#include "view/describe.h"

#include "base/text.h"

#include <algorithm>
#include <cmath>

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
constexpr double turned_up_volume = 0.08, high_volume = 0.5;

std::string whole(double value) {
    return fixed(std::round(value), 0);
}

} // namespace

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

std::string describe(const app::Words& words, const app::AlarmChapter& chapter) {
    const auto now = physiology::readouts(chapter.body, physiology::default_alarm_params());
    const Places places{{"heart_rate", whole(now.steady_heart_rate_bpm)},
                        {"breaths", whole(now.breaths_per_min)},
                        {"adrenaline", of_hundred(now.adrenaline_fraction)},
                        {"time", duration_text(words, chapter.since_alarm_s)}};
    std::string_view key = "describe.alarm.quiet";
    if (chapter.since_alarm_s >= 0) {
        if (app::alarm_signal(chapter) > 0)
            key = chapter.since_alarm_s < rising_s ? "describe.alarm.rising" : "describe.alarm.on";
        else
            key = now.heart_rate_rise_bpm > settled_bpm ? "describe.alarm.settling"
                                                        : "describe.alarm.settled";
    }
    return fill(words.text(key), places);
}

std::string describe(const app::Words& words, const app::MuscleChapter& chapter) {
    const double tired = chapter.fibres.fatigued;
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
    return fill(words.text(key), {{"tired", of_hundred(tired)}, {"rest", rest}});
}

std::string describe(const app::Words& words, const app::CortisolChapter& chapter) {
    const auto now = app::readouts(chapter);
    const auto params = app::day_params();
    const double top = physiology::nmol_per_l(params.high_ug_per_dl);
    std::string_view key = "describe.cortisol.falling";
    if (physiology::nmol_per_l(now.pulse_ug_per_dl) > wave_nmol_per_l)
        key = "describe.cortisol.pulse";
    else if (chapter.hour < morning_hour || chapter.hour >= night_hour)
        key = "describe.cortisol.night";
    else if (chapter.hour < late_morning_hour)
        key = "describe.cortisol.waking";
    else if (chapter.hour >= evening_hour)
        key = "describe.cortisol.evening";
    return fill(words.text(key), {{"time", clock_text(words, chapter.hour)},
                                  {"level", whole(now.level_nmol_per_l / top * 100)}});
}

std::string describe(const app::Words& words, const app::SensitivityChapter& chapter) {
    const auto now = app::readouts(chapter, true);
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
                                  {"felt", of_hundred(now.felt_fraction)}});
}

} // namespace tautline::view
