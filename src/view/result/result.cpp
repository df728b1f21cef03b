// The result: what to do and by when, why, and the first step; then what the answers look like, and
// everything else behind buttons. Points before the plan are read as a score of the pain. Beside
// urgent help there is nothing to read.
#include "view/result/result.h"

#include "view/screen/drawer.h"
#include "view/screen/later_part.h"
#include "view/screens.h"

namespace tautline::view {

using app::Route;
using assess::Pattern;
using assess::Result;
using assess::Tier;

namespace {

using Content = void (*)(Builder&, const Result&);

// A pointer to what comes later would keep it in what every visit loads; a call does not.
void late_clues(Builder& build, const Result& result) {
    build_clues(build, result);
}
void late_rule(Builder& build, const Result& result) {
    build_rule(build, result);
}
void late_notes(Builder& build, const Result& result) {
    build_notes(build, result);
}
void late_phq4(Builder& build, const Result& result) {
    build_phq4(build, result);
}
// What no result takes into account.
void build_left_out(Builder& build, const Result&) {
    build.bullets("result/left-out/points", "result.left_out.text");
}
void late_changes(Builder& build, const Result& result) {
    build_changes(build, result);
}

// What comes with the later part, behind its button.
void build_late_drawer(Builder& build, const std::string& key, const std::string& title,
                       const Result& result, Content content) {
    build_drawer(build, key, title, [&build, key, result, content] {
        if (build.state.host.partial || build.state.host.lacks_words)
            return build_later_part_missing(build, key);
        content(build, result);
    });
}

// What is for later: each behind its button.
void build_drawers(Builder& build, const Result& result) {
    const auto row = build.box(Role::group, "result/drawers", Look::plain,
                               drawers_open_in_place(build) ? Arrange::stack : Arrange::row);
    const auto drawer = [&](const std::string& key, const std::string& title, Content content) {
        build_late_drawer(build, key, title, result, content);
    };
    if (!build.state.host.lacks_words) {
        if (result.matches) {
            drawer("result/clues", build.word("result.clues"), late_clues);
            drawer("result/rule", build.word("pattern.rule.heading"), late_rule);
        }
        if (!result.notes.empty())
            drawer("result/notes", build.word("result.notes.heading"), late_notes);
        if (result.phq4)
            drawer("result/phq4",
                   result.phq4->total
                       ? build.word("phq4.total", {{"n", std::to_string(*result.phq4->total)}})
                       : build.word("phq4.heading"),
                   late_phq4);
    }
    drawer("result/left-out", build.word("result.left_out.heading"), build_left_out);
}

// To take it along stands in the first window, beside what would change it.
void build_actions(Builder& build, const Result& result) {
    const auto row = build.box(Role::group, "result/actions", Look::plain,
                               drawers_open_in_place(build) ? Arrange::stack : Arrange::row);
    build.link("result/summary", build.word("nav.summary"), Route::summary, Look::secondary,
               Icon::text_view);
    if (result.care < Tier::crisis && result.pattern != Pattern::withheld)
        build_late_drawer(build, "result/change", build.word("result.change.heading"), result,
                          late_changes);
}

void build_onward(Builder& build, bool urgent) {
    const auto onward = build.box(Role::group, "result/onward", Look::plain, Arrange::row);
    if (!urgent)
        build.link("result/helps", build.word("nav.what_helps"), Route::what_helps, Look::secondary,
                   Icon::breath);
    build.button("result/review", build.word("result.review"), app::Back{}, Look::secondary,
                 Icon::change);
    build.link("result/signs", build.word("nav.warning_signs"), Route::warning_signs,
               Look::secondary, Icon::warning);
    build.button("result/clear", build.word("check.start_over"), app::StartOver{}, Look::danger,
                 Icon::close);
}

} // namespace

void build_result(Builder& build) {
    const Result result = assess::evaluate(build.library.check, build.state.answers);
    const bool urgent = result.care >= Tier::crisis;
    build_headline(build, result);
    if (build.state.arrival == app::Arrival::opened)
        build.paragraph("result/arrival", build.word("arrival.opened"), Look::note);
    build_reasons(build, result);
    if (urgent) {
        build_while_waiting(build, result);
        build_actions(build, result);
        build_lesser_reasons(build, result);
        return build_onward(build, urgent);
    }
    build_urgent_note(build, result);
    build_first_step(build, result);
    build_actions(build, result);
    build_after_first_step(build, result);
    build_pattern(build, result);
    build_closing(build, result);
    build_drawers(build, result);
    build_own_body_offer(build, result);
    build_onward(build, urgent);
}

} // namespace tautline::view
