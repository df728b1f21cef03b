// Files for the commands: where content/ lies, and reading with a bound.
#pragma once

#include "content/read_library.h"

#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::cli {

// The folder with assessment.json: `wanted` when it is not empty; else the variable
// TAUTLINE_CONTENT; else beside the program, in ../share/tautline/content, or in the clone whose
// build/ it lies in; else "content" here.
std::string content_folder(std::string_view wanted);

// The files of a pack that can be read, settled (cli/pack_files.h also says what else lies there).
std::vector<content::File> read_content(const std::string& folder);

// A whole file, or its first `most_bytes` + 1 bytes when it is longer. Nothing when it cannot be
// read, and errno says why.
std::optional<std::string> read_file(const std::string& path, std::size_t most_bytes);
std::string read_all(std::FILE* file, std::size_t most_bytes);

// The next line without its end, cut like read_file; nothing at the end of the file, or when it
// cannot be read further (std::ferror).
std::optional<std::string> read_line(std::FILE* file, std::size_t most_bytes);

// Answers, from a file or with "-" from standard input. Null when there is nothing to be read: that
// is said on `err`, and `status` is the exit status: 2 when it names no file, 1 when the file can't
// be read.
std::FILE* open_answers(std::string_view name, std::string_view command, std::FILE* err,
                        int& status);
// At the end: closes it, and whether all of it could be read; if not, says so.
bool close_answers(std::FILE* file, std::string_view name, std::string_view command, std::FILE* err,
                   int& status);

} // namespace tautline::cli
