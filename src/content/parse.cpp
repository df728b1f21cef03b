#include "content/parse.h"

#include <nlohmann/json.hpp>

namespace tautline::content {

std::optional<json::Value> parse(std::string_view text, const json::Limits& limits,
                                 std::string_view file, Issues& issues) {
    if (!json::check_text(text, limits, file, issues)) return std::nullopt;
    const auto before = issues.size();
    json::TreeBuilder builder(text, limits, file, issues);
    nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    if (issues.size() != before) return std::nullopt;
    return builder.take();
}

} // namespace tautline::content
