#include "app/chapters/cortisol.h"

#include "app/chapters/chapters.h"
#include "app/chapters/clocks.h"

#include <algorithm>
#include <cmath>

namespace tautline::app {

namespace {

using namespace physiology;

constexpr double stressor_lead_h = 0.25; // the day is lived again from this long before a new one

// Minutes of the body's cortisol clock, with the part of one that has begun.
double minute_now(const BodyState& body) {
    return minutes(body.cortisol) +
           static_cast<double>(body.steps % body_steps_per_min) / body_steps_per_min;
}

// The share of the minute that a stretch fills.
double share_of_minute(const AlarmSpan& span, double minute) {
    return std::clamp(std::min(span.until_min, minute + 1) - std::max(span.from_min, minute), 0.0,
                      1.0);
}

bool is_over(const Chapters& chapters) {
    return hour_of_day(chapters) >= 24;
}

void add_inputs(const Chapters& chapters, BodyInputs& inputs) {
    inputs.alarm = day_signal(chapters.cortisol, minutes(chapters.body.cortisol));
}

void advance_cortisol(Chapters& chapters, double model_s) {
    for (std::size_t due = steps_due(chapters.cortisol.playback.owed_s, model_s, cortisol_step_s);
         due > 0; --due) {
        if (is_over(chapters)) return;
        live_minute(chapters, inputs_now(chapters, Route::chapter_cortisol));
    }
}

void rest_glands(Chapters& chapters) {
    BodyState& body = chapters.body;
    const BodyState fresh = initial_body_state(default_body_params());
    rest(body.glands, fresh.glands);
    rest(body.inflammation, fresh.inflammation);
    body.habit = fresh.habit;
    chapters.cortisol.alarms.clear();
}

void begin(Chapters& chapters) {
    chapters.cortisol.playback = kept(chapters.cortisol.playback);
    relive_day(chapters, morning_hour);
}

void set_up(Chapters& chapters, Card card) {
    relive_day(chapters, card == Card::meet ? 0 : card_from_hour);
}

void set_going(Chapters& chapters, Card card) {
    CortisolChapter& chapter = chapters.cortisol;
    if (card == Card::run) chapter.stressor_hours = {card_test_hour};
    if (card == Card::change) chapter.quiet_hours = {card_test_hour};
    recompute_day(chapters);
}

// One more hour in the list of the day's hours, and the day lived again from just before it.
void add_hour(Chapters& chapters, std::vector<double>& hours) {
    CortisolChapter& chapter = chapters.cortisol;
    if (hours.size() >= most_stressors) return;
    hours.push_back(chapter.next_stressor_hour);
    std::sort(hours.begin(), hours.end());
    relive_day(chapters, std::max(0.0, chapter.next_stressor_hour - stressor_lead_h));
    chapter.playback.playing = true;
    chapter.playback.revealed = true;
}

Run run(const Chapters&, Card card) {
    if (card == Card::meet) return {86400, 8640};
    return {card_until_hour * 3600, 1620};
}

} // namespace

const Simulation cortisol_simulation{
    .playback = [](Chapters& chapters) -> Playback& { return chapters.cortisol.playback; },
    .clock_s = [](const Chapters& chapters) { return hour_of_day(chapters) * 3600; },
    .pace = [](const Chapters&) { return cortisol_pace; },
    .one_step_s = [](const Chapters&) { return 900.0; },
    .is_over = is_over,
    // The same day, lived again, by glands that are as they were left.
    .play =
        [](Chapters& chapters) {
            if (is_over(chapters)) begin(chapters);
            chapters.cortisol.playback.revealed = true;
        },
    .add_inputs = add_inputs,
    .advance = advance_cortisol,
    .rest = rest_glands,
    .begin = begin,
    .set_up = set_up,
    .set_going = set_going,
    .run = run,
};

double day_signal(const CortisolChapter& chapter, double minute) {
    const double of_day = minute - minutes_per_day * std::floor(minute / minutes_per_day);
    double signal = stress_at(default_cortisol_params(), chapter.stressor_hours, of_day);
    for (const AlarmSpan& span : chapter.alarms)
        signal += share_of_minute(span, minute);
    return std::min(1.0, signal);
}

std::vector<double> alarm_hours(const CortisolChapter& chapter) {
    std::vector<double> hours;
    for (const AlarmSpan& span : chapter.alarms) {
        const double hour =
            (span.from_min - minutes_per_day * static_cast<double>(chapter.day)) / 60;
        if (hour >= 0 && hour < 24) hours.push_back(hour);
    }
    return hours;
}

void add_stressor(Chapters& chapters) {
    add_hour(chapters, chapters.cortisol.stressor_hours);
}

void add_quiet_stressor(Chapters& chapters) {
    add_hour(chapters, chapters.cortisol.quiet_hours);
}

void clear_stressors(Chapters& chapters) {
    chapters.cortisol.stressor_hours.clear();
    chapters.cortisol.quiet_hours.clear();
    chapters.cortisol.alarms.clear();
    relive_day(chapters, hour_of_day(chapters));
}

void add_alarm(Chapters& chapters, double lasts_min) {
    const double now_min = minute_now(chapters.body);
    std::vector<AlarmSpan>& alarms = chapters.cortisol.alarms;
    if (!alarms.empty()) alarms.back().until_min = std::min(alarms.back().until_min, now_min);
    alarms.push_back({now_min, now_min + lasts_min});
    if (alarms.size() > most_alarms) alarms.erase(alarms.begin());
    recompute_day(chapters);
}

double hour_of_day(const Chapters& chapters) {
    const CortisolChapter& chapter = chapters.cortisol;
    const double since_min =
        minute_now(chapters.body) - minutes_per_day * static_cast<double>(chapter.day);
    return std::clamp((since_min + chapter.playback.owed_s / 60) / 60, 0.0, 24.0);
}

double tide_ratio(const Chapters& chapters) {
    const GlandsParams params = default_glands_params();
    const GlandsState& glands = chapters.body.glands;
    const auto cortisol = [&](double pituitary, double adrenal) {
        return settled_hormones(params, 1, pituitary, adrenal).cortisol;
    };
    const GlandsState usual = initial_glands_state(params);
    return cortisol(glands.pituitary, glands.adrenal) / cortisol(usual.pituitary, usual.adrenal);
}

CortisolReadouts cortisol_readouts(const Chapters& chapters) {
    CortisolReadouts now = readouts(chapters.body.cortisol, default_cortisol_params(),
                                    day_signal(chapters.cortisol, minutes(chapters.body.cortisol)));
    now.tide_ug_per_dl *= tide_ratio(chapters);
    now.level_ug_per_dl = now.tide_ug_per_dl + now.pulse_ug_per_dl;
    now.level_nmol_per_l = nmol_per_l(now.level_ug_per_dl);
    return now;
}

void relive_day(Chapters& chapters, double hour) {
    const CortisolParams params = default_cortisol_params();
    CortisolState fresh = initial_cortisol_state(params);
    fresh.steps = chapters.cortisol.day * 1440;
    const std::uint64_t until = fresh.steps + static_cast<std::uint64_t>(std::llround(hour * 60));
    while (fresh.steps < until)
        step(fresh, params, {.stress = day_signal(chapters.cortisol, minutes(fresh))});
    chapters.body.cortisol = fresh;
    chapters.cortisol.playback.owed_s = 0;
    recompute_day(chapters);
}

void recompute_day(Chapters& chapters) {
    CortisolChapter& chapter = chapters.cortisol;
    const CortisolParams params = default_cortisol_params();
    const double gain = pulse_gain_ug_per_dl_per_min(params), ratio = tide_ratio(chapters);
    chapter.usual_day.clear();
    chapter.this_day.clear();
    CortisolState at = initial_cortisol_state(params);
    at.steps = chapter.day * 1440;
    for (int minute = 0; minute <= 1440; ++minute) {
        if (minute % static_cast<int>(cortisol_sample_min) == 0) {
            const double tide = tide_ug_per_dl(params, minute);
            chapter.usual_day.push_back(static_cast<float>(nmol_per_l(tide)));
            chapter.this_day.push_back(
                static_cast<float>(nmol_per_l(tide * ratio + gain * at.pulse_min)));
        }
        step(at, params, {.stress = day_signal(chapter, minutes(at))});
    }
}

} // namespace tautline::app
