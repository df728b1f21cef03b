// Chapter “muscles”: which controls it has, and in which order.
#include "view/chapters/chapter.h"
#include "view/figures/describe.h"
#include "view/figures/figures.h"
#include "view/screen/controls.h"
#include "view/screens.h"

namespace tautline::view {

using app::Control;
using app::Route;

void build_muscles(Builder& build) {
    const app::MuscleChapter& muscles = build.state.muscles;
    build_chapter(
        build,
        {.id = "muscles",
         .route = Route::chapter_muscles,
         .accent = Accent::muscles,
         .playback = muscles.playback,
         .true_prediction = 2,
         .figure = muscle_figure(build.library.words, build.state),
         .controls =
             [&] {
                 slider(build, "muscle_effort_percent", Control::muscle_effort_percent,
                        muscles.effort_percent, 0, 10, 0.5,
                        amount(build, "value.percent_of_most", muscles.effort_percent));
                 slider(build, "muscle_rest_s_per_min", Control::muscle_rest_s_per_min,
                        muscles.rest_s_per_min, 0, 20, 1,
                        muscles.rest_s_per_min > 0
                            ? build.marked("value.seconds", duration_text(build.library.words,
                                                                          muscles.rest_s_per_min))
                            : build.word("value.none"));
                 choice(build, "muscle_region", build.word("control.muscle_region"),
                        Control::muscle_region, muscles.region,
                        {build.word("option.region.neck_shoulders"),
                         build.word("option.region.upper_back"),
                         build.word("option.region.low_back")});
             },
         .next = Route::chapter_cortisol,
         .sources = {"xia-2008", "frey-law-2012", "looft-2020", "bansevicius-1997"}});
}

} // namespace tautline::view
