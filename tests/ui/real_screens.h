// The page's own screens, made from content/ as the page makes them.
#pragma once

#include "view/screen/screen.h"

#include <optional>
#include <string>
#include <vector>

namespace tautline {

// A screen by its route's name ("home", "alarm", "check"), after `keys` were used one after the
// other: each is the key of a node on the screen then in view, and its action happens
// ("control/startle"); "tick=2.5" lets seconds pass.
std::optional<view::Screen> real_screen(const std::string& route,
                                        const std::vector<std::string>& keys);

} // namespace tautline
