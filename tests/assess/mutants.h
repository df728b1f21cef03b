// Changes to the shipped self-check that a specification must notice.
#pragma once

#include "assess/sheet.h"

#include <algorithm>

namespace tautline::test {

// The first tier rule whose single condition is about this item.
inline assess::TierRule& tier_rule(assess::Definition& definition, std::string_view item_id) {
    const std::size_t index = item(definition, item_id);
    const auto found =
        std::find_if(definition.tier_rules.begin(), definition.tier_rules.end(),
                     [&](const assess::TierRule& rule) {
                         return rule.all_of.size() == 1 && rule.all_of[0].item == index;
                     });
    REQUIRE(found != definition.tier_rules.end());
    return *found;
}

inline assess::MatchRule& match_rule(assess::Definition& definition, std::string_view item_id) {
    const std::size_t index = item(definition, item_id);
    const auto found =
        std::find_if(definition.match_rules.begin(), definition.match_rules.end(),
                     [&](const assess::MatchRule& rule) { return rule.item == index; });
    REQUIRE(found != definition.match_rules.end());
    return *found;
}

} // namespace tautline::test
