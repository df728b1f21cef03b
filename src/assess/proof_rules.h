// The two halves of a proof: what the reduction decides, and what the engine itself says. See
// proof.h.
#pragma once

#include "assess/proof.h"
#include "assess/proof_changes.h"
#include "assess/proof_reach.h"

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace tautline::assess {

// Adds the time it lives to a sum; without a clock it does nothing.
class Stopwatch {
public:
    Stopwatch(const Clock& clock, double& sum)
        : clock_{clock}, sum_{sum}, from_{clock ? clock() : 0} {}
    ~Stopwatch() {
        if (clock_) sum_ += clock_() - from_;
    }
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;

private:
    const Clock& clock_;
    double& sum_;
    double from_;
};

inline constexpr std::size_t p1 = 0, p2 = 1, p3 = 2, p4 = 3, p5 = 4, p6 = 5, p7 = 6, p8 = 7;

// Values (Answers bits) that some items are held at.
using Held = std::vector<std::pair<std::size_t, std::uint32_t>>;

// What the contract asks for, whatever else is answered: with these options of an item (and of a
// second one) care is at least this. No option: the item is unanswered. What may be eased has two
// kinds of floor: `soon` always, and `today` with each answer that the context rule does not bear.
struct Floor {
    std::vector<Condition> given; // one option each, or `unanswered`
    Tier least = Tier::none;
};
// Every floor of the contract; `missing` names the items and options that the definition lacks.
std::vector<Floor> floors(const Definition& definition, std::string& missing);

// What a rule about a change forbids, seen from the results before and after.
struct Outcome {
    Tier care = Tier::none;
    Pattern pattern = Pattern::withheld;
};
bool breaks_p1(Tier least, const Outcome& outcome); // for answers that meet a floor of this tier
bool breaks_p3(const Outcome& outcome);
bool falls(const Outcome& before, const Outcome& after); // P2, P7
bool flips(const Outcome& before, const Outcome& after); // P4
bool moves(const Outcome& before, const Outcome& after); // P8

// The rules about a change of one answer.
struct ChangeRule {
    std::size_t rule;
    std::vector<ValueChange> (*changes)(const Definition&, std::size_t item);
    bool (*broken)(const Outcome& before, const Outcome& after);
};
inline constexpr ChangeRule change_rules[] = {{p2, raising_change, falls},
                                              {p4, any_change, flips},
                                              {p7, unsure_change, falls},
                                              {p8, mood_change, moves}};

// Notes that the rule breaks; the counterexample with the fewest ticks is kept.
void refuse(RuleProof& proof, Counterexample example);
int ticks(const Answers& answers);

// P1: every floor, beside everything else that can be answered.
void prove_floors(const Definition& definition, const Space& space, const FactCode& code,
                  RuleProof& proof);
// Decides P2, P3, P4, P6, P7 and P8 on the reduction. Returns answers for each place of the
// contract that is tension-like below `today` (P6), where that half of the rule applies.
std::vector<Answers> prove_by_reduction(const Definition& definition, const Space& space,
                                        const FactCode& code, const Rebuilder& all,
                                        const Clock& clock, Proof& proof);
// P5, which is about points and about the order of answering.
void prove_points(const Definition& definition, RuleProof& proof);
// The half of P7 that says: `unsure` matches no description.
void prove_unsure(const Definition& definition, RuleProof& proof);
// Asks the engine for every reachable Facts, for every value of every item beside representatives
// of all results, and for the places of P6.
void check_engine(const Definition& definition, const Engine& engine, const Rebuilder& all,
                  const FactCode& code, const std::vector<Answers>& places, Proof& proof);
// What P6 lacks for a place without such answers.
inline constexpr std::string_view no_place = "tension-like below today with the place ";
// Whether some answer has a higher tier than the contract gives it.
bool raises_a_tier(const Definition& definition);

} // namespace tautline::assess
