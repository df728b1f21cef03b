// The warning signs, by how soon: what to do is said once a group. What makes an emergency is
// always open; what else there is to know of a sign opens at its row.
#include "assess/evaluate.h"
#include "view/screen/call.h"
#include "view/screen/languages.h"
#include "view/screen/later_part.h"
#include "view/screen/signs.h"
#include "view/screens.h"

namespace tautline::view {

namespace {

using assess::Tier;

void build_group(Builder& build, Tier tier) {
    const std::string name{assess::name(tier)};
    const std::string key = "signs/" + name;
    const std::string words = "signs." + name;
    const auto box = build.box(Role::section, key, care_look(tier), Arrange::stack,
                               build.word(words + ".heading"));
    build.heading(2, key + "/title", build.word(words + ".heading"));
    if (tier == Tier::crisis) {
        build_signs(build, tier);
        return build_call(build, key + "/call", 3, Lines::crisis_too);
    }
    build.paragraphs(key + "/text", words + ".text");
    if (tier != Tier::emergency) return build_signs(build, tier);
    build_call(build, key + "/call", 3);
    build_signs(build, tier, build.state.open.count(key + "/more") > 0);
    build.paragraphs(key + "/panic", words + ".panic", Look::small);
    build.disclosure(key + "/more", build.word(words + ".more"));
}

// Where no sign fits, the page answers too.
void build_none(Builder& build) {
    const std::string title = build.word("signs.none.heading");
    const auto box = build.box(Role::section, "signs/none", Look::card, Arrange::stack, title);
    build.heading(2, "signs/none/title", title);
    build.paragraphs("signs/none/text", "signs.none.text");
    build.words = &build.library.words; // of what leads on from here
    const auto onward = build.box(Role::group, "signs/onward", Look::plain, Arrange::row);
    build.link("signs/check", build.word("home.check.title"), app::Route::check, Look::primary,
               Icon::check);
    build.link("signs/helps", build.word("helps.title"), app::Route::what_helps);
}

void build_all(Builder& build) {
    build.heading(1, "title", build.word("signs.title"));
    build.paragraphs("signs/intro", "signs.intro");
    for (const Tier tier : {Tier::emergency, Tier::crisis, Tier::today, Tier::soon})
        build_group(build, tier);
    build_none(build);
}

} // namespace

void build_warning_signs(Builder& build) {
    build_all(build);
    build_english_signs_link(build, "signs/english", Look::secondary);
}

// The words that every translation was made from.
void build_warning_signs_in_english(Builder& build) {
    const bool foreign = build.library.words.language != english;
    // Until they are here, those of the translation are better than none.
    if (foreign && build.state.host.lacks_words)
        build_later_part_missing(build, "signs/english");
    else if (foreign)
        build.words = &build.library.english_signs;
    build_all(build);
}

} // namespace tautline::view
