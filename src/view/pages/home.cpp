#include "view/screen/language_choice.h"
#include "view/screens.h"

namespace tautline::view {

namespace {

using app::Route;

// A card that is one link: eyebrow, title and sentence are its children and together its name.
void door(Builder& build, const std::string& key, Route route, Accent accent, Icon icon,
          const std::string& eyebrow, const std::string& title, const std::string& text) {
    const auto link = build.box(Role::link, key, Look::door);
    Node& node = build.screen.nodes.back();
    node.href = address(route);
    node.action = app::GoTo{route};
    node.accent = accent;
    node.icon = icon;
    if (!eyebrow.empty()) build.paragraph(key + "/eyebrow", eyebrow, Look::eyebrow);
    build.paragraph(key + "/title", title, Look::lead);
    build.paragraph(key + "/text", text);
}

struct ChapterDoor {
    Route route;
    Accent accent;
    Icon icon;
};

constexpr ChapterDoor chapter_doors[] = {
    {Route::chapter_alarm, Accent::alarm, Icon::bolt},
    {Route::chapter_muscles, Accent::muscles, Icon::body},
    {Route::chapter_cortisol, Accent::cortisol, Icon::moon},
    {Route::chapter_sensitivity, Accent::sensitivity, Icon::wave},
    {Route::chapter_feel, Accent::feel, Icon::body},
    {Route::chapter_patterns, Accent::patterns, Icon::check},
};

} // namespace

namespace {

void build_other_languages(Builder& build) {
    if (count_offered_languages(build) < 2) return;
    const auto all = build.box(Role::group, "home/languages", Look::plain, Arrange::row,
                               build.word("settings.language.heading"));
    for (const app::Language& language : build.library.languages)
        if (language.language != build.library.words.language &&
            build.state.decided.speaks(language.language))
            build_language(build, Role::button, "home/language", language).look = Look::quiet;
}

} // namespace

void build_home(Builder& build) {
    {
        const auto hero = build.box(Role::group, "home/hero", Look::plain, Arrange::split);
        {
            const auto words = build.box(Role::group, "home/hero/words");
            build.heading(1, "title", build.word("home.title"));
            build.paragraph("home/lead", build.word("home.lead"), Look::lead);
            build_other_languages(build);
            const auto doors = build.box(Role::group, "home/doors", Look::plain, Arrange::row);
            build.link("home/check", build.word("home.check.title"), Route::check, Look::primary,
                       Icon::check);
            const Route first = build.state.decided.onward(Route::chapter_alarm);
            if (first != Route::check)
                build.link("home/learn", build.word("home.learn.title"), first, Look::secondary,
                           Icon::next);
        }
        Node& figure = build.leaf(Role::figure, "home/figure", build.word("home.figure"));
        figure.label_hidden = true;
        figure.figure = WelcomeFigure{};
    }
    {
        const auto what = build.box(Role::section, "home/what", Look::card, Arrange::stack,
                                    build.word("home.what.title"));
        build.heading(2, "home/what/title", build.word("home.what.title"));
        build.bullets("home/what/points", "home.what");
    }
    {
        const auto chapters = build.box(Role::section, "home/chapters", Look::plain, Arrange::stack,
                                        build.word("home.chapters.title"));
        build.heading(2, "home/chapters/title", build.word("home.chapters.title"));
        build.paragraph("home/chapters/text", build.word("home.learn.text"));
        const auto doors =
            build.box(Role::group, "home/chapters/doors", Look::plain, Arrange::grid);
        for (const ChapterDoor& chapter : chapter_doors) {
            const std::string id{app::entry(chapter.route).name};
            const std::string words = "chapter." + id;
            door(build, "home/chapter/" + id, chapter.route, chapter.accent, chapter.icon,
                 chapter_number(build, chapter.route), build.word(words + ".title"),
                 build.word(words + ".summary"));
        }
    }
    {
        const auto more = build.box(Role::group, "home/more", Look::plain, Arrange::grid);
        door(build, "home/self-check", Route::check, Accent::check, Icon::check, "",
             build.word("home.check.title"), build.word("home.check.text"));
        door(build, "home/signs", Route::warning_signs, Accent::none, Icon::warning, "",
             build.word("home.signs.title"), build.word("home.signs.text"));
        door(build, "home/helps", Route::what_helps, Accent::helps, Icon::breath, "",
             build.word("helps.title"), build.word("home.helps.text"));
    }
}

} // namespace tautline::view
