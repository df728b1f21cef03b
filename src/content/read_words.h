// The words of one language: words/<language>/language.json says which, every other file there is a
// flat object from key to a sentence or a list of sentences.
#pragma once

#include "app/words.h"
#include "base/json_read.h"

namespace tautline::content {

// Reads language.json into `words`; `language` is the folder's name. Whether words that the
// language lacks are shown in English; else each one that is missing is an issue.
bool read_language(const json::Cursor& document, std::string_view language, app::Words& words);
// Fills what `words` lacks from English.
void borrow_words(const app::Words& english, app::Words& words);
// Adds one file's words; a key that another file has already is an issue.
void read_words(const json::Cursor& document, app::Words& words);

} // namespace tautline::content
