// Time as it passes for everything that runs: the chapter in view, the practices, quiet movements.
#pragma once

#include "app/state.h"

namespace tautline::app {

// `elapsed_s` real seconds pass.
void pass_time(AppState& state, double elapsed_s);

} // namespace tautline::app
