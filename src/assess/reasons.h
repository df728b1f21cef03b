// Why care is what it is: every rule that holds, as reasons a person can be shown.
#pragma once

#include "assess/evaluate.h"

#include <vector>

namespace tautline::assess {

// Highest tier first, then page order; one for each item and option (and its pair). Two rules that
// give the same reason become one, with the higher tier and the sources of both.
std::vector<Reason> care_reasons(const Definition& definition, const Answers& answers);

} // namespace tautline::assess
