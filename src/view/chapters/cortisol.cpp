// Chapter “cortisol”: which controls it has, and in which order.
#include "view/chapters/chapter.h"
#include "view/figures/describe.h"
#include "view/figures/figures.h"
#include "view/screen/controls.h"
#include "view/screens.h"

namespace tautline::view {

using app::Control;
using app::Route;

void build_cortisol(Builder& build) {
    const app::CortisolChapter& cortisol = build.state.cortisol;
    build_chapter(
        build,
        {.id = "cortisol",
         .route = Route::chapter_cortisol,
         .accent = Accent::cortisol,
         .playback = cortisol.playback,
         .true_prediction = 1,
         .figure = cortisol_figure(build.library.words, build.state),
         .controls =
             [&] {
                 slider(build, "cortisol_stressor_hour", Control::cortisol_stressor_hour,
                        cortisol.next_stressor_hour, 0, 23.5, 0.5,
                        build.marked("value.clock_time",
                                     clock_text(build.library.words, cortisol.next_stressor_hour)));
                 Node& add = build.button(
                     "control/add_stressor", build.word("control.cortisol_add_stressor"),
                     app::Press{Control::cortisol_add_stressor}, Look::primary, Icon::plus);
                 add.disabled = cortisol.stressor_hours.size() >= app::most_stressors;
                 Node& clear = build.button(
                     "control/clear_stressors", build.word("control.cortisol_clear_stressors"),
                     app::Press{Control::cortisol_clear_stressors}, Look::secondary, Icon::close);
                 clear.disabled = cortisol.stressor_hours.empty();
             },
         .more = [&] { build_weeks(build); },
         .next = Route::chapter_sensitivity,
         .sources = {"debono-2009", "kirschbaum-1993", "dickerson-2004", "karin-2020"}});
}

} // namespace tautline::view
