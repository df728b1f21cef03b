// What `tautline verify` writes down of its decision, and checks again (review/certificate.h).
#pragma once

#include "cli/options.h"
#include "cli/pack_files.h"
#include "cli/verify_report.h"

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::cli {

inline constexpr std::uint64_t certified_answer_sets = 10'000'000;

struct Certifying {
    std::string_view write_to, check; // files; empty: not asked for
    std::uint64_t seed = 1, answer_sets = certified_answer_sets;

    bool asked() const { return !write_to.empty() || !check.empty(); }
};
// Of --certificate, --check, --seed and --answer-sets; what is wrong with them is refused.
Certifying read_certifying(Arguments& given);

// Decides the rest, says it on `out`, and writes or checks the certificate. Whether it holds and is
// borne out.
bool certify(const Certifying& wanted, const lint::Pack& pack,
             const std::vector<content::File>& written, const std::vector<RuleReport>& reports,
             std::FILE* out, std::FILE* err);

} // namespace tautline::cli
