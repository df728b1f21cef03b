#pragma once

#include "view/screen/builder.h"

#include <string>
#include <vector>

namespace tautline::view {

// The values behind a figure's lines, as a table for those who want or need numbers.
void build_trace_table(Builder& build, const std::string& key, const std::string& caption,
                       const std::vector<Trace>& traces);

} // namespace tautline::view
