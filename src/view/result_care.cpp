// What to do first, and why. Urgent help stands above everything.
#include "assess/evaluate.h"
#include "view/parts.h"
#include "view/result_parts.h"

#include <algorithm>

namespace tautline::view {

namespace {

using assess::Tier;

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
    // Beside urgent help it is there for who asks: nobody should hold on to the softer advice.
    const std::string lesser = build.word("result.reasons.lesser");
    if (result.care < Tier::crisis)
        build.heading(3, "result/reasons/lesser/title", lesser);
    else if (!build.disclosure("result/reasons/lesser/open", lesser))
        return;
    build_reason_list(build, "result/reasons/lesser", result, true, told);
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

} // namespace

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

} // namespace tautline::view
