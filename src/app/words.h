// Every word a person reads, by key, in one language. Words are content: no sentence stands in
// code. Sentences are whole, with named places ("{n} of {m}") that fill() completes.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::app {

struct Words {
    std::string language = "en"; // BCP 47
    std::string language_name = "English";
    bool right_to_left = false;
    bool text_view_only =
        false;               // a script that the stage can't paint: only the page's own text can
    std::string reviewed_by; // named clinical reviewer; empty when there is none
    // A key holds one or more strings: one sentence or label, or a list of paragraphs or points.
    std::map<std::string, std::vector<std::string>, std::less<>> entries;
    // Keys of `entries` that this language lacks and that stand there in English. Whoever shows one
    // says so (view/screen/languages.h).
    std::set<std::string, std::less<>> borrowed;
    // Where the keys that are asked for are noted, for specs; null: nowhere.
    std::set<std::string, std::less<>>* asked = nullptr;

    bool is_borrowed(std::string_view key) const;
    bool has(std::string_view key) const;
    // The first string of a key. A missing key is a content error that the reader reports, so here
    // it gives the key in double brackets: visible in a test, and never a blank.
    std::string text(std::string_view key) const;
    std::vector<std::string>
    list(std::string_view key) const; // all strings of a key; a missing key as in text()
};

} // namespace tautline::app
