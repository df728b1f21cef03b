// What stands behind a button and comes over the screen when it is pressed: a sheet on a small
// window, a panel on a wide one. Where the page is read from top to bottom, in Text view, in a
// frame and without a script, it opens in place instead.
#pragma once

#include "view/screen/builder.h"

#include <functional>

namespace tautline::view {

// The button, named by `title`. The content is made after the screen's own parts: it must hold what
// it needs by value.
void build_drawer(Builder& build, const std::string& key, const std::string& title,
                  std::function<void()> content);

// Whether drawers open in place, so that their buttons want to stand one below the other.
bool drawers_open_in_place(const Builder& build);

} // namespace tautline::view
