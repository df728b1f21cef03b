// The shipped content, read once, for specs of the layers above it. Specs may read files; the
// libraries may not.
#pragma once

#include "app/library.h"
#include "content/read_library.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <dirent.h>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace tautline::test {

inline std::string read_text(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

inline void add_files(const std::string& root, const std::string& folder,
                      std::vector<content::File>& files) {
    DIR* directory = opendir((root + "/" + folder).c_str());
    if (!directory) return;
    std::vector<std::string> names;
    while (const dirent* entry = readdir(directory))
        names.emplace_back(entry->d_name);
    closedir(directory);
    std::sort(names.begin(), names.end());
    for (const std::string& name : names)
        if (name.size() > 5 && name.compare(name.size() - 5, 5, ".json") == 0)
            files.push_back({folder + name, read_text(root + "/" + folder + name)});
}

inline std::vector<content::File> shipped_files() {
    std::vector<content::File> files;
    const std::string root = std::string(TAUTLINE_SOURCE_DIR) + "/content";
    add_files(root, "", files);
    add_files(root, "words/en/", files);
    add_files(root, "words/en/later/", files);
    return files;
}

// The shipped content; ends the program with every issue when it does not read, since no spec can
// go on.
inline const app::Library& shipped_library() {
    static const app::Library library = [] {
        Issues issues;
        auto read = content::read_library(shipped_files(), issues);
        for (const Issue& issue : issues)
            std::fprintf(stderr, "%s\n", to_text(issue).c_str());
        if (!read) std::exit(3);
        return *std::move(read);
    }();
    return library;
}

} // namespace tautline::test
