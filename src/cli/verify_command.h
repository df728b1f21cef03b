// tautline verify [PACK] [--out DIR] [--only P1,P2,…]
//                 [--certificate FILE [--answer-sets N] [--seed N] | --check FILE]
//
// Decides the rules P1 to P12 of the self-check for a pack: one line for each rule, "P4 holds: …"
// or "P4 BROKEN: …", with the size of what was gone through and the time. P1 to P8 are decided over
// every possible set of answers (assess/proof.h), P9 to P11 over every text and reference (the same
// code as `tautline lint`), P12 is how many sets of answers there are. A broken rule comes with a
// smallest counterexample: places in the pack, or an answers file (a pair of them for a rule about
// a change) that `tautline assess FILE --content PACK --broken-pack` gives the same result for;
// --out writes these to a folder as P1.json, or P2.before.json and P2.after.json. --content DIR is
// the same as PACK. With --only the other rules are not decided. --certificate writes down what was
// decided, with a run of the rules against a second reading of them (review/certificate.h); --check
// decides it all again and holds such a file against it. Then it says who has signed for the pack
// and what of that has lapsed, which breaks no rule. Exit status: 0 every rule holds; 1
// one does not, or a file of the pack has not the form it must have; 2 the options are wrong or
// there is no such pack.
#pragma once

#include "cli/options.h"

#include <cstdio>
#include <span>
#include <string_view>

namespace tautline::cli {

inline constexpr Usage verify_usage{"verify",
                                    "usage: tautline verify [PACK] [--out DIR] [--only P1,P2,…]\n"
                                    "       tautline verify [PACK] --certificate FILE "
                                    "[--answer-sets N] [--seed N]\n"
                                    "       tautline verify [PACK] --check FILE"};

// `args` are the words after "verify".
int verify_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err);

} // namespace tautline::cli
