// A screen as the operator of the place where it stands decided.
#pragma once

#include "app/operator.h"
#include "view/screen/screen.h"

namespace tautline::view {

// Takes away what leads to screens that an operator does not offer, with all that stands in it.
void leave_out(Screen& screen, const app::Operator& decided);

} // namespace tautline::view
