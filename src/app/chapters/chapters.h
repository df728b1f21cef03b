// Chapters 1 to 4 as a person plays them, on one body: whatever time passes in one chapter passes
// for the whole body, so that the next chapter finds it as it was left. A chapter's story counts
// only the time that passed in that chapter.
#pragma once

#include "app/chapters/alarm.h"
#include "app/chapters/cortisol.h"
#include "app/chapters/muscles.h"
#include "app/chapters/sensitivity.h"
#include "app/routes.h"
#include "physiology/body.h"

#include <cstddef>
#include <optional>

namespace tautline::app {

// Of Control::feel_topic: a place of chapter 5 has the number of its option, a feeling this more;
// before the first feeling there is none chosen yet.
inline constexpr int first_feeling = 100, no_feeling = first_feeling - 1;

inline constexpr std::size_t simulated_chapters = 4; // the first ones
// Which of them a screen is, from 0; none: a screen without a clock.
constexpr std::optional<std::size_t> simulated_chapter(Route route) {
    for (std::size_t i = 0; i < simulated_chapters; ++i)
        if (route == chapter(i)) return i;
    return std::nullopt;
}

// What a person chose on the cards that change one thing; it stays when a card's run begins anew.
struct CardChoices {
    double rest_s_per_min = card_rest_s_per_min; // of the muscles' hour
    int with = -1; // the signals come with 0 worry, 1 rubbing, 2 calm; -1: not chosen yet
};

struct Chapters {
    physiology::BodyState body;
    AlarmChapter alarm;
    MuscleChapter muscles;
    CortisolChapter cortisol;
    SensitivityChapter sensitivity;
    CardChoices chosen;
};

// Null for a screen without a clock. What follows does nothing on such a screen.
Playback* playback_of(Chapters& chapters, Route route);
const Playback* playback_of(const Chapters& chapters, Route route);

// A body that has slept: rested, at morning_hour.
physiology::BodyState rested_body();

// Starts every chapter's story on that body.
void begin_stories(Chapters& chapters);

// What reaches the body now, while this screen's clock runs. Work and rest gaps come with the
// muscles, the tissue's signal with the sensitive alarm, stressful quarters of an hour with the
// clocks that show hours or days; slow breathing and a running alarm come with any.
physiology::BodyInputs inputs_now(const Chapters& chapters, Route route);

// The whole body lives one of its steps, or a minute, with these.
void live(Chapters& chapters, const physiology::BodyInputs& inputs);
void live_minute(Chapters& chapters, const physiology::BodyInputs& inputs);

// model_s more on a chapter's own clock, in whole steps.
void advance(Chapters& chapters, Route route, double model_s);

// Rests the part of the body that this chapter is about, and begins its story anew; what the person
// set, predicted and saw stays, and the rest of the body is as it was.
void restart(Chapters& chapters, Route route);
// A story from its start, with the body as it is.
void restart_story(Chapters& chapters, Route route);

void play_pause(Chapters& chapters, Route route);
// One step that a person can follow with the pause on: a few seconds, a minute, a quarter of an
// hour, half a day.
void step_once(Chapters& chapters, Route route);
// `elapsed_s` real seconds pass. True: a card's run came to its end.
bool play_on(Chapters& chapters, Route route, double elapsed_s);
void pause_all(Chapters& chapters);

// The cards of a chapter play on a body of their own (Chapters of which this chapter alone is
// played), so that they say the same whatever was played before. Shows a card: what it shows has
// been played or is played at once; a run that is under way comes to its end first.
void show_card(Chapters& chapters, Route route, Card card);
// Plays a card's run from its start, or holds the one that is under way, or lets it go on;
// `at_once`: from its start to its end.
void play_card(Chapters& chapters, Route route, Card card, bool at_once);
// Brings the run under way to its end. False: there is none.
bool finish_run(Chapters& chapters, Route route);

} // namespace tautline::app
