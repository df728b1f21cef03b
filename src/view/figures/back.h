// The back with its muscles as the body stands, for the chapter and for muscle relaxation.
#pragma once

#include "app/words.h"
#include "physiology/body.h"
#include "view/figures/figure.h"

#include <string_view>

namespace tautline::view {

// The words of a part of the back, in the order of physiology::BackPart.
std::string_view region_key(std::size_t part);
// Below this share of tired fibres a part of the back that does not work is not spoken of.
inline constexpr double told_tired_share = 0.05;
// With this part of it chosen: without clock and lines.
MuscleFigure back_now(const app::Words& words, const physiology::BodyState& body,
                      MuscleRegion chosen);

} // namespace tautline::view
