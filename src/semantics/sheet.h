// The clinician's sheet of the summary screen as a page of its own: one HTML file that needs
// nothing beside it, prints on one sheet of paper, and holds no script.
#pragma once

#include "view/screen/screen.h"

#include <string>

namespace tautline::semantics {

// The screen must be the summary.
std::string sheet_page(const view::Screen& screen);

} // namespace tautline::semantics
