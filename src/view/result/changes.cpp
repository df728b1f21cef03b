// What would change the result: every single answer that would, and, for the one a person tries,
// its result beside theirs. The answers themselves change only at their question, read in full.
#include "app/answer_words.h"
#include "assess/evaluate.h"
#include "view/result/result.h"
#include "view/screen/answers.h"
#include "view/screen/signs.h"

#include <algorithm>

namespace tautline::view {

namespace {

using assess::Change;
using assess::Pattern;
using assess::Result;
using assess::Tier;

// What is done to an answer; `options` are the words of one or more options that lead to the same.
std::string change_words(const Builder& build, const Change& change, const std::string& options) {
    const bool many = build.library.check.items[change.answer.item].kind == assess::Kind::many;
    const std::string_view key = !change.answer.option ? "change.cleared"
                                 : !many               ? "change.answered"
                                 : change.on           ? "change.added"
                                                       : "change.removed";
    return build.word(key,
                      {{"short", short_words(build, change.answer.item)}, {"option", options}});
}

bool lead_to_the_same(const Change& one, const Change& other) {
    return one.answer.item == other.answer.item && one.on == other.on && one.care == other.care &&
           one.pattern == other.pattern && one.answer.option && other.answer.option;
}

// One line: a change, or several options of one item that lead to the same.
struct Line {
    Change change; // the first of them
    std::string words;
};

std::vector<Line> lines_of(const Builder& build) {
    std::vector<Line> lines;
    const auto changes = assess::what_would_change(build.library.check, build.state.answers);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const Change& first = changes[i];
        std::string options = first.answer.option ? option_words(build, first.answer) : "";
        while (i + 1 < changes.size() && lead_to_the_same(changes[i], changes[i + 1])) {
            ++i;
            options = build.word(
                "change.or", {{"one", options}, {"other", option_words(build, changes[i].answer)}});
        }
        lines.push_back({first, change_words(build, first, options)});
    }
    return lines;
}

std::string key_of(const Builder& build, const Line& line) {
    const assess::AnswerRef& answer = line.change.answer;
    const assess::Item& item = build.library.check.items[answer.item];
    return "result/change/" + item.id + "/" +
           (answer.option ? item.options[*answer.option].id : "cleared");
}

bool is_tried(const Builder& build, const Line& line) {
    return build.state.tried == app::Tried{line.change.answer, line.change.on};
}

// Care first, as on the result itself; then the comparison and its counts.
void build_outcome(Builder& build, const std::string& key, std::string_view title,
                   const Result& result) {
    const auto box = build.box(Role::group, key, care_look(result.care));
    build.paragraph(key + "/title", build.word(title), Look::eyebrow);
    build.paragraph(key + "/care",
                    build.word("tier." + std::string(assess::name(result.care)) + ".name"),
                    Look::lead);
    build.paragraph(
        key + "/pattern",
        build.word("change.comparison",
                   {{"pattern", build.word("pattern." + std::string(assess::name(result.pattern)) +
                                           ".phrase")}}));
    if (!result.matches) return;
    std::vector<std::string> counts;
    for (std::size_t i = 0; i < assess::description_count; ++i) {
        counts.push_back(
            count_words(build, (*result.matches)[i], static_cast<assess::Description>(i)));
    }
    build.bullets(key + "/counts", counts);
}

void build_beside(Builder& build, const std::string& key, const Line& line, const Result& result) {
    const assess::Answers changed = assess::with_change(build.library.check, build.state.answers,
                                                        line.change.answer, line.change.on);
    {
        const auto both = build.box(Role::group, key + "/beside", Look::plain, Arrange::grid);
        build_outcome(build, key + "/now", "change.now", result);
        build_outcome(build, key + "/then", "change.then",
                      assess::evaluate(build.library.check, changed));
    }
    if (line.change.care > result.care)
        build.paragraph(key + "/if-true", build.word("change.if_true"), Look::note);
    const int page = app::page_of(build.library, line.change.answer.item);
    if (page >= 0)
        build.button(key + "/go", build.word("change.go"),
                     app::OpenPage{static_cast<std::uint32_t>(page)}, Look::secondary,
                     Icon::change);
}

void build_line(Builder& build, const Line& line) {
    const assess::AnswerRef& answer = line.change.answer;
    app::Try attempt{static_cast<std::uint32_t>(answer.item), std::nullopt, line.change.on};
    if (answer.option) attempt.option = static_cast<std::uint32_t>(*answer.option);
    const bool tried = is_tried(build, line);
    Node& head = build.button(key_of(build, line), line.words, attempt, Look::secondary,
                              tried ? Icon::close : Icon::open);
    head.expanded = tried ? Expanded::yes : Expanded::no;
}

// The answers that lead to one result, named by what it would say; an emergency's comparison,
// which is always set aside, is not worth a word.
void build_outcome_lines(Builder& build, const std::vector<const Line*>& lines,
                         const Result& result) {
    const Change& first = lines.front()->change;
    const std::string care{assess::name(first.care)}, pattern{assess::name(first.pattern)};
    const bool moves_care = first.care != result.care;
    const bool moves_pattern = first.pattern != result.pattern && first.care < Tier::crisis;
    const std::string key = "result/change/to/" + care + "/" + pattern;
    const std::string words = build.word(
        moves_care ? (moves_pattern ? "change.to.both" : "change.to.care") : "change.to.pattern",
        {{"care", build.word("tier." + care + ".name")},
         {"pattern", build.word("pattern." + pattern + ".phrase")},
         {"n", std::to_string(lines.size())}});
    if (!build.disclosure(key, words)) return;
    {
        const auto row = build.box(Role::group, key + "/lines", Look::plain, Arrange::row);
        for (const Line* line : lines)
            build_line(build, *line);
    }
    for (const Line* line : lines)
        if (is_tried(build, *line)) build_beside(build, key_of(build, *line), *line, result);
}

// The results that these lines lead to, the most urgent first, each with its lines.
void build_outcomes(Builder& build, const std::vector<Line>& lines, const Result& result,
                    bool (*belongs)(Tier now, Tier then)) {
    for (const Tier care : {Tier::emergency, Tier::crisis, Tier::today, Tier::soon, Tier::none}) {
        if (!belongs(result.care, care)) continue;
        for (const Pattern pattern :
             {Pattern::withheld, Pattern::not_enough, Pattern::nerve_like, Pattern::mixed,
              Pattern::tension_like, Pattern::movement_linked}) {
            std::vector<const Line*> some;
            for (const Line& line : lines)
                if (line.change.care == care && line.change.pattern == pattern)
                    some.push_back(&line);
            if (!some.empty()) build_outcome_lines(build, some, result);
        }
    }
}

// One of the three groups; nothing where no line belongs to it.
void build_group(Builder& build, const std::vector<Line>& lines, const Result& result,
                 const std::string& key, std::string_view title, std::string_view note,
                 bool (*belongs)(Tier now, Tier then)) {
    if (std::none_of(lines.begin(), lines.end(),
                     [&](const Line& line) { return belongs(result.care, line.change.care); }))
        return;
    build.heading(3, key + "/title", build.word(title));
    if (!note.empty()) build.paragraphs(key + "/note", note);
    build_outcomes(build, lines, result, belongs);
}

} // namespace

// Every single answer that would move care or comparison, in three groups and by what it leads to,
// so that it stays readable.
void build_changes(Builder& build, const Result& result) {
    build.paragraphs("result/change/intro", "result.change.intro");
    const std::vector<Line> lines = lines_of(build);
    build_group(build, lines, result, "result/change/up", "result.change.care.up", "",
                [](Tier now, Tier then) { return then > now; });
    build_group(build, lines, result, "result/change/pattern", "result.change.pattern", "",
                [](Tier now, Tier then) { return then == now; });
    build_group(build, lines, result, "result/change/down", "result.change.care.down",
                "result.change.care.down.note", [](Tier now, Tier then) { return then < now; });
}

} // namespace tautline::view
