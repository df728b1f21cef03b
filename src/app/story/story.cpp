#include "app/story/story.h"

#include "app/chapters/clocks.h"

#include <algorithm>
#include <cmath>

namespace tautline::app {

namespace {

using namespace physiology;

constexpr double hour_s = 3600, day_s = 86400, noon_s = day_s / 2;
constexpr double one_worry_s = card_worry_s;
// An email after the other: each alarm begins a minute after the one before has ended.
constexpr double long_worry_s = 120, apart_s = startle_s + long_worry_s + 55;

void send_ten(Chapters& chapters) {
    chapters.sensitivity.playback.run = Card::change; // its window, not until it is quiet
    send_volleys(chapters, quick_volleys);
}

// The same ten signals with nothing else, to compare with, on the days' noon.
void walk_and_talk(Chapters& chapters) {
    chapters.sensitivity.hours_per_day = 8;
    advance(chapters, Route::chapter_sensitivity, (story_ache_days - 1) * day_s + noon_s);
    send_ten(chapters);
    advance(chapters, Route::chapter_sensitivity, card_signals_s);
    rest(chapters.body.gate, initial_body_state(default_body_params()).gate);
    chapters.sensitivity.rubbing = true;
    chapters.sensitivity.calm_percent = card_calm_percent;
    send_ten(chapters);
}

constexpr std::array scenes{
    Scene{.chapter = Route::chapter_alarm, .stands_s = 8},
    Scene{.chapter = Route::chapter_alarm,
          .stands_s = 8,
          .until_s = card_alarm_s,
          .alarms_s = {0, -1, -1},
          .worry_s = one_worry_s},
    Scene{.chapter = Route::chapter_alarm,
          .stands_s = 9,
          .from_s = card_alarm_s,
          .until_s = card_alarm_s + 180,
          .alarms_s = {0, -1, -1},
          .worry_s = one_worry_s},
    Scene{.chapter = Route::chapter_alarm,
          .stands_s = 9,
          .until_s = 2 * apart_s + startle_s + long_worry_s,
          .alarms_s = {0, apart_s, 2 * apart_s},
          .worry_s = long_worry_s},
    Scene{.chapter = Route::chapter_cortisol,
          .stands_s = 9,
          .from_s = card_from_hour * hour_s,
          .until_s = 20 * hour_s,
          .set_up =
              [](Chapters& chapters) {
                  chapters.cortisol.stressor_hours = {card_test_hour};
                  relive_day(chapters, 0);
              }},
    Scene{.chapter = Route::chapter_muscles,
          .stands_s = 10,
          .until_s = muscle_work_s,
          .set_up =
              [](Chapters& chapters) { chapters.muscles.rest_s_per_min = card_rest_s_per_min; }},
    Scene{.chapter = Route::chapter_sensitivity,
          .stands_s = 9,
          .until_s = quick_volleys,
          .set_up = send_ten},
    Scene{.chapter = Route::chapter_sensitivity,
          .stands_s = 9,
          .until_s = (story_ache_days - 1) * day_s + noon_s},
    Scene{.chapter = Route::chapter_sensitivity,
          .stands_s = 9,
          .until_s = quick_volleys,
          .set_up = walk_and_talk},
    Scene{.chapter = Route::chapter_sensitivity,
          .stands_s = 10,
          .from_s = story_ache_days * day_s,
          .until_s = story_quiet_day * day_s + noon_s,
          .set_going = [](Chapters& chapters) { chapters.sensitivity.hours_per_day = 0; }},
};
static_assert(scenes.size() == story_scenes);

// The scene's clock goes from one moment to another, and its alarms begin on the way.
void go_on(Chapters& body, const Scene& scene, double now_s, double until_s) {
    for (const double at_s : scene.alarms_s) {
        if (at_s < now_s || at_s >= until_s) continue;
        advance(body, scene.chapter, at_s - now_s);
        startle(body, scene.worry_s);
        now_s = at_s;
    }
    advance(body, scene.chapter, until_s - now_s);
}

// Where the scene's clock is once it has stood so long.
double clock_at(const Scene& scene, double stood_s) {
    const double share = std::min(1.0, stood_s / (scene.stands_s * story_moves_share));
    return scene.from_s + share * (scene.until_s - scene.from_s);
}

} // namespace

const Scene& scene(int number) {
    return scenes[static_cast<std::size_t>(number)];
}

Story new_story() {
    Story story;
    begin_stories(story.body);
    story.body.alarm.playback.card = Card::play;
    return story;
}

void show_scene(Story& story, int number, bool at_once) {
    story.scene = std::clamp(number, 0, story_scenes);
    story.stood_s = 0;
    story.body = {};
    begin_stories(story.body);
    for (std::size_t i = 0; i < simulated_chapters; ++i)
        playback_of(story.body, chapter(i))->card = Card::play;
    if (story.scene == story_scenes) {
        story.chapter = Route::chapter_alarm; // all of the body, at rest
        story.playing = false;
        return;
    }
    const Scene& shown = scene(story.scene);
    story.chapter = shown.chapter;
    if (shown.set_up) shown.set_up(story.body);
    go_on(story.body, shown, 0, shown.from_s);
    if (shown.set_going) shown.set_going(story.body);
    if (at_once) go_on(story.body, shown, shown.from_s, shown.until_s);
}

bool play_story(Story& story, double elapsed_s, bool at_once) {
    if (!story.playing) return false;
    const Scene& shown = scene(story.scene);
    const double before_s = clock_at(shown, story.stood_s);
    story.stood_s += elapsed_s;
    if (story.stood_s >= shown.stands_s) {
        show_scene(story, story.scene + 1, at_once);
        return true;
    }
    if (!at_once) go_on(story.body, shown, before_s, clock_at(shown, story.stood_s));
    return false;
}

} // namespace tautline::app
