// P5, and the half of P7 that is about points.
#include "assess/contract.h"
#include "assess/proof_rules.h"

namespace tautline::assess {

void prove_points(const Definition& definition, RuleProof& proof) {
    for (std::size_t item = 0; item < definition.items.size(); ++item) {
        const Item& asked = definition.items[item];
        const std::uint32_t values =
            asked.kind == Kind::many ? std::uint32_t{1} << asked.options.size() : 1;
        Answers before = no_answers(definition);
        for (std::uint32_t value = 0; value < values; ++value) {
            before.chosen[item] = value;
            for (const MatchRule& rule : definition.match_rules) {
                if (rule.item != item) continue;
                for (std::size_t option = 0; option < asked.options.size(); ++option) {
                    if ((rule.options >> option & 1u) == 0 || (value >> option & 1u) != 0) continue;
                    const Answers after = with_answer(definition, before, item, option);
                    ++proof.cases;
                    if (points(definition, after, rule.description) <
                        points(definition, before, rule.description))
                        refuse(proof, {before, after});
                }
            }
        }
    }
    // The order of answering: two answers to different items, either way round, come to the same.
    // An item that is not shown cannot be answered first, so such an order does not exist.
    const Answers none = no_answers(definition);
    for (std::size_t a = 0; a < definition.items.size(); ++a)
        for (std::size_t b = a + 1; b < definition.items.size(); ++b)
            for (std::size_t i = 0; i < definition.items[a].options.size(); ++i)
                for (std::size_t k = 0; k < definition.items[b].options.size(); ++k) {
                    const Answers first = with_answer(definition, none, a, i);
                    const Answers second = with_answer(definition, none, b, k);
                    if (!is_shown(definition, none, a) || !is_shown(definition, none, b)) continue;
                    if (!is_shown(definition, first, b) || !is_shown(definition, second, a))
                        continue;
                    ++proof.cases;
                    const Answers ab = with_answer(definition, first, b, k);
                    const Answers ba = with_answer(definition, second, a, i);
                    if (ab != ba) refuse(proof, {ab, ba});
                }
}

void prove_unsure(const Definition& definition, RuleProof& proof) {
    for (const MatchRule& rule : definition.match_rules) {
        const auto unsure = definition.items[rule.item].option_index(unsure_option);
        ++proof.cases;
        if (!unsure || (rule.options >> *unsure & 1u) == 0) continue;
        proof.holds = false;
        if (proof.counterexample) continue; // one whose result shows the match
        refuse(proof,
               {with_answer(definition, no_answers(definition), rule.item, *unsure), std::nullopt});
    }
}

} // namespace tautline::assess
