#include "app/progress.h"

#include "app/chapters/chapters.h"
#include "app/state.h"

#include <algorithm>

namespace tautline::app {
namespace {

bool every_clue_is_sorted(const Sorting& sorting) {
    return !sorting.column.empty() && std::all_of(sorting.column.begin(), sorting.column.end(),
                                                  [](int column) { return column >= 0; });
}

bool is_done(const AppState& state, Route chapter) {
    if (const Playback* playback = playback_of(state.chapters, chapter))
        return playback->revealed || cards_of(state, chapter)->revealed;
    if (chapter == Route::chapter_feel)
        return state.feel_spot >= 0 && state.feel_spot != no_feeling;
    return chapter == Route::chapter_patterns && every_clue_is_sorted(state.sorting);
}

} // namespace

void note_progress(AppState& state) {
    for (std::size_t i = 0; i < chapter_count; ++i) {
        Progress& progress = state.progress[i];
        if (is_done(state, chapter(i))) progress = Progress::done;
        if (state.route == chapter(i)) progress = std::max(progress, Progress::opened);
    }
}

} // namespace tautline::app
