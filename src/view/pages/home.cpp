// Home: a body that startles under the finger, three doors and a calm one, and the chapters.
#include "view/chapters/chapter.h"
#include "view/chapters/simulations.h"
#include "view/screen/drawer.h"
#include "view/screen/language_choice.h"
#include "view/screens.h"

#include <algorithm>

namespace tautline::view {

namespace {

using app::Route;

constexpr Accent chapter_accents[] = {Accent::alarm,       Accent::muscles, Accent::cortisol,
                                      Accent::sensitivity, Accent::feel,    Accent::patterns};
static_assert(std::size(chapter_accents) == app::chapter_count);

void build_other_languages(Builder& build) {
    if (count_offered_languages(build) < 2) return;
    const auto all = build.box(Role::group, "home/languages", Look::plain, Arrange::row,
                               build.word("settings.language.heading"));
    for (const app::Language& language : build.library.languages)
        if (language.language != build.library.words.language &&
            build.state.decided.speaks(language.language))
            build_language(build, Role::button, "home/language", language).look = Look::quiet;
}

// The body, all of it one button; under it what to do, and then what it does.
void build_body(Builder& build) {
    const app::Chapters& body = build.state.welcome;
    const auto panel = build.box(Role::group, "home/panel", Look::panel);
    Node& node = build.leaf(Role::figure, "home/figure", build.word("home.figure.name"));
    node.label_hidden = true;
    AlarmFigure figure = alarm_figure(build.library, body, presence_of(build.state));
    figure.reading = {};
    figure.traces.clear();
    node.figure = std::move(figure);
    const bool touched = body.alarm.since_alarm_s >= 0;
    Node& cover = build.button("home/startle", build.word("home.figure.touch"),
                               app::Press{app::Control::home_startle}, Look::cover, Icon::bolt);
    cover.label_hidden = true; // Text view shows a button's words all the same
    build.leaf(Role::status, "home/caption",
               build.word(!touched                     ? "home.figure.touch"
                          : app::has_calmed_down(body) ? "home.figure.settled"
                                                       : "home.figure.on"));
}

void build_doors(Builder& build) {
    build.heading(1, "title", build.word("home.title"));
    build.paragraph("home/lead", build.word("home.lead"), Look::words);
    {
        const auto doors = build.box(Role::group, "home/doors");
        build
            .link("home/signs", build.word("home.door.serious"), Route::warning_signs,
                  Look::primary, Icon::warning)
            .accent = Accent::alarm;
        const bool begun = std::max(build.state.check.page, build.state.check.left_at) >= 0 &&
                           app::has_answers(build.state);
        build.link("home/check", build.word(begun ? "check.continue" : "home.door.stress"),
                   Route::check, Look::primary, Icon::check);
        if (build.state.decided.offers(Route::story))
            build.link("home/learn", build.word("home.door.how"), Route::story, Look::secondary,
                       Icon::play);
    }
    {
        const auto more = build.box(Role::group, "home/more", Look::plain, Arrange::row);
        build.link("home/calm", build.word("home.calm"), Route::breathing, Look::quiet, Icon::moon);
        // They stand further down, out of the first window.
        if (!drawers_open_in_place(build)) build_chapter_list(build);
    }
    build_other_languages(build);
}

void build_chapters(Builder& build) {
    const auto chapters = build.box(Role::section, "home/chapters", Look::plain, Arrange::stack,
                                    build.word("home.chapters.title"));
    build.heading(2, "home/chapters/title", build.word("home.chapters.title"));
    const auto rows = build.box(Role::list, "home/chapters/rows");
    for (std::size_t i = 0; i < app::chapter_count; ++i) {
        const Route route = app::chapter(i);
        const std::string id{app::entry(route).name};
        const std::string key = "home/chapter/" + id;
        const auto row = build.box(Role::item, key + "/row");
        build.screen.nodes.back().accent = chapter_accents[i];
        build.link(key,
                   build.word("nav.chapters.row", {{"n", std::to_string(i + 1)},
                                                   {"title", build.word(app::entry(route).title)}}),
                   route);
        // The name by which it is looked for.
        if (route == Route::chapter_sensitivity)
            build.paragraph("home/term", build.word("home.term"), Look::small);
    }
}

} // namespace

void build_home(Builder& build) {
    {
        const auto stage = build.box(Role::group, "home/stage", Look::plain, Arrange::stage);
        build_body(build);
        const auto words = build.box(Role::group, "home/words");
        build_doors(build);
    }
    build_chapters(build);
}

} // namespace tautline::view
