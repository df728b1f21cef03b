// assessment.json: the self-check as data.
#pragma once

#include "app/library.h"
#include "base/json_read.h"

#include <vector>

namespace tautline::content {

struct Assessment {
    assess::Definition check;
    std::vector<app::Library::CheckPage> pages;
};

// What could be read; whole only when no issue was added.
Assessment read_assessment(const json::Cursor& document);

} // namespace tautline::content
