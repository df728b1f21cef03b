#include "assess/contract.h"
#include "assess/proof_rules.h"

#include <algorithm>
#include <limits>
#include <map>
#include <span>

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

bool is_tension_below_today(const Outcome& outcome, const Outcome&) {
    return outcome.pattern == Pattern::tension_like && outcome.care < Tier::today;
}

class Reduction {
public:
    Reduction(const Definition& definition, const Space& space, const FactCode& code)
        : definition_{definition}, space_{space}, code_{code} {
        outcomes_.reserve(FactCode::heads * code.tails());
        for (std::size_t head = 0; head < FactCode::heads; ++head)
            for (std::size_t tail = 0; tail < code.tails(); ++tail) {
                const Facts facts = code.facts(head, tail);
                const Pattern pattern = decide(definition.pattern, facts);
                outcomes_.push_back({care_of(facts), pattern});
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
        Found found;
        for (const ValueChange& change : changes) {
            if (change.beside) {
                collect_beside(item, change, found);
                continue;
            }
            const std::pair key{values.class_of_value(change.from),
                                values.class_of_value(change.to)};
            const auto [entry, is_new] = classes.emplace(key, change);
            if (!is_new && ticks(change.from) < ticks(entry->second.from)) entry->second = change;
        }
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

    // The same while an option of an item of several is ticked.
    std::vector<PartChange> parts_with_option(std::size_t item, std::size_t option) const {
        std::map<std::size_t, std::uint32_t> classes; // a value with the fewest ticks for each
        const ItemValues& values = space_.items[item];
        for (const std::uint32_t value : values.values) {
            if ((value >> option & 1u) == 0) continue;
            const auto [entry, is_new] = classes.emplace(values.class_of_value(value), value);
            if (!is_new && ticks(value) < ticks(entry->second)) entry->second = value;
        }
        Found found;
        for (const auto& [own, value] : classes)
            collect({{item, value}}, {{item, value}}, found);
        return found.changes;
    }

    // Where such a contribution comes to tension-like below `today`, if it does.
    std::optional<Break> tension_below_today(std::size_t cluster, const Reach& others,
                                             const std::vector<PartChange>& parts,
                                             RuleProof& proof) const {
        Break best;
        for (const PartChange& part : parts)
            decide_change(cluster, others, part, {is_tension_below_today, false, false, true},
                          proof, best);
        if (best.cost == std::numeric_limits<int>::max()) return std::nullopt;
        return best;
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
            if (!others.any(head)) continue;
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
        return rebuild(found, with_after, Rebuilder(space_, code_, found.cluster));
    }
    Counterexample rebuild(const Break& found, bool with_after, const Rebuilder& others) const {
        Counterexample example{no_answers(definition_), std::nullopt};
        others.rebuild(found.head, found.tail, example.before);
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
    // A change that is meant beside some values of a second item of the same rule.
    void collect_beside(std::size_t item, const ValueChange& change, Found& found) const {
        const std::size_t other = change.beside->item;
        Answers alone = no_answers(definition_);
        for (const std::uint32_t value : space_.items[other].values) {
            alone.chosen[other] = value;
            if (!holds(alone, *change.beside)) continue;
            collect({{item, change.from}, {other, value}}, {{item, change.to}, {other, value}},
                    found);
        }
    }

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

constexpr std::string_view place_item = "location";

// Notes what P6 does not reach.
void never(RuleProof& rule, std::string_view result) {
    rule.holds = false;
    rule.missing += (rule.missing.empty() ? "" : ", ") + std::string(result);
}

// P3 and the first half of P6 look at every reachable result once.
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
    for (std::size_t i = 0; i < tiers.size(); ++i)
        if (!tiers[i]) never(proof.rules[p6], name(static_cast<Tier>(i)));
    for (std::size_t i = 0; i < patterns.size(); ++i)
        if (!patterns[i]) never(proof.rules[p6], name(static_cast<Pattern>(i)));
}

std::span<const std::string_view> contract_places() {
    for (const ContractItem& item : contract_items())
        if (item.id == place_item) return item.options;
    return {};
}

// The item whose places must each reach tension-like below `today`: that is asked of a self-check
// that carries the context rule and raises no tier.
std::optional<std::size_t> places_to_reach(const Definition& definition) {
    if (!definition.context_rule || raises_a_tier(definition)) return std::nullopt;
    return definition.item_index(place_item);
}

} // namespace

bool raises_a_tier(const Definition& definition) {
    std::string missing;
    const std::vector<Floor> lowest = floors(definition, missing);
    const auto least = [&](const TierRule& rule, const std::vector<std::uint32_t>& values) {
        Tier highest = Tier::none;
        for (const Floor& floor : lowest)
            if (std::all_of(floor.given.begin(), floor.given.end(), [&](const Condition& given) {
                    for (std::size_t i = 0; i < values.size(); ++i)
                        if (rule.all_of[i].item == given.item &&
                            ((given.options & values[i]) != 0 ||
                             (given.unanswered && values[i] == 0)))
                            return true;
                    return false;
                }))
                highest = std::max(highest, floor.least);
        return highest;
    };
    // Every single answer that meets a condition: an option alone, or none.
    const auto values_of = [](const Condition& condition) {
        std::vector<std::uint32_t> values;
        if (condition.unanswered) values.push_back(0);
        for (std::size_t option = 0; condition.options >> option != 0; ++option)
            if ((condition.options >> option & 1u) != 0)
                values.push_back(std::uint32_t{1} << option);
        return values;
    };
    for (const TierRule& rule : definition.tier_rules) {
        if (rule.all_of.empty()) continue;
        const Tier tier = rule.eased ? std::min(rule.tier, Tier::soon) : rule.tier;
        for (const std::uint32_t first : values_of(rule.all_of[0])) {
            if (rule.all_of.size() == 1 && least(rule, {first}) < tier) return true;
            if (rule.all_of.size() == 1) continue;
            for (const std::uint32_t second : values_of(rule.all_of[1]))
                if (least(rule, {first, second}) < tier) return true;
        }
    }
    return false;
}

std::vector<Answers> prove_by_reduction(const Definition& definition, const Space& space,
                                        const FactCode& code, const Rebuilder& all,
                                        const Clock& clock, Proof& proof) {
    const Reduction reduction(definition, space, code);
    {
        const Stopwatch watch(clock, proof.rules[p3].seconds);
        prove_results(definition, reduction, all, proof);
    }
    std::array<Break, 8> worst;
    Break unsure_shown;
    std::vector<Answers> places;
    const auto location = places_to_reach(definition);
    each_left_out(space, code, [&](std::size_t cluster, const Reach& others) {
        if (location && space.cluster_of[*location] == cluster) {
            const Stopwatch watch(clock, proof.rules[p6].seconds);
            const Rebuilder rest(space, code, cluster);
            for (std::size_t place = 0; place < contract_places().size(); ++place) {
                const auto found = reduction.tension_below_today(
                    cluster, others, reduction.parts_with_option(*location, place),
                    proof.rules[p6]);
                if (found)
                    places.push_back(reduction.rebuild(*found, false, rest).before);
                else
                    never(proof.rules[p6],
                          std::string(no_place) + std::string(contract_places()[place]));
            }
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
            refuse(proof.rules[rule], reduction.rebuild(worst[rule], true));
    if (!proof.rules[p7].counterexample && unsure_shown.cost != std::numeric_limits<int>::max())
        refuse(proof.rules[p7], reduction.rebuild(unsure_shown, false));
    return places;
}

} // namespace tautline::assess
