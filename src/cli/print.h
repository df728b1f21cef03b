// Lines on a stream.
#pragma once

#include "base/issue.h"

#include <cstdio>
#include <string_view>

namespace tautline::cli {

void print(std::FILE* file, std::string_view line);
void print(std::FILE* file, const Issues& issues); // a line each

} // namespace tautline::cli
