// The class names that a style sheet knows nodes by. The page's script gets them made of these
// (page/protocol).
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
