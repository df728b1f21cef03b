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
void give_up(Proof& proof) {
    for (RuleProof& rule : proof.rules) {
        rule.holds = false;
        rule.missing = "a way to go through so many combinations";
    }
}

} // namespace

struct Reduced::Parts {
    const Definition& definition;
    Proof proof;
    Space space;
    std::optional<FactCode> code;
    std::optional<Rebuilder> all; // none: too large
    std::vector<Answers> places;

    Parts(const Definition& self_check, const Clock& clock) : definition{self_check} {
        decide(clock);
    }

private:
    void decide(const Clock& clock) {
        constexpr std::string_view names[] = {"P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8"};
        proof.answer_sets = count_answer_sets(definition);
        for (std::size_t i = 0; i < proof.rules.size(); ++i) {
            proof.rules[i].rule = names[i];
            proof.rules[i].holds = true;
        }
        const double from = clock ? clock() : 0;
        space = split(definition);
        if (space.too_large) return give_up(proof);
        code.emplace(space);
        constexpr std::size_t most_entries =
            500'000'000; // of two bytes, over all layers of the table
        if (FactCode::heads * code->tails() > most_entries / (space.clusters.size() + 1))
            return give_up(proof);
        all.emplace(space, *code, space.clusters.size());
        {
            const Stopwatch watch(clock, proof.rules[p1].seconds);
            prove_floors(definition, space, *code, proof.rules[p1]);
        }
        places = prove_by_reduction(definition, space, *code, *all, clock, proof);
        {
            const Stopwatch watch(clock, proof.rules[p5].seconds);
            prove_points(definition, proof.rules[p5]);
        }
        {
            const Stopwatch watch(clock, proof.rules[p7].seconds);
            prove_unsure(definition, proof.rules[p7]);
        }
        if (!clock) return;
        proof.reduction_seconds = clock() - from;
        for (const RuleProof& rule : proof.rules)
            proof.reduction_seconds -= rule.seconds;
    }
};

Reduced::Reduced(const Definition& definition, const Clock& clock)
    : parts_{std::make_unique<const Parts>(definition, clock)} {}

Reduced::~Reduced() = default;

const Proof& Reduced::proof() const {
    return parts_->proof;
}

Proof Reduced::asked(const Engine& engine, const Clock& clock) const {
    Proof proof = parts_->proof;
    if (!parts_->all) return proof;
    {
        const Stopwatch watch(clock, proof.engine_seconds);
        check_engine(parts_->definition, engine, *parts_->all, *parts_->code, parts_->places,
                     proof);
    }
    return proof;
}

Proof prove(const Definition& definition, const Engine& engine, const Clock& clock) {
    return Reduced(definition, clock).asked(engine, clock);
}

Proof prove_rules(const Definition& definition, const Clock& clock) {
    return Reduced(definition, clock).proof();
}

} // namespace tautline::assess
