// Chapter “alarm”: which controls it has, and in which order.
#include "view/chapters/chapter.h"
#include "view/figures/describe.h"
#include "view/figures/figures.h"
#include "view/screen/controls.h"
#include "view/screens.h"

namespace tautline::view {

using app::Control;
using app::Route;

void build_alarm(Builder& build) {
    const app::AlarmChapter& alarm = build.state.alarm;
    build_chapter(
        build,
        {.id = "alarm",
         .route = Route::chapter_alarm,
         .accent = Accent::alarm,
         .playback = alarm.playback,
         .true_prediction = 1,
         .figure = alarm_figure(build.library.words, build.state),
         .controls =
             [&] {
                 build.button("control/startle",
                              build.word(alarm.since_alarm_s < 0 ? "control.alarm_startle"
                                                                 : "control.alarm_startle.again"),
                              app::Press{Control::alarm_startle}, Look::primary, Icon::bolt);
                 slider(build, "alarm_worry_s", Control::alarm_worry_s, alarm.worry_s, 10, 300, 10,
                        build.marked("value.seconds",
                                     duration_text(build.library.words, alarm.worry_s)));
                 on_off(build, "alarm_slow_breathing", Control::alarm_slow_breathing,
                        alarm.slow_breathing);
             },
         .next = Route::chapter_muscles,
         .sources = {"autonomic-textbook", "kirschbaum-1993", "lehrer-2014"}});
}

} // namespace tautline::view
