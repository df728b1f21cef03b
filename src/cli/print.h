// Lines on a stream, and whether they arrived.
#pragma once

#include "base/issue.h"

#include <cstdio>
#include <string_view>

namespace tautline::cli {

void print(std::FILE* file, std::string_view line);
void print(std::FILE* file, const Issues& issues); // a line each

// "tautline COMMAND: what", on one line whatever names stand in it.
void complain(std::FILE* err, std::string_view command, std::string_view what);

// The end of every command that writes to `out`: `status` when everything arrived there; else says
// why not, and 1.
int finish(std::FILE* out, std::FILE* err, std::string_view command, int status);

} // namespace tautline::cli
