// What this page is, who made it, and the way to every screen.
#include "view/screens.h"

namespace tautline::view {

namespace {

using app::Route;

void build_text_section(Builder& build, const std::string& key, const std::string& words) {
    const std::string heading = build.word(words + ".title");
    const auto section = build.box(Role::section, key, Look::plain, Arrange::stack, heading);
    build.heading(2, key + "/title", heading);
    build.paragraphs(key + "/text", words + ".text");
}

} // namespace

void build_about(Builder& build) {
    build.heading(1, "title", build.word("about.title"));
    for (const char* part : {"what", "not", "article", "made", "privacy"})
        build_text_section(build, std::string("about/") + part, std::string("about.") + part);
    build.paragraph("about/reviewed",
                    build.library.words.reviewed_by.empty()
                        ? build.word("about.not_reviewed")
                        : build.word("about.reviewed", {{"name", build.library.words.reviewed_by}}),
                    Look::note);
    {
        const auto accuracy = build.box(Role::section, "about/accuracy", Look::card, Arrange::stack,
                                        build.word("about.accuracy.title"));
        build.heading(2, "about/accuracy/title", build.word("about.accuracy.title"));
        build.paragraphs("about/accuracy/text", "accuracy.text");
        build.paragraphs("about/accuracy/sources", "accuracy.sources", Look::small);
    }
    build_text_section(build, "about/credits", "about.credits");
    build.paragraph("about/version",
                    build.word("about.version", {{"pack", build.library.check.id},
                                                 {"version", build.library.check.version}}),
                    Look::small);
    {
        // A second way to every screen, besides Home's doors and each screen's next.
        const auto pages = build.box(Role::section, "about/pages", Look::plain, Arrange::stack,
                                     build.word("about.pages.title"));
        build.heading(2, "about/pages/title", build.word("about.pages.title"));
        const auto list = build.box(Role::list, "about/pages/list");
        const auto add = [&](Route route, std::string_view words_key) {
            const std::string key = "about/page/" + std::string(route_name(route));
            const auto item = build.box(Role::item, key);
            build.link(key + "/link", build.word(words_key), route);
        };
        add(Route::home, "home.title");
        add(Route::warning_signs, "nav.warning_signs");
        add(Route::chapter_alarm, "chapter.alarm.title");
        add(Route::chapter_muscles, "chapter.muscles.title");
        add(Route::chapter_cortisol, "chapter.cortisol.title");
        add(Route::chapter_sensitivity, "chapter.sensitivity.title");
        add(Route::chapter_feel, "chapter.feel.title");
        add(Route::chapter_patterns, "chapter.patterns.title");
        add(Route::check, "home.check.title");
        add(Route::what_helps, "nav.what_helps");
        add(Route::breathing, "pacer.title");
        add(Route::relaxation, "relax.title");
        add(Route::settings, "nav.settings");
    }
    const auto onward = build.box(Role::group, "about/onward", Look::plain, Arrange::row);
    build.link("about/sources", build.word("nav.sources"), Route::sources, Look::secondary,
               Icon::sources);
    build.link("about/gallery", build.word("gallery.title"), Route::gallery, Look::quiet);
}

} // namespace tautline::view
