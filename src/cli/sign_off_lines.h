// What `tautline verify` says of who has signed for a pack.
#pragma once

#include "review/sign_off.h"

#include <cstdio>

namespace tautline::cli {

// A line for each record, what of it has lapsed below it, and a line for each language.
void print_sign_offs(std::FILE* out, const review::Signed& pack);

} // namespace tautline::cli
