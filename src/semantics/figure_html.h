// A figure's lines over time as data tables: the numbers behind the picture, for people who can't
// see it.
#pragma once

#include "view/figure.h"

#include <string>

namespace tautline::semantics {

// One table for each trace that changes; a flat line has nothing to tell. Empty when the figure has
// no traces.
std::string render_tables(const view::Figure& figure);

} // namespace tautline::semantics
