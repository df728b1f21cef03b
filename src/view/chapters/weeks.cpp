// The weeks of the cortisol chapter: a stretch of stress, the calm after it, and how bodies differ.
#include "view/screen/controls.h"
#include "view/screens.h"

namespace tautline::view {

void build_weeks_controls(Builder& build) {
    using app::Control;
    const app::WeeksView& weeks = build.state.weeks;
    const std::string count = std::to_string(weeks.stress_weeks);
    slider(build, Control::weeks_stress_weeks,
           weeks.stress_weeks == 0   ? build.word("value.none")
           : weeks.stress_weeks == 1 ? build.word("value.weeks.one")
                                     : build.word("value.weeks", {{"n", count}}));
    slider(build, Control::weeks_stress_percent,
           build.word("value.of_100", {{"n", fixed(weeks.stress_percent, 0)}}));
    choice(build, Control::weeks_quantity, build.list("option.weeks_quantity"));
    build.button("control/weeks_another_body", build.word("control.weeks_another_body"),
                 app::Press{Control::weeks_another_body}, Look::secondary, Icon::body);
    build.paragraph("weeks/body",
                    weeks.body == 0 ? build.word("weeks.body.average")
                                    : build.word("weeks.body", {{"n", std::to_string(weeks.body)}}),
                    Look::small);
}

} // namespace tautline::view
