// An operator's decisions, as the page hands them over.
#pragma once

#include "app/operator.h"

#include <string_view>

namespace tautline::page {

// One decision a line: "closed", "no-qr", "without cortisol", "language es" (those offered),
// "contact <title>", "line <text>",
// "refused-pack", "problem <what is wrong with that pack>".
// What is none of these is passed over; web/kiosk/settings.js has told the operator by then.
app::Operator read_operator(std::string_view text);

} // namespace tautline::page
