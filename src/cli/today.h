// The day that a command takes for today.
#pragma once

#include "cli/options.h"

#include <string>

namespace tautline::cli {

inline constexpr Option today_option{"--today"};

// What --today says, else the machine's date where it stands. One that is no day is refused in
// `given`.
std::string today(Arguments& given);

} // namespace tautline::cli
