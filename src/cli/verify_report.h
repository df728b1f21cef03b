// What `tautline verify` found of each rule, ready to be printed.
#pragma once

#include "assess/proof.h"
#include "lint/pack.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::cli {

struct RuleReport {
    std::string rule; // P1 … P12
    bool holds = false;
    std::string looked_at; // "2305… sets of answers, 6088 cases decided"
    double seconds = 0;
    std::vector<std::string> because; // why it does not hold
    std::optional<assess::Counterexample> counterexample;
};

// Which rules to decide; none named: all twelve.
struct Wanted {
    std::vector<std::string> only;
    bool rule(std::string_view name) const;
};

// The wanted rules in order. Without P12 the engine is not asked, without any of P1 to P8 and P12
// nothing is proved, which saves the time.
std::vector<RuleReport> decide_rules(const lint::Pack& pack, const Wanted& wanted,
                                     const assess::Engine& engine, const assess::Clock& clock);

} // namespace tautline::cli
