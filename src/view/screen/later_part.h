#pragma once

#include "view/screen/builder.h"

#include <string>

namespace tautline::view {

// Says that the later part of the engine is on its way, or that it did not come, with another try.
void build_later_part_missing(Builder& build, const std::string& key);

} // namespace tautline::view
