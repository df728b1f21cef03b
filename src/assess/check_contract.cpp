#include "assess/contract.h"
#include "assess/evaluate.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace tautline::assess {

namespace {

std::string quoted(std::string_view text) {
    return '"' + std::string(text) + '"';
}

std::string at(std::string_view list, std::size_t index) {
    return "/" + std::string(list) + "/" + std::to_string(index);
}

// One answer that is given, for asking which rules it meets by itself.
struct Given {
    std::size_t item = 0;
    std::uint32_t chosen = 0; // 0: unanswered
};

bool meets(const Given& given, const Condition& condition) {
    return given.item == condition.item &&
           ((given.chosen & condition.options) != 0 || (condition.unanswered && given.chosen == 0));
}

// The least tier that these answers have whatever else is answered: that of the rules which they
// meet alone. What a signed pack may lower counts as it is without the lowering.
Tier tier_of(const Definition& definition, std::span<const Given> given) {
    Tier highest = Tier::none;
    for (const TierRule& rule : definition.tier_rules) {
        const bool met =
            std::all_of(rule.all_of.begin(), rule.all_of.end(), [&](const Condition& condition) {
                return std::any_of(given.begin(), given.end(),
                                   [&](const Given& one) { return meets(one, condition); });
            });
        if (met) highest = std::max(highest, rule.tier);
    }
    return highest;
}

// What a reader of the pack needs to find the place: the item's position.
struct Checker {
    const Definition& definition;
    Issues& issues;

    void note(std::string pointer, std::string found, std::string expected) const {
        issues.push_back(
            {"assessment.json", std::move(pointer), std::move(found), std::move(expected)});
    }

    void item(const ContractItem& fixed, std::optional<std::size_t>& last) const {
        const auto index = definition.item_index(fixed.id);
        if (!index) {
            note("/items", "no item " + quoted(fixed.id), "every item of the self-check");
            return;
        }
        const Item& mine = definition.items[*index];
        const std::string pointer = at("items", *index);
        if (last && *index < *last)
            note(pointer, quoted(fixed.id) + " too early", "the items in the self-check's order");
        last = index;
        if (mine.kind != fixed.kind)
            note(pointer + "/kind", quoted(name(mine.kind)), quoted(name(fixed.kind)));
        if (mine.group != fixed.group)
            note(pointer + "/group", quoted(name(mine.group)), quoted(name(fixed.group)));
        if (mine.scored != fixed.scored)
            note(pointer + "/scored", mine.scored ? "true" : "false",
                 fixed.scored ? "true" : "false");
        options(fixed, mine, pointer + "/options");
    }

    // The fixed options come first and in order; only a pattern item may have more.
    void options(const ContractItem& fixed, const Item& mine, const std::string& pointer) const {
        for (std::size_t i = 0; i < fixed.options.size(); ++i) {
            if (!mine.option_index(fixed.options[i]))
                note(pointer, "no option " + quoted(fixed.options[i]),
                     "every option of the self-check");
            else if (i >= mine.options.size() || mine.options[i].id != fixed.options[i])
                note(pointer, quoted(fixed.options[i]) + " in another place",
                     "the options in the self-check's order");
        }
        if (fixed.group != Group::pattern && mine.options.size() > fixed.options.size())
            note(pointer, "more options than the self-check has", "no other option in this item");
    }

    void tier(const ContractTier& fixed) const {
        const auto first = definition.item_index(fixed.item);
        const auto second = definition.item_index(fixed.with_item);
        if (!first || (!fixed.with_item.empty() && !second)) return; // reported already
        const auto given = [&](std::size_t item, std::string_view option) -> std::optional<Given> {
            const auto index = definition.items[item].option_index(option);
            if (!index) return std::nullopt;
            return Given{item, std::uint32_t{1} << *index};
        };
        if (fixed.unanswered) at_least(fixed, std::array{Given{*first, 0}}, "no answer");
        for (const std::string_view option : fixed.options) {
            const auto answer = given(*first, option);
            if (!answer) continue;
            if (fixed.with_item.empty()) {
                at_least(fixed, std::array{*answer}, quoted(option));
                continue;
            }
            for (const std::string_view with : fixed.with_options)
                if (const auto other = given(*second, with))
                    at_least(fixed, std::array{*answer, *other},
                             quoted(option) + " with " + quoted(fixed.with_item) + " " +
                                 quoted(with));
        }
    }

    void at_least(const ContractTier& fixed, std::span<const Given> given,
                  const std::string& answer) const {
        const Tier tier = tier_of(definition, given);
        if (tier < fixed.tier)
            note("/tier_rules", quoted(fixed.item) + " " + answer + " gives " + quoted(name(tier)),
                 quoted(name(fixed.tier)) + " or more (" + std::string(fixed.row) + ")");
    }

    // An item of the self-check is always asked; only self-harm-today waits for its first part.
    void shown() const {
        for (std::size_t i = 0; i < definition.shown_while.size(); ++i) {
            const ShownWhile& rule = definition.shown_while[i];
            const std::string_view id = definition.items[rule.item].id;
            const bool fixed = std::any_of(items().begin(), items().end(),
                                           [&](const ContractItem& item) { return item.id == id; });
            const bool waits = id == "self-harm-today" &&
                               definition.items[rule.condition.item].id == "self-harm" &&
                               rule.condition.options == (1u << flag_yes | 1u << flag_unsure) &&
                               !rule.condition.unanswered;
            if (fixed && !waits)
                note(at("shown_while", i), "a condition on showing " + quoted(id),
                     "items of the self-check always shown");
        }
    }

    void lowered() const;

    static std::span<const ContractItem> items() { return contract_items(); }
};

// What must hold before a signed pack may lower a tier. "unsure" about movement is left out on
// purpose: it may never lower care below what no answer gives.
struct LoweredWhile {
    std::string_view item;
    std::span<const std::string_view> options;
};
constexpr std::string_view unchanged[] = {"yes-unchanged"};
constexpr std::string_view long_enough[] = {"weeks", "months"};
constexpr std::string_view grown_up[] = {"18-49"};
constexpr std::string_view no[] = {"no"};
constexpr std::string_view moving[] = {"clearly-worse", "sometimes"};
constexpr LoweredWhile lowered_while[] = {{"examined", unchanged},
                                          {"duration", long_enough},
                                          {"age", grown_up},
                                          {"not-settling", no},
                                          {"movement", moving}};
constexpr std::string_view rows_that_may_fall[] = {"R10", "R20", "R21"};

void Checker::lowered() const {
    bool any = false;
    for (std::size_t i = 0; i < definition.tier_rules.size(); ++i) {
        const TierRule& rule = definition.tier_rules[i];
        if (!rule.lowered) continue;
        any = true;
        const std::string pointer = at("tier_rules", i) + "/lowered";
        if (!definition.clinician_sign_off) {
            note(pointer, "a lowered tier", "a clinician_sign_off record beside it");
            continue;
        }
        const auto& scope = definition.clinician_sign_off->scope;
        for (const std::string& row : rule.sources) {
            const auto falls = std::begin(rows_that_may_fall), end = std::end(rows_that_may_fall);
            if (std::find(falls, end, row) == end)
                note(pointer, "a lowered tier for " + quoted(row), "only R10, R20 and R21");
            else if (std::find(scope.begin(), scope.end(), row) == scope.end())
                note(pointer, "a lowered tier for " + quoted(row),
                     "the row in clinician_sign_off/scope");
        }
        if (*rule.lowered < Tier::soon)
            note(pointer, quoted(name(*rule.lowered)), quoted("soon") + " or more");
    }
    if (!any) return;
    for (const LoweredWhile& fixed : lowered_while) {
        const auto item = definition.item_index(fixed.item);
        if (!item) continue;
        std::uint32_t allowed = 0;
        for (const std::string_view option : fixed.options)
            if (const auto index = definition.items[*item].option_index(option))
                allowed |= std::uint32_t{1} << *index;
        const bool kept = std::any_of(definition.lowered_while.begin(),
                                      definition.lowered_while.end(), [&](const Condition& mine) {
                                          return mine.item == *item &&
                                                 (mine.options & ~allowed) == 0 && !mine.unanswered;
                                      });
        if (!kept) {
            std::string options;
            for (const std::string_view option : fixed.options)
                options += (options.empty() ? "" : " or ") + quoted(option);
            note("/lowered_while", "no condition that " + quoted(fixed.item) + " is " + options,
                 "that condition, or a narrower one");
        }
    }
}

} // namespace

void check_contract(const Definition& definition, Issues& issues) {
    const Checker check{definition, issues};
    std::optional<std::size_t> last;
    for (const ContractItem& item : contract_items())
        check.item(item, last);
    for (const ContractTier& tier : contract_tiers())
        check.tier(tier);
    check.shown();
    std::size_t mood_items = 0;
    for (const Item& item : definition.items)
        if (item.group == Group::phq4) ++mood_items;
    if (mood_items != 4)
        check.note("/items", std::to_string(mood_items) + " items in the group \"phq4\"",
                   "the four of the PHQ-4, word for word");
    check.lowered();
    const PatternRule& pattern = definition.pattern;
    const auto age = definition.item_index("age");
    if (age && (pattern.age_item != *age || (pattern.age_withholds & 1u) == 0))
        check.note("/pattern/age", "a pattern for people under 18",
                   "\"age\" \"under-18\" withheld");
    const auto numb = definition.item_index("new-numb-weak");
    if (numb && pattern.nerve_flag != *numb)
        check.note("/pattern/nerve_like/flag", "another item", "\"new-numb-weak\"");
}

} // namespace tautline::assess
