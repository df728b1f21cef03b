// emergency-numbers.json: for each region the number that brings an ambulance, and its crisis
// lines.
#pragma once

#include "app/library.h"
#include "base/json_read.h"

namespace tautline::content {

// What could be read; whole only when no issue was added. With a list of sources every number must
// name one of them and say what was read there. The page's own copy has none.
app::EmergencyNumbers read_numbers(const json::Cursor& document);

} // namespace tautline::content
