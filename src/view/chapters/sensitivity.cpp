// Chapter “sensitivity”: which controls it has, and in which order.
#include "view/chapters/chapter.h"
#include "view/figures/describe.h"
#include "view/figures/figures.h"
#include "view/screen/controls.h"
#include "view/screens.h"

namespace tautline::view {

using app::Control;
using app::Route;

void build_sensitivity(Builder& build) {
    const app::SensitivityChapter& sensitivity = build.state.sensitivity;
    const auto hours_text = [&] {
        if (sensitivity.hours_per_day <= 0) return build.word("value.hours_per_day.none");
        if (sensitivity.hours_per_day == 1) return build.word("value.hours_per_day.one");
        return amount(build, "value.hours_per_day", sensitivity.hours_per_day);
    };
    build_chapter(
        build,
        {.id = "sensitivity",
         .route = Route::chapter_sensitivity,
         .accent = Accent::sensitivity,
         .playback = sensitivity.playback,
         .true_prediction = 2,
         .figure = sensitivity_figure(build.library.words, build.state),
         .controls =
             [&] {
                 choice(build, "sensitivity_signal", build.word("control.sensitivity_signal"),
                        Control::sensitivity_signal, sensitivity.signal,
                        {build.word("option.signal.touch"), build.word("option.signal.warmth"),
                         build.word("option.signal.ache")});
                 {
                     const auto send =
                         build.box(Role::group, "control/send", Look::plain, Arrange::row);
                     build.button("control/send_once", build.word("control.sensitivity_send_once"),
                                  app::Press{Control::sensitivity_send_once}, Look::primary,
                                  Icon::bolt);
                     build.button("control/send_quickly",
                                  build.word("control.sensitivity_send_quickly"),
                                  app::Press{Control::sensitivity_send_quickly}, Look::secondary,
                                  Icon::wave);
                 }
                 slider(build, "sensitivity_worry_percent", Control::sensitivity_worry_percent,
                        sensitivity.worry_percent, 0, 100, 10,
                        amount(build, "value.percent", sensitivity.worry_percent));
                 slider(build, "sensitivity_calm_percent", Control::sensitivity_calm_percent,
                        sensitivity.calm_percent, 0, 100, 10,
                        amount(build, "value.percent", sensitivity.calm_percent));
                 on_off(build, "sensitivity_rubbing", Control::sensitivity_rubbing,
                        sensitivity.rubbing);
                 on_off(build, "sensitivity_fear", Control::sensitivity_fear, sensitivity.fear);
                 slider(build, "sensitivity_hours_per_day", Control::sensitivity_hours_per_day,
                        sensitivity.hours_per_day, 0, 16, 1, hours_text());
             },
         .next = Route::chapter_feel,
         .sources = {"rhudy-2000", "mendell-1966", "herrero-2000", "britton-1989"}});
}

} // namespace tautline::view
