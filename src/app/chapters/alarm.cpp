#include "app/chapters/alarm.h"

#include "app/chapters/chapters.h"
#include "app/chapters/clocks.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tautline::app {

namespace {

using namespace physiology;

// An alarm that settled this long ago is no longer "the alarm".
constexpr double long_ago_s = 3600;
constexpr std::size_t alarm_samples = static_cast<std::size_t>(alarm_window_s / alarm_sample_s) + 1;

void sample(Chapters& chapters) {
    AlarmChapter& chapter = chapters.alarm;
    const AlarmReadouts now = readouts(chapters.body.alarm, default_alarm_params());
    const auto put = [](std::vector<float>& values, double value) {
        values.push_back(static_cast<float>(value));
        if (values.size() > alarm_samples) values.erase(values.begin());
    };
    // Without the swing of each breath, which is a line's noise at this pace.
    put(chapter.heart_rate_bpm, now.steady_heart_rate_bpm);
    put(chapter.breaths_per_min, now.breaths_per_min);
    put(chapter.adrenaline, now.adrenaline_fraction);
    put(chapter.muscle_percent, now.muscle_percent_mvc);
}

void advance_alarm(Chapters& chapters, double model_s) {
    AlarmChapter& chapter = chapters.alarm;
    for (std::size_t due = steps_due(chapter.playback.owed_s, model_s, body_step_s); due > 0;
         --due) {
        live(chapters, inputs_now(chapters, Route::chapter_alarm));
        ++chapter.steps;
        if (at_sample(chapter.steps, alarm_sample_s)) sample(chapters);
    }
}

// One alarm alone, as long as the run with two lasts.
std::vector<float> one_alarm() {
    const AlarmParams params = default_alarm_params();
    AlarmState state = initial_alarm_state(params);
    std::vector<float> heart{static_cast<float>(readouts(state, params).steady_heart_rate_bpm)};
    const auto steps = std::lround(card_twice_s / alarm_step_s);
    const auto sample_steps = std::lround(alarm_sample_s / alarm_step_s);
    for (long i = 1; i <= steps; ++i) {
        step(state, params, {.signal = time_s(state) < card_alarm_s ? 1.0 : 0.0});
        if (i % sample_steps == 0)
            heart.push_back(static_cast<float>(readouts(state, params).steady_heart_rate_bpm));
    }
    return heart;
}

void set_up(Chapters& chapters, Card card) {
    AlarmChapter& chapter = chapters.alarm;
    chapter.worry_s = card_worry_s;
    chapter.once_bpm = card == Card::change ? one_alarm() : std::vector<float>{};
    if (card == Card::meet) return;
    startle(chapters, card_worry_s);
    chapter.playback.owed_s = 0;
    advance(chapters, Route::chapter_alarm, card == Card::run ? card_alarm_s : card_again_s);
    chapter.playback.owed_s = 0;
}

Run run(const Chapters&, Card card) {
    if (card == Card::meet) return {card_alarm_s, 6};
    return {card == Card::run ? card_settled_s : card_twice_s, 24};
}

void begin(Chapters& chapters) {
    AlarmChapter& chapter = chapters.alarm;
    AlarmChapter fresh;
    fresh.playback = kept(chapter.playback);
    fresh.worry_s = chapter.worry_s;
    fresh.slow_breathing = chapter.slow_breathing;
    fresh.line = chapter.line;
    chapter = std::move(fresh);
    sample(chapters);
}

} // namespace

const Simulation alarm_simulation{
    .playback = [](Chapters& chapters) -> Playback& { return chapters.alarm.playback; },
    .clock_s =
        [](const Chapters& chapters) {
            return static_cast<double>(chapters.alarm.steps) * body_step_s;
        },
    .pace = [](const Chapters&) { return alarm_pace; },
    .one_step_s = [](const Chapters&) { return 5.0; },
    .is_over =
        [](const Chapters& chapters) {
            return chapters.alarm.since_alarm_s >= 0 && has_settled(chapters);
        },
    // There is no story until the alarm is startled: Play then startles.
    .play =
        [](Chapters& chapters) {
            if (chapters.alarm.since_alarm_s < 0) startle(chapters, chapters.alarm.worry_s);
            chapters.alarm.playback.revealed = true;
        },
    .add_inputs = [](const Chapters&, BodyInputs&) {},
    .advance = advance_alarm,
    .rest =
        [](Chapters& chapters) {
            rest(chapters.body.alarm, initial_body_state(default_body_params()).alarm);
        },
    .begin = begin,
    .set_up = set_up,
    .set_going =
        [](Chapters& chapters, Card card) {
            if (card != Card::run) startle(chapters, card_worry_s);
        },
    .run = run,
};

void startle(Chapters& chapters, double worry_s) {
    AlarmChapter& alarm = chapters.alarm;
    const double lasts_s = startle_s + worry_s;
    alarm.alarm_until_s = time_s(chapters.body) + lasts_s;
    alarm.since_alarm_s = 0;
    add_alarm(chapters, lasts_s / 60);
}

double alarm_signal(const Chapters& chapters) {
    return time_s(chapters.body) < chapters.alarm.alarm_until_s ? 1.0 : 0.0;
}

bool has_calmed_down(const Chapters& chapters) {
    const AlarmReadouts now = readouts(chapters.body.alarm, default_alarm_params());
    return alarm_signal(chapters) == 0 && now.heart_rate_rise_bpm < 2;
}

bool has_settled(const Chapters& chapters) {
    const AlarmReadouts now = readouts(chapters.body.alarm, default_alarm_params());
    return alarm_signal(chapters) == 0 && now.heart_rate_rise_bpm < 0.3 &&
           now.adrenaline_fraction < 0.03;
}

void age_alarm(Chapters& chapters, double seconds) {
    AlarmChapter& alarm = chapters.alarm;
    if (alarm.since_alarm_s >= 0) alarm.since_alarm_s += seconds;
    if (alarm.since_alarm_s > long_ago_s && has_settled(chapters)) alarm.since_alarm_s = -1;
}

} // namespace tautline::app
