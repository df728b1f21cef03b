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
// TAUTLINE_CONTENT; else beside the program, or in ../share/tautline/content; else the source tree
// it was built from.
std::string content_folder(std::string_view wanted);

// Every .json file under the folder, paths relative to it, in the order of their names.
std::vector<content::File> read_content(const std::string& folder);

// A whole file, or its first `most_bytes` + 1 bytes when it is longer. Nothing when it cannot be
// read.
std::optional<std::string> read_file(const std::string& path, std::size_t most_bytes);
std::string read_all(std::FILE* file, std::size_t most_bytes);

// The next line without its end, cut like read_file; nothing at the end of the file.
std::optional<std::string> read_line(std::FILE* file, std::size_t most_bytes);

} // namespace tautline::cli
