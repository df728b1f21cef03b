#include "assess/proof_space.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace tautline::assess {

namespace {

constexpr std::size_t most_combinations = 4'000'000;

// What the rules can see of a value: a mark for each condition, statement and special option.
std::string seen(const Definition& definition, std::size_t item, std::uint32_t value) {
    std::string marks;
    const auto mark = [&](bool on) { marks += on ? '1' : '0'; };
    Answers alone = no_answers(definition);
    alone.chosen[item] = value;
    const auto see = [&](const Condition& condition) {
        if (condition.item == item) mark(holds(alone, condition));
    };
    for (const TierRule& rule : definition.tier_rules)
        for (const Condition& condition : rule.all_of)
            see(condition);
    for (const ShownWhile& rule : definition.shown_while)
        see(rule.condition);
    if (definition.context_rule)
        for (const auto* conditions :
             {&definition.context_rule->all_of, &definition.context_rule->either,
              &definition.context_rule->beside})
            for (const Condition& condition : *conditions)
                see(condition);
    for (const MatchRule& rule : definition.match_rules)
        if (rule.item == item) mark((value & rule.options) != 0);
    mark(value != 0);
    if (item == definition.pattern.age_item) mark((value & definition.pattern.age_withholds) != 0);
    if (item == definition.pattern.nerve_flag) {
        mark((value >> flag_yes & 1u) != 0);
        mark((value >> flag_unsure & 1u) != 0);
    }
    return marks;
}

ItemValues values_of(const Definition& definition, std::size_t item) {
    const Item& asked = definition.items[item];
    ItemValues result;
    const std::size_t options = asked.options.size();
    if (asked.kind == Kind::many) {
        for (std::uint32_t value = 0; value >> options == 0; ++value)
            result.values.push_back(value);
    } else {
        result.values.push_back(0);
        for (std::size_t option = 0; option < options; ++option)
            result.values.push_back(std::uint32_t{1} << option);
    }
    std::map<std::string, std::uint32_t> classes;
    for (const std::uint32_t value : result.values) {
        const auto next = static_cast<std::uint32_t>(result.representatives.size());
        const auto [known, is_new] = classes.emplace(seen(definition, item, value), next);
        result.class_of.push_back(known->second);
        if (is_new)
            result.representatives.push_back(value);
        else if (ticks(value) < ticks(result.representatives[known->second]))
            result.representatives[known->second] = value;
    }
    return result;
}

// Union-find over items.
class Groups {
public:
    explicit Groups(std::size_t count) : parent_(count) {
        for (std::size_t i = 0; i < count; ++i)
            parent_[i] = i;
    }
    std::size_t root(std::size_t i) const {
        while (parent_[i] != i)
            i = parent_[i];
        return i;
    }
    void join(std::size_t a, std::size_t b) {
        const std::size_t x = root(a), y = root(b);
        parent_[std::max(x, y)] = std::min(x, y);
    }

private:
    std::vector<std::size_t> parent_;
};

Groups read_together(const Definition& definition) {
    Groups groups(definition.items.size());
    for (const TierRule& rule : definition.tier_rules)
        for (const Condition& condition : rule.all_of)
            groups.join(rule.all_of[0].item, condition.item);
    for (const ShownWhile& rule : definition.shown_while)
        groups.join(rule.item, rule.condition.item);
    return groups;
}

// The definition as far as this cluster goes: `facts` of it is the cluster's contribution, and
// nothing for the rest.
Definition cut_to(const Definition& definition, const std::vector<std::size_t>& items) {
    const auto inside = [&](std::size_t item) {
        return std::find(items.begin(), items.end(), item) != items.end();
    };
    Definition cut = definition;
    std::erase_if(cut.tier_rules, [&](const TierRule& rule) {
        return rule.all_of.empty() || !inside(rule.all_of[0].item);
    });
    std::erase_if(cut.match_rules, [&](const MatchRule& rule) { return !inside(rule.item); });
    std::erase_if(cut.shown_while, [&](const ShownWhile& rule) { return !inside(rule.item); });
    if (cut.context_rule)
        for (auto* conditions :
             {&cut.context_rule->all_of, &cut.context_rule->either, &cut.context_rule->beside})
            std::erase_if(*conditions,
                          [&](const Condition& condition) { return !inside(condition.item); });
    for (std::size_t item = 0; item < cut.items.size(); ++item) {
        if (inside(item)) continue;
        cut.items[item].scored = false;
        cut.items[item].group = Group::pattern; // no warning sign: never open
    }
    return cut;
}

std::string key_of(const Facts& facts) {
    std::string key;
    const auto add = [&](int number) { key += std::to_string(number) + ' '; };
    add(static_cast<int>(facts.settled));
    add(facts.easing);
    for (const int points : facts.points)
        add(points);
    add(facts.answered);
    add(static_cast<int>(facts.age));
    add(static_cast<int>(facts.nerve_sign));
    add(facts.signs_open ? 1 : 0);
    return key;
}

bool enumerate(const Definition& definition, const Space& space, Cluster& cluster) {
    std::size_t combinations = 1;
    for (const std::size_t item : cluster.items) {
        cluster.strides.push_back(combinations);
        combinations *= space.items[item].representatives.size();
        if (combinations > most_combinations) return false;
    }
    const Definition cut = cut_to(definition, cluster.items);
    Answers answers = no_answers(definition);
    std::map<std::string, std::uint32_t> known;
    cluster.part_of.reserve(combinations);
    for (std::size_t combination = 0; combination < combinations; ++combination) {
        int cost = 0;
        for (std::size_t i = 0; i < cluster.items.size(); ++i) {
            const ItemValues& values = space.items[cluster.items[i]];
            const auto value = values.representatives[cluster.class_in(combination, i, values)];
            answers.chosen[cluster.items[i]] = value;
            cost += ticks(value);
        }
        const Facts contribution = facts(cut, answers);
        const auto next = static_cast<std::uint32_t>(cluster.parts.size());
        const auto [entry, is_new] = known.emplace(key_of(contribution), next);
        if (is_new)
            cluster.parts.push_back({contribution, cost, combination});
        else if (cost < cluster.parts[entry->second].cost)
            cluster.parts[entry->second] = {contribution, cost, combination};
        cluster.part_of.push_back(entry->second);
        cluster.cost_of.push_back(static_cast<std::uint8_t>(cost));
    }
    return true;
}

} // namespace

int ticks(std::uint32_t value) {
    int count = 0;
    for (; value != 0; value &= value - 1)
        ++count;
    return count;
}

std::size_t ItemValues::class_of_value(std::uint32_t value) const {
    const auto found = std::find(values.begin(), values.end(), value);
    return class_of[static_cast<std::size_t>(found - values.begin())];
}

Space split(const Definition& definition) {
    Space space;
    const std::size_t count = definition.items.size();
    for (std::size_t item = 0; item < count; ++item)
        space.items.push_back(values_of(definition, item));
    const Groups groups = read_together(definition);
    space.cluster_of.assign(count, 0);
    std::vector<std::size_t> roots;
    for (std::size_t item = 0; item < count; ++item) {
        const std::size_t root = groups.root(item);
        if (root == item) {
            roots.push_back(root);
            space.clusters.emplace_back();
        }
        const auto cluster =
            static_cast<std::size_t>(std::find(roots.begin(), roots.end(), root) - roots.begin());
        space.cluster_of[item] = cluster;
        space.clusters[cluster].items.push_back(item);
    }
    for (Cluster& cluster : space.clusters)
        if (!enumerate(definition, space, cluster)) space.too_large = true;
    return space;
}

void fill_in(const Space& space, std::size_t cluster, std::size_t combination, Answers& answers) {
    const Cluster& filled = space.clusters[cluster];
    for (std::size_t i = 0; i < filled.items.size(); ++i) {
        const ItemValues& values = space.items[filled.items[i]];
        answers.chosen[filled.items[i]] =
            values.representatives[filled.class_in(combination, i, values)];
    }
}

} // namespace tautline::assess
