// Where a text is seen, and what a text or rule rests on.
#pragma once

#include "lint/pack.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::review {

// By key: the first screens that asked for it ("check, page where"), few of them; none for words
// outside the engine's screens.
using Seen = std::map<std::string, std::vector<std::string>, std::less<>>;
Seen seen_on_screens(const app::Library& library);

// Claims, warning-sign rows and sources that a key's words rest on; empty: words alone.
std::vector<std::string> cited_by(const app::Library& library, std::string_view key);

} // namespace tautline::review
