#include "view/screen/signs.h"

#include "assess/evaluate.h"
#include "view/screen/languages.h"

namespace tautline::view {

void build_signs(Builder& build, assess::Tier tier, bool more) {
    using assess::Tier;
    const std::string list = "signs/" + std::string(assess::name(tier)) + "/signs";
    const auto all = build.box(tier < Tier::crisis ? Role::list : Role::group, list);
    for (const app::Sign& sign : build.library.signs) {
        if (sign.tier != tier) continue;
        const std::string key = "sign/" + sign.id, words = "sign." + sign.id;
        const std::string name = build.word(words + ".text");
        const auto item = build.box(tier < Tier::crisis ? Role::item : Role::group, key);
        if (tier == Tier::emergency)
            build.heading(3, key + "/text", name);
        else if (tier == Tier::crisis) // it ends the sentence that its heading begins
            build.paragraph(key + "/text", name);
        else if (!build.disclosure(key + "/text", name))
            continue;
        if (build.has(words + ".parts"))
            build.paragraphs(key + "/parts", words + ".parts",
                             tier == Tier::emergency ? Look::small : Look::plain);
        if (more) build.paragraphs(key + "/action", words + ".action");
    }
}

void build_advice_after_call(Builder& build, const std::string& key, const std::string& sign_id) {
    const app::Sign* sign = build.library.sign(sign_id);
    const bool says_whom_to_call = sign && sign->tier == assess::Tier::emergency;
    const std::vector<std::string> lines = build.list("sign." + sign_id + ".action");
    for (std::size_t i = says_whom_to_call ? 1 : 0; i < lines.size(); ++i)
        build.paragraph(key + "/" + std::to_string(i + 1), lines[i]);
}

void build_english_signs_link(Builder& build, const std::string& key, Look look) {
    const app::Words& words = build.library.words;
    if (words.language == english || !words.reviewed_by.empty()) return;
    build.link(key, build.word("nav.english_signs"), app::Route::warning_signs_in_english, look,
               look == Look::quiet ? Icon::none : Icon::warning);
}

Look care_look(assess::Tier tier) {
    switch (tier) {
    case assess::Tier::emergency:
        return Look::emergency;
    case assess::Tier::crisis:
        return Look::crisis;
    case assess::Tier::today:
        return Look::today;
    case assess::Tier::soon:
        return Look::soon;
    case assess::Tier::none: // no colour and no mark that could say "all is well"
        return Look::card;
    }
    return Look::card;
}

} // namespace tautline::view
