// What a person can do at once: breathe along with a ring, or tighten muscles and let go.
#include "view/practices/figures.h"
#include "view/screen/claims.h"
#include "view/screens.h"

namespace tautline::view {

using app::Control;

namespace {

// Before the start button, so that nobody meets it too late, and above the figure, so that on a
// phone figure and button are in view together.
void build_safety(Builder& build, const std::string& key, std::string_view words) {
    const auto safety = build.box(Role::group, key, Look::soon);
    build.bullets(key + "/points", words);
}

} // namespace

void build_breathing(Builder& build) {
    build.heading(1, "title", build.word("pacer.title"));
    build.paragraphs("pacer/text", "pacer.text");
    build_safety(build, "pacer/safety", "pacer.safety");
    const BreathingFigure ring = breathing_figure(build.library.words, build.state.pacer);
    const auto split = build.box(Role::group, "pacer/split", Look::plain, Arrange::split);
    {
        const auto panel = build.box(Role::group, "pacer/panel", Look::panel);
        Node& figure = build.leaf(Role::figure, "figure", build.word("pacer.title"));
        figure.label_hidden = true;
        figure.description = build.word("pacer.describe");
        figure.figure = ring;
    }
    const auto controls = build.box(Role::group, "pacer/controls", Look::controls);
    const bool running = build.state.pacer.running;
    build.button("pacer/start", build.word(running ? "pacer.stop" : "pacer.start"),
                 app::Press{Control::pacer_start_stop}, Look::primary,
                 running ? Icon::pause : Icon::play);
    if (!running) return;
    build.paragraph("pacer/cue", build.marked("pacer.in", ring.cue), Look::lead);
    build.paragraph(
        "pacer/body",
        build.marked("pacer.body", describe_breathing(build.library.words, build.state)),
        Look::small);
}

void build_relaxation(Builder& build) {
    const app::Relaxation& relaxation = build.state.relaxation;
    build.heading(1, "title", build.word("relax.title"));
    build.paragraphs("relax/text", "relax.text");
    build_safety(build, "relax/safety", "relax.safety");
    const auto split = build.box(Role::group, "relax/split", Look::plain, Arrange::split);
    {
        const auto panel = build.box(Role::group, "relax/panel", Look::panel);
        Node& figure = build.leaf(Role::figure, "figure", build.word("relax.title"));
        figure.label_hidden = true;
        figure.description = build.word("relax.describe");
        figure.figure = relaxation_figure(build.library.words, build.state);
    }
    const auto controls = build.box(Role::group, "relax/controls", Look::controls);
    build.button("relax/start", build.word(relaxation.running ? "pacer.stop" : "pacer.start"),
                 app::Press{Control::relaxation_start_stop}, Look::primary,
                 relaxation.running ? Icon::pause : Icon::play);
    if (relaxation.running) {
        const app::RelaxationMoment now = app::relaxation_moment(relaxation.elapsed_s);
        build.button("relax/next_part", build.word("relax.next_part"),
                     app::Press{Control::relaxation_next_part}, Look::secondary, Icon::next);
        const auto box = build.box(Role::group, "relax/now", Look::note);
        build.paragraph(
            "relax/cue",
            build.marked("relax.tighten", relaxation_cue(build.library.words, relaxation)),
            Look::lead);
        build.paragraph("relax/way", build.word(now.phase == app::RelaxationPhase::let_go
                                                    ? "relax.rest"
                                                    : app::way_key(now.part)));
    }
    if (relaxation.running)
        build.paragraph(
            "relax/body",
            build.marked("relax.body", describe_relaxation(build.library.words, build.state)),
            Look::small);
    build.paragraph("relax/evidence", build.word("help.muscle-relaxation.evidence"), Look::small);
    for (const app::Help& help : build.library.helps)
        if (help.id == "muscle-relaxation")
            build.paragraph(
                "relax/sources",
                build.word("claim.sources", {{"sources", citations(build, help.sources)}}),
                Look::small);
}

} // namespace tautline::view
