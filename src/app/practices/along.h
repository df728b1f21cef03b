// The body lives along with a practice, in real time.
#pragma once

#include "app/practices/relaxation.h"

namespace tautline::app {

struct AppState;

// The body lives elapsed_s along with a person and the pacer, in real time: it breathes slowly,
// whatever the alarm's chapter has chosen.
void breathe_along(AppState& state, double elapsed_s);
// … with muscle relaxation: a part of the back works while it is to be tightened, and everything
// rests while not.
void relax_along(AppState& state, double elapsed_s, const RelaxationMoment& now);

} // namespace tautline::app
