// The weeks of the cortisol chapter: a stretch of stress, the calm after it, and how bodies differ.
#include "view/figures/charts.h"
#include "view/screen/controls.h"
#include "view/screen/trace_table.h"
#include "view/screens.h"

namespace tautline::view {

void build_weeks(Builder& build) {
    using app::Control;
    const app::WeeksView& weeks = build.state.weeks;
    if (!weeks.fan || build.state.host.lacks_words) return;
    const std::string description =
        build.marked("describe.weeks", describe(build.library.words, weeks));
    {
        const auto head = build.box(Role::group, "weeks/head");
        build.heading(2, "weeks/title", build.word("weeks.title"));
        build.paragraph("weeks/text", build.word("weeks.text"));
    }
    const auto section =
        build.box(Role::section, "weeks", Look::plain, Arrange::split, build.word("weeks.title"));
    {
        const auto panel = build.box(Role::group, "weeks/panel", Look::panel);
        build.screen.nodes.back().accent = Accent::cortisol;
        Node& figure = build.leaf(Role::figure, "weeks/figure", build.word("weeks.figure.name"));
        figure.label_hidden = true;
        figure.description = description;
        figure.figure = weeks_chart(build.library.words, weeks);
        figure.accent = Accent::cortisol;
    }
    {
        const auto controls = build.box(Role::group, "weeks/controls", Look::controls,
                                        Arrange::stack, build.word("chapter.controls"));
        build.screen.nodes.back().accent = Accent::cortisol;
        build.heading(3, "weeks/try", build.word("chapter.part.try"), Look::eyebrow);
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
                        weeks.body == 0
                            ? build.word("weeks.body.average")
                            : build.word("weeks.body", {{"n", std::to_string(weeks.body)}}),
                        Look::small);
    }
    const auto told = build.box(Role::group, "weeks/told");
    build.paragraph("weeks/describe", description, Look::note);
    if (build.disclosure("weeks/table", build.word("chapter.table")))
        build_trace_table(build, "weeks/table/values", build.word("weeks.figure.name"),
                          weeks_chart(build.library.words, weeks).traces);
    build.paragraph("weeks/limits", build.word("weeks.limits"), Look::small);
}

} // namespace tautline::view
