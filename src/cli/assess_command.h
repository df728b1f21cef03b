// tautline assess FILE|- [--batch] [--content DIR] [--broken-pack]
// tautline assess --from-fragment TEXT [--content DIR] [--broken-pack]
//
// Reads one set of answers and writes its result as JSON; with --batch one set a line, in and out;
// with --from-fragment the answers of a code that the page made (exchange/fragment.h), as "#a2.…"
// or as the whole address.
// Exit status: 0 assessed; 1 the content is broken or the output could not be written; 2 the
// options or the answers are wrong. Wrong answers: a line for each problem on `err` and nothing on
// `out`; in a batch a line that says so, and the rest goes on. With --broken-pack a pack that
// breaks the contract is assessed all the same, to see what it would say (`tautline verify`); a
// line on `err` says so.
#pragma once

#include "cli/options.h"

#include <cstdio>
#include <span>
#include <string_view>

namespace tautline::cli {

inline constexpr Usage assess_usage{
    "assess", "usage: tautline assess FILE|- [--batch] [--content DIR] [--broken-pack]\n"
              "       tautline assess --from-fragment TEXT [--content DIR] [--broken-pack]"};

// `args` are the words after "assess".
int assess_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err);

} // namespace tautline::cli
