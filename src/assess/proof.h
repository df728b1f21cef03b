// Decides the rules P1 to P8 of the self-check over every possible set of answers, for any
// Definition (of P1 what care and pattern say; that the items are all there is contract.h): not by
// sampling (the shipped self-check has more than 10^29 sets of answers) but by an exact reduction.
//
// Why the reduction is exact. The engine decides care and pattern from Facts alone (evaluate.h),
// and Facts fall apart: care is the highest tier of the rules that hold, points and `answered` are
// sums, `signs_open` is an "or", and each term reads few items. Items that no rule reads together
// contribute independently of each other. So
//   1. the values of an item that meet the same conditions and match the same statements are one
//   class;
//   2. items that some rule reads together (pairs, shown_while) are one cluster, whose classes are
//   all combined, one by one; the context rule joins none, for what each of its items says is
//   joined by "or" (Easing);
//   3. the reachable Facts are the combinations of the clusters' contributions (proof_reach.h), and
//   a rule about
//      changing one answer is decided for every pair of contributions of its cluster beside every
//      reachable combination of all the others.
// Nothing is left out and nothing is counted that no answers reach. What is assumed of the engine
// is only that it computes decide(rule, facts): it is asked for each reachable Facts, and for every
// value of every item beside representatives of all results, and must say the same.
#pragma once

#include "assess/evaluate.h"

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tautline::assess {

// The functions whose behaviour is decided. Specs put broken ones in.
struct Engine {
    std::function<Tier(const Definition&, const Answers&)> care = assess::care;
    std::function<Pattern(const Definition&, const Answers&)> pattern = assess::pattern;
};

// Answers with which the rule breaks, with as few answers given as possible. A rule about a change
// has `after` too.
struct Counterexample {
    Answers before;
    std::optional<Answers> after;
};

struct RuleProof {
    std::string_view rule; // "P1" … "P8"
    bool holds = false;
    std::uint64_t cases = 0; // cases decided one by one after the reduction; none decide nothing
    double seconds = 0;      // of the rule alone; 0 without a clock
    std::string missing;     // what does not exist, when that is what breaks it: an item, a result
                             // never reached
    std::optional<Counterexample> counterexample;
};

// The time in seconds from any moment on: the library has no clock of its own.
using Clock = std::function<double()>;

struct Proof {
    std::array<RuleProof, 8> rules;
    std::string answer_sets;           // how many there are, in digits
    std::uint64_t reachable_facts = 0; // what they come to
    // Whether the engine says what the reduction says; else the proof is not about this engine.
    bool engine_agrees = false;
    std::optional<Answers> disagreement;
    double reduction_seconds = 0, engine_seconds = 0; // what all rules share

    bool all_hold() const;
};

Proof prove(const Definition& definition, const Engine& engine = {}, const Clock& clock = {});

// The reduction alone, without asking an engine (`engine_agrees` stays false): about a third of the
// time.
Proof prove_rules(const Definition& definition, const Clock& clock = {});

// The reduction of one definition, for asking several engines about it. The definition must outlive
// it.
class Reduced {
public:
    explicit Reduced(const Definition& definition, const Clock& clock = {});
    ~Reduced();
    const Proof& proof() const;                                       // as prove_rules says it
    Proof asked(const Engine& engine, const Clock& clock = {}) const; // as prove says it

private:
    struct Parts;
    std::unique_ptr<const Parts> parts_;
};

// How many sets of answers there are (P12): the product of what each item can be, hidden answers
// included.
std::string count_answer_sets(const Definition& definition);

} // namespace tautline::assess
