// tautline render [--content DIR] [--lang LANGUAGE] [--template FILE] [--out FILE]
//
// Writes the page that needs no script: every screen a person can read, made from the same tree as
// the living page. With a template, its places are filled: {{article}} with the screens, {{scenes}}
// with those of A hard week, {{language}}, {{direction}} and {{languages}} (the tags of all
// languages), and any other {{key}} with the words of that key; without one, the screens alone are
// written. Exit status: 0 written; 1 the content or the template is wrong or can't be read, with
// one line a problem on `err`; 2 the options are wrong.
#pragma once

#include "cli/options.h"

#include <cstdio>
#include <span>
#include <string_view>

namespace tautline::cli {

inline constexpr Usage render_usage{
    "render",
    "usage: tautline render [--content DIR] [--lang LANGUAGE] [--template FILE] [--out FILE]"};

// `args` are the words after "render".
int render_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err);

} // namespace tautline::cli
