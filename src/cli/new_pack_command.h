// tautline new-pack DIR
//
// Starts a pack in a new or empty folder: a copy of the pack that the program ships with, under the
// folder's name, version 0.1.0, signed and reviewed by nobody. It lints and verifies as it is. Exit
// status: 0 made; 1 it could not be made; 2 the options are wrong.
#pragma once

#include "cli/options.h"

#include <cstdio>
#include <span>
#include <string_view>

namespace tautline::cli {

inline constexpr Usage new_pack_usage{"new-pack", "usage: tautline new-pack DIR"};

// `args` are the words after "new-pack".
int new_pack_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err);

} // namespace tautline::cli
