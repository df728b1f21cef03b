// Checks that need every file: references from one to another, and the words that must exist.
#pragma once

#include "app/library.h"
#include "base/issue.h"

namespace tautline::content {

// Every source, claim, sign and note that something cites is there, and each sign has the tier its
// answers give.
void check_references(const app::Library& library, Issues& issues);

// Every word that the content itself calls for is there, and every one that screens ask for besides
// (app/interface_words.h).
void check_words(const app::Library& library, Issues& issues);

} // namespace tautline::content
