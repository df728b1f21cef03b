#include "app/progress.h"

#include "app/state.h"

#include <algorithm>

namespace tautline::app {
namespace {

bool every_clue_is_sorted(const Sorting& sorting) {
    return !sorting.column.empty() && std::all_of(sorting.column.begin(), sorting.column.end(),
                                                  [](int column) { return column >= 0; });
}

} // namespace

void note_progress(AppState& state) {
    const std::array<bool, chapter_count> seen{state.chapters.alarm.playback.revealed,
                                               state.chapters.muscles.playback.revealed,
                                               state.chapters.cortisol.playback.revealed,
                                               state.chapters.sensitivity.playback.revealed,
                                               state.feel_spot >= 0,
                                               every_clue_is_sorted(state.sorting)};
    for (std::size_t i = 0; i < chapter_count; ++i) {
        Progress& progress = state.progress[i];
        if (seen[i]) progress = Progress::done;
        if (state.route == chapter(i)) progress = std::max(progress, Progress::opened);
    }
}

} // namespace tautline::app
