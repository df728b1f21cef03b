// How the answers compare with the three descriptions.
#include "app/answer_words.h"
#include "assess/evaluate.h"
#include "view/result/result.h"
#include "view/screen/answers.h"
#include "view/screen/claims.h"
#include "view/screen/later_part.h"

#include <algorithm>

namespace tautline::view {

namespace {

using app::Route;
using assess::Pattern;
using assess::Tier;

std::optional<Route> route_of_chapter(std::string_view chapter) {
    return app::route_named(chapter);
}

// The chapter that explains an answer.
void build_chapter_link(Builder& build, const std::string& key, const assess::Item& item,
                        std::uint32_t options) {
    for (std::size_t option = 0; options >> option != 0; ++option) {
        if ((options >> option & 1u) == 0) continue;
        for (const std::string& source : item.options[option].sources)
            if (const app::Claim* claim = build.library.claim(source))
                if (const auto route = route_of_chapter(claim->chapter)) {
                    build.link(key + "/chapter",
                               build.word("result.chapter",
                                          {{"chapter",
                                            build.word("chapter." + claim->chapter + ".title")}}),
                               *route);
                    return;
                }
    }
}

// The notes that go with the answer, and what the statement rests on.
void build_details(Builder& build, const std::string& key, const assess::Item& item,
                   std::uint32_t answered, std::uint32_t wanted) {
    std::vector<std::string> sources;
    const auto cite = [&](const std::vector<std::string>& more) {
        for (const std::string& id : more)
            if (std::find(sources.begin(), sources.end(), id) == sources.end())
                sources.push_back(id);
    };
    const auto cite_all = [&](const std::vector<std::string>& ids) {
        for (const std::string& id : ids) {
            if (const app::Claim* claim = build.library.claim(id)) cite(claim->sources);
            if (const app::Sign* sign = build.library.sign(id)) cite(sign->sources);
        }
    };
    std::vector<std::string> told;
    for (std::size_t option = 0; option < item.options.size(); ++option) {
        const assess::Option& each = item.options[option];
        if ((answered | wanted) >> option & 1u) cite_all(each.sources);
        if ((answered >> option & 1u) == 0) continue;
        for (const std::string& note : each.notes) {
            if (std::find(told.begin(), told.end(), note) != told.end()) continue;
            told.push_back(note);
            build.paragraphs(key + "/note/" + note, "note." + note + ".text", Look::note);
        }
    }
    cite_all(item.sources);
    if (!sources.empty())
        build.paragraph(key + "/sources",
                        build.word("claim.sources", {{"sources", citations(build, sources)}}),
                        Look::small);
}

// One statement of a description: the person's answer, and, where it does not match, what would.
struct Statements {
    Builder& build;
    assess::Description description;
    std::string key; // of the description's card
    bool details;

    void add(std::size_t index) const {
        const assess::Item& item = build.library.check.items[index];
        const std::string at = key + "/" + item.id;
        const std::uint32_t answered = build.state.answers.chosen[index];
        const std::uint32_t wanted =
            assess::matching_options(build.library.check, index, description);
        const std::uint32_t matched = answered & wanted;
        const auto line = build.box(Role::item, at);
        build.paragraph(at + "/text", answer_line(build, index, matched ? matched : answered));
        if (matched)
            build_chapter_link(build, at, item, matched);
        else
            build.paragraph(at + "/would-match",
                            build.word("result.would_match",
                                       {{"options", options_words(build, index, wanted)}}),
                            Look::small);
        if (details) build_details(build, at, item, answered, wanted);
    }

    // The items of one kind under their title.
    void list(const std::string& kind, std::string_view title,
              const std::vector<std::size_t>& items) const {
        if (items.empty()) return;
        build.paragraph(key + kind + "/title", build.word(title), Look::eyebrow);
        const auto all = build.box(Role::list, key + kind);
        for (const std::size_t item : items)
            add(item);
    }
};

void build_description(Builder& build, const assess::DescriptionMatch& match,
                       assess::Description description) {
    const std::string name{assess::name(description)};
    const std::string key = "result/" + name;
    const auto card = build.box(Role::group, key, Look::card);
    build.heading(3, key + "/title", build.word("description." + name + ".name"));
    build.paragraph(key + "/count",
                    build.word("pattern.counts." + name, {{"n", std::to_string(match.points)},
                                                          {"m", std::to_string(match.of)}}),
                    Look::lead);
    build.paragraphs(key + "/text", "description." + name + ".text");
    build.disclosure(key + "/details", build.word("result.details"));
    const Statements statements{build, description, key,
                                build.state.open.count(key + "/details") > 0};
    std::vector<std::size_t> matched;
    for (const assess::Match& each : match.matched)
        matched.push_back(each.item);
    statements.list("/matched", "result.matched.heading", matched);
    if (matched.empty()) build.paragraphs(key + "/none", "result.matched.none", Look::small);
    if (!(match.unmatched.empty() && match.unanswered.empty()) &&
        build.disclosure(key + "/unmatched", build.word("result.unmatched.heading"))) {
        statements.list("/unmatched/all", "result.unmatched.answered", match.unmatched);
        statements.list("/unmatched/open", "result.unmatched.open", match.unanswered);
    }
}

// The rule itself, with its numbers, for who wants to check it.
void build_rule(Builder& build) {
    if (!build.disclosure("result/rule", build.word("pattern.rule.heading"))) return;
    const assess::PatternRule& rule = build.library.check.pattern;
    const auto& items = build.library.check.items;
    const auto scored = std::count_if(items.begin(), items.end(),
                                      [](const assess::Item& item) { return item.scored; });
    const auto number = [](auto n) { return std::to_string(n); };
    const auto box = build.box(Role::group, "result/rule/box", Look::why);
    build.bullets(
        "result/rule/points",
        {build.word("pattern.rule.enough",
                    {{"n", number(rule.least_answered)}, {"m", number(scored)}}),
         build.word("pattern.rule.nerve", {{"n", number(rule.nerve_least)},
                                           {"short", short_words(build, rule.nerve_flag)}}),
         build.word("pattern.rule.tension", {{"n", number(rule.tension_least)},
                                             {"m", number(rule.tension_movement_most)},
                                             {"d", number(rule.tension_lead_least)}}),
         build.word("pattern.rule.movement", {{"n", number(rule.movement_least)},
                                              {"m", number(rule.movement_tension_most)},
                                              {"d", number(rule.movement_lead_least)}}),
         build.word("pattern.rule.mixed")});
}

} // namespace

void build_pattern_part(Builder& build, const assess::Result& result) {
    // What a person should do never waits for words; the comparison may.
    if (result.pattern != Pattern::withheld && build.state.host.lacks_words)
        return build_later_part_missing(build, "result/pattern");
    const bool later = result.care == Tier::today;
    const std::string words = "pattern." + std::string(assess::name(result.pattern));
    const std::string title = build.word(words + ".title");
    const auto section = build.box(Role::section, "result/pattern", Look::plain, Arrange::stack,
                                   later ? build.word("pattern.today.heading") : title);
    if (later) {
        build.heading(2, "result/pattern/later", build.word("pattern.today.heading"));
        build.paragraph("result/pattern/before", build.word("pattern.today.before"), Look::lead);
    }
    build.heading(later ? 3 : 2, "result/pattern/title", title);
    if (result.pattern == Pattern::withheld) {
        const std::string why = result.care == Tier::emergency ? "emergency"
                                : result.care == Tier::crisis  ? "crisis"
                                                               : "under-18";
        build.paragraphs("result/pattern/text", words + "." + why);
        return;
    }
    build.paragraphs("result/pattern/text", words + ".text");
    if (result.matches) {
        const auto grid = build.box(Role::group, "result/matches", Look::plain, Arrange::grid);
        for (std::size_t i = 0; i < assess::description_count; ++i)
            build_description(build, (*result.matches)[i], static_cast<assess::Description>(i));
    }
    if (result.matches) build.paragraphs("result/matches/note", "pattern.counts.note", Look::small);
    if (result.matches) build_rule(build);
    build.heading(3, "result/pattern/next/title", build.word("result.next.heading"));
    build.bullets("result/pattern/next", words + ".next");
}

} // namespace tautline::view
