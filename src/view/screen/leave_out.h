// A screen as the place where it stands wants it.
#pragma once

#include "app/place.h"
#include "view/screen/screen.h"

namespace tautline::view {

// Takes away what leads to screens that the place does not offer, with all that stands in it.
void leave_out(Screen& screen, const app::Place& place);

} // namespace tautline::view
