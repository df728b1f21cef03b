// What every simulation shares: whether its clock runs, and what a person guessed and saw.
#pragma once

namespace tautline::app {

// A playing chapter stops by itself when its story is over, so that idle costs nothing.
struct Playback {
    bool playing = false;
    bool slow = false;     // a quarter of the usual pace
    double owed_s = 0;     // model time not yet stepped; less than one step
    int prediction = -1;   // option chosen before trying; -1: none
    bool revealed = false; // the person has seen what happens
};

// For a story that begins anew: what the person predicted, saw and chose of the clock stays.
inline Playback kept(const Playback& old) {
    return {.slow = old.slow, .prediction = old.prediction, .revealed = old.revealed};
}

} // namespace tautline::app
