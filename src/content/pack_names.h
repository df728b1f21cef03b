// The names that the files of a pack have. What is called otherwise is no part of the pack,
// wherever it lies.
#pragma once

#include <string_view>

namespace tautline::content {

bool is_table(std::string_view path); // "claims.json": the page reads it in every language
bool is_words(std::string_view path); // "words/es/about.json", "words/es/later/about.json"
bool is_for_authors(
    std::string_view path); // "lint.json", "sign-off.json", "schema/claims.schema.json"
bool is_document(std::string_view path); // "README.md": to be read by people

// Below a language's folder: the words that come when the page is ready (app::RouteEntry::words). A
// pack may as well have all of its words beside it.
inline constexpr std::string_view later_words = "later/";

// "es", "pt-BR": what a folder in words/ is called.
bool is_language_tag(std::string_view name);

} // namespace tautline::content
