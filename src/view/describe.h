// Model numbers -> words. Pure functions: the same state always gives the same sentence. The
// sentences are content; here stand only the named thresholds that choose among them.
#pragma once

#include "app/chapters.h"
#include "app/words.h"

#include <string>

namespace tautline::view {

std::string describe(const app::Words& words, const app::AlarmChapter& chapter);
std::string describe(const app::Words& words, const app::MuscleChapter& chapter);
std::string describe(const app::Words& words, const app::CortisolChapter& chapter);
std::string describe(const app::Words& words, const app::SensitivityChapter& chapter);

// "45 s", "3 min", "3 min 20 s".
std::string duration_text(const app::Words& words, double seconds);
// Hours after midnight -> "14:05".
std::string clock_text(const app::Words& words, double hour);
// A share of 1 as a count of 100.
std::string of_hundred(double fraction);

} // namespace tautline::view
