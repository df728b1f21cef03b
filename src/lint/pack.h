// A pack as its checks see it: every language as far as its form goes, and every sentence with its
// place. Knows no files: the caller hands over paths and texts, as to content::read_library.
#pragma once

#include "app/library.h"
#include "base/issue.h"
#include "content/read_library.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::lint {

// One sentence, paragraph or label.
struct Text {
    std::string file;    // words/en/about.json
    std::string pointer; // /home.title, or /footer.unsafe.text/2 in a list
    std::string key;     // home.title
    std::size_t index = 0;
    std::string text;
};

struct Language {
    std::string tag; // en, pt-BR
    app::Library library;
    std::vector<Text> texts;

    // Every text of a key, in order; empty when there is none.
    std::vector<const Text*> of(std::string_view key) const;
};

struct Pack {
    std::vector<content::File> files;
    std::vector<Language> languages; // English first when it is there; never empty
    // The contract is kept and every reference resolves, so that screens can be made of it.
    bool can_be_shown = false;

    const app::Library& library() const { return languages.front().library; }
};

// Nothing but issues when a file has not the form it must have: the other checks would guess.
std::vector<Pack> read_pack(std::vector<content::File> files, Issues& issues);

// The languages that the files have words for, English first.
std::vector<std::string> languages_of(const std::vector<content::File>& files);

} // namespace tautline::lint
