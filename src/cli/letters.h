// The letters that the page's typeface has, as it was made (build-scripts/lib/fonts.mjs).
#pragma once

#include "lint/checks.h"

#include <span>

namespace tautline::cli {

std::span<const lint::LetterRange> letters_of_the_typeface(); // in order

} // namespace tautline::cli
