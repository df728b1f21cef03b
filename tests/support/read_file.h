// Specs read files through here, natively and as WebAssembly under node; the libraries read none.
#pragma once

#include <algorithm>
#include <dirent.h>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::test {

// A file of the source tree, by its path from the top; empty when it cannot be read.
inline std::string read_file(const std::string& path) {
    std::ifstream in(std::string(TAUTLINE_SOURCE_DIR) + "/" + path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

// The names in a folder of the source tree that end so, in order. Not <filesystem>, which
// Emscripten 3.1.6 lacks under node's file system.
inline std::vector<std::string> names_in(const std::string& folder, std::string_view ending) {
    std::vector<std::string> names;
    DIR* directory = opendir((std::string(TAUTLINE_SOURCE_DIR) + "/" + folder).c_str());
    if (directory == nullptr) return names;
    while (const dirent* entry = readdir(directory)) {
        const std::string_view name = entry->d_name;
        if (name.size() > ending.size() && name.substr(name.size() - ending.size()) == ending)
            names.emplace_back(name);
    }
    closedir(directory);
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace tautline::test
