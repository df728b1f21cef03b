// Warning signs, and the look of a care box.
#pragma once

#include "view/screen/builder.h"

#include <string>

namespace tautline::view {

// The warning signs of a tier. Those of an emergency and of a crisis stand with their parts; those
// of the others open at the row. `more`: with what to do about each.
void build_signs(Builder& build, assess::Tier tier, bool more = true);

// What a sign adds where the number to call is said already: without its own first line, which says
// that too.
void build_advice_after_call(Builder& build, const std::string& key, const std::string& sign_id);

// The way to the English warning signs; none in English, nor where a clinician has reviewed the
// words in use.
void build_english_signs_link(Builder& build, const std::string& key, Look look);

// The look and icon of a care box.
Look care_look(assess::Tier tier);

} // namespace tautline::view
