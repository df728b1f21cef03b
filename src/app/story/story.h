// A hard week: ten scenes on the running models, each a stretch of one of them, and an end. A scene
// begins its own part of a body anew: none says that one thing brings the next.
#pragma once

#include "app/chapters/chapters.h"

#include <array>
#include <cstdint>

namespace tautline::app {

inline constexpr int story_scenes = 10; // this number itself: the end
inline constexpr int most_alarms_a_scene = 3;

struct Scene {
    Route chapter;     // whose picture it is
    double stands_s;   // real seconds until the next one
    double from_s = 0; // of that chapter's clock: what is already over …
    double until_s = 0;
    // … and when on it alarms begin, each with this much worry; < 0: none.
    std::array<double, most_alarms_a_scene> alarms_s{-1, -1, -1};
    double worry_s = 0;
    void (*set_up)(Chapters&) = nullptr;    // before what is already over
    void (*set_going)(Chapters&) = nullptr; // after it
};
const Scene& scene(int number);           // 0 to story_scenes - 1
inline constexpr double story_end_s = 10; // real seconds that the end stands where it is repeated
// The clock reaches a scene's end this early, so that the end can be looked at.
inline constexpr double story_moves_share = 0.75;
// Days that hold an ache, and the one at whose noon the last scene ends.
inline constexpr double story_ache_days = 5, story_quiet_day = 25;

struct Story {
    Chapters body;
    Route chapter = Route::chapter_alarm; // whose picture is in view
    int scene = 0;
    double stood_s = 0; // real seconds
    bool playing = false;
    bool big = false; // fills the window, for a projector
};

Story new_story(); // a body at rest, with which the first scene begins
// What follows is not in what every visit loads, as the screen is not (view/screens.h says how).
// `at_once`: as it is at its end.
[[gnu::used, gnu::noinline]] void show_scene(Story& story, int number, bool at_once);
// Real time passes. True: the next scene has begun, or the end. `at_once`: a scene stands still.
[[gnu::used, gnu::noinline]] bool play_story(Story& story, double elapsed_s, bool at_once);

} // namespace tautline::app
