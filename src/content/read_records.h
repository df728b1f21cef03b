// health-records.json: how the self-check is called in health records.
#pragma once

#include "app/library.h"
#include "base/json_read.h"

namespace tautline::content {

// The library must hold the items and pages already; when they could not be read (`whole` false),
// what refers to them is not checked.
app::Records read_records(const json::Cursor& document, const app::Library& library, bool whole);

} // namespace tautline::content
