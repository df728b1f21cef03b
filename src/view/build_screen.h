// The screen for a state: the one way from AppState to what people see, hear and touch. Pure: equal
// inputs give equal screens. One function per screen stands behind it (screens.h).
#pragma once

#include "app/library.h"
#include "app/state.h"
#include "view/screen/screen.h"

namespace tautline::view {

Screen build_screen(const app::Library& library, const app::AppState& state);

} // namespace tautline::view
