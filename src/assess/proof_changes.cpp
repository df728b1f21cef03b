#include "assess/proof_changes.h"

#include "assess/contract.h"

#include <algorithm>
#include <string_view>

namespace tautline::assess {

namespace {

constexpr std::uint32_t bit(std::size_t option) {
    return std::uint32_t{1} << option;
}

// An answer of the item for which a tier rule asks, with the second answer that it takes.
struct Raising {
    std::uint32_t options = 0;
    std::optional<Condition> beside;
};

std::vector<Raising> raising(const Definition& definition, std::size_t item) {
    std::vector<Raising> found;
    for (const TierRule& rule : definition.tier_rules)
        for (std::size_t i = 0; i < rule.all_of.size(); ++i) {
            if (rule.all_of[i].item != item) continue;
            const bool alone = rule.all_of.size() == 1;
            found.push_back(
                {rule.all_of[i].options, alone ? std::nullopt : std::optional(rule.all_of[1 - i])});
        }
    return found;
}

} // namespace

std::vector<ValueChange> any_change(const Definition& definition, std::size_t item) {
    const Item& asked = definition.items[item];
    const std::size_t count = asked.options.size();
    std::vector<ValueChange> changes;
    if (asked.kind == Kind::many) {
        for (std::uint32_t value = 0; value >> count == 0; ++value)
            for (std::size_t option = 0; option < count; ++option)
                changes.push_back({value, value ^ bit(option), {}});
        return changes;
    }
    std::vector<std::uint32_t> values = {0};
    for (std::size_t option = 0; option < count; ++option)
        values.push_back(bit(option));
    for (const std::uint32_t from : values)
        for (const std::uint32_t to : values)
            if (from != to) changes.push_back({from, to, {}});
    return changes;
}

std::vector<ValueChange> raising_change(const Definition& definition, std::size_t item) {
    const Item& asked = definition.items[item];
    std::vector<ValueChange> changes;
    if (asked.kind == Kind::flag) {
        changes = {{bit(flag_no), bit(flag_unsure), {}}, {bit(flag_no), bit(flag_yes), {}}};
        for (const std::size_t option : {flag_yes, flag_no, flag_unsure})
            changes.push_back({0, bit(option), {}});
        return changes;
    }
    const std::uint32_t values =
        asked.kind == Kind::many ? std::uint32_t{1} << asked.options.size() : 1;
    for (const Raising& one : raising(definition, item))
        for (std::uint32_t value = 0; value < values; ++value)
            for (std::size_t option = 0; option < asked.options.size(); ++option)
                if ((one.options & bit(option)) != 0 && (value & bit(option)) == 0)
                    changes.push_back({value, value | bit(option), one.beside});
    return changes;
}

std::vector<ValueChange> unsure_change(const Definition& definition, std::size_t item) {
    const Item& asked = definition.items[item];
    const auto unsure = asked.option_index(unsure_option);
    if (!unsure || asked.kind == Kind::many) return {};
    std::vector<ValueChange> changes = {{0, bit(*unsure), {}}};
    for (const std::string_view reassuring : reassuring_options)
        if (const auto option = asked.option_index(reassuring))
            changes.push_back({bit(*option), bit(*unsure), {}});
    return changes;
}

std::vector<ValueChange> mood_change(const Definition& definition, std::size_t item) {
    if (definition.items[item].group != Group::phq4) return {};
    return any_change(definition, item);
}

} // namespace tautline::assess
