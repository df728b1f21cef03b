// Content in: the files of content/ as text, out comes an app::Library that is whole, or every
// problem found. No I/O and no network: the caller hands over paths (relative to content/) and
// texts, so that the browser, the command line and the specs read in the same way. A library that
// breaks the contract of the self-check is refused.
#pragma once

#include "app/library.h"
#include "base/issue.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::content {

struct File {
    std::string path; // "assessment.json", "words/en/about.json"
    std::string text;
};

// Reads assessment.json, warning-signs.json, claims.json, sources.json, what-helps.json, what
// there is of chapters.json, scales.json and emergency-numbers.json, every file under words/<language>/, the English warning signs, every language.json, and all English
// words where the language says that they stand in for its own; other paths (schemas, other
// languages) are left alone. Nothing when any issue was added.
std::optional<app::Library> read_library(const std::vector<File>& files, Issues& issues,
                                         std::string_view language = "en");

// The same as far as each file goes by itself: the contract, the references and the words are not
// checked. For `tautline lint` and `verify`, which say more about a bad pack than a refusal does.
std::optional<app::Library> read_form(const std::vector<File>& files, Issues& issues,
                                      std::string_view language = "en");

// assessment.json alone and as it stands, even when it breaks the contract: only for showing what a
// bad pack would say.
std::optional<assess::Definition> read_definition_form(std::string_view text, Issues& issues);

// assessment.json alone, checked against the contract: all that is needed to assess answers.
std::optional<assess::Definition> read_definition(std::string_view text, Issues& issues);

// The same as read_library from one JSON text: an object from path to the file's JSON value. With a
// member "later.json" some words, claims and sources are still to come (app::RouteEntry::words), so
// it is not checked whether all are there; whoever made the two parts had the whole.
std::optional<app::Library> read_bundle(std::string_view text, Issues& issues,
                                        std::string_view language = "en");

} // namespace tautline::content
