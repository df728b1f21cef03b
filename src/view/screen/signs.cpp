#include "view/screen/signs.h"

#include "view/screen/languages.h"

namespace tautline::view {

void build_sign(Builder& build, const app::Sign& sign, const std::string& key) {
    const auto item = build.box(Role::item, key);
    build.paragraph(key + "/text", build.word("sign." + sign.id + ".text"), Look::lead);
    build.paragraphs(key + "/action", "sign." + sign.id + ".action");
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
