#include "assess/reasons.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace tautline::assess {

namespace {

// Why the condition holds: the options that are ticked, or "unanswered".
std::vector<AnswerRef> ways(const Answers& answers, const Condition& condition) {
    const std::uint32_t chosen = answers.chosen[condition.item];
    if (chosen == 0) {
        if (condition.unanswered) return {{condition.item, std::nullopt}};
        return {};
    }
    std::vector<AnswerRef> found;
    for (std::size_t option = 0; chosen >> option != 0; ++option)
        if ((chosen & condition.options) >> option & 1u) found.push_back({condition.item, option});
    return found;
}

void add(std::vector<Reason>& reasons, Reason reason) {
    for (Reason& known : reasons) {
        if (known.answer != reason.answer || known.with != reason.with) continue;
        if (reason.tier > known.tier || (reason.tier == known.tier && !reason.eased_from))
            known.eased_from = reason.eased_from;
        known.tier = std::max(known.tier, reason.tier);
        for (std::string& source : reason.sources)
            if (std::find(known.sources.begin(), known.sources.end(), source) ==
                known.sources.end())
                known.sources.push_back(std::move(source));
        return;
    }
    reasons.push_back(std::move(reason));
}

// Page order as numbers; 0 for "no second answer" and for "unanswered", so that these come first.
auto place(const Reason& reason) {
    const auto step = [](const AnswerRef& ref) { return ref.option ? *ref.option + 1 : 0; };
    return std::tuple(reason.answer.item, step(reason.answer),
                      reason.with ? reason.with->item + 1 : 0,
                      reason.with ? step(*reason.with) : 0);
}

} // namespace

std::vector<Reason> care_reasons(const Definition& definition, const Answers& answers) {
    const bool in_context = definition.context_rule && !context_fails(definition, answers);
    std::vector<Reason> reasons;
    for (const TierRule& rule : definition.tier_rules) {
        const bool eased = rule.eased && in_context;
        const Tier tier = eased ? Tier::soon : rule.tier;
        const auto eased_from = eased ? std::optional(rule.tier) : std::nullopt;
        if (tier == Tier::none || rule.all_of.empty()) continue;
        const auto first = ways(answers, rule.all_of[0]);
        if (rule.all_of.size() == 1) {
            for (const AnswerRef& answer : first)
                add(reasons, {answer, tier, rule.sources, std::nullopt, eased_from});
        } else {
            const auto second = ways(answers, rule.all_of[1]);
            if (!first.empty() && !second.empty())
                add(reasons, {first.front(), tier, rule.sources, second.front(), eased_from});
        }
    }
    std::stable_sort(reasons.begin(), reasons.end(), [](const Reason& a, const Reason& b) {
        return a.tier != b.tier ? a.tier > b.tier : place(a) < place(b);
    });
    return reasons;
}

} // namespace tautline::assess
