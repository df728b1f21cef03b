// Files that a command writes: whole, or not at all. A file that was there before stays as it was
// until the new one is complete and on the disk, whatever happens meanwhile.
#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

namespace tautline::cli {

// Puts a file in the place of what is there: a temporary file in the same folder, then a rename.
// A link is followed, permissions are kept, and what is no ordinary file (a pipe, a device) is
// written to as it is. Nothing when that is done; else why it could not be.
std::optional<std::string> write_file(const std::string& path, std::string_view text);

// To the file `path`, or to `out` when the path is empty or "-". The exit status; what went wrong
// is said on `err`.
int write_result(std::string_view path, std::string_view text, std::FILE* out, std::FILE* err,
                 std::string_view command);

// Whether both names, or both open files, are one file on the disk.
bool is_same_file(const std::string& a, const std::string& b);
bool is_same_file(std::FILE* a, std::FILE* b);

} // namespace tautline::cli
