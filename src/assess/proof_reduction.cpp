#include "assess/contract.h"
#include "assess/proof_rules.h"

#include <algorithm>
#include <limits>
#include <map>

namespace tautline::assess {

namespace {

// A change as a cluster sees it: its contribution before and after, with the fewest answers that do
// it.
struct PartChange {
    std::size_t part_before = 0, part_after = 0;
    int cost = 0;
    std::size_t combination = 0; // of the cluster's other items
    Held before;                 // values that replace the combination's
    Held after;
};

// Distinct changes: at most one for each contribution before and after.
struct Found {
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::vector<PartChange> changes;
    std::vector<std::size_t> places; // in `changes`, for each pair of parts
};

// Where a rule breaks: a change beside an entry of the table of all other clusters.
struct Break {
    int cost = std::numeric_limits<int>::max();
    std::size_t cluster = 0, head = 0, tail = 0;
    PartChange change;
};

// How a rule is decided: what it forbids, and what it does not look at.
struct Rule {
    bool (*broken)(const Outcome& before, const Outcome& after);
    bool about_change = true;
    bool only_care = false;  // it looks at care alone
    bool only_named = false; // it only forbids tension-like or movement-linked on both sides
};

class Reduction {
public:
    Reduction(const Definition& definition, const Space& space, const FactCode& code)
        : definition_{definition}, space_{space}, code_{code} {
        outcomes_.reserve(FactCode::heads * code.tails());
        for (std::size_t head = 0; head < FactCode::heads; ++head)
            for (std::size_t tail = 0; tail < code.tails(); ++tail) {
                const Facts facts = code.facts(head, tail);
                const Pattern pattern = decide(definition.pattern, facts);
                outcomes_.push_back({facts.care, pattern});
                if (pattern == Pattern::tension_like || pattern == Pattern::movement_linked)
                    named_[head] = true;
            }
    }

    const Outcome& outcome(std::size_t head, std::size_t tail) const {
        return outcomes_[head * code_.tails() + tail];
    }

    // The distinct ways in which changing `item` changes what its cluster contributes.
    std::vector<PartChange> part_changes(std::size_t item,
                                         const std::vector<ValueChange>& changes) const {
        // Values that no rule tells apart make the same change.
        std::map<std::pair<std::size_t, std::size_t>, ValueChange> classes;
        const ItemValues& values = space_.items[item];
        for (const ValueChange& change : changes) {
            const std::pair key{values.class_of_value(change.from),
                                values.class_of_value(change.to)};
            const auto [entry, is_new] = classes.emplace(key, change);
            if (!is_new && ticks(change.from) < ticks(entry->second.from)) entry->second = change;
        }
        Found found;
        for (const auto& [key, change] : classes)
            collect({{item, change.from}}, {{item, change.to}}, found);
        return found.changes;
    }

    // The ways in which a cluster contributes while it holds these answers (nothing changes).
    std::vector<PartChange> parts_with(const Held& held) const {
        Found found;
        collect(held, held, found);
        return found.changes;
    }

    // The same while answers meet a floor.
    std::vector<PartChange> parts_of(const Floor& floor) const {
        // Values that no rule tells apart contribute the same; one with the fewest ticks stands for
        // all.
        std::map<std::vector<std::size_t>, Held> classes;
        const auto ticked = [](const Held& held) {
            int count = 0;
            for (const auto& [item, value] : held)
                count += ticks(value);
            return count;
        };
        for (const Held& way : ways_to_meet(definition_, floor)) {
            std::vector<std::size_t> key;
            for (const auto& [item, value] : way)
                key.push_back(space_.items[item].class_of_value(value));
            const auto [entry, is_new] = classes.emplace(key, way);
            if (!is_new && ticked(way) < ticked(entry->second)) entry->second = way;
        }
        Found found;
        for (const auto& [key, way] : classes)
            collect(way, way, found);
        return found.changes;
    }

    // Decides one change beside everything the other clusters can be.
    void decide_change(std::size_t cluster, const Reach& others, const PartChange& change,
                       const Rule& rule, RuleProof& proof, Break& worst) const {
        // The same contribution before and after: the same result, which breaks no rule about a
        // change.
        if (rule.about_change && change.part_before == change.part_after) {
            ++proof.cases;
            return;
        }
        const auto& parts = space_.clusters[cluster].parts;
        const Facts& before = parts[change.part_before].facts;
        const Facts& after = parts[change.part_after].facts;
        const std::size_t head_before = code_.head(before), head_after = code_.head(after);
        const std::size_t shift_before = code_.tail(cluster, before);
        const std::size_t shift_after = code_.tail(cluster, after);
        for (std::size_t head = 0; head < FactCode::heads; ++head) {
            if (!others.any[head]) continue;
            const std::size_t from = code_.combined(head, head_before);
            const std::size_t to = code_.combined(head, head_after);
            const auto check = [&](std::size_t tail) {
                ++proof.cases;
                if (!rule.broken(outcome(from, tail + shift_before),
                                 outcome(to, tail + shift_after)))
                    return;
                const int cost = others.at(head, tail) + change.cost;
                if (cost < worst.cost) worst = {cost, cluster, head, tail, change};
            };
            if (rule.only_care) { // care is in the head, so that one tail stands for all
                check(others.cheapest[head]);
                continue;
            }
            if (rule.only_named && !(named_[from] && named_[to])) {
                ++proof.cases;
                continue;
            }
            for (std::size_t tail = 0; tail < others.tails; ++tail)
                if (others.at(head, tail) != Reach::never) check(tail);
        }
    }

    Counterexample rebuild(const Break& found, bool with_after) const {
        Counterexample example{no_answers(definition_), std::nullopt};
        Rebuilder(space_, code_, found.cluster).rebuild(found.head, found.tail, example.before);
        fill_in(space_, found.cluster, found.change.combination, example.before);
        for (const auto& [item, value] : found.change.before)
            example.before.chosen[item] = value;
        if (with_after) {
            example.after = example.before;
            for (const auto& [item, value] : found.change.after)
                example.after->chosen[item] = value;
        }
        return example;
    }

private:
    // Goes through the cluster's combinations that hold the values `before`, and adds what they
    // contribute before and after to `found`, each pair of contributions once and with the fewest
    // ticks.
    void collect(const Held& before, const Held& after, Found& found) const {
        const Cluster& cluster = space_.clusters[space_.cluster_of[before[0].first]];
        struct Fixed {
            std::size_t stride, classes, own;
        };
        std::vector<Fixed> fixed;
        std::ptrdiff_t step = 0; // from a combination to the changed one
        int more_ticks = 0;      // the values themselves instead of their representatives
        for (std::size_t i = 0; i < before.size(); ++i) {
            const ItemValues& values = space_.items[before[i].first];
            const auto position =
                std::find(cluster.items.begin(), cluster.items.end(), before[i].first) -
                cluster.items.begin();
            const std::size_t stride = cluster.strides[static_cast<std::size_t>(position)];
            const std::size_t own = values.class_of_value(before[i].second);
            const std::size_t next = values.class_of_value(after[i].second);
            fixed.push_back({stride, values.representatives.size(), own});
            step += (static_cast<std::ptrdiff_t>(next) - static_cast<std::ptrdiff_t>(own)) *
                    static_cast<std::ptrdiff_t>(stride);
            more_ticks += ticks(before[i].second) - ticks(values.representatives[own]);
        }
        found.places.resize(cluster.parts.size() * cluster.parts.size(), Found::none);
        for (std::size_t combination = 0; combination < cluster.part_of.size(); ++combination) {
            const bool fits = std::all_of(fixed.begin(), fixed.end(), [&](const Fixed& one) {
                return combination / one.stride % one.classes == one.own;
            });
            if (!fits) continue;
            const auto changed =
                static_cast<std::size_t>(static_cast<std::ptrdiff_t>(combination) + step);
            const std::size_t part = cluster.part_of[combination];
            const std::size_t part_after = cluster.part_of[changed];
            const int cost = cluster.cost_of[combination] + more_ticks;
            std::size_t& place = found.places[part * cluster.parts.size() + part_after];
            if (place == Found::none) {
                place = found.changes.size();
                found.changes.push_back({part, part_after, cost, combination, before, after});
            } else if (cost < found.changes[place].cost) {
                found.changes[place] = {part, part_after, cost, combination, before, after};
            }
        }
    }

    const Definition& definition_;
    const Space& space_;
    const FactCode& code_;
    std::vector<Outcome> outcomes_;
    std::array<bool, FactCode::heads> named_{}; // heads with which some tail is named
};

// What a floor of this tier forbids.
Rule rule_of(Tier least) {
    const auto below = [](Tier tier) -> bool (*)(const Outcome&, const Outcome&) {
        switch (tier) {
        case Tier::emergency:
            return [](const Outcome& o, const Outcome&) { return breaks_p1(Tier::emergency, o); };
        case Tier::crisis:
            return [](const Outcome& o, const Outcome&) { return breaks_p1(Tier::crisis, o); };
        case Tier::today:
            return [](const Outcome& o, const Outcome&) { return breaks_p1(Tier::today, o); };
        default:
            return [](const Outcome& o, const Outcome&) { return breaks_p1(Tier::soon, o); };
        }
    };
    return {below(least), false, least != Tier::emergency};
}

// The item at `unsure`, when a statement of a description takes that for a match.
std::vector<Held> matching_unsure(const Definition& definition, std::size_t item) {
    const auto unsure = definition.items[item].option_index(unsure_option);
    const bool matches =
        unsure && std::any_of(definition.match_rules.begin(), definition.match_rules.end(),
                              [&](const MatchRule& rule) {
                                  return rule.item == item && (rule.options >> *unsure & 1u) != 0;
                              });
    if (!matches) return {};
    return {{{item, std::uint32_t{1} << *unsure}}};
}

// Whether the result lists what matched.
bool shows_matches(const Outcome& outcome, const Outcome&) {
    return outcome.pattern != Pattern::withheld && outcome.pattern != Pattern::not_enough;
}

// P3 and P6 look at every reachable result once.
void prove_results(const Definition& definition, const Reduction& reduction, const Rebuilder& all,
                   Proof& proof) {
    std::array<bool, 5> tiers{};
    std::array<bool, 6> patterns{};
    const Reach& reach = all.reach();
    Break worst;
    for (std::size_t head = 0; head < FactCode::heads; ++head)
        for (std::size_t tail = 0; tail < reach.tails; ++tail) {
            if (reach.at(head, tail) == Reach::never) continue;
            ++proof.reachable_facts;
            const Outcome& outcome = reduction.outcome(head, tail);
            tiers[static_cast<std::size_t>(outcome.care)] = true;
            patterns[static_cast<std::size_t>(outcome.pattern)] = true;
            if (breaks_p3(outcome) && reach.at(head, tail) < worst.cost)
                worst = {reach.at(head, tail), 0, head, tail, {}};
        }
    proof.rules[p3].cases = proof.rules[p6].cases = proof.reachable_facts;
    if (worst.cost != std::numeric_limits<int>::max()) {
        Answers answers = no_answers(definition);
        all.rebuild(worst.head, worst.tail, answers);
        refuse(proof.rules[p3], {answers, std::nullopt});
    }
    const auto never = [&](std::string_view result) {
        RuleProof& rule = proof.rules[p6];
        rule.holds = false;
        rule.missing += (rule.missing.empty() ? "" : ", ") + std::string(result);
    };
    for (std::size_t i = 0; i < tiers.size(); ++i)
        if (!tiers[i]) never(name(static_cast<Tier>(i)));
    for (std::size_t i = 0; i < patterns.size(); ++i)
        if (!patterns[i]) never(name(static_cast<Pattern>(i)));
}

} // namespace

void prove_by_reduction(const Definition& definition, const Space& space, const FactCode& code,
                        const Rebuilder& all, const Clock& clock, Proof& proof) {
    const Reduction reduction(definition, space, code);
    {
        const Stopwatch watch(clock, proof.rules[p3].seconds);
        prove_results(definition, reduction, all, proof);
    }
    const std::vector<Floor> lowest = floors(definition, proof.rules[p1].missing);
    if (!proof.rules[p1].missing.empty()) proof.rules[p1].holds = false;
    std::array<Break, 8> worst;
    Break unsure_shown;
    each_left_out(space, code, [&](std::size_t cluster, const Reach& others) {
        {
            const Stopwatch watch(clock, proof.rules[p1].seconds);
            for (const Floor& floor : lowest)
                if (space.cluster_of[floor.given[0].item] == cluster)
                    for (const PartChange& part : reduction.parts_of(floor))
                        reduction.decide_change(cluster, others, part, rule_of(floor.least),
                                                proof.rules[p1], worst[p1]);
        }
        for (const std::size_t item : space.clusters[cluster].items) {
            const Stopwatch watch(clock, proof.rules[p7].seconds);
            for (const Held& unsure : matching_unsure(definition, item))
                for (const PartChange& part : reduction.parts_with(unsure))
                    reduction.decide_change(cluster, others, part, {shows_matches, false},
                                            proof.rules[p7], unsure_shown);
        }
        for (const std::size_t item : space.clusters[cluster].items)
            for (const ChangeRule& rule : change_rules) {
                const Stopwatch watch(clock, proof.rules[rule.rule].seconds);
                for (const PartChange& change :
                     reduction.part_changes(item, rule.changes(definition, item)))
                    reduction.decide_change(
                        cluster, others, change,
                        {rule.broken, true, rule.broken == falls, rule.broken == flips},
                        proof.rules[rule.rule], worst[rule.rule]);
            }
    });
    for (std::size_t rule = 0; rule < worst.size(); ++rule)
        if (worst[rule].cost != std::numeric_limits<int>::max())
            refuse(proof.rules[rule], reduction.rebuild(worst[rule], rule != p1));
    if (!proof.rules[p7].counterexample && unsure_shown.cost != std::numeric_limits<int>::max())
        refuse(proof.rules[p7], reduction.rebuild(unsure_shown, false));
}

} // namespace tautline::assess
