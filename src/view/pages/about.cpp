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
        for (int number = 0; number < app::route_count; ++number) {
            const Route route = static_cast<Route>(number);
            const app::RouteEntry& page = app::entry(route);
            if (!page.listed) continue;
            const std::string key = "about/page/" + std::string(page.name);
            const auto item = build.box(Role::item, key);
            build.link(key + "/link", build.word(page.title), route);
        }
    }
    const auto onward = build.box(Role::group, "about/onward", Look::plain, Arrange::row);
    build.link("about/sources", build.word("nav.sources"), Route::sources, Look::secondary,
               Icon::sources);
    build.link("about/gallery", build.word("gallery.title"), Route::gallery, Look::quiet);
}

} // namespace tautline::view
