// What a person takes along: a sheet for a clinician, on paper, as a file or as a code. Warning
// signs stand first; answers are in the person's words; counts are counts; it is not a diagnosis.
// The sheet (summary/sheet) is what is printed and saved; the rest of the screen is not.
#include "assess/evaluate.h"
#include "view/result/result.h"
#include "view/screen/answers.h"
#include "view/screen/call.h"
#include "view/screen/controls.h"
#include "view/screen/signs.h"
#include "view/screens.h"

#include <algorithm>

namespace tautline::view {

namespace {

using app::Errand;
using assess::Group;
using assess::Pattern;
using assess::Tier;

void build_section(Builder& build, const std::string& key, const std::string& title,
                   const std::vector<std::string>& lines) {
    if (lines.empty()) return;
    const auto section = build.box(Role::section, key, Look::plain, Arrange::stack, title);
    build.heading(3, key + "/title", title);
    build.bullets(key + "/lines", lines);
}

// Flags answered with one option, in short; empty when there is none.
std::string flags_with(const Builder& build, std::uint32_t chosen) {
    std::string all;
    const auto& items = build.library.check.items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].group != Group::warning_sign || build.state.answers.chosen[i] != chosen ||
            (chosen == 0 && !assess::is_shown(build.library.check, build.state.answers, i)))
            continue;
        all += (all.empty() ? "" : " · ") + short_words(build, i);
    }
    return all;
}

// What the questions that hold "no" were asked for, as a clinician would group them; a question that
// is in no group goes with the last.
constexpr std::string_view sign_groups[] = {
    "summary.no.heart",  "summary.no.nerves", "summary.no.bones",     "summary.no.infection",
    "summary.no.cancer", "summary.no.belly",  "summary.no.self-harm", "summary.no.course"};
constexpr std::size_t other_signs = std::size(sign_groups) - 1;
struct InGroup {
    std::string_view item;
    std::size_t group;
};
constexpr InGroup grouped_signs[] = {{"chest-pain", 0},
                                     {"tearing-pain", 0},
                                     {"breathless", 0},
                                     {"exertion-pain", 0},
                                     {"weaker-limbs", 1},
                                     {"new-numb-weak", 1},
                                     {"saddle-bladder-bowel", 1},
                                     {"major-accident", 2},
                                     {"fragile-bones", 2},
                                     {"lump-shape", 2},
                                     {"meningitis-signs", 3},
                                     {"fever-infection", 3},
                                     {"rash", 3},
                                     {"cancer-history", 4},
                                     {"weight-loss", 4},
                                     {"worse-at-rest-night", 4},
                                     {"kidney", 5},
                                     {"pregnancy-belly", 5},
                                     {"pregnancy-urgent", 5},
                                     {"self-harm", 6},
                                     {"self-harm-today", 6}};

std::size_t group_of(std::string_view item) {
    for (const InGroup& each : grouped_signs)
        if (each.item == item) return each.group;
    return other_signs;
}

void build_signs_at_no(Builder& build) {
    const auto& items = build.library.check.items;
    std::vector<std::string> lines;
    for (std::size_t group = 0; group <= other_signs; ++group) {
        std::string signs;
        for (std::size_t i = 0; i < items.size(); ++i)
            if (items[i].group == Group::warning_sign &&
                build.state.answers.chosen[i] == 1u << assess::flag_no &&
                group_of(items[i].id) == group)
                signs += (signs.empty() ? "" : " · ") + short_words(build, i);
        if (!signs.empty()) lines.push_back(build.word(sign_groups[group], {{"signs", signs}}));
    }
    if (lines.empty()) return;
    build.paragraph("summary/signs/no", build.word("summary.signs.no"), Look::eyebrow);
    build.bullets("summary/signs/no/lines", lines);
}

// What was said of the warning signs, in a few words.
std::string signs_in_short(const Builder& build, const assess::Result& result) {
    const std::size_t open = result.warning_signs_open.size();
    std::string picked = flags_with(build, 1u << assess::flag_yes);
    const std::string unsure = flags_with(build, 1u << assess::flag_unsure);
    picked += (picked.empty() || unsure.empty() ? "" : " · ") + unsure;
    std::string all;
    if (!picked.empty()) all = build.word("summary.line.picked", {{"signs", picked}});
    if (open > 0)
        all += (all.empty() ? "" : " · ") +
               build.word("summary.line.open", {{"n", std::to_string(open)}});
    if (!all.empty()) return all;
    const auto& items = build.library.check.items;
    int asked = 0;
    for (std::size_t i = 0; i < items.size(); ++i)
        asked += items[i].group == Group::warning_sign &&
                 assess::is_shown(build.library.check, build.state.answers, i);
    return build.word("summary.line.none", {{"n", std::to_string(asked)}});
}

// As a doctor would begin: who, how long, where, how it feels, checked or not, warning signs.
void build_line(Builder& build, const assess::Result& result) {
    const auto& check = build.library.check;
    const auto said = [&](std::string_view id) {
        const auto item = check.item_index(id);
        return item ? options_words(build, *item, build.state.answers.chosen[*item])
                    : std::string{};
    };
    std::string checked = "unanswered";
    if (const auto item = check.item_index("examined"))
        for (std::size_t option = 0; option < check.items[*item].options.size(); ++option)
            if ((build.state.answers.chosen[*item] >> option & 1u) != 0)
                checked = check.items[*item].options[option].id;
    build.paragraph(
        "summary/line",
        build.word("summary.line", {{"age", said("age")},
                                    {"duration", said("duration")},
                                    {"where", said("location")},
                                    {"feel", said("feel")},
                                    {"checked", build.word("summary.checked." + checked)},
                                    {"signs", signs_in_short(build, result)}}),
        Look::lead);
}

// First what was picked, then what is open, then what was said no to.
void build_signs(Builder& build, const assess::Result& result) {
    const std::string title = build.word("summary.signs");
    const auto section =
        build.box(Role::section, "summary/signs", care_look(result.care), Arrange::stack, title);
    build.heading(3, "summary/signs/title", title);
    build.paragraph(
        "summary/signs/care",
        build.word(
            "summary.care",
            {{"care", build.word("tier." + std::string(assess::name(result.care)) + ".name")}}),
        Look::lead);
    std::vector<std::string> lines;
    const auto line = [&](std::string_view words, const std::string& signs) {
        if (!signs.empty()) lines.push_back(build.word(words, {{"signs", signs}}));
    };
    line("summary.signs.yes", flags_with(build, 1u << assess::flag_yes));
    line("summary.signs.unsure", flags_with(build, 1u << assess::flag_unsure));
    std::string others, eased;
    for (const assess::Reason& reason : result.care_reasons) {
        if (reason.eased_from)
            eased += (eased.empty() ? "" : " · ") +
                     answer_line(build, reason.answer.item, 1u << *reason.answer.option);
        const assess::Item& item = build.library.check.items[reason.answer.item];
        if (item.group == Group::warning_sign) continue;
        others += (others.empty() ? "" : " · ") +
                  answer_line(build, reason.answer.item,
                              reason.answer.option ? 1u << *reason.answer.option : 0u);
    }
    line("summary.signs.others", others);
    if (result.warning_signs_open.empty()) line("summary.signs.eased", eased);
    line("summary.signs.open", flags_with(build, 0));
    build.bullets("summary/signs/lines", lines);
    build_signs_at_no(build);
}

std::vector<std::string> answers_of(const Builder& build, Group group) {
    std::vector<std::string> lines;
    const auto& items = build.library.check.items;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (items[i].group == group)
            lines.push_back(answer_line(build, i, build.state.answers.chosen[i]));
    return lines;
}

void build_counts(Builder& build, const assess::Result& result) {
    if (!result.matches) return;
    const std::string title = build.word("summary.counts");
    const auto section =
        build.box(Role::section, "summary/counts", Look::plain, Arrange::stack, title);
    build.heading(3, "summary/counts/title", title);
    if (result.care == Tier::today)
        build.paragraph("summary/counts/before", build.word("pattern.today.before"));
    build_picture(build, "summary/picture", title, result);
    build.paragraph(
        "summary/counts/pattern",
        build.word("change.comparison",
                   {{"pattern", build.word("pattern." + std::string(assess::name(result.pattern)) +
                                           ".phrase")}}));
    build.paragraph("summary/counts/note", build.word("summary.counts.note"), Look::small);
}

void build_mood(Builder& build, const assess::Result& result) {
    if (!build.state.take_away.mood || !result.phq4) return;
    std::vector<std::string> lines = answers_of(build, Group::phq4);
    const auto sum = [&](std::string_view words, const std::optional<int>& n) {
        if (n) lines.push_back(build.word(words, {{"n", std::to_string(*n)}}));
    };
    sum("phq4.total", result.phq4->total);
    sum("phq4.anxiety", result.phq4->anxiety);
    sum("phq4.low_mood", result.phq4->low_mood);
    lines.push_back(build.word("phq4.credit"));
    build_section(build, "summary/mood", build.word("summary.mood"), lines);
}

void build_sheet(Builder& build, const assess::Result& result) {
    const auto sheet = build.box(Role::section, "summary/sheet", Look::card, Arrange::stack,
                                 build.word("summary.sheet"));
    build.heading(2, "summary/sheet/title", build.word("summary.sheet"));
    const Places made{{"date", build.state.host.date},
                      {"tool", TAUTLINE_VERSION},
                      {"pack", build.library.check.id},
                      {"version", build.library.check.version}};
    build.paragraph(
        "summary/sheet/made",
        build.word(build.state.host.date.empty() ? "summary.made" : "summary.made.date", made),
        Look::small);
    build_line(build, result);
    build.paragraph("summary/sheet/not", build.word("summary.not"));
    build_signs(build, result);
    build_section(build, "summary/pain", build.word("summary.pain"),
                  answers_of(build, Group::pattern));
    build_counts(build, result);
    build_mood(build, result);
    build.paragraphs("summary/limits", "summary.limits", Look::small);
    build.paragraph("summary/emergency", build.word("summary.emergency"));
    // Room for a pen.
    build.paragraph("summary/ask", build.word("summary.ask"), Look::lead);
}

void build_tools(Builder& build, const assess::Result& result) {
    const app::Host& host = build.state.host;
    const app::Operator& here = build.state.decided;
    const app::TakeAway& taken = build.state.take_away;
    if (result.phq4) {
        on_off(build, app::Control::take_mood);
        build.paragraph("summary/mood/hint", build.word("summary.mood.hint"), Look::small);
    }
    {
        const auto row = build.box(Role::group, "summary/tools", Look::plain, Arrange::row);
        // On a shared screen nothing of a visitor may stay behind, on its disk or in its printer.
        if (!here.closed) {
            build.button("summary/print", build.word("summary.print"), app::Ask{Errand::print},
                         Look::primary);
            build.button("summary/save", build.word("summary.save"),
                         app::Ask{Errand::save_summary});
            build.button("summary/record", build.word("summary.record"),
                         app::Ask{Errand::save_record});
        }
    }
    build.leaf(Role::status, "summary/status",
               taken.failed                           ? build.word("summary.failed")
               : taken.errand == Errand::save_summary ? build.word("summary.saved")
               : taken.errand == Errand::save_record  ? build.word("summary.record.saved")
               : taken.errand == Errand::make_code    ? build.word("summary.code.made")
                                                      : "");
    if (here.closed)
        build.paragraph("summary/shared", build.word("summary.shared"), Look::small);
    else if (host.framed)
        build.paragraph("summary/framed", build.word("summary.framed"), Look::note);
    if (here.qr && !here.closed && !host.address)
        build.paragraph("summary/no-address", build.word("summary.no_address"), Look::small);
}

// The code comes after the words that say what it holds and who could read it.
void build_phone(Builder& build) {
    if (!build.state.decided.qr || !build.state.host.address) return;
    const std::string title = build.word("summary.code.title");
    const auto section =
        build.box(Role::section, "summary/phone", Look::card, Arrange::stack, title);
    build.heading(2, "summary/phone/title", title);
    build.paragraphs("summary/phone/text", "summary.code.text");
    build.button("summary/make-code", build.word("summary.code"), app::Ask{Errand::make_code});
    if (!build.state.take_away.code || build.state.take_away.failed) return;
    const auto shown = build.box(Role::group, "summary/code");
    build.paragraph("summary/code/what", build.word("summary.code.what"), Look::eyebrow);
    Node& picture = build.leaf(Role::figure, "summary/code/picture", title);
    picture.label_hidden = true;
    picture.figure = CodeFigure{};
}

} // namespace

void build_summary(Builder& build) {
    const assess::Result result = assess::evaluate(build.library.check, build.state.answers);
    build.heading(1, "title", build.word("nav.summary"));
    if (result.care >= Tier::crisis) {
        // Paper can wait.
        const auto box = build.box(Role::group, "summary/urgent", care_look(result.care));
        build.paragraph("summary/urgent/text",
                        build.word("care." + std::string(assess::name(result.care)) + ".title"),
                        Look::lead);
        build.paragraph("summary/urgent/first", build.word("summary.urgent"));
        build_call(build, "summary/urgent/call", 2,
                   result.care == Tier::crisis ? Lines::crisis_too : Lines::ambulance);
    }
    build.paragraphs("summary/intro", "summary.intro");
    build_tools(build, result);
    build_phone(build);
    build_sheet(build, result);
    const auto onward = build.box(Role::group, "summary/onward", Look::plain, Arrange::row);
    build.link("summary/result", build.word("summary.back"), app::Route::result, Look::secondary,
               Icon::back);
}

} // namespace tautline::view
