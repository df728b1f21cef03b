// The languages that a person can choose.
#pragma once

#include "view/screen/builder.h"

#include <cstddef>
#include <string>

namespace tautline::view {

// How many languages an operator did not leave out.
std::ptrdiff_t count_offered_languages(const Builder& build);

// A control that shows the page in another language, named in that language.
Node& build_language(Builder& build, Role role, const std::string& key,
                     const app::Language& language);

} // namespace tautline::view
