#include "app/chapters/alarm.h"

#include "app/chapters/chapters.h"
#include "app/chapters/clocks.h"

#include <algorithm>
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
    put(chapter.heart_rate_bpm, now.heart_rate_bpm);
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
    if (chapter.since_alarm_s >= 0 && has_settled(chapters)) chapter.playback.playing = false;
}

void begin(Chapters& chapters) {
    AlarmChapter& chapter = chapters.alarm;
    AlarmChapter fresh;
    fresh.playback = kept(chapter.playback);
    fresh.worry_s = chapter.worry_s;
    fresh.slow_breathing = chapter.slow_breathing;
    chapter = std::move(fresh);
    sample(chapters);
}

} // namespace

const Simulation alarm_simulation{
    .playback = [](Chapters& chapters) -> Playback& { return chapters.alarm.playback; },
    .pace = [](const Chapters&) { return alarm_pace; },
    .one_step_s = [](const Chapters&) { return 5.0; },
    .is_over = [](const Chapters&) { return false; },
    // There is no story until the alarm is startled: Play then startles.
    .play =
        [](Chapters& chapters) {
            if (chapters.alarm.since_alarm_s < 0) startle(chapters);
            chapters.alarm.playback.revealed = true;
        },
    .add_inputs = [](const Chapters&, BodyInputs&) {},
    .advance = advance_alarm,
    .rest =
        [](Chapters& chapters) {
            rest(chapters.body.alarm, initial_body_state(default_body_params()).alarm);
        },
    .begin = begin,
};

void startle(Chapters& chapters) {
    AlarmChapter& alarm = chapters.alarm;
    const double lasts_s = startle_s + alarm.worry_s;
    alarm.alarm_until_s = time_s(chapters.body) + lasts_s;
    alarm.since_alarm_s = 0;
    add_alarm(chapters, lasts_s / 60);
}

double alarm_signal(const Chapters& chapters) {
    return time_s(chapters.body) < chapters.alarm.alarm_until_s ? 1.0 : 0.0;
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
