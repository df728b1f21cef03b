// JSON text to a tree, through nlohmann's parser; every problem becomes an issue.
#pragma once

#include "base/json.h"

#include <optional>
#include <string_view>

namespace tautline::content {

// Content is larger and deeper than a person's answers, but not without bounds.
inline constexpr json::Limits file_limits{.most_bytes = 1024 * 1024, .most_nested = 12};
inline constexpr json::Limits bundle_limits{.most_bytes = 8 * 1024 * 1024, .most_nested = 14};

// Nothing when the text could not be read as JSON at all, or only in part.
std::optional<json::Value> parse(std::string_view text, const json::Limits& limits,
                                 std::string_view file, Issues& issues);

} // namespace tautline::content
