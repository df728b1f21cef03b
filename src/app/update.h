// The only way to a new state: state = update(library, state, action). Pure; time comes in as Tick.
#pragma once

#include "app/state.h"

namespace tautline::app {

AppState update(const Library& library, AppState state, const Action& action);

} // namespace tautline::app
