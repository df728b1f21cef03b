// tautline verify [--content DIR]
//
// Decides the rules of the self-check for a pack: one line for each rule, "P4 holds: …" or "P4
// BROKEN: …" with the answers that break it. P1 to P8 are decided over every possible set of
// answers (assess/proof.h); P12 is how many there are. Exit status: 0 every rule holds; 1 one does
// not, or the pack is refused; 2 the options are wrong.
#pragma once

#include <cstdio>
#include <span>
#include <string_view>

namespace tautline::cli {

// `args` are the words after "verify".
int verify_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err);

} // namespace tautline::cli
