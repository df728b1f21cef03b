// The words that screens ask for by key, besides those that the content itself calls for (items,
// claims, signs). The content reader refuses a language that lacks one.
#pragma once

#include <span>
#include <string_view>

namespace tautline::app {

std::span<const std::string_view> interface_words();

} // namespace tautline::app
