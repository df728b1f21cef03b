// Ids and references, read the same way in every file.
#pragma once

#include "base/json_read.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::content {

bool is_id(std::string_view text); // letters, digits and hyphens

// As assess::Tier has them.
inline constexpr std::array<std::string_view, 5> tier_names = {"none", "soon", "today", "crisis",
                                                               "emergency"};

// The member "id" of an object, if it is one and none of `known` (things with an id) has it yet.
template <typename T>
std::optional<std::string> new_id(const json::Cursor& cursor, const std::vector<T>& known) {
    const auto member = cursor.member("id");
    if (!member) return std::nullopt;
    const auto id = member->text();
    if (!id) return std::nullopt;
    if (!is_id(*id)) {
        member->wrong("an id of letters, digits and hyphens");
        return std::nullopt;
    }
    if (std::any_of(known.begin(), known.end(), [&](const T& thing) { return thing.id == *id; })) {
        member->note("the id " + json::quoted(*id) + " a second time", "each id once");
        return std::nullopt;
    }
    return id;
}

// The member "sources": ids, at least one. Whether they exist is checked when every file is read.
std::vector<std::string> source_ids(const json::Cursor& cursor);

} // namespace tautline::content
