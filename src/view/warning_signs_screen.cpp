#include "assess/evaluate.h"
#include "view/parts.h"
#include "view/screens.h"

#include <algorithm>

namespace tautline::view {

void build_warning_signs(Builder& build) {
    using assess::Tier;
    build.heading(1, "title", build.word("signs.title"));
    build.paragraphs("signs/intro", "signs.intro", Look::lead);
    for (Tier tier : {Tier::emergency, Tier::crisis, Tier::today, Tier::soon}) {
        const std::string name{assess::name(tier)};
        const std::string key = "signs/" + name;
        const auto box = build.box(Role::section, key, care_look(tier), Arrange::stack,
                                   build.word("care." + name + ".title"));
        build.heading(2, key + "/title", build.word("care." + name + ".title"));
        build.paragraphs(key + "/text", "care." + name + ".text");
        build.bullets(key + "/steps", "care." + name + ".steps");
        if (tier == Tier::crisis) build.paragraphs(key + "/crisis", "crisis.text");
        const auto all = build.box(Role::list, key + "/signs");
        for (const app::Sign& sign : build.library.signs)
            if (sign.tier == tier) build_sign(build, sign, "sign/" + sign.id);
    }
    build.paragraphs("signs/accuracy", "accuracy.text", Look::small);
    build.link("signs/check", build.word("home.check.title"), app::Route::check, Look::primary,
               Icon::check);
}

} // namespace tautline::view
