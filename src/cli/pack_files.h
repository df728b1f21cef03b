// The files of a pack, as they lie in a folder.
#pragma once

#include "base/issue.h"
#include "content/read_library.h"

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::cli {

struct PackFiles {
    std::vector<content::File> files;     // in the order of their names, letters composed
    std::vector<content::File> written;   // the same before they were settled (review/settle.h)
    std::vector<std::string> passed_over; // what else lies there: "notes.json", ".git/"
    Issues unreadable;                    // what a pack has, is there and can't be read
};

// Only the names that a pack has (content/pack_names.h) are read.
PackFiles read_pack_files(const std::string& folder);

// The same for a command, settled: without what nobody stands for any more. Says on `err` what is
// passed over, what can't be read and which sign-off has lapsed. Nothing when
// the command can't go on; then `status` is its exit status: 2 when there is no such folder, 1 when
// something in it can't be read or nothing in it is a pack's.
std::optional<PackFiles> read_pack(const std::string& folder, std::string_view command,
                                   std::FILE* err, int& status);

} // namespace tautline::cli
