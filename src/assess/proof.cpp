#include "assess/proof.h"

#include "assess/proof_rules.h"

#include <algorithm>
#include <utility>

namespace tautline::assess {

bool breaks_p1(Tier least, const Outcome& outcome) {
    return outcome.care < least ||
           (least == Tier::emergency && outcome.pattern != Pattern::withheld);
}

bool breaks_p3(const Outcome& outcome) {
    return outcome.care >= Tier::crisis && outcome.pattern != Pattern::withheld;
}

bool falls(const Outcome& before, const Outcome& after) {
    return after.care < before.care;
}

bool flips(const Outcome& before, const Outcome& after) {
    return (before.pattern == Pattern::tension_like && after.pattern == Pattern::movement_linked) ||
           (before.pattern == Pattern::movement_linked && after.pattern == Pattern::tension_like);
}

bool moves(const Outcome& before, const Outcome& after) {
    return before.care != after.care || before.pattern != after.pattern;
}

int ticks(const Answers& answers) {
    int count = 0;
    for (const std::uint32_t value : answers.chosen)
        count += ticks(value);
    return count;
}

void refuse(RuleProof& proof, Counterexample example) {
    proof.holds = false;
    if (!proof.counterexample || ticks(example.before) < ticks(proof.counterexample->before))
        proof.counterexample = std::move(example);
}

bool Proof::all_hold() const {
    return engine_agrees && std::all_of(rules.begin(), rules.end(),
                                        [](const RuleProof& rule) { return rule.holds; });
}

// Longer than any machine number: schoolbook multiplication, digit by digit.
std::string count_answer_sets(const Definition& definition) {
    std::string digits = "1"; // the lowest first
    for (const Item& item : definition.items) {
        const std::size_t options = item.options.size();
        const std::size_t values =
            item.kind == Kind::many ? std::size_t{1} << options : options + 1;
        std::size_t carry = 0;
        for (char& digit : digits) {
            carry += static_cast<std::size_t>(digit - '0') * values;
            digit = static_cast<char>('0' + carry % 10);
            carry /= 10;
        }
        for (; carry != 0; carry /= 10)
            digits += static_cast<char>('0' + carry % 10);
    }
    std::reverse(digits.begin(), digits.end());
    return digits;
}

namespace {

// A pack so large that its rules cannot be decided is not known to keep them.
Proof give_up(Proof proof) {
    for (RuleProof& rule : proof.rules) {
        rule.holds = false;
        rule.missing = "a way to go through so many combinations";
    }
    return proof;
}

Proof prove(const Definition& definition, const Engine* engine, const Clock& clock) {
    constexpr std::string_view names[] = {"P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8"};
    Proof proof;
    proof.answer_sets = count_answer_sets(definition);
    const double from = clock ? clock() : 0;
    const Space space = split(definition);
    for (std::size_t i = 0; i < proof.rules.size(); ++i) {
        proof.rules[i].rule = names[i];
        proof.rules[i].holds = true;
    }
    if (space.too_large) return give_up(proof);
    const FactCode code(space);
    constexpr std::size_t most_entries = 500'000'000; // of two bytes, over all layers of the table
    if (FactCode::heads * code.tails() > most_entries / (space.clusters.size() + 1))
        return give_up(proof);
    const Rebuilder all(space, code, space.clusters.size());
    {
        const Stopwatch watch(clock, proof.rules[p1].seconds);
        prove_floors(definition, space, code, proof.rules[p1]);
    }
    const std::vector<Answers> places =
        prove_by_reduction(definition, space, code, all, clock, proof);
    {
        const Stopwatch watch(clock, proof.rules[p5].seconds);
        prove_points(definition, proof.rules[p5]);
    }
    {
        const Stopwatch watch(clock, proof.rules[p7].seconds);
        prove_unsure(definition, proof.rules[p7]);
    }
    if (clock) {
        proof.reduction_seconds = clock() - from;
        for (const RuleProof& rule : proof.rules)
            proof.reduction_seconds -= rule.seconds;
    }
    {
        const Stopwatch watch(clock, proof.engine_seconds);
        if (engine != nullptr) check_engine(definition, *engine, all, code, places, proof);
    }
    return proof;
}

} // namespace

Proof prove(const Definition& definition, const Engine& engine, const Clock& clock) {
    return prove(definition, &engine, clock);
}

Proof prove_rules(const Definition& definition, const Clock& clock) {
    return prove(definition, nullptr, clock);
}

} // namespace tautline::assess
