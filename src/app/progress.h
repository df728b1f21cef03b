// How far somebody has come in the chapters: what a learning platform or the page round this
// one may know. It is made of what was opened and tried, never of what anybody answered.
#pragma once

#include "app/routes.h"

#include <array>
#include <cstdint>

namespace tautline::app {

struct AppState;

// Done: the person has seen what happens in the chapter's simulation; in "What you feel" has looked
// at a place of the back; in "Patterns" has sorted every clue.
enum class Progress : std::uint8_t { none, opened, done };

using ChapterProgress = std::array<Progress, chapter_count>; // in the order of their routes

// Brings state.progress up to date. What was done stays done when a chapter is started again.
void note_progress(AppState& state);

} // namespace tautline::app
