#include "assess/proof_rules.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace tautline::assess {

namespace {

class EngineCheck {
public:
    EngineCheck(const Definition& definition, const Engine& engine, Proof& proof)
        : definition_{definition}, engine_{engine}, proof_{proof} {
        std::string missing;
        floors_ = floors(definition, missing);
        std::stable_sort(floors_.begin(), floors_.end(),
                         [](const Floor& a, const Floor& b) { return a.least > b.least; });
        for (std::size_t item = 0; item < definition.items.size(); ++item)
            for (const ChangeRule& rule : change_rules)
                changes_.push_back(rule.changes(definition, item));
    }

    // Asks for one result; checks what must hold for any answers, and that the reduction says the
    // same.
    Outcome ask(const Answers& answers) {
        const Outcome outcome{engine_.care(definition_, answers),
                              engine_.pattern(definition_, answers)};
        if (breaks_p3(outcome)) refuse(proof_.rules[p3], {answers, std::nullopt});
        if (breaks_some_floor(answers, outcome)) refuse(proof_.rules[p1], {answers, std::nullopt});
        const Facts known = facts(definition_, answers);
        const bool agrees =
            outcome.care == care_of(known) && outcome.pattern == decide(definition_.pattern, known);
        if (!agrees && (!proof_.disagreement || ticks(answers) < ticks(*proof_.disagreement)))
            proof_.disagreement = answers;
        return outcome;
    }

    // Every value of every item beside these answers, and every change between two of them.
    void ask_around(const Answers& answers) {
        Answers changed = answers;
        std::vector<Outcome> outcomes;
        for (std::size_t item = 0; item < definition_.items.size(); ++item) {
            const Item& asked = definition_.items[item];
            const std::size_t count = asked.options.size();
            const bool many = asked.kind == Kind::many;
            const std::size_t values = many ? std::size_t{1} << count : count + 1;
            outcomes.clear();
            for (std::size_t i = 0; i < values; ++i) {
                changed.chosen[item] = value_at(many, i);
                outcomes.push_back(ask(changed));
            }
            for (std::size_t r = 0; r < std::size(change_rules); ++r)
                for (const ValueChange& change : changes_[item * std::size(change_rules) + r]) {
                    const Outcome& before = outcomes[index_of(many, change.from)];
                    const Outcome& after = outcomes[index_of(many, change.to)];
                    if (change.beside && !holds(changed, *change.beside)) continue;
                    if (change_rules[r].broken(before, after))
                        refuse_change(change_rules[r].rule, changed, item, change);
                }
            changed.chosen[item] = answers.chosen[item];
        }
        for (const Floor& floor : floors_) {
            changed = answers;
            for (const Condition& one : floor.given)
                changed.chosen[one.item] = one.options;
            ask(changed);
        }
    }

private:
    static std::uint32_t value_at(bool many, std::size_t index) {
        if (many) return static_cast<std::uint32_t>(index);
        return index == 0 ? 0 : std::uint32_t{1} << (index - 1);
    }
    static std::size_t index_of(bool many, std::uint32_t value) {
        if (many) return value;
        std::size_t index = 0;
        for (; value != 0; value >>= 1)
            ++index;
        return index;
    }

    bool breaks_some_floor(const Answers& answers, const Outcome& outcome) const {
        for (const Floor& floor : floors_) { // the highest first: the rest cannot break either
            if (!breaks_p1(floor.least, outcome)) return false;
            if (std::all_of(floor.given.begin(), floor.given.end(),
                            [&](const Condition& one) { return holds(answers, one); }))
                return true;
        }
        return false;
    }

    void refuse_change(std::size_t rule, Answers answers, std::size_t item,
                       const ValueChange& change) {
        answers.chosen[item] = change.from;
        Answers after = answers;
        after.chosen[item] = change.to;
        refuse(proof_.rules[rule], {std::move(answers), std::move(after)});
    }

    const Definition& definition_;
    const Engine& engine_;
    Proof& proof_;
    std::vector<Floor> floors_;
    std::vector<std::vector<ValueChange>> changes_; // for each item and change rule
};

} // namespace

void check_engine(const Definition& definition, const Engine& engine, const Rebuilder& all,
                  const FactCode& code, const std::vector<Answers>& places, Proof& proof) {
    EngineCheck check(definition, engine, proof);
    std::array<bool, 5> tiers{};
    std::array<bool, 6> patterns{};
    // Beside one representative of each care, pattern, tension and movement points, and of each
    // care, easing and pattern, every value of every item is asked.
    std::set<std::tuple<Tier, Pattern, int, int>> seen;
    std::set<std::tuple<Tier, unsigned, Pattern>> seen_easing;
    const Reach& reach = all.reach();
    for (std::size_t head = 0; head < FactCode::heads; ++head)
        for (std::size_t tail = 0; tail < reach.tails; ++tail) {
            if (reach.at(head, tail) == Reach::never) continue;
            Answers answers = no_answers(definition);
            all.rebuild(head, tail, answers);
            const Outcome outcome = check.ask(answers);
            tiers[static_cast<std::size_t>(outcome.care)] = true;
            patterns[static_cast<std::size_t>(outcome.pattern)] = true;
            const Facts known = code.facts(head, tail);
            const bool is_new =
                seen.insert({outcome.care, outcome.pattern, known.points[0], known.points[1]})
                    .second;
            if (seen_easing.insert({outcome.care, known.easing, outcome.pattern}).second || is_new)
                check.ask_around(answers);
        }
    if (std::find(tiers.begin(), tiers.end(), false) != tiers.end() ||
        std::find(patterns.begin(), patterns.end(), false) != patterns.end()) {
        RuleProof& rule = proof.rules[p6];
        rule.holds = false;
        if (rule.missing.empty()) rule.missing = "a result that the engine never gives";
    }
    for (const Answers& answers : places) {
        const Outcome outcome = check.ask(answers);
        if (outcome.pattern == Pattern::tension_like && outcome.care < Tier::today) continue;
        RuleProof& rule = proof.rules[p6];
        rule.holds = false;
        if (rule.missing.empty()) rule.missing = "tension-like below today for every place";
    }
    proof.engine_agrees = !proof.disagreement;
}

} // namespace tautline::assess
