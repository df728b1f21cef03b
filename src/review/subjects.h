// Everything in a pack that somebody may sign for, each with the digest that the signature is held
// to: every text, and every rule with all that decides it.
//   a text   {"at": "words/en/home.json#/home.title", "text": "…"}; of another language with
//            "english", what it must say
//   a rule   {"at": "assessment.json#/tier_rules/3", "rule": …, and what it reads elsewhere:
//             "items": the questions that it names, "context_rule": where it may be eased,
//             "shown_while": when these questions are asked, "pattern", "scored": what a matched
//             statement counts for}
// Its place is part of each: what moves must be looked at again. Emergency numbers are not among
// them (docs/emergency-numbers.md says how these are checked).
#pragma once

#include "base/json.h"
#include "content/read_library.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::review {

struct Subject {
    std::string at;       // file#pointer
    std::string language; // of a text; a rule has none
    std::string digest;

    bool is_rule() const { return language.empty(); }
};

// The files that are JSON, parsed, by their paths. What is no JSON is left out: reading the pack
// says so.
using Documents = std::map<std::string, json::Value, std::less<>>;
Documents parse_all(const std::vector<content::File>& files);

// Rules first, then texts, each in the order of their files.
std::vector<Subject> subjects(const Documents& documents);

// "es" of "words/es/home.json", for which content::is_words() holds.
std::string language_of(std::string_view path);

// Of all files that the page is made of (tables and words), names and bytes.
std::string pack_digest(const std::vector<content::File>& files);

} // namespace tautline::review
