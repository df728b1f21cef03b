// The class names that a style sheet knows nodes by. web/engine/protocol.js holds the same lists in
// the same order (a spec compares them).
#pragma once

#include "view/screen/screen.h"

#include <string_view>

namespace tautline::semantics {

std::string_view name(view::Role role);
std::string_view name(view::Look look);
std::string_view name(view::Arrange arrange);
std::string_view name(view::Accent accent);
std::string_view name(view::Icon icon);

} // namespace tautline::semantics
