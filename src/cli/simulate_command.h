// tautline simulate --model NAME --minutes N --csv [--every SECONDS] [--set NAME=VALUE ...]
//
// The models: alarm, muscle, cortisol, sensitivity, gate, glands, inflammation; body, all of them
// in one; weeks, the reduced models as a fan over many bodies.
//
// Runs one model and writes a row for every so many seconds of its time: comma-separated, one
// header line with the units in the names, points as decimal marks in every locale. Equal options
// give equal bytes on every system. Exit status: 0 written; 1 the output could not be written; 2
// the options are wrong, with one sentence for each problem on `err` and nothing on `out`.
#pragma once

#include "cli/options.h"

#include <cstdio>
#include <span>
#include <string_view>

namespace tautline::cli {

inline constexpr Usage simulate_usage{"simulate",
                                      "usage: tautline simulate --model NAME --minutes N --csv "
                                      "[--every SECONDS] [--set NAME=VALUE ...]"};

// `args` are the words after "simulate".
int simulate_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err);

} // namespace tautline::cli
