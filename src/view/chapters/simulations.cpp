// The four chapters with a simulation: which controls each has, and in which order.
#include "view/chapters/chapter.h"
#include "view/figures/describe.h"
#include "view/figures/figures.h"
#include "view/screens.h"

namespace tautline::view {

namespace {

using app::Control;
using app::Route;

std::string amount(const Builder& build, std::string_view key, double value) {
    return build.word(
        key, {{"n", fixed(value, value == static_cast<double>(static_cast<long>(value)) ? 0 : 1)}});
}

} // namespace

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
