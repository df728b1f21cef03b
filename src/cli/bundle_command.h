// tautline bundle [PACK] [-o FILE] [--language TAG]
//
// Writes a pack as the one file that the page loads: packs/NAME/content.json for ?pack=NAME. A pack
// that the page would refuse is not written. Exit status: 0 written; 1 the pack is refused or the
// file could not be written; 2 the options are wrong, there is no such
// pack, or the file is one of the pack's own.
#pragma once

#include "cli/options.h"

#include <cstdio>
#include <span>
#include <string_view>

namespace tautline::cli {

inline constexpr Usage bundle_usage{"bundle",
                                    "usage: tautline bundle [PACK] [-o FILE] [--language TAG]"};

// `args` are the words after "bundle".
int bundle_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err);

} // namespace tautline::cli
