// P1: what the contract asks for, whatever else is answered. Care is decided by the heads of Facts
// alone (proof_reach.h), so each floor is decided over all heads that answers meeting it can reach,
// with the fewest answers that do.
#include "assess/contract.h"
#include "assess/proof_rules.h"

#include <algorithm>
#include <limits>
#include <map>

namespace tautline::assess {

namespace {

// Finds the contract's answers in a definition; notes what it lacks.
class Finder {
public:
    Finder(const Definition& definition, std::string& missing)
        : definition_{definition}, missing_{missing} {}

    std::optional<Condition> answer(std::string_view item_id, std::string_view option) {
        const auto item = definition_.item_index(item_id);
        const auto index = item ? definition_.items[*item].option_index(option) : std::nullopt;
        if (index) return Condition{*item, std::uint32_t{1} << *index, false};
        if (std::find(lacking_.begin(), lacking_.end(), item_id) == lacking_.end()) {
            missing_ += (missing_.empty() ? "" : ", ") + std::string(item_id);
            lacking_.push_back(item_id);
        }
        return std::nullopt;
    }

    // The answers with which the contract's context does not hold.
    std::vector<Condition> failing() {
        std::vector<Condition> all;
        for (const ContractContext& fixed : contract_context()) {
            const auto item = definition_.item_index(fixed.item);
            if (!item) continue; // missing as a tier or an item already
            if (!fixed.unanswered) all.push_back({*item, 0, true});
            for (const Option& option : definition_.items[*item].options) {
                const auto among = [&](std::span<const std::string_view> options) {
                    return std::find(options.begin(), options.end(), option.id) != options.end();
                };
                const bool holds = among(fixed.options) ||
                                   (definition_.clinician_sign_off && among(fixed.signed_options));
                if (holds) continue;
                if (const auto one = answer(fixed.item, option.id)) all.push_back(*one);
            }
        }
        return all;
    }

private:
    const Definition& definition_;
    std::string& missing_;
    std::vector<std::string_view> lacking_;
};

// One way in which a cluster can contribute to the head.
struct Choice {
    std::size_t head = 0, combination = 0;
    int cost = 0;
    Held held; // values that replace the combination's
};

// The cheapest choice for each head.
class Choices {
public:
    void add(Choice choice) {
        const auto [entry, is_new] = places_.emplace(choice.head, choices_.size());
        if (is_new)
            choices_.push_back(std::move(choice));
        else if (choice.cost < choices_[entry->second].cost)
            choices_[entry->second] = std::move(choice);
    }
    const std::vector<Choice>& all() const { return choices_; }

private:
    std::map<std::size_t, std::size_t> places_;
    std::vector<Choice> choices_;
};

class Floors {
public:
    Floors(const Definition& definition, const Space& space, const FactCode& code)
        : definition_{definition}, space_{space}, code_{code} {
        for (std::size_t cluster = 0; cluster < space.clusters.size(); ++cluster) {
            Choices free;
            for (const Part& part : space.clusters[cluster].parts)
                free.add({code.head(part.facts), part.combination, part.cost, {}});
            free_.push_back(free.all());
        }
        for (std::size_t head = 0; head < FactCode::heads; ++head) {
            const Facts facts = code.facts(head, 0);
            outcomes_.push_back({care_of(facts), decide(definition.pattern, facts)});
        }
    }

    void decide_floor(const Floor& floor, RuleProof& proof) const {
        constexpr int never = std::numeric_limits<int>::max();
        struct Step {
            int cost = never;
            std::size_t from = 0, choice = 0;
        };
        const std::size_t count = space_.clusters.size();
        std::vector<std::vector<Choice>> choices;
        std::vector<std::vector<Step>> layers(count + 1, std::vector<Step>(FactCode::heads));
        layers[0][0].cost = 0;
        for (std::size_t cluster = 0; cluster < count; ++cluster) {
            choices.push_back(choices_of(cluster, floor));
            for (std::size_t head = 0; head < FactCode::heads; ++head) {
                if (layers[cluster][head].cost == never) continue;
                for (std::size_t i = 0; i < choices.back().size(); ++i) {
                    const Choice& choice = choices.back()[i];
                    Step& next = layers[cluster + 1][code_.combined(head, choice.head)];
                    const int cost = layers[cluster][head].cost + choice.cost;
                    if (cost < next.cost) next = {cost, head, i};
                }
            }
        }
        for (std::size_t head = 0; head < FactCode::heads; ++head) {
            if (layers[count][head].cost == never) continue;
            ++proof.cases;
            if (!breaks_p1(floor.least, outcomes_[head])) continue;
            Counterexample example{no_answers(definition_), std::nullopt};
            std::size_t at = head;
            for (std::size_t cluster = count; cluster-- > 0;) {
                const Step& step = layers[cluster + 1][at];
                const Choice& choice = choices[cluster][step.choice];
                fill_in(space_, cluster, choice.combination, example.before);
                for (const auto& [item, value] : choice.held)
                    example.before.chosen[item] = value;
                at = step.from;
            }
            refuse(proof, std::move(example));
        }
    }

private:
    // What a cluster can be while answers meet the floor.
    std::vector<Choice> choices_of(std::size_t cluster, const Floor& floor) const {
        std::vector<Condition> given;
        for (const Condition& condition : floor.given)
            if (space_.cluster_of[condition.item] == cluster) given.push_back(condition);
        if (given.empty()) return free_[cluster];
        const Cluster& inside = space_.clusters[cluster];
        Choices found;
        for (std::size_t combination = 0; combination < inside.part_of.size(); ++combination) {
            Choice choice{code_.head(inside.parts[inside.part_of[combination]].facts),
                          combination,
                          inside.cost_of[combination],
                          {}};
            const bool meets =
                std::all_of(given.begin(), given.end(), [&](const Condition& condition) {
                    const auto position = static_cast<std::size_t>(
                        std::find(inside.items.begin(), inside.items.end(), condition.item) -
                        inside.items.begin());
                    const ItemValues& values = space_.items[condition.item];
                    const std::size_t own = inside.class_in(combination, position, values);
                    const auto value = cheapest_that_meets(values, own, condition);
                    if (!value) return false;
                    choice.held.emplace_back(condition.item, *value);
                    choice.cost += ticks(*value) - ticks(values.representatives[own]);
                    return true;
                });
            if (meets) found.add(std::move(choice));
        }
        return found.all();
    }

    static std::optional<std::uint32_t>
    cheapest_that_meets(const ItemValues& values, std::size_t own, const Condition& condition) {
        std::optional<std::uint32_t> cheapest;
        for (std::size_t i = 0; i < values.values.size(); ++i) {
            const std::uint32_t value = values.values[i];
            const bool meets =
                (value & condition.options) != 0 || (condition.unanswered && value == 0);
            if (values.class_of[i] == own && meets &&
                (!cheapest || ticks(value) < ticks(*cheapest)))
                cheapest = value;
        }
        return cheapest;
    }

    const Definition& definition_;
    const Space& space_;
    const FactCode& code_;
    std::vector<std::vector<Choice>> free_; // for each cluster
    // What each head comes to. Whether a pattern is withheld for care is in the head as well.
    std::vector<Outcome> outcomes_;
};

} // namespace

std::vector<Floor> floors(const Definition& definition, std::string& missing) {
    std::vector<Floor> all;
    Finder find(definition, missing);
    const std::vector<Condition> failing = find.failing();
    const auto add = [&](std::vector<Condition> given, const ContractTier& fixed) {
        all.push_back({given, fixed.may_be_eased ? Tier::soon : fixed.tier});
        if (!fixed.may_be_eased) return;
        for (const Condition& one : failing) {
            given.push_back(one);
            all.push_back({given, fixed.tier});
            given.pop_back();
        }
    };
    for (const ContractTier& fixed : contract_tiers()) {
        const auto item = definition.item_index(fixed.item);
        if (fixed.unanswered && item) add({{*item, 0, true}}, fixed);
        for (const std::string_view option : fixed.options) {
            const auto first = find.answer(fixed.item, option);
            if (first && fixed.with_item.empty()) add({*first}, fixed);
            for (const std::string_view with : fixed.with_options) {
                const auto second = find.answer(fixed.with_item, with);
                if (first && second) add({*first, *second}, fixed);
            }
        }
    }
    for (const ContractApart& fixed : contract_apart())
        for (const std::string_view option : fixed.options)
            for (const std::string_view with : fixed.with_options) {
                const auto first = find.answer(fixed.item, option);
                const auto second = find.answer(fixed.with_item, with);
                if (first && second) all.push_back({{*first, *second}, Tier::today});
            }
    return all;
}

void prove_floors(const Definition& definition, const Space& space, const FactCode& code,
                  RuleProof& proof) {
    const std::vector<Floor> lowest = floors(definition, proof.missing);
    if (!proof.missing.empty()) proof.holds = false;
    const Floors decider(definition, space, code);
    for (const Floor& floor : lowest)
        decider.decide_floor(floor, proof);
}

} // namespace tautline::assess
