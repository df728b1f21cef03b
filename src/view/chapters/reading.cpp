#include "view/chapters/reading.h"

#include "view/screen/claims.h"

namespace tautline::view {

using app::Route;

void build_chapter_head(Builder& build, const std::string& words, Accent accent) {
    const auto head = build.box(Role::group, "chapter/head");
    build.screen.nodes.back().accent = accent;
    build.paragraph("chapter/number", chapter_number(build, build.state.route), Look::eyebrow)
        .accent = accent;
    build.heading(1, "title", build.word(words + ".title"));
    build.paragraph("chapter/lead", build.word(words + ".lead"), Look::lead);
}

void build_topic(Builder& build, const std::string& chapter, const std::string& topic) {
    const std::string words = "chapter." + chapter + ".topic." + topic;
    const std::string key = "topic/" + topic;
    const auto section =
        build.box(Role::section, key, Look::plain, Arrange::stack, build.word(words + ".title"));
    build.heading(2, key + "/title", build.word(words + ".title"));
    const auto claims = build.box(Role::group, key + "/claims");
    build_claims(build, chapter, topic, 3);
}

void build_chapter_onward(Builder& build, std::string_view next_words, Route next) {
    const auto onward = build.box(Role::group, "chapter/onward", Look::plain, Arrange::row);
    build.link("chapter/next", build.word(next_words), next, Look::primary, Icon::next);
    build.link("chapter/signs", build.word("nav.warning_signs"), Route::warning_signs,
               Look::secondary, Icon::warning);
}

} // namespace tautline::view
