#include "view/screen/claims.h"

#include "assess/evaluate.h"
#include "view/screen/later_part.h"

namespace tautline::view {

namespace {

std::string_view verdict_name(app::Verdict verdict) {
    static constexpr std::string_view names[] = {"supported", "qualified", "weak", "disputed",
                                                 "safety"};
    return names[static_cast<std::size_t>(verdict)];
}

std::string verdicts(const Builder& build, const app::Claim& claim) {
    std::string all;
    for (app::Verdict verdict : claim.verdicts) {
        if (!all.empty()) all += " · ";
        all += build.word("verdict." + std::string(verdict_name(verdict)) + ".label");
    }
    return all;
}

void build_research(Builder& build, const app::Claim& claim, const std::string& key) {
    const auto research = build.box(Role::group, key + "/research", Look::research);
    build.paragraph(key + "/research/verdict",
                    build.word("claim.research", {{"verdict", verdicts(build, claim)}}),
                    Look::eyebrow);
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
    // Whose it is, and how much holds, must be seen at once.
    build.paragraph(key + "/said", build.word("drawer.said"), Look::eyebrow);
    build.paragraphs(key + "/text", "claim." + claim.id + ".text");
    if (claim.must_carry ||
        build.disclosure(key + "/more",
                         build.word("claim.research", {{"verdict", verdicts(build, claim)}})))
        build_research(build, claim, key);
}

void build_claims(Builder& build, std::string_view chapter, std::string_view topic,
                  int heading_level) {
    if (build.state.host.lacks_words) return build_later_part_missing(build, "claims");
    for (const app::Claim& claim : build.library.claims)
        if (claim.chapter == chapter && (topic.empty() || claim.topic == topic))
            build_claim(build, claim, heading_level);
}

} // namespace tautline::view
