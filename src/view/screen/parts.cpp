#include "view/screen/parts.h"

#include "app/answer_words.h"
#include "assess/evaluate.h"
#include "view/screen/languages.h"

#include <algorithm>

namespace tautline::view {

namespace {

std::string_view verdict_name(app::Verdict verdict) {
    static constexpr std::string_view names[] = {"supported", "qualified", "weak", "disputed",
                                                 "safety"};
    return names[static_cast<std::size_t>(verdict)];
}

void build_research(Builder& build, const app::Claim& claim, const std::string& key) {
    const auto research = build.box(Role::group, key + "/research", Look::research);
    std::string verdicts;
    for (app::Verdict verdict : claim.verdicts) {
        if (!verdicts.empty()) verdicts += " · ";
        verdicts += build.word("verdict." + std::string(verdict_name(verdict)) + ".label");
    }
    build.paragraph(key + "/research/verdict",
                    build.word("claim.research", {{"verdict", verdicts}}), Look::eyebrow);
    build.paragraphs(key + "/research/text", "claim." + claim.id + ".research");
    for (const std::string& sign_id : claim.signs)
        if (const app::Sign* sign = build.library.sign(sign_id)) {
            // The sign in one line with its tier; the full text is on the warning-signs page, one
            // tap away.
            const std::string sign_key = key + "/sign/" + sign_id;
            build.paragraph(sign_key,
                            build.word("claim.sign." + std::string(assess::name(sign->tier)),
                                       {{"sign", build.word("sign." + sign_id + ".text")}}),
                            Look::note);
        }
    if (!claim.sources.empty())
        build.paragraph(key + "/sources",
                        build.word("claim.sources", {{"sources", citations(build, claim.sources)}}),
                        Look::small);
}

} // namespace

std::string citations(const Builder& build, const std::vector<std::string>& sources) {
    std::string text;
    for (const std::string& id : sources) {
        const app::Source* source = build.library.source(id);
        if (!source) continue;
        if (!text.empty()) text += " · ";
        // Author and year are the part of a citation before its first full stop that a reader can
        // look up.
        text += source->short_name.empty() ? source->citation : source->short_name;
    }
    return text;
}

void build_claim(Builder& build, const app::Claim& claim, int heading_level) {
    const std::string key = "claim/" + claim.id;
    const auto card = build.box(Role::group, key, Look::card);
    build.heading(heading_level, key + "/title", build.word("claim." + claim.id + ".title"));
    build.paragraphs(key + "/text", "claim." + claim.id + ".text");
    if (claim.must_carry)
        build_research(build, claim, key);
    else if (build.disclosure(key + "/more", build.word("claim.research.head")))
        build_research(build, claim, key);
}

void build_claims(Builder& build, std::string_view chapter, std::string_view topic,
                  int heading_level) {
    if (build.state.host.lacks_words) return build_later_part_missing(build, "claims");
    for (const app::Claim& claim : build.library.claims)
        if (claim.chapter == chapter && (topic.empty() || claim.topic == topic))
            build_claim(build, claim, heading_level);
}

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

std::ptrdiff_t count_offered_languages(const Builder& build) {
    const auto& all = build.library.languages;
    return std::count_if(all.begin(), all.end(), [&](const app::Language& language) {
        return build.state.place.speaks(language.language);
    });
}

Node& build_language(Builder& build, Role role, const std::string& key,
                     const app::Language& language) {
    Node& node = build.leaf(role, key + "/" + language.language, language.name);
    node.lang = language.language;
    node.action = app::ChooseLanguage{language.language};
    return node;
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

void make_paintable(const Builder& build, std::vector<std::string>& labels) {
    if (app::has_text_view_only(build.library, build.state)) labels.clear();
    for (std::string& label : labels)
        label = without_marks(label);
}

void build_later_part_missing(Builder& build, const std::string& key) {
    const bool failed = build.state.take_away.failed;
    build.leaf(Role::status, key + "/status",
               build.word(failed ? "summary.not_loaded" : "summary.loading"));
    if (failed)
        build.button(key + "/again", build.word("summary.again"),
                     app::Ask{app::missing_part(build.state.host, build.state.route)},
                     Look::primary);
}

std::string short_words(const Builder& build, std::size_t item) {
    return build.word(app::short_key(build.library, item));
}

std::string option_words(const Builder& build, const assess::AnswerRef& answer) {
    return build.word(app::option_key(build.library, answer));
}

std::string options_words(const Builder& build, std::size_t item, std::uint32_t options) {
    if (options == 0) return option_words(build, {item, std::nullopt});
    std::string words;
    for (std::size_t option = 0; options >> option != 0; ++option)
        if (options >> option & 1u)
            words += (words.empty() ? "" : " · ") + option_words(build, {item, option});
    return words;
}

std::string answer_line(const Builder& build, std::size_t item, std::uint32_t options) {
    return build.word("check.review.line", {{"short", short_words(build, item)},
                                            {"answer", options_words(build, item, options)}});
}

} // namespace tautline::view
