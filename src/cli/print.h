// Lines on a stream, and whether they arrived.
#pragma once

#include "base/issue.h"

#include <cstdio>
#include <string>
#include <string_view>

namespace tautline::cli {

void print(std::FILE* file, std::string_view line);
void print(std::FILE* file, const Issues& issues); // a line each

// "tautline COMMAND: what", on one line whatever names stand in it.
void complain(std::FILE* err, std::string_view command, std::string_view what);

// A path as a word of a command line that somebody may copy: quoted where a shell would read it
// otherwise.
std::string as_word(std::string_view path);

// The end of every command that writes to `out`: `status` when everything arrived there; else says
// why not, and 1.
int finish(std::FILE* out, std::FILE* err, std::string_view command, int status);

} // namespace tautline::cli
