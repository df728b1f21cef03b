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
// meet alone. An eased rule counts for `today` only where the contract lets it wait.
Tier tier_of(const Definition& definition, std::span<const Given> given, bool may_be_eased) {
    Tier highest = Tier::none;
    for (const TierRule& rule : definition.tier_rules) {
        const bool met =
            std::all_of(rule.all_of.begin(), rule.all_of.end(), [&](const Condition& condition) {
                return std::any_of(given.begin(), given.end(),
                                   [&](const Given& one) { return meets(one, condition); });
            });
        const bool eased = rule.eased && !may_be_eased;
        if (met) highest = std::max(highest, eased ? std::min(rule.tier, Tier::soon) : rule.tier);
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
        const Tier tier = tier_of(definition, given, fixed.may_be_eased);
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

    void eased() const;
    void context() const;
    void signed_for() const;
    void apart(const ContractApart& fixed) const;

    static std::span<const ContractItem> items() { return contract_items(); }
};

std::string listed(std::span<const std::string_view> options) {
    std::string text;
    for (const std::string_view option : options)
        text += (text.empty() ? "" : " or ") + quoted(option);
    return text;
}

std::uint32_t bits(const Item& item, std::span<const std::string_view> options) {
    std::uint32_t found = 0;
    for (const std::string_view option : options)
        if (const auto index = item.option_index(option)) found |= std::uint32_t{1} << *index;
    return found;
}

// The answers of an item that the contract lets wait.
std::uint32_t may_be_eased(const Item& item) {
    std::uint32_t options = 0;
    for (const ContractTier& fixed : contract_tiers())
        if (fixed.may_be_eased && fixed.item == item.id) options |= bits(item, fixed.options);
    return options;
}

void Checker::eased() const {
    bool any = false;
    for (std::size_t i = 0; i < definition.tier_rules.size(); ++i) {
        const TierRule& rule = definition.tier_rules[i];
        if (!rule.eased) continue;
        any = true;
        const std::string pointer = at("tier_rules", i) + "/eased";
        if (rule.tier != Tier::today)
            note(pointer, "an eased rule of the tier " + quoted(name(rule.tier)),
                 "only rules of the tier \"today\" eased");
        const Condition& first = rule.all_of.front();
        const std::uint32_t allowed = may_be_eased(definition.items[first.item]);
        if (rule.all_of.size() > 1 || first.unanswered || (first.options & ~allowed) != 0)
            note(pointer, "an eased rule for " + quoted(definition.items[first.item].id),
                 "only the answers of R10, R20 and R21 eased, each by itself");
    }
    if (any && !definition.context_rule) note("", "eased rules", "a \"context_rule\" for them");
    if (!any && definition.context_rule)
        note("/context_rule", "a context rule that eases nothing", "a rule that is eased");
    if (any && definition.context_rule) context();
}

void Checker::context() const {
    const ContextRule& rule = *definition.context_rule;
    for (const ContractContext& fixed : contract_context()) {
        const auto item = definition.item_index(fixed.item);
        if (!item) continue;
        const Item& asked = definition.items[*item];
        const std::uint32_t allowed = bits(asked, fixed.options);
        const std::uint32_t with_signature = allowed | bits(asked, fixed.signed_options);
        bool kept = false, needs_signature = true;
        for (const Condition& mine : rule.all_of) {
            if (mine.item != *item || (mine.unanswered && !fixed.unanswered)) continue;
            kept = kept || (mine.options & ~with_signature) == 0;
            needs_signature = needs_signature && (mine.options & ~allowed) != 0;
        }
        if (!kept)
            note("/context_rule/while",
                 "no condition that " + quoted(fixed.item) + " is " + listed(fixed.options) +
                     (fixed.unanswered ? " or not answered" : ""),
                 "that condition, or a narrower one");
        else if (needs_signature && !definition.clinician_sign_off)
            note("/context_rule/while", listed(fixed.signed_options) + " of " + quoted(fixed.item),
                 "a clinician_sign_off record beside it");
        else if (needs_signature)
            signed_for();
    }
    for (const ContractApart& fixed : contract_apart())
        apart(fixed);
}

// Every row that waits longer than the contract allows stands in the signature's scope.
void Checker::signed_for() const {
    const auto& scope = definition.clinician_sign_off->scope;
    std::vector<std::string> lacking;
    for (const TierRule& rule : definition.tier_rules)
        for (const std::string& row : rule.sources)
            if (rule.eased && std::find(scope.begin(), scope.end(), row) == scope.end() &&
                std::find(lacking.begin(), lacking.end(), row) == lacking.end())
                lacking.push_back(row);
    for (const std::string& row : lacking)
        note("/clinician_sign_off/scope", "no " + quoted(row), "every row that is eased");
}

void Checker::apart(const ContractApart& fixed) const {
    const auto first = definition.item_index(fixed.item);
    const auto second = definition.item_index(fixed.with_item);
    if (!first || !second) return; // reported already
    const ContextRule& rule = *definition.context_rule;
    const auto stops = [](const std::vector<Condition>& conditions, const Given& given) {
        return std::any_of(conditions.begin(), conditions.end(),
                           [&](const Condition& condition) { return meets(given, condition); });
    };
    const auto never = [&](const Given& given) {
        return std::any_of(rule.all_of.begin(), rule.all_of.end(), [&](const Condition& one) {
            return one.item == given.item && !meets(given, one);
        });
    };
    for (const std::string_view option : fixed.options)
        for (const std::string_view with : fixed.with_options) {
            const Given a{*first, bits(definition.items[*first], std::array{option})};
            const Given b{*second, bits(definition.items[*second], std::array{with})};
            if (never(a) || never(b) || (stops(rule.either, a) && stops(rule.beside, b))) continue;
            note("/context_rule/not_together",
                 quoted(fixed.item) + " " + quoted(option) + " eased with " +
                     quoted(fixed.with_item) + " " + quoted(with),
                 "these two never eased together");
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
    check.eased();
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
