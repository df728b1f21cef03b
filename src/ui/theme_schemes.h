// The colour schemes that are made from the light or the dark one. Knows nothing of sizes.
#pragma once

#include "ui/theme.h"

namespace tautline::ui {

// From the light scheme: a yellowish ground that some find easier to read on for long.
void make_warm(Theme& theme);

// From the light or the dark scheme: black and white. What colour said in the other schemes is said
// by edges; text has 7:1 or more everywhere.
void make_contrast(Theme& theme);

} // namespace tautline::ui
