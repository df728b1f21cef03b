// One problem in a file that a person wrote (content or answers). Problems are collected, never
// thrown: a reader takes `Issues&`, notes what it found and goes on, so that one run shows all of
// them.
#pragma once

#include <string>
#include <vector>

namespace tautline {

struct Issue {
    std::string file;     // as the caller named it; may be empty (standard input)
    std::string pointer;  // JSON pointer (RFC 6901) to the place; "" is the whole document
    std::string found;    // what stands there
    std::string expected; // what is allowed there

    friend bool operator==(const Issue&, const Issue&) = default;
};

using Issues = std::vector<Issue>;

// "file#/pointer: found …, expected …", one line.
std::string to_text(const Issue& issue);

} // namespace tautline
