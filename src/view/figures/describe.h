// Model numbers -> words. Pure functions: the same state always gives the same sentence. The
// sentences are content; here stand only the named thresholds that choose among them.
#pragma once

#include "app/state.h"
#include "app/words.h"

#include <string>
#include <string_view>

namespace tautline::view {

// The figure of this chapter, as it stands now; empty for routes without one that moves.
std::string describe(const app::Words& words, const app::AppState& state, app::Route chapter);
// What another chapter has left in the body that can be seen in this one, in a line; empty:
// nothing.
std::string carried(const app::Words& words, const app::AppState& state, app::Route chapter);

// Below this share of tired fibres a part of the back that does not work is not spoken of.
inline constexpr double told_tired_share = 0.05;
// The words of a part of the back, in the order of physiology::BackPart.
std::string_view region_key(std::size_t part);

// "45 s", "3 min", "3 min 20 s".
std::string duration_text(const app::Words& words, double seconds);
// Hours after midnight -> "14:05".
std::string clock_text(const app::Words& words, double hour);
// A share of 1 as a count of 100.
std::string of_hundred(double fraction);

} // namespace tautline::view
