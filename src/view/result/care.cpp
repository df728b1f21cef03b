// What to do first, and why. Urgent help stands above everything.
#include "assess/evaluate.h"
#include "view/result/result.h"
#include "view/screen/answers.h"
#include "view/screen/call.h"
#include "view/screen/signs.h"

#include <algorithm>

namespace tautline::view {

namespace {

using assess::Tier;

// The most particular words there are for an answer: for its option (or that it has none), else for
// its item. Empty: there are none.
std::string words_for(const Builder& build, const std::string& what, const assess::AnswerRef& ref) {
    const assess::Item& item = build.library.check.items[ref.item];
    const std::string of_item = what + "." + item.id;
    const std::string of_option =
        of_item + "." + (ref.option ? item.options[*ref.option].id : "unanswered");
    return build.has(of_option) ? of_option : build.has(of_item) ? of_item : "";
}

// Why an answer is a reason; never how soon, which the advice above says once for all of them.
std::string reason_words(const Builder& build, const assess::Reason& reason) {
    const assess::Item& item = build.library.check.items[reason.answer.item];
    if (reason.with) {
        const std::string pair =
            "reason." + item.id + "." + build.library.check.items[reason.with->item].id;
        if (build.has(pair)) return build.word(pair);
    }
    const std::string own = words_for(build, "reason", reason.answer);
    if (!own.empty()) return build.word(own);
    return build.word("reason.flag", {{"answer", option_words(build, reason.answer)},
                                      {"short", short_words(build, reason.answer.item)}});
}

// Not what the advice above is about: less urgent, told under a head of its own. Crisis help is
// never called the lesser of two.
bool is_lesser(const assess::Result& result, const assess::Reason& reason) {
    return reason.tier < result.care && reason.tier < Tier::crisis;
}

// What to do about one answer, beside the advice that stands above all of them: words of its own,
// or, in an emergency, those of its rows in the list of warning signs. Nothing is said twice.
void build_advice(Builder& build, const std::string& key, const assess::Result& result,
                  const assess::Reason& reason, std::vector<std::string>& told) {
    const auto is_new = [&](const std::string& words) {
        if (std::find(told.begin(), told.end(), words) != told.end()) return false;
        told.push_back(words);
        return true;
    };
    const auto lines = [&](const std::string& at, std::string_view words) {
        int number = 0;
        for (const std::string& line : build.list(words))
            if (++number; is_new(line)) build.paragraph(at + "/" + std::to_string(number), line);
    };
    if (reason.eased_from) {
        // While a warning sign is open nothing is said to be able to wait.
        if (result.warning_signs_open.empty()) lines(key + "/eased", "advice.eased");
        return;
    }
    // Two answers that are an emergency together: neither's own "call if" beside "call now".
    if (result.care == Tier::emergency && reason.with) return;
    const std::string own = words_for(build, "advice", reason.answer);
    if (!own.empty()) return lines(key + "/advice", own);
    if (reason.tier == Tier::crisis) return; // crisis.text says it
    // The rows of the list speak to everybody, of every case; less than an emergency has words of its
    // own above.
    if (result.care != Tier::emergency) return;
    for (const std::string& row : reason.sources)
        if (is_new(row)) build_advice_after_call(build, key + "/" + row, row);
}

// Why not sooner waiting is right has been said of this answer already.
bool is_context(const assess::Result& result, const assess::Reason& reason) {
    return result.care == Tier::today && result.context_fails &&
           result.context_fails->item == reason.answer.item;
}

// The reasons for the advice, or those that only want to be told along with them.
void build_reason_list(Builder& build, const std::string& list_key, const assess::Result& result,
                       bool lesser, std::vector<std::string>& told) {
    const auto all = build.box(Role::list, list_key);
    int number = 0;
    for (const assess::Reason& reason : result.care_reasons) {
        const std::string key = "result/reason/" + std::to_string(++number);
        if (is_lesser(result, reason) != lesser) continue;
        if (lesser && is_context(result, reason)) continue;
        const std::string why = reason_words(build, reason);
        if (std::find(told.begin(), told.end(), why) != told.end()) continue; // two places, one why
        told.push_back(why);
        const auto item = build.box(Role::item, key);
        if (reason.tier != result.care && !lesser)
            build.paragraph(key + "/tier",
                            build.word("tier." + std::string(assess::name(reason.tier)) + ".name"),
                            Look::eyebrow);
        build.paragraph(key + "/why", why, Look::lead);
        if (!lesser) build_advice(build, key, result, reason, told);
    }
}

bool has_lesser(const assess::Result& result) {
    return std::any_of(result.care_reasons.begin(), result.care_reasons.end(),
                       [&](const assess::Reason& reason) {
                           return is_lesser(result, reason) && !is_context(result, reason);
                       });
}

// Whether nothing but answers that may be eased asks for help today.
bool only_easable(const Builder& build, const assess::Result& result) {
    if (result.care != Tier::today || !result.context_fails) return false;
    const assess::Definition& check = build.library.check;
    return std::all_of(result.care_reasons.begin(), result.care_reasons.end(),
                       [&](const assess::Reason& reason) {
                           return reason.tier < Tier::today ||
                                  (!reason.with && assess::may_be_eased(check, reason.answer));
                       });
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

// How many warning signs are still open, with the way to answer them.
void build_open_signs(Builder& build, const assess::Result& result) {
    const std::size_t open = result.warning_signs_open.size();
    const Places places{{"n", std::to_string(open)}};
    const std::string title =
        open == 1 ? build.word("care.open.title_one") : build.word("care.open.title", places);
    const auto box = build.box(Role::section, "result/open", Look::note, Arrange::stack, title);
    build.heading(1, "title", title);
    build.paragraphs("result/open/text", "care.open.text");
    const int page = app::page_of(build.library, result.warning_signs_open.front());
    build.button("result/open/answer", build.word("check.answer_open"),
                 app::OpenPage{static_cast<std::uint32_t>(page)}, Look::primary, Icon::change);
}

// The first page that still asks something that the comparison needs; -1: none does.
int open_page_of(const Builder& build) {
    const assess::Definition& check = build.library.check;
    for (std::size_t i = 0; i < check.items.size(); ++i) {
        const bool needed = check.items[i].scored || i == check.pattern.age_item;
        if (needed && build.state.answers.chosen[i] == 0 &&
            assess::is_shown(check, build.state.answers, i))
            return app::page_of(build.library, i);
    }
    return -1;
}

void build_call_if(Builder& build) {
    build.paragraphs("result/call-if", "care.call_if");
    build_call(build, "result/call-if/call", 3);
}

} // namespace

void build_headline(Builder& build, const assess::Result& result) {
    // What is open could change all that follows. Urgent help asks for no answers first.
    const bool open_first = result.care < Tier::crisis && !result.warning_signs_open.empty();
    if (open_first) build_open_signs(build, result);
    const std::string words = "care." + std::string(assess::name(result.care));
    const std::string title = build.word(words + ".title");
    const auto box =
        build.box(Role::section, "result/care", care_look(result.care), Arrange::stack, title);
    build.heading(open_first ? 2 : 1, open_first ? "result/care/title" : "title", title);
    if (result.care == Tier::emergency || result.care == Tier::crisis) {
        int number = 0;
        for (const std::string& line : build.list(words + ".text")) {
            const bool call = ++number == 1 && result.care == Tier::emergency;
            build.paragraph("result/care/text/" + std::to_string(number), line,
                            call ? Look::lead : Look::plain);
            if (call) build_call(build, "result/care/call", 2);
        }
    }
    if (result.care == Tier::emergency) build.bullets("result/care/steps", words + ".steps");
    if (result.care == Tier::crisis) {
        build.paragraphs("result/care/crisis", "crisis.text");
        build_call(build, "result/care/call", 2, Lines::crisis_too);
    }
}

void build_reasons(Builder& build, const assess::Result& result) {
    const bool crisis_too =
        result.care == Tier::emergency &&
        std::any_of(result.care_reasons.begin(), result.care_reasons.end(),
                    [](const assess::Reason& each) { return each.tier == Tier::crisis; });
    if (crisis_too) {
        const auto box = build.box(Role::section, "result/crisis", Look::crisis, Arrange::stack,
                                   build.word("crisis.title"));
        build.heading(2, "result/crisis/title", build.word("crisis.title"));
        build.paragraphs("result/crisis/text", "crisis.text");
        build_call(build, "result/crisis/call", 3, Lines::crisis_too);
    }
    if (result.care_reasons.empty()) return;
    const std::string title = build.word("result.reasons.heading");
    const auto section =
        build.box(Role::section, "result/reasons", Look::card, Arrange::stack, title);
    build.heading(2, "result/reasons/title", title);
    std::vector<std::string> told;
    build_reason_list(build, "result/reasons/all", result, false, told);
    if (result.care == Tier::today && result.context_fails) {
        const std::string fails = words_for(build, "context", *result.context_fails);
        build.paragraphs("result/care/context", fails.empty() ? "context.other" : fails);
    }
    if (result.care >= Tier::crisis || !has_lesser(result)) return;
    build.heading(3, "result/reasons/lesser/title", build.word("result.reasons.lesser"));
    build_reason_list(build, "result/reasons/lesser", result, true, told);
}

void build_lesser_reasons(Builder& build, const assess::Result& result) {
    // Nobody should hold on to the softer advice.
    if (!has_lesser(result)) return;
    if (!build.disclosure("result/reasons/lesser/open", build.word("result.reasons.lesser")))
        return;
    std::vector<std::string> told;
    build_reason_list(build, "result/reasons/lesser", result, true, told);
}

void build_while_waiting(Builder& build, const assess::Result& result) {
    const std::string title = build.word("care.wait.heading");
    const auto box = build.box(Role::section, "result/wait", Look::card, Arrange::stack, title);
    build.heading(2, "result/wait/title", title);
    build.bullets("result/wait/steps",
                  result.care == Tier::crisis ? "care.crisis.steps" : "care.emergency.wait");
}

void build_first_step(Builder& build, const assess::Result& result) {
    if (!result.warning_signs_open.empty()) return; // their button is the step
    const bool asks = result.care == Tier::none && result.pattern == assess::Pattern::not_enough;
    const int page = asks ? open_page_of(build) : -1;
    const std::string step = step_words(build, result);
    if (result.care == Tier::none && step.empty() && page < 0) return;
    const std::string title = build.word("result.step.heading");
    const auto box = build.box(Role::section, "result/step", Look::card, Arrange::stack, title);
    build.heading(2, "result/step/title", title);
    if (page >= 0) {
        build.button("result/step/answer", build.word("check.answer_open"),
                     app::OpenPage{static_cast<std::uint32_t>(page)}, Look::primary, Icon::change);
    } else if (result.care == Tier::none) {
        build.paragraph("result/step/text", step);
        build_step_link(build, result);
    } else if (result.care == Tier::soon) {
        build.paragraphs("result/step/text", "care.soon.steps");
        if (step.empty()) return;
        build.paragraph("result/until/title", build.word("result.until"), Look::eyebrow);
        build.paragraph("result/until/text", step);
        build_step_link(build, result);
    } else {
        build.bullets("result/step/steps", "care.today.steps");
        if (!only_easable(build, result))
            build.paragraphs("result/step/no-one", "care.today.no_one");
    }
}

void build_after_first_step(Builder& build, const assess::Result& result) {
    if (result.care == Tier::none) build.paragraphs("result/care/text", "care.none.text");
    if (result.care != Tier::today) return;
    build_call_if(build);
    build.paragraphs("result/care/text",
                     only_easable(build, result) ? "care.today.known.text" : "care.today.text");
}

void build_closing(Builder& build, const assess::Result& result) {
    if (result.pattern == assess::Pattern::nerve_like && result.care < Tier::today)
        build_call_if(build);
    if (result.care == Tier::none) build.paragraphs("result/care/steps", "care.none.steps");
    if (result.care == Tier::none && every_sign_is_no(build))
        build.paragraphs("result/care/all-no", "care.none.all_no");
}

} // namespace tautline::view
