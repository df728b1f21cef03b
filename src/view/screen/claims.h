// Claims with what the research adds, and their sources.
#pragma once

#include "view/screen/builder.h"

#include <string>
#include <string_view>
#include <vector>

namespace tautline::view {

// "What the article says", and beside it what the research adds. A correction that must stand
// beside its claim is never folded away; the others open on demand.
void build_claim(Builder& build, const app::Claim& claim, int heading_level);

// All claims of a chapter, or of one topic of it (topic "" = all).
void build_claims(Builder& build, std::string_view chapter, std::string_view topic,
                  int heading_level);

// Short citations of these sources as one small line, in the order given.
std::string citations(const Builder& build, const std::vector<std::string>& sources);

} // namespace tautline::view
