// The clock of the chapter in view: play, pause, step, reset, and time passing in it. On a screen
// without a clock all of it does nothing.
#pragma once

namespace tautline::app {

struct AppState;
struct Playback;

// Null on screens without a clock.
Playback* playback_in_view(AppState& state);

void play_pause(AppState& state);

// One step that a person can follow with the pause on: a few seconds, a minute, a quarter of an
// hour, half a day.
void step_once(AppState& state);

// Back to the start of the story, with that part of the body at rest; what the person set and
// predicted stays.
void reset_chapter(AppState& state);

// `elapsed_s` real seconds pass.
void play_on(AppState& state, double elapsed_s);

} // namespace tautline::app
