// The line of the weeks, as values and words, and what it shows in a sentence. Pure functions of the
// state.
#pragma once

#include "app/chapters/weeks.h"
#include "app/words.h"
#include "view/figures/figure.h"

#include <string>

namespace tautline::view {

ChartFigure weeks_chart(const app::Words& words, const app::WeeksView& view);
std::string describe(const app::Words& words, const app::WeeksView& view);

} // namespace tautline::view
