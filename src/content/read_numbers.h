// emergency-numbers.json: for each region the number that brings an ambulance, and its crisis
// lines.
#pragma once

#include "app/library.h"
#include "base/json_read.h"

namespace tautline::content {

// What could be read; whole only when no issue was added. The page's copy has no sources.
app::EmergencyNumbers read_numbers(const json::Cursor& document);

// For the people who write content: every number names one of the file's sources and says what was
// read there. The number of numbers looked at.
std::size_t check_number_sources(const json::Cursor& document);

} // namespace tautline::content
