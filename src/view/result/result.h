// The parts of the result screen, in reading order; one file each. Urgent help stands above
// everything; a pattern never does. Only result.cpp puts them together.
#pragma once

#include "assess/evaluate.h"
#include "view/screen/builder.h"

namespace tautline::view {

// What to do first, the reasons for it, and help after thoughts of self-harm.
void build_care_part(Builder& build, const assess::Result& result);
// How many warning signs are still open, with the way to answer them; nothing when none is.
// `first`: it is what the screen is about.
void build_open_signs(Builder& build, const assess::Result& result, bool first);
// Which description the answers are closest to, and for each what matched and what did not.
void build_pattern_part(Builder& build, const assess::Result& result);
// The texts that always accompany an answer.
void build_notes_part(Builder& build, const assess::Result& result);
// Every single answer that would move care or comparison. Like the summary's screen it comes with
// the later part of the engine, and stays a function of its own (screens.h).
[[gnu::used, gnu::noinline]] void build_changes(Builder& build, const assess::Result& result);
// The sums of the PHQ-4 with their own reading; they move nothing else.
void build_phq4_part(Builder& build, const assess::Phq4& phq4);

} // namespace tautline::view
