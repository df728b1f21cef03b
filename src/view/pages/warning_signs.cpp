#include "assess/evaluate.h"
#include "view/screen/call.h"
#include "view/screen/languages.h"
#include "view/screen/later_part.h"
#include "view/screen/signs.h"
#include "view/screens.h"

namespace tautline::view {

namespace {

void build_signs(Builder& build) {
    using assess::Tier;
    build.heading(1, "title", build.word("signs.title"));
    build.paragraphs("signs/intro", "signs.intro", Look::lead);
    for (Tier tier : {Tier::emergency, Tier::crisis, Tier::today, Tier::soon}) {
        const std::string name{assess::name(tier)};
        const std::string key = "signs/" + name;
        const std::string words = "signs." + name;
        const auto box = build.box(Role::section, key, care_look(tier), Arrange::stack,
                                   build.word(words + ".heading"));
        build.heading(2, key + "/title", build.word(words + ".heading"));
        build.paragraphs(key + "/text", words + ".text");
        if (tier == Tier::emergency) build_call(build, key + "/call", 3);
        if (tier == Tier::crisis) {
            build.paragraphs(key + "/crisis", "crisis.text");
            build_call(build, key + "/call", 3, Lines::crisis_too);
        }
        const auto all = build.box(Role::list, key + "/signs");
        for (const app::Sign& sign : build.library.signs)
            if (sign.tier == tier) build_sign(build, sign, "sign/" + sign.id);
    }
    build.paragraph("signs/complete", build.word("signs.no_list_is_complete"), Look::note);
    build.paragraph("signs/clinician", build.word("signs.clinician"), Look::small);
}

void build_check_link(Builder& build) {
    build.link("signs/check", build.word("home.check.title"), app::Route::check, Look::primary,
               Icon::check);
}

} // namespace

void build_warning_signs(Builder& build) {
    build_signs(build);
    const auto onward = build.box(Role::group, "signs/onward", Look::plain, Arrange::row);
    build_check_link(build);
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
    build_signs(build);
    build.words = &build.library.words;
    const auto onward = build.box(Role::group, "signs/onward", Look::plain, Arrange::row);
    build_check_link(build);
}

} // namespace tautline::view
