// Parts that several screens show: claims with what the research adds, warning signs, sources.
#pragma once

#include "view/builder.h"

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

// A warning sign with what to do about it, in the box of its tier.
// What a sign adds where the number to call is said already: without its own first line, which says
// that too.
void build_advice_after_call(Builder& build, const std::string& key, const std::string& sign_id);
void build_sign(Builder& build, const app::Sign& sign, const std::string& key);

// Short citations of these sources as one small line, in the order given.
std::string citations(const Builder& build, const std::vector<std::string>& sources);

// The look and icon of a care box.
Look care_look(assess::Tier tier);

// The words of an answer: its option's own, or those that all flags share; "no answer yet" without
// an option.
std::string option_words(const Builder& build, const assess::AnswerRef& answer);

} // namespace tautline::view
