// tautline review [PACK] [-o FILE] [--language TAG] [--today YYYY-MM-DD]
//
// One page (HTML) for whoever must sign for a pack: every rule and text, what it rests on, how hard
// it reads and where it is seen, what the rules do to people and which risks are left, a box for
// each. It reads and gives sign-off.json (review/sign_off.h); of a pack that has one it shows what
// nobody has signed as it is now. Another language than English stands beside the English words.
// PACK may have population.md, self-check-readers.md, hazard-log.md and intended-purpose.md, itself
// or in ../docs. Exit status: 0 it is written; 1 the pack has not the form it must have, or the page
// could not be written; 2 the options are wrong or there is no such pack or language.
#pragma once

#include "cli/options.h"

#include <cstdio>
#include <span>
#include <string_view>

namespace tautline::cli {

inline constexpr Usage review_usage{
    "review", "usage: tautline review [PACK] [-o FILE] [--language TAG] [--today YYYY-MM-DD]"};

// `args` are the words after "review".
int review_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err);

} // namespace tautline::cli
