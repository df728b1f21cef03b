#include "view/chapters/chapter.h"

#include "view/figures/amounts.h"
#include "view/screen/claims.h"
#include "view/screen/controls.h"
#include "view/screen/later_part.h"
#include "view/screen/trace_table.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tautline::view {

namespace {

using app::Control;

void build_prediction(Builder& build, const std::string& words, const ChapterScreen& chapter) {
    const auto section = build.box(Role::section, "chapter/predict", Look::controls, Arrange::stack,
                                   build.word("chapter.part.predict"));
    build.screen.nodes.back().accent = chapter.accent;
    build.heading(2, "chapter/predict/title", build.word("chapter.part.predict"), Look::eyebrow);
    choice(build, "prediction", build.word(words + ".predict.question"), Control::prediction,
           chapter.playback.prediction, build.list(words + ".predict.options"), Look::plain,
           Arrange::grid);
}

void build_transport(Builder& build, const ChapterScreen& chapter) {
    const auto transport = build.box(Role::group, "chapter/transport", Look::plain, Arrange::row);
    const bool playing = chapter.playback.playing;
    build.button("control/play", build.word(playing ? "control.pause" : "control.play"),
                 app::Press{Control::play_pause}, Look::icon, playing ? Icon::pause : Icon::play);
    build.button("control/step", build.word("control.step"), app::Press{Control::step_once},
                 Look::icon, Icon::step);
    build.button("control/reset", build.word("control.reset"), app::Press{Control::reset},
                 Look::icon, Icon::reset);
    Node& slow = build.leaf(Role::checkbox, "control/slow", build.word("control.slow"));
    slow.look = Look::icon;
    slow.icon = Icon::slow;
    slow.checked = chapter.playback.slow;
    slow.action = app::Press{Control::slow_motion};
}

const std::vector<Trace>* traces_of(const Figure& figure) {
    return std::visit(
        [](const auto& any) -> const std::vector<Trace>* {
            if constexpr (requires { any.traces; }) return &any.traces;
            return nullptr;
        },
        figure);
}

// The guess, the figure and what moves it, together in one window where there is room.
void build_try(Builder& build, const std::string& words, const ChapterScreen& chapter) {
    const auto section = build.box(Role::section, "chapter/try", Look::plain, Arrange::split,
                                   build.word("chapter.part.try"));
    build_prediction(build, words, chapter);
    {
        const auto panel = build.box(Role::group, "chapter/panel", Look::panel);
        build.screen.nodes.back().accent = chapter.accent;
        Node& figure = build.leaf(Role::figure, "figure", build.word(words + ".figure.name"));
        figure.label_hidden = true;
        figure.description = build.word(words + ".figure.summary");
        figure.figure = chapter.figure;
        figure.accent = chapter.accent;
        build_transport(build, chapter);
    }
    {
        const auto controls = build.box(Role::group, "chapter/controls", Look::controls,
                                        Arrange::stack, build.word("chapter.controls"));
        build.screen.nodes.back().accent = chapter.accent;
        build.heading(2, "chapter/try/title", build.word("chapter.part.try"), Look::eyebrow);
        chapter.controls();
    }
    const auto told = build.box(Role::group, "chapter/told");
    // These sentences are made of a chapter's words, which a language has all or none of.
    const std::string of_chapter = words + ".idea";
    build.paragraph("describe", build.marked(of_chapter, chapter.told), Look::note);
    if (!build.state.host.lacks_words && !chapter.carried.empty())
        build.paragraph("carried", build.marked(of_chapter, chapter.carried), Look::small);
    build.button("control/describe", build.word("control.describe_now"),
                 app::Press{Control::describe_now}, Look::secondary, Icon::talk);
    build.paragraphs("chapter/idea", words + ".idea");
    build.paragraph("chapter/simplified", build.word("chapter.simplified"), Look::small);
}

void build_numbers(Builder& build, const std::string& words, const ChapterScreen& chapter) {
    if (const auto* traces = traces_of(chapter.figure);
        traces && build.disclosure("chapter/table", build.word("chapter.table")))
        build_trace_table(build, "chapter/table/values", build.word(words + ".figure.name"),
                          *traces);
}

// What to do with the figure, and what to watch meanwhile.
void build_guide(Builder& build, const std::string& words) {
    const auto guide = build.box(Role::group, "chapter/guide", Look::plain, Arrange::grid);
    for (const auto& [part, title, points] : {std::array{"steps", "chapter.part.steps", ".try"},
                                              std::array{"see", "chapter.part.see", ".see"}}) {
        const std::string key = std::string("chapter/") + part;
        const auto section =
            build.box(Role::section, key, Look::card, Arrange::stack, build.word(title));
        build.heading(2, key + "/title", build.word(title));
        build.bullets(key + "/points", words + points);
    }
}

// The guess beside what the model does: shown once the person has played, or asks for it.
void build_truth(Builder& build, const std::string& words, const ChapterScreen& chapter) {
    const auto section = build.box(Role::section, "chapter/truth", Look::card, Arrange::stack,
                                   build.word("chapter.part.truth"));
    build.heading(2, "chapter/truth/title", build.word("chapter.part.truth"));
    if (!chapter.playback.revealed) {
        build.button("control/reveal", build.word("control.reveal"), app::Press{Control::reveal},
                     Look::secondary);
        return;
    }
    const auto options = build.list(words + ".predict.options");
    const int guess = chapter.playback.prediction;
    const app::ChapterFacts* facts = build.library.chapter(chapter.id);
    if (facts && guess >= 0 && guess < static_cast<int>(options.size())) {
        const std::string_view key =
            guess == facts->right_guess ? "chapter.guess.same" : "chapter.guess.other";
        build.paragraph("chapter/truth/guess",
                        build.word(key, {{"guess", options[static_cast<std::size_t>(guess)]}}),
                        Look::lead);
    }
    build.paragraphs("chapter/truth/text", words + ".predict.truth");
}

BodyView view_of(app::Route chapter) {
    switch (chapter) {
    case app::Route::chapter_muscles:
        return BodyView::back;
    case app::Route::chapter_cortisol:
        return BodyView::glands;
    case app::Route::chapter_sensitivity:
        return BodyView::cord;
    default:
        return BodyView::whole;
    }
}

} // namespace

Travel travel_of(const app::AppState& state) {
    return {view_of(state.journey.from), narrow(state.journey.share)};
}

std::string amount(const Builder& build, std::string_view key, double value) {
    return build.word(
        key, {{"n", fixed(value, value == static_cast<double>(static_cast<long>(value)) ? 0 : 1)}});
}

void build_chapter(Builder& build, const ChapterScreen& chapter) {
    const std::string words = "chapter." + std::string(chapter.id);
    {
        const auto head = build.box(Role::group, "chapter/head");
        build.screen.nodes.back().accent = chapter.accent;
        build.paragraph("chapter/number", chapter_number(build, build.state.route), Look::eyebrow)
            .accent = chapter.accent;
        build.heading(1, "title", build.word(words + ".title"));
        build.paragraph("chapter/lead", build.word(words + ".lead"), Look::lead);
    }
    build_try(build, words, chapter);
    // Right under what was tried, where nobody who guessed misses it.
    build_truth(build, words, chapter);
    build_numbers(build, words, chapter);
    if (chapter.more) chapter.more();
    build_guide(build, words);
    {
        const auto means = build.box(Role::section, "chapter/means", Look::plain, Arrange::stack,
                                     build.word("chapter.part.means"));
        build.heading(2, "chapter/means/title", build.word("chapter.part.means"));
        if (build.state.host.lacks_words) {
            build_later_part_missing(build, "means");
        } else {
            build.paragraphs("chapter/means/text", words + ".means");
            build.paragraph("chapter/takeaway", build.word(words + ".takeaway"), Look::quote)
                .accent = chapter.accent;
        }
    }
    {
        const auto research = build.box(Role::section, "chapter/research", Look::plain,
                                        Arrange::stack, build.word("chapter.part.article"));
        build.heading(2, "chapter/research/title", build.word("chapter.part.article"));
        const auto claims = build.box(Role::group, "chapter/claims");
        build_claims(build, chapter.id, "", 3);
    }
    {
        const auto limits = build.box(Role::section, "chapter/limits", Look::note, Arrange::stack,
                                      build.word("chapter.part.limits"));
        build.heading(2, "chapter/limits/title", build.word("chapter.part.limits"));
        if (build.state.host.lacks_words)
            build_later_part_missing(build, "limits");
        else
            build.bullets("chapter/limits/points", words + ".limits");
        const app::ChapterFacts* facts = build.library.chapter(chapter.id);
        if (facts && !build.state.host.lacks_words)
            build.paragraph(
                "chapter/limits/sources",
                build.word("claim.sources", {{"sources", citations(build, facts->sources)}}),
                Look::small);
    }
    const auto onward = build.box(Role::group, "chapter/onward", Look::plain, Arrange::row);
    const app::Route next = build.state.decided.after(build.state.route);
    const bool last = next == app::Route::check;
    if (!last)
        build.link("chapter/next", build.word("chapter.next"), next, Look::primary, Icon::next);
    build.link("chapter/check", build.word("home.check.title"), app::Route::check,
               last ? Look::primary : Look::secondary, Icon::check);
}

} // namespace tautline::view
