// What was decided of a pack, as a file that anybody can check again without a network: the rules
// and the size of the space, that every set of answers comes to one result, and a run against a
// second reading of the rules.
#pragma once

#include "base/issue.h"
#include "review/differential.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::review {

struct Certificate {
    struct Rule {
        std::string rule; // P1 … P12
        bool holds = false;
        std::string looked_at;
        friend bool operator==(const Rule&, const Rule&) = default;
    };
    std::string pack, pack_version, pack_digest;
    std::string engine_version, engine_digest; // of the program that decided
    std::vector<Rule> rules;
    std::string answer_sets; // how many there are, in digits
    Coverage coverage;
    Differential run;
};

// Every rule holds, no set of answers is without a result or in two, and the two readings agree.
bool holds(const Certificate& certificate);

std::string write_certificate(const Certificate& certificate);
// Nothing but issues when it is no certificate.
std::optional<Certificate> read_certificate(std::string_view text, std::string_view file,
                                            Issues& issues);

// Where a certificate says other than what was found now; empty: it is borne out. Another engine is
// no contradiction: what matters is that it decides the same.
Issues contradictions(const Certificate& said, const Certificate& found, std::string_view file);

} // namespace tautline::review
