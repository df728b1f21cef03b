// The tables that everything else refers to: warning signs, claims and clues, sources, what helps,
// chapters and scales.
#pragma once

#include "app/library.h"
#include "base/json_read.h"

#include <vector>

namespace tautline::content {

// What could be read; whole only when no issue was added.
std::vector<app::Sign> read_signs(const json::Cursor& document);
std::vector<app::Claim> read_claims(const json::Cursor& document);
std::vector<app::Clue> read_clues(const json::Cursor& document); // of the same document
std::vector<app::Source> read_sources(const json::Cursor& document);
std::vector<app::Help> read_helps(const json::Cursor& document);
std::vector<app::ChapterFacts> read_chapters(const json::Cursor& document);
std::vector<app::Scale> read_scales(const json::Cursor& document);

} // namespace tautline::content
