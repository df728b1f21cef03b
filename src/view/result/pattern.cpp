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
void build_rule_points(Builder& build) {
    const assess::PatternRule& rule = build.library.check.pattern;
    const auto& items = build.library.check.items;
    const auto scored = std::count_if(items.begin(), items.end(),
                                      [](const assess::Item& item) { return item.scored; });
    const auto number = [](auto n) { return std::to_string(n); };
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

namespace {

// Whether the comparison waits for words that are not there yet.
bool waits(const Builder& build, const assess::Result& result) {
    const app::Host& host = build.state.host;
    return result.pattern != Pattern::withheld && (host.lacks_words || host.partial);
}

std::optional<assess::Description> named_by(Pattern pattern) {
    switch (pattern) {
    case Pattern::tension_like:
        return assess::Description::tension;
    case Pattern::movement_linked:
        return assess::Description::movement;
    case Pattern::nerve_like:
        return assess::Description::nerve;
    default:
        return std::nullopt;
    }
}

// The named description first, then in their own order.
std::vector<assess::Description> in_order(Pattern pattern) {
    std::vector<assess::Description> all;
    const auto named = named_by(pattern);
    if (named) all.push_back(*named);
    for (std::size_t i = 0; i < assess::description_count; ++i)
        if (static_cast<assess::Description>(i) != named)
            all.push_back(static_cast<assess::Description>(i));
    return all;
}

const assess::DescriptionMatch& match_of(const assess::Result& result,
                                         assess::Description description) {
    return (*result.matches)[static_cast<std::size_t>(description)];
}

// Up to three of the person's own answers that say so. Answers that come with a note of their own
// stand beside it, not here.
std::vector<std::string> own_lines(const Builder& build, const assess::Result& result) {
    constexpr std::size_t most = 3;
    std::vector<std::string> lines;
    const auto named = named_by(result.pattern);
    if (!named || !result.matches) return lines;
    for (const assess::Match& each : match_of(result, *named).matched) {
        const std::uint32_t matched =
            build.state.answers.chosen[each.item] &
            assess::matching_options(build.library.check, each.item, *named);
        const auto& options = build.library.check.items[each.item].options;
        bool noted = false;
        for (std::size_t option = 0; option < options.size(); ++option)
            noted = noted || ((build.state.answers.chosen[each.item] >> option & 1u) != 0 &&
                              !options[option].notes.empty());
        if (!noted && lines.size() < most) lines.push_back(answer_line(build, each.item, matched));
    }
    return lines;
}

// Whether the person answered this item so.
bool says(const Builder& build, std::string_view item, std::string_view option) {
    const assess::Definition& check = build.library.check;
    const auto asked = check.item_index(item);
    const auto which = asked ? check.items[*asked].option_index(option) : std::nullopt;
    return which && (build.state.answers.chosen[*asked] >> *which & 1u) != 0;
}

bool breathes(const Builder& build) {
    return says(build, "calm-eases", "often");
}

} // namespace

void build_step_link(Builder& build, const assess::Result& result) {
    if (result.pattern == Pattern::tension_like && breathes(build))
        build.link("result/step/breathing", build.word("pacer.title"), Route::breathing,
                   Look::quiet, Icon::breath);
}

std::string count_words(const Builder& build, const assess::DescriptionMatch& match,
                        assess::Description description) {
    const std::string name{assess::name(description)};
    return build.word("change.count", {{"name", build.word("description." + name + ".name")},
                                       {"n", std::to_string(match.points)},
                                       {"m", std::to_string(match.of)}});
}

std::string step_words(const Builder& build, const assess::Result& result) {
    if (build.state.host.lacks_words || result.care > Tier::soon) return {};
    switch (result.pattern) {
    case Pattern::tension_like:
        return build.word(breathes(build) ? "step.breathe" : "step.walk");
    case Pattern::movement_linked:
        return build.word(says(build, "position-eases", "yes") ? "step.position" : "step.gentle");
    case Pattern::nerve_like:
        return build.word("step.nerve");
    case Pattern::mixed:
        return build.word("step.note");
    default:
        return {};
    }
}

void build_pattern(Builder& build, const assess::Result& result) {
    if (waits(build, result)) return build_later_part_missing(build, "result/pattern");
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
    if (result.pattern == Pattern::withheld)
        return build.paragraphs("result/pattern/text", words + ".under-18");
    if (result.pattern == Pattern::not_enough) {
        const auto& items = build.library.check.items;
        const auto scored = std::count_if(items.begin(), items.end(),
                                          [](const assess::Item& item) { return item.scored; });
        build.paragraph(
            "result/pattern/text",
            build.word(words + ".text",
                       {{"n", std::to_string(build.library.check.pattern.least_answered)},
                        {"m", std::to_string(scored)}}));
    }
    if (!result.matches) return;
    build_comparison(build, result);
    build_own_lines(build, result);
}

void build_comparison(Builder& build, const assess::Result& result) {
    std::string said;
    if (const auto named = named_by(result.pattern)) {
        const assess::DescriptionMatch& match = match_of(result, *named);
        said = build.word("pattern.count",
                          {{"n", std::to_string(match.points)}, {"m", std::to_string(match.of)}}) +
               " ";
    }
    build.paragraph("result/pattern/count", said + build.word("pattern.not"));
    build_picture(build, "result/picture", build.word("result.clues"), result);
}

void build_picture(Builder& build, const std::string& key, const std::string& label,
                   const assess::Result& result) {
    const auto panel = build.box(Role::group, key + "/panel", Look::panel);
    BodyMapFigure map;
    std::string told;
    const assess::Definition& check = build.library.check;
    const auto where = check.item_index("location");
    if (where && build.state.answers.chosen[*where] != 0) {
        map.chosen = build.state.answers.chosen[*where];
        told = answer_line(build, *where, map.chosen) + ". ";
    }
    std::vector<std::string> labels;
    for (const assess::Description description : in_order(result.pattern)) {
        const assess::DescriptionMatch& match = match_of(result, description);
        labels.push_back(count_words(build, match, description));
        told += labels.back() + ". ";
        map.counts.push_back(
            {labels.back(), match.points, match.of, named_by(result.pattern) == description});
    }
    make_paintable(build, labels);
    for (std::size_t i = 0; i < map.counts.size(); ++i)
        map.counts[i].label = i < labels.size() ? labels[i] : std::string{};
    told.pop_back();
    Node& figure = build.leaf(Role::figure, key, label);
    figure.label_hidden = true;
    figure.description = std::move(told);
    figure.figure = std::move(map);
}

void build_own_lines(Builder& build, const assess::Result& result) {
    build.paragraphs("result/pattern/text",
                     "pattern." + std::string(assess::name(result.pattern)) + ".text");
    const auto lines = own_lines(build, result);
    if (lines.empty()) return;
    build.paragraph("result/yours/title", build.word("result.yours"), Look::eyebrow);
    build.bullets("result/yours", lines);
}

void build_clues(Builder& build, const assess::Result& result) {
    build.paragraph("result/leave", build.word("result.leave"), Look::small);
    for (const assess::Description description : in_order(result.pattern))
        build_description(build, match_of(result, description), description);
}

void build_rule(Builder& build, const assess::Result&) {
    build.paragraphs("result/matches/note", "pattern.counts.note");
    build_rule_points(build);
}

} // namespace tautline::view
