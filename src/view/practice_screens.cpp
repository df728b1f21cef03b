// What a person can do at once: breathe along with a ring.
#include "view/parts.h"
#include "view/practice.h"
#include "view/screens.h"

namespace tautline::view {

using app::Control;

void build_breathing(Builder& build) {
    build.heading(1, "title", build.word("pacer.title"));
    build.paragraphs("pacer/text", "pacer.text");
    const auto split = build.box(Role::group, "pacer/split", Look::plain, Arrange::split);
    {
        const auto panel = build.box(Role::group, "pacer/panel", Look::panel);
        Node& figure = build.leaf(Role::figure, "figure", build.word("pacer.title"));
        figure.label_hidden = true;
        figure.description = build.word("pacer.describe");
        figure.figure = breathing_figure(build.library.words, build.state.pacer);
    }
    const auto controls = build.box(Role::group, "pacer/controls", Look::controls);
    {
        // Before the start button, so that nobody meets it too late.
        const auto safety = build.box(Role::group, "pacer/safety", Look::today);
        build.bullets("pacer/safety/points", "pacer.safety");
    }
    const bool running = build.state.pacer.running;
    build.button("pacer/start", build.word(running ? "pacer.stop" : "pacer.start"),
                 app::Press{Control::pacer_start_stop}, Look::primary,
                 running ? Icon::pause : Icon::play);
    if (running)
        build.paragraph(
            "pacer/body",
            build.marked("pacer.body", describe_breathing(build.library.words, build.state)),
            Look::small);
}

} // namespace tautline::view
