#include "assess/proof.h"

#include "assess/contract.h"
#include "assess/proof_rules.h"

#include <algorithm>
#include <utility>

namespace tautline::assess {

namespace {

constexpr std::string_view rows_that_may_fall[] = {"R10", "R20", "R21"};

// A pack whose clinician signed for a row may say `soon` while what the contract names holds
// (check_contract sees to the conditions): whatever else is answered, no less is certain.
Tier least_tier(const Definition& definition, const ContractTier& fixed) {
    const auto holds_row = [&](const auto& rows) {
        return std::find(std::begin(rows), std::end(rows), fixed.row) != std::end(rows);
    };
    const bool signed_for = definition.clinician_sign_off && holds_row(rows_that_may_fall) &&
                            holds_row(definition.clinician_sign_off->scope);
    return signed_for ? std::min(fixed.tier, Tier::soon) : fixed.tier;
}

} // namespace

std::vector<Floor> floors(const Definition& definition, std::string& missing) {
    std::vector<Floor> all;
    std::vector<std::string_view> lacking;
    const auto value = [&](std::string_view item_id,
                           std::string_view option) -> std::optional<Condition> {
        const auto item = definition.item_index(item_id);
        const auto index = item ? definition.items[*item].option_index(option) : std::nullopt;
        if (index) return Condition{*item, std::uint32_t{1} << *index, false};
        if (std::find(lacking.begin(), lacking.end(), item_id) == lacking.end()) {
            missing += (missing.empty() ? "" : ", ") + std::string(item_id);
            lacking.push_back(item_id);
        }
        return std::nullopt;
    };
    for (const ContractTier& fixed : contract_tiers()) {
        const Tier least = least_tier(definition, fixed);
        const auto item = definition.item_index(fixed.item);
        if (fixed.unanswered && item) all.push_back({{Condition{*item, 0, true}}, least});
        for (const std::string_view option : fixed.options) {
            const auto first = value(fixed.item, option);
            if (first && fixed.with_item.empty()) all.push_back({{*first}, least});
            for (const std::string_view with : fixed.with_options) {
                const auto second = value(fixed.with_item, with);
                if (first && second) all.push_back({{*first, *second}, least});
            }
        }
    }
    return all;
}

std::vector<Held> ways_to_meet(const Definition& definition, const Floor& floor) {
    std::vector<Held> ways = {{}};
    for (const Condition& one : floor.given) {
        const Item& asked = definition.items[one.item];
        std::vector<std::uint32_t> values;
        if (asked.kind != Kind::many || one.unanswered)
            values.push_back(one.options);
        else
            for (std::uint32_t value = 0; value >> asked.options.size() == 0; ++value)
                if ((value & one.options) != 0) values.push_back(value);
        std::vector<Held> longer;
        for (const Held& way : ways)
            for (const std::uint32_t value : values) {
                longer.push_back(way);
                longer.back().emplace_back(one.item, value);
            }
        ways = std::move(longer);
    }
    return ways;
}

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
        if (engine != nullptr) check_engine(definition, *engine, all, code, proof);
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
