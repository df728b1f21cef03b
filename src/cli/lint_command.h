// tautline lint [PACK] [--json] [--today YYYY-MM-DD]
//
// Says what is wrong with a pack, one line each: the check, file#pointer, what was found, what is
// expected; then tables of the reading grade and of what is exempt from it. With --json one object
// (format "tautline-lint-report") instead. Exit status: 0 nothing is wrong; 1 something is; 2 the
// options are wrong or there is no such pack.
#pragma once

#include "cli/options.h"

#include <cstdio>
#include <span>
#include <string_view>

namespace tautline::cli {

inline constexpr Usage lint_usage{"lint",
                                  "usage: tautline lint [PACK] [--json] [--today YYYY-MM-DD]"};

// `args` are the words after "lint".
int lint_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err);

} // namespace tautline::cli
