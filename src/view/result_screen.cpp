// The result: what to do first, then how the answers compare with the three descriptions, what was
// left out, and what would change it. Urgent help stands above everything; a pattern never does.
#include "assess/evaluate.h"
#include "view/parts.h"
#include "view/screens.h"

#include <algorithm>

namespace tautline::view {

namespace {

using app::Route;
using assess::AnswerRef;
using assess::Pattern;
using assess::Tier;

std::string short_words(const Builder& build, std::size_t item) {
    return build.word("item." + build.library.check.items[item].id + ".short");
}

// The most particular sentence there is for a reason: for its pair, its option, its item, or for
// any sign.
std::string reason_words(const Builder& build, const assess::Reason& reason) {
    const assess::Item& item = build.library.check.items[reason.answer.item];
    std::vector<std::string> keys;
    if (reason.with)
        keys.push_back("reason." + item.id + "." + build.library.check.items[reason.with->item].id);
    if (reason.answer.option)
        keys.push_back("reason." + item.id + "." + item.options[*reason.answer.option].id);
    keys.push_back("reason." + item.id);
    for (const std::string& key : keys)
        if (build.has(key)) return build.word(key);
    return build.word("reason.flag", {{"answer", option_words(build, reason.answer)},
                                      {"short", short_words(build, reason.answer.item)}});
}

std::optional<Route> route_of_chapter(std::string_view chapter) {
    return route_from_name(chapter);
}

// Not what the advice above is about: less urgent, told under a head of its own. Crisis help is
// never called the lesser of two.
bool is_lesser(const assess::Result& result, const assess::Reason& reason) {
    return reason.tier < result.care && reason.tier < Tier::crisis;
}

// The reasons of some tiers; a tier that differs from the advice above is named.
void build_reason_list(Builder& build, const std::string& list_key, const assess::Result& result,
                       bool lesser, std::vector<std::string>& told) {
    const auto all = build.box(Role::list, list_key);
    int number = 0;
    for (const assess::Reason& reason : result.care_reasons) {
        const std::string key = "result/reason/" + std::to_string(++number);
        if (is_lesser(result, reason) != lesser) continue;
        const auto item = build.box(Role::item, key);
        if (reason.tier != result.care)
            build.paragraph(key + "/tier",
                            build.word("tier." + std::string(assess::name(reason.tier)) + ".name"),
                            Look::eyebrow);
        build.paragraph(key + "/why", reason_words(build, reason), Look::lead);
        for (const std::string& row : reason.sources) {
            if (std::find(told.begin(), told.end(), row) != told.end()) continue;
            told.push_back(row);
            if (result.care == Tier::emergency && !lesser)
                build_advice_after_call(build, key + "/" + row, row);
            else
                build.paragraphs(key + "/" + row, "sign." + row + ".action");
        }
    }
}

void build_reasons(Builder& build, const assess::Result& result) {
    if (result.care_reasons.empty()) return;
    const std::string title = build.word("result.reasons.heading");
    const auto section =
        build.box(Role::section, "result/reasons", Look::card, Arrange::stack, title);
    build.heading(2, "result/reasons/title", title);
    std::vector<std::string> told;
    build_reason_list(build, "result/reasons/all", result, false, told);
    if (std::none_of(result.care_reasons.begin(), result.care_reasons.end(),
                     [&](const assess::Reason& reason) { return is_lesser(result, reason); }))
        return;
    build.heading(3, "result/reasons/lesser/title", build.word("result.reasons.lesser"));
    build_reason_list(build, "result/reasons/lesser", result, true, told);
}

void build_open_signs(Builder& build, const assess::Result& result) {
    const std::size_t open = result.warning_signs_open.size();
    if (open == 0) return;
    const auto box = build.box(Role::group, "result/open", Look::note);
    build.paragraph("result/open/text",
                    open == 1 ? build.word("care.none.open_one")
                              : build.word("care.none.open", {{"n", std::to_string(open)}}));
    const int page = app::page_of(build.library, result.warning_signs_open.front());
    build.button("result/open/answer", build.word("check.answer_open"),
                 app::OpenPage{static_cast<std::uint32_t>(page)}, Look::secondary, Icon::change);
}

// Every warning sign that is asked holds "no": only then may a text say that none was picked.
bool every_sign_is_no(const Builder& build) {
    const auto& items = build.library.check.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].group != assess::Group::warning_sign) continue;
        if (!assess::is_shown(build.library.check, build.state.answers, i)) continue;
        const auto no = items[i].option_index("no");
        if (!no || build.state.answers.chosen[i] != 1u << *no) return false;
    }
    return true;
}

void build_care_part(Builder& build, const assess::Result& result) {
    const std::string words = "care." + std::string(assess::name(result.care));
    {
        const std::string title = build.word(words + ".title");
        const auto box =
            build.box(Role::section, "result/care", care_look(result.care), Arrange::stack, title);
        build.heading(1, "title", title);
        int number = 0;
        for (const std::string& line : build.list(words + ".text")) {
            const bool call = ++number == 1 && result.care == Tier::emergency;
            build.paragraph("result/care/text/" + std::to_string(number), line,
                            call ? Look::lead : Look::plain);
        }
        if (every_sign_is_no(build)) {
            build.paragraphs("result/care/all-no", "care.none.all_no");
            if (result.care > Tier::none)
                build.paragraphs("result/care/all-no/reason", "care.all_no.with_reason");
        }
        build.bullets("result/care/steps", words + ".steps");
        if (result.care == Tier::crisis) build.paragraphs("result/care/crisis", "crisis.text");
    }
    const bool crisis_too =
        result.care == Tier::emergency &&
        std::any_of(result.care_reasons.begin(), result.care_reasons.end(),
                    [](const assess::Reason& each) { return each.tier == Tier::crisis; });
    if (crisis_too) {
        const auto box = build.box(Role::section, "result/crisis", Look::crisis, Arrange::stack,
                                   build.word("crisis.title"));
        build.heading(2, "result/crisis/title", build.word("crisis.title"));
        build.paragraphs("result/crisis/text", "crisis.text");
    }
    // Urgent help never asks for more answers first; the open questions then stand last.
    if (result.care < Tier::crisis) build_open_signs(build, result);
    build_reasons(build, result);
}

// One matched statement: the person's own words, and the chapter that explains it.
void build_match(Builder& build, const std::string& key, std::size_t item,
                 const std::vector<std::size_t>& options) {
    const auto line = build.box(Role::item, key);
    std::string words;
    for (std::size_t option : options) {
        if (!words.empty()) words += " · ";
        words += option_words(build, {item, option});
    }
    build.paragraph(
        key + "/text",
        build.word("check.review.line", {{"short", short_words(build, item)}, {"answer", words}}));
    for (std::size_t option : options)
        for (const std::string& source : build.library.check.items[item].options[option].sources)
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
    if (!match.matched.empty()) {
        build.paragraph(key + "/matched/title", build.word("result.matched.heading"),
                        Look::eyebrow);
        const auto all = build.box(Role::list, key + "/matched");
        for (const assess::Match& each : match.matched)
            build_match(build, key + "/" + build.library.check.items[each.item].id, each.item,
                        each.options);
    }
    if (match.matched.empty()) build.paragraphs(key + "/none", "result.matched.none", Look::small);
    if (!match.unmatched.empty() &&
        build.disclosure(key + "/unmatched", build.word("result.unmatched.heading"))) {
        std::vector<std::string> lines;
        for (std::size_t item : match.unmatched) {
            std::string words;
            for (std::size_t option = 0; option < build.library.check.items[item].options.size();
                 ++option)
                if (build.state.answers.chosen[item] >> option & 1u)
                    words += (words.empty() ? "" : " · ") + option_words(build, {item, option});
            lines.push_back(build.word("check.review.line",
                                       {{"short", short_words(build, item)}, {"answer", words}}));
        }
        build.bullets(key + "/unmatched/all", lines);
    }
}

void build_pattern_part(Builder& build, const assess::Result& result) {
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
    build.heading(3, "result/pattern/next/title", build.word("result.next.heading"));
    build.bullets("result/pattern/next", words + ".next");
}

// The answers that a note stands beside, in the person's words.
std::string answers_with_note(const Builder& build, const std::string& note) {
    std::string text;
    const auto& items = build.library.check.items;
    for (std::size_t item = 0; item < items.size(); ++item)
        for (std::size_t option = 0; option < items[item].options.size(); ++option) {
            const auto& notes = items[item].options[option].notes;
            if ((build.state.answers.chosen[item] >> option & 1u) == 0 ||
                std::find(notes.begin(), notes.end(), note) == notes.end())
                continue;
            if (!text.empty()) text += " · ";
            text +=
                build.word("check.review.line", {{"short", short_words(build, item)},
                                                 {"answer", option_words(build, {item, option})}});
        }
    return text;
}

void build_notes_part(Builder& build, const assess::Result& result) {
    if (result.notes.empty()) return;
    const std::string title = build.word("result.notes.heading");
    const auto section =
        build.box(Role::section, "result/notes", Look::plain, Arrange::stack, title);
    build.heading(2, "result/notes/title", title);
    for (const std::string& note : result.notes) {
        const std::string key = "result/note/" + note;
        const auto box = build.box(Role::group, key, Look::note);
        build.paragraph(key + "/answers", answers_with_note(build, note), Look::eyebrow);
        build.paragraphs(key, "note." + note + ".text");
    }
}

// What is done to an answer, and what that leads to; `options` are the words of one or more options
// that lead to the same.
std::string change_words(const Builder& build, const assess::Change& change,
                         const std::string& options, const assess::Result& result) {
    const bool many = build.library.check.items[change.answer.item].kind == assess::Kind::many;
    std::string key = "change.";
    if (!change.answer.option)
        key += "cleared";
    else if (!many)
        key += "answered";
    else
        key += change.on ? "added" : "removed";
    if (change.pattern == result.pattern)
        key += ".to_care";
    else if (change.pattern == Pattern::withheld || change.pattern == Pattern::not_enough)
        key += ".to_" + std::string(assess::name(change.pattern));
    else
        key += change.care == result.care ? ".to_pattern" : ".to_both";
    return build.word(
        key, {{"short", short_words(build, change.answer.item)},
              {"option", options},
              {"care", build.word("tier." + std::string(assess::name(change.care)) + ".name")},
              {"pattern",
               build.word("pattern." + std::string(assess::name(change.pattern)) + ".phrase")}});
}

bool lead_to_the_same(const assess::Change& one, const assess::Change& other) {
    return one.answer.item == other.answer.item && one.on == other.on && one.care == other.care &&
           one.pattern == other.pattern && one.answer.option && other.answer.option;
}

void build_change_group(Builder& build, const std::string& key, std::string_view title,
                        const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    build.heading(3, key + "/title", build.word(title));
    if (title == "result.change.care.down")
        build.paragraphs(key + "/note", "result.change.care.down.note");
    build.bullets(key + "/lines", lines);
}

// Every single answer that would move care or comparison, in three groups so that it stays
// readable.
void build_changes_part(Builder& build, const assess::Result& result) {
    if (!build.disclosure("result/change", build.word("result.change.heading"))) return;
    const auto box = build.box(Role::group, "result/change/box", Look::why);
    build.paragraphs("result/change/intro", "result.change.intro");
    std::vector<std::string> up, down, other;
    const auto changes = assess::what_would_change(build.library.check, build.state.answers);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        std::string options =
            changes[i].answer.option ? option_words(build, changes[i].answer) : "";
        auto& group = changes[i].care > result.care   ? up
                      : changes[i].care < result.care ? down
                                                      : other;
        while (i + 1 < changes.size() && lead_to_the_same(changes[i], changes[i + 1])) {
            ++i;
            options = build.word(
                "change.or", {{"one", options}, {"other", option_words(build, changes[i].answer)}});
        }
        group.push_back(change_words(build, changes[i], options, result));
    }
    if (up.empty() && down.empty() && other.empty())
        build.paragraphs("result/change/none", "result.change.none");
    build_change_group(build, "result/change/up", "result.change.care.up", up);
    build_change_group(build, "result/change/pattern", "result.change.pattern", other);
    build_change_group(build, "result/change/down", "result.change.care.down", down);
}

void build_phq4_part(Builder& build, const assess::Phq4& phq4) {
    const std::string title = build.word("phq4.heading");
    const auto section = build.box(Role::section, "result/phq4", Look::card, Arrange::stack, title);
    build.heading(2, "result/phq4/title", title);
    if (phq4.total) {
        build.paragraph("result/phq4/total",
                        build.word("phq4.total", {{"n", std::to_string(*phq4.total)}}), Look::lead);
        const std::string_view level = *phq4.total <= 2   ? "normal"
                                       : *phq4.total <= 5 ? "mild"
                                       : *phq4.total <= 8 ? "moderate"
                                                          : "severe";
        build.paragraphs("result/phq4/reading", "phq4.reading." + std::string(level));
    } else {
        build.paragraphs("result/phq4/incomplete", "phq4.incomplete");
    }
    if (phq4.anxiety)
        build.paragraph("result/phq4/anxiety",
                        build.word("phq4.anxiety", {{"n", std::to_string(*phq4.anxiety)}}));
    if (phq4.low_mood)
        build.paragraph("result/phq4/low-mood",
                        build.word("phq4.low_mood", {{"n", std::to_string(*phq4.low_mood)}}));
    if ((phq4.anxiety && *phq4.anxiety >= 3) || (phq4.low_mood && *phq4.low_mood >= 3))
        build.paragraphs("result/phq4/raised", "phq4.half_raised");
    build.paragraphs("result/phq4/note", "phq4.note", Look::small);
    build.paragraphs("result/phq4/unsafe", "phq4.unsafe", Look::small);
    build.paragraph("result/phq4/credit", build.word("phq4.credit"), Look::small);
}

} // namespace

void build_result(Builder& build) {
    const assess::Result result = assess::evaluate(build.library.check, build.state.answers);
    build_care_part(build, result);
    build_pattern_part(build, result);
    const bool urgent = result.care >= Tier::crisis;
    if (!urgent) {
        build_notes_part(build, result);
        if (result.phq4) build_phq4_part(build, *result.phq4);
        if (result.pattern != Pattern::withheld) build_changes_part(build, result);
    }
    {
        const std::string title = build.word("result.left_out.heading");
        const auto section =
            build.box(Role::section, "result/left-out", Look::note, Arrange::stack, title);
        build.heading(2, "result/left-out/title", title);
        build.bullets("result/left-out/points", "result.left_out.text");
    }
    if (urgent) build_open_signs(build, result);
    if (!urgent) build_own_body_offer(build, result);
    const auto onward = build.box(Role::group, "result/onward", Look::plain, Arrange::row);
    if (!urgent)
        build.link("result/helps", build.word("nav.what_helps"), Route::what_helps, Look::primary,
                   Icon::breath);
    build.button("result/review", build.word("result.review"), app::Back{}, Look::secondary,
                 Icon::change);
    build.link("result/signs", build.word("nav.warning_signs"), Route::warning_signs,
               Look::secondary, Icon::warning);
    build.button("result/clear", build.word("check.start_over"), app::StartOver{}, Look::danger,
                 Icon::close);
}

} // namespace tautline::view
