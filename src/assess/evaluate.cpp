#include "assess/evaluate.h"

#include "assess/reasons.h"

#include <algorithm>

namespace tautline::assess {

namespace {

bool all_hold(const Answers& answers, const std::vector<Condition>& conditions) {
    for (const Condition& condition : conditions)
        if (!holds(answers, condition)) return false;
    return true;
}

std::optional<std::size_t> first_that_holds(const Answers& answers,
                                            const std::vector<Condition>& conditions) {
    for (const Condition& condition : conditions)
        if (holds(answers, condition)) return condition.item;
    return std::nullopt;
}

AnswerRef first_answer(const Answers& answers, std::size_t item) {
    for (std::size_t option = 0; answers.chosen[item] >> option != 0; ++option)
        if ((answers.chosen[item] >> option & 1u) != 0) return {item, option};
    return {item, std::nullopt};
}

void add_care(const Definition& definition, const Answers& answers, Facts& known) {
    for (const TierRule& rule : definition.tier_rules) {
        const bool eased = rule.eased && definition.context_rule;
        if (!eased && rule.tier <= known.settled) continue;
        if (!all_hold(answers, rule.all_of)) continue;
        if (eased)
            known.easing |= easing_waits;
        else
            known.settled = rule.tier;
    }
    if (!definition.context_rule) return;
    const ContextRule& rule = *definition.context_rule;
    if (!all_hold(answers, rule.all_of)) known.easing |= easing_fails;
    if (first_that_holds(answers, rule.either)) known.easing |= easing_either;
    if (first_that_holds(answers, rule.beside)) known.easing |= easing_beside;
}

bool is_open(const Definition& definition, const Answers& answers, std::size_t item) {
    return !is_answered(answers, item) && is_shown(definition, answers, item);
}

AgeFact age_fact(const PatternRule& rule, const Answers& answers) {
    const std::uint32_t age = answers.chosen[rule.age_item];
    if (age == 0) return AgeFact::unanswered;
    return (age & rule.age_withholds) != 0 ? AgeFact::withholds : AgeFact::adult;
}

NerveSign nerve_sign(const PatternRule& rule, const Answers& answers) {
    const std::uint32_t flag = answers.chosen[rule.nerve_flag];
    if ((flag >> flag_yes & 1u) != 0) return NerveSign::yes;
    return (flag >> flag_unsure & 1u) != 0 ? NerveSign::unsure : NerveSign::clear;
}

// The most an item can add: all its statements when several options may be ticked, else its best
// option.
int most_points_of(const Definition& definition, std::size_t item, Description description) {
    const Item& asked = definition.items[item];
    int all = 0;
    std::vector<int> by_option(asked.options.size(), 0);
    for (const MatchRule& rule : definition.match_rules) {
        if (rule.item != item || rule.description != description) continue;
        all += rule.points;
        for (std::size_t option = 0; option < by_option.size(); ++option)
            if ((rule.options >> option & 1u) != 0) by_option[option] += rule.points;
    }
    if (asked.kind == Kind::many || by_option.empty()) return all;
    return std::max(0, *std::max_element(by_option.begin(), by_option.end()));
}

DescriptionMatch match(const Definition& definition, const Answers& answers,
                       Description description) {
    DescriptionMatch result;
    result.of = most_points(definition, description);
    for (std::size_t item = 0; item < definition.items.size(); ++item) {
        const std::uint32_t wanted = matching_options(definition, item, description);
        if (wanted == 0) continue;
        Match matched{item, {}, 0};
        for (const MatchRule& rule : definition.match_rules)
            if (rule.item == item && rule.description == description &&
                (answers.chosen[item] & rule.options) != 0)
                matched.points += rule.points;
        for (std::size_t option = 0; wanted >> option != 0; ++option)
            if ((wanted & answers.chosen[item]) >> option & 1u) matched.options.push_back(option);
        result.points += matched.points;
        if (!matched.options.empty())
            result.matched.push_back(std::move(matched));
        else if (is_answered(answers, item))
            result.unmatched.push_back(item);
        else
            result.unanswered.push_back(item);
    }
    return result;
}

std::vector<std::string> notes(const Definition& definition, const Answers& answers) {
    std::vector<std::string> given;
    for (std::size_t item = 0; item < definition.items.size(); ++item)
        for (std::size_t option = 0; answers.chosen[item] >> option != 0; ++option) {
            if ((answers.chosen[item] >> option & 1u) == 0) continue;
            for (const std::string& note : definition.items[item].options[option].notes)
                if (std::find(given.begin(), given.end(), note) == given.end())
                    given.push_back(note);
        }
    return given;
}

std::optional<int> sum_of_positions(const Answers& answers, const std::vector<std::size_t>& items,
                                    std::size_t first, std::size_t last) {
    int sum = 0;
    for (std::size_t i = first; i < last; ++i) {
        const std::uint32_t chosen = answers.chosen[items[i]];
        if (chosen == 0) return std::nullopt;
        for (std::uint32_t below = chosen >> 1; below != 0; below >>= 1)
            ++sum;
    }
    return sum;
}

std::optional<Phq4> phq4(const Definition& definition, const Answers& answers) {
    std::vector<std::size_t> items;
    bool any = false;
    for (std::size_t item = 0; item < definition.items.size(); ++item) {
        if (definition.items[item].group != Group::phq4) continue;
        items.push_back(item);
        any = any || is_answered(answers, item);
    }
    if (!any) return std::nullopt;
    return Phq4{sum_of_positions(answers, items, 0, items.size()),
                sum_of_positions(answers, items, 0, items.size() / 2),
                sum_of_positions(answers, items, items.size() / 2, items.size())};
}

} // namespace

Tier care_of(const Facts& facts) {
    if ((facts.easing & easing_waits) == 0) return facts.settled;
    const bool fails = (facts.easing & easing_fails) == easing_fails;
    return std::max(facts.settled, fails ? Tier::today : Tier::soon);
}

Tier care(const Definition& definition, const Answers& answers) {
    Facts known;
    add_care(definition, answers, known);
    return care_of(known);
}

std::optional<AnswerRef> context_fails(const Definition& definition, const Answers& answers) {
    if (!definition.context_rule) return std::nullopt;
    const ContextRule& rule = *definition.context_rule;
    for (const Condition& condition : rule.all_of)
        if (!holds(answers, condition)) return first_answer(answers, condition.item);
    const auto beside = first_that_holds(answers, rule.beside);
    if (beside && first_that_holds(answers, rule.either)) return first_answer(answers, *beside);
    return std::nullopt;
}

bool may_be_eased(const Definition& definition, const AnswerRef& answer) {
    if (!definition.context_rule || !answer.option) return false;
    return std::any_of(
        definition.tier_rules.begin(), definition.tier_rules.end(), [&](const TierRule& rule) {
            return rule.eased && rule.all_of.size() == 1 && rule.all_of[0].item == answer.item &&
                   (rule.all_of[0].options >> *answer.option & 1u) != 0;
        });
}

int points(const Definition& definition, const Answers& answers, Description description) {
    int sum = 0;
    for (const MatchRule& rule : definition.match_rules)
        if (rule.description == description && (answers.chosen[rule.item] & rule.options) != 0)
            sum += rule.points;
    return sum;
}

std::uint32_t matching_options(const Definition& definition, std::size_t item,
                               Description description) {
    std::uint32_t options = 0;
    for (const MatchRule& rule : definition.match_rules)
        if (rule.item == item && rule.description == description) options |= rule.options;
    return options;
}

int most_points(const Definition& definition, Description description) {
    int sum = 0;
    for (std::size_t item = 0; item < definition.items.size(); ++item)
        sum += most_points_of(definition, item, description);
    return sum;
}

Facts facts(const Definition& definition, const Answers& answers) {
    Facts result;
    add_care(definition, answers, result);
    for (const MatchRule& rule : definition.match_rules)
        if ((answers.chosen[rule.item] & rule.options) != 0)
            result.points[static_cast<std::size_t>(rule.description)] += rule.points;
    for (std::size_t item = 0; item < definition.items.size(); ++item) {
        const Item& asked = definition.items[item];
        if (asked.scored && is_answered(answers, item)) ++result.answered;
        if (asked.group == Group::warning_sign && is_open(definition, answers, item))
            result.signs_open = true;
    }
    result.age = age_fact(definition.pattern, answers);
    result.nerve_sign = nerve_sign(definition.pattern, answers);
    return result;
}

Pattern decide(const PatternRule& rule, const Facts& facts) {
    if (care_of(facts) >= Tier::crisis || facts.age == AgeFact::withholds) return Pattern::withheld;
    if (facts.age == AgeFact::unanswered || facts.signs_open ||
        facts.answered < rule.least_answered)
        return Pattern::not_enough;
    const auto [tension, movement, nerve] = facts.points;
    if (nerve >= rule.nerve_least || facts.nerve_sign == NerveSign::yes) return Pattern::nerve_like;
    if (facts.nerve_sign == NerveSign::unsure) return Pattern::mixed;
    if (tension >= rule.tension_least && movement <= rule.tension_movement_most &&
        tension - 2 * movement >= rule.tension_lead_least)
        return Pattern::tension_like;
    if (movement >= rule.movement_least && tension <= rule.movement_tension_most &&
        2 * movement - tension >= rule.movement_lead_least)
        return Pattern::movement_linked;
    return Pattern::mixed;
}

Pattern pattern(const Definition& definition, const Answers& answers) {
    return decide(definition.pattern, facts(definition, answers));
}

Result evaluate(const Definition& definition, const Answers& answers) {
    Result result;
    const Facts known = facts(definition, answers);
    result.care = care_of(known);
    result.care_reasons = care_reasons(definition, answers);
    result.pattern = decide(definition.pattern, known);
    result.answered = known.answered;
    for (std::size_t item = 0; item < definition.items.size(); ++item) {
        const Group group = definition.items[item].group;
        if (group == Group::phq4 || !is_open(definition, answers, item)) continue;
        result.unanswered.push_back(item);
        if (group == Group::warning_sign) result.warning_signs_open.push_back(item);
    }
    if (result.pattern != Pattern::withheld && result.pattern != Pattern::not_enough)
        result.matches = {match(definition, answers, Description::tension),
                          match(definition, answers, Description::movement),
                          match(definition, answers, Description::nerve)};
    if ((known.easing & easing_waits) != 0)
        result.context_fails = context_fails(definition, answers);
    result.notes = notes(definition, answers);
    result.phq4 = phq4(definition, answers);
    return result;
}

std::string_view name(Tier tier) {
    constexpr std::string_view names[] = {"none", "soon", "today", "crisis", "emergency"};
    return names[static_cast<std::size_t>(tier)];
}

std::string_view name(Pattern pattern) {
    constexpr std::string_view names[] = {"withheld", "not-enough",   "nerve-like",
                                          "mixed",    "tension-like", "movement-linked"};
    return names[static_cast<std::size_t>(pattern)];
}

std::string_view name(Description description) {
    constexpr std::string_view names[] = {"tension", "movement", "nerve"};
    return names[static_cast<std::size_t>(description)];
}

std::optional<Tier> tier_from_name(std::string_view text) {
    for (const Tier tier : {Tier::none, Tier::soon, Tier::today, Tier::crisis, Tier::emergency})
        if (name(tier) == text) return tier;
    return std::nullopt;
}

} // namespace tautline::assess
