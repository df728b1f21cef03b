// Every language of content/words, for specs.
#pragma once

#include "support/shipped_library.h"

#include <string>
#include <vector>

namespace tautline::test {

inline std::vector<std::string> shipped_languages() {
    std::vector<std::string> languages;
    DIR* directory = opendir(TAUTLINE_SOURCE_DIR "/content/words");
    if (!directory) return languages;
    while (const dirent* entry = readdir(directory))
        if (entry->d_name[0] != '.') languages.emplace_back(entry->d_name);
    closedir(directory);
    std::sort(languages.begin(), languages.end());
    return languages;
}

inline const std::vector<content::File>& files_of_all_languages() {
    static const std::vector<content::File> all = [] {
        std::vector<content::File> files;
        const std::string root = std::string(TAUTLINE_SOURCE_DIR) + "/content";
        add_files(root, "", files);
        for (const std::string& language : shipped_languages())
            for (const char* part : {"/", "/later/"})
                add_files(root, "words/" + language + part, files);
        return files;
    }();
    return all;
}

// The shipped content in a language; ends the program when it does not read.
inline app::Library library_in(const std::string& language) {
    Issues issues;
    auto read = content::read_library(files_of_all_languages(), issues, language);
    for (const Issue& issue : issues)
        std::fprintf(stderr, "%s\n", to_text(issue).c_str());
    if (!read) std::exit(3);
    return *std::move(read);
}

} // namespace tautline::test
