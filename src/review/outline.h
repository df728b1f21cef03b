// In which order a reviewer meets what there is to sign: what can hurt first. Every subject has its
// place, once; what nothing here names stands in the last part, by its file.
#pragma once

#include "app/library.h"
#include "review/subjects.h"

#include <string>
#include <string_view>
#include <utility>

namespace tautline::review {

// The parts of the page, in order; their words are the page's (web/review).
inline constexpr std::string_view parts[] = {"context",   "signs",      "results",
                                             "questions", "comparison", "claims",
                                             "helps",     "chapters",   "rest"};

struct Spot {
    std::string part;  // one of `parts`
    std::string group; // within it: R1, C36, chest-pain, "care", "self-check.json"
};
Spot spot_of(const app::Library& library, const Documents& documents, const Subject& subject);

// "words/en/self-check.json#/item.age.option.18-49" is of the file self-check.json and the key
// item.age.option.18-49; a list's entry is of its list's key.
std::string file_of(std::string_view at);
std::string pointer_of(std::string_view at);
std::string key_of(std::string_view at);
// The number at a pointer's end.
std::size_t index_of(std::string_view pointer);
// The value at a subject's place; null when there is none.
const json::Value* value_at(const Documents& documents, std::string_view at);

} // namespace tautline::review
