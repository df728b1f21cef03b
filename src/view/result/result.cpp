// The result: what to do first, then how the answers compare with the three descriptions, what was
// left out, and what would change it.
#include "view/result/result.h"

#include "view/screen/later_part.h"
#include "view/screens.h"

namespace tautline::view {

using app::Route;
using assess::Pattern;
using assess::Tier;

namespace {

void build_changes_part(Builder& build, const assess::Result& result) {
    if (!build.disclosure("result/change", build.word("result.change.heading"))) return;
    const auto box = build.box(Role::group, "result/change/box", Look::why);
    if (build.state.host.partial || build.state.host.lacks_words)
        build_later_part_missing(build, "result/change");
    else
        build_changes(build, result);
}

// What no result takes into account. Beside urgent help only for who asks.
void build_left_out(Builder& build, bool urgent) {
    const std::string title = build.word("result.left_out.heading");
    if (urgent && !build.disclosure("result/left-out/open", title)) return;
    const auto section =
        build.box(Role::section, "result/left-out", Look::note, Arrange::stack, title);
    if (!urgent) build.heading(2, "result/left-out/title", title);
    build.bullets("result/left-out/points", "result.left_out.text");
}

} // namespace

void build_result(Builder& build) {
    const assess::Result result = assess::evaluate(build.library.check, build.state.answers);
    build_care_part(build, result);
    if (build.state.arrival == app::Arrival::opened)
        build.paragraph("result/arrival", build.word("arrival.opened"), Look::note);
    build_pattern_part(build, result);
    const bool urgent = result.care >= Tier::crisis;
    if (!urgent) {
        build_notes_part(build, result);
        if (result.phq4 && !build.state.host.lacks_words) build_phq4_part(build, *result.phq4);
        if (result.pattern != Pattern::withheld) build_changes_part(build, result);
    }
    build_left_out(build, urgent);
    if (urgent) build_open_signs(build, result, false);
    if (!urgent) build_own_body_offer(build, result);
    const auto onward = build.box(Role::group, "result/onward", Look::plain, Arrange::row);
    if (!urgent)
        build.link("result/helps", build.word("nav.what_helps"), Route::what_helps, Look::primary,
                   Icon::breath);
    build.link("result/summary", build.word("nav.summary"), Route::summary, Look::secondary,
               Icon::text_view);
    build.button("result/review", build.word("result.review"), app::Back{}, Look::secondary,
                 Icon::change);
    build.link("result/signs", build.word("nav.warning_signs"), Route::warning_signs,
               Look::secondary, Icon::warning);
    build.button("result/clear", build.word("check.start_over"), app::StartOver{}, Look::danger,
                 Icon::close);
}

} // namespace tautline::view
