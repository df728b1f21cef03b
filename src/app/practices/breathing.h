// The breathing pacer: a person breathes along with it, and the body does the same, in real time.
#pragma once

#include "app/chapters/chapters.h"

namespace tautline::app {

struct Pacer {
    bool running = false;
    double elapsed_s = 0;
    double owed_s = 0; // time that the body has yet to live along
};
inline constexpr double pacer_length_s = 300;
inline constexpr double pacer_in_s = 4.5, pacer_out_s = 5.5;

// Real time passes while it runs: the body breathes slowly, whatever the alarm's chapter has
// chosen. True when that was the last of it; the pacer then stands at its start.
bool breathe_along(Pacer& pacer, Chapters& chapters, double elapsed_s);

} // namespace tautline::app
