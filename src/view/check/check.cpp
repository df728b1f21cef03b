// The self-check: introduction, one page of questions at a time, review. Urgent advice stands right
// beside the answer that calls for it, and later questions are not asked meanwhile.
#include "assess/evaluate.h"
#include "view/screen/answers.h"
#include "view/screen/call.h"
#include "view/screen/drawer.h"
#include "view/screen/later_part.h"
#include "view/screen/signs.h"
#include "view/screens.h"

#include <algorithm>

namespace tautline::view {

namespace {

// The item that BodyMapFigure is the picture of: its options are the figure's places.
constexpr std::string_view body_map_item = "location";

using assess::Item;
using assess::Kind;
using assess::Tier;

app::Choose choose(std::size_t item, std::size_t option, bool on = true) {
    return {static_cast<std::uint32_t>(item), static_cast<std::uint32_t>(option), on};
}

bool chosen(const Builder& build, std::size_t item, std::size_t option) {
    return (build.state.answers.chosen[item] >> option & 1u) != 0;
}

// Why the check stops here: the reason for emergency or crisis advice that belongs to the item
// answered last, or else the first one.
const assess::Reason* stopping_reason(const Builder& build, const assess::Result& result) {
    if (result.care < Tier::crisis) return nullptr;
    const auto last = static_cast<std::size_t>(std::max(0, build.state.check.last_item));
    for (const assess::Reason& reason : result.care_reasons)
        if (reason.tier >= Tier::crisis && build.state.check.last_item >= 0 &&
            (reason.answer.item == last || (reason.with && reason.with->item == last)))
            return &reason;
    return &result.care_reasons.front();
}

void build_stop(Builder& build, const assess::Result& result, const assess::Reason& reason) {
    const auto stop = build.box(Role::alert, "check/stop");
    if (result.care == Tier::emergency) {
        const std::string title = build.word("check.stop.emergency.title");
        const auto box = build.box(Role::section, "check/stop/emergency", Look::emergency,
                                   Arrange::stack, title);
        build.heading(2, "check/stop/emergency/title", title);
        build.paragraph("check/stop/emergency/call", build.word("check.stop.emergency.call"),
                        Look::lead);
        build_call(build, "check/stop/emergency/number", 3);
        for (const std::string& row : reason.sources)
            build_advice_after_call(build, "check/stop/emergency/" + row, row);
        build.paragraphs("check/stop/emergency/text", "check.stop.emergency.text");
    }
    const bool crisis =
        std::any_of(result.care_reasons.begin(), result.care_reasons.end(),
                    [](const assess::Reason& each) { return each.tier == Tier::crisis; });
    if (crisis) {
        const std::string title = build.word("check.stop.crisis.title");
        const auto box =
            build.box(Role::section, "check/stop/crisis", Look::crisis, Arrange::stack, title);
        build.heading(2, "check/stop/crisis/title", title);
        build.paragraphs("check/stop/crisis/text", "check.stop.crisis.text");
        build.paragraphs("check/stop/crisis/help", "crisis.text");
        build_call(build, "check/stop/crisis/number", 3, Lines::crisis_too);
    }
}

// The way on while help comes first: right under the advice, before anything else.
void build_leave(Builder& build, const assess::Reason& stop) {
    const auto onward = build.box(Role::group, "check/stop/onward", Look::plain, Arrange::row);
    build.button("check/to-result", build.word("check.stop.leave"), app::ShowResult{},
                 Look::primary, Icon::next);
    const int page = app::page_of(build.library, stop.answer.item);
    if (page >= 0 && (build.state.route == app::Route::review || page != build.state.check.page))
        build.button("check/mistake", build.word("check.stop.change"),
                     app::OpenPage{static_cast<std::uint32_t>(page)}, Look::secondary,
                     Icon::change);
}

void build_notes(Builder& build, const Item& item, std::size_t index, const std::string& key) {
    std::vector<std::string> shown;
    for (std::size_t option = 0; option < item.options.size(); ++option) {
        if (!chosen(build, index, option)) continue;
        for (const std::string& note : item.options[option].notes) {
            if (std::find(shown.begin(), shown.end(), note) != shown.end()) continue;
            shown.push_back(note);
            build.paragraphs(key + "/note/" + note, "note." + note + ".text", Look::note);
        }
    }
}

void build_options(Builder& build, const Item& item, std::size_t index, const std::string& key) {
    for (std::size_t option = 0; option < item.options.size(); ++option) {
        const bool many = item.kind == Kind::many;
        const bool on = chosen(build, index, option);
        Node& node =
            build.leaf(many ? Role::checkbox : Role::radio, key + "/" + item.options[option].id,
                       option_words(build, {index, option}));
        node.look = Look::chip;
        node.checked = on;
        node.action = choose(index, option, !many || !on);
        // Who goes from control to control would not hear what "any of these" means.
        if (option == 0 && build.has("item." + item.id + ".parts"))
            node.described_by = node_id(key + "/parts");
    }
}

// The body map: the same eight places as the ticks beside it, as a picture that can be touched.
void build_body_map(Builder& build, const Item& item, std::size_t index, const std::string& key) {
    const auto panel = build.box(Role::group, key + "/panel", Look::panel);
    BodyMapFigure map;
    map.chosen = build.state.answers.chosen[index];
    for (std::size_t option = 0; option < item.options.size(); ++option)
        map.labels.push_back(option_words(build, {index, option}));
    make_paintable(build, map.labels);
    Node& figure = build.leaf(Role::figure, key + "/map", build.word("check.body_map"));
    figure.label_hidden = true;
    figure.description = build.word("check.body_map.summary");
    figure.figure = std::move(map);
    for (std::size_t option = 0; option < item.options.size(); ++option) {
        Node& hotspot = build.leaf(Role::hotspot, key + "/map/" + item.options[option].id);
        hotspot.spot = static_cast<int>(option);
        hotspot.action = choose(index, option, !chosen(build, index, option));
    }
}

void build_question(Builder& build, std::size_t index, const assess::Result& result,
                    const assess::Reason* stop) {
    const Item& item = build.library.check.items[index];
    const std::string key = "check/" + item.id;
    const std::string words = "item." + item.id;
    const auto card = build.box(Role::group, key + "/card", Look::card);
    const bool map = item.id == body_map_item;
    {
        const auto group =
            build.box(item.kind == Kind::many ? Role::check_group : Role::radio_group, key,
                      Look::plain, Arrange::stack, build.word(words + ".question"));
        if (build.has(words + ".parts")) build.bullets(key + "/parts", words + ".parts");
        if (item.kind == Kind::many)
            build.paragraph(key + "/all", build.word("check.choose_all"), Look::small);
        if (build.has(words + ".help"))
            build.paragraphs(key + "/help", words + ".help", Look::small);
        const auto split = build.box(Role::group, key + "/split", Look::plain,
                                     map ? Arrange::split : Arrange::stack);
        if (map) build_body_map(build, item, index, key);
        const auto options = build.box(Role::group, key + "/options", Look::plain, Arrange::row);
        build_options(build, item, index, key);
    }
    // Right under the answer that calls for it, before anything else.
    if (stop && stop->answer.item == index) {
        build_stop(build, result, *stop);
        build_leave(build, *stop);
    }
    build_notes(build, item, index, key);
}

// A flag answered yes or not sure.
bool picked_sign(const Builder& build, std::size_t item) {
    const Item& each = build.library.check.items[item];
    const auto no = each.option_index("no");
    return each.kind == Kind::flag && assess::is_answered(build.state.answers, item) && no &&
           !chosen(build, item, *no);
}

bool any_answered(const Builder& build, const std::vector<std::size_t>& items) {
    return std::any_of(items.begin(), items.end(), [&build](std::size_t item) {
        return assess::is_shown(build.library.check, build.state.answers, item) &&
               assess::is_answered(build.state.answers, item);
    });
}

bool depends_on_another(const Builder& build, std::size_t item) {
    for (const assess::ShownWhile& rule : build.library.check.shown_while)
        if (rule.item == item) return true;
    return false;
}

void build_introduction(Builder& build) {
    build.heading(1, "title", build.word("check.intro.title"));
    {
        const auto emergency = build.box(Role::group, "check/emergency", Look::emergency);
        build.paragraph("check/emergency/text", build.word("check.intro.emergency"));
        build_call(build, "check/emergency/call", 2);
    }
    if (build.state.arrival == app::Arrival::unreadable)
        build.paragraph("check/arrival", build.word("arrival.unreadable"), Look::note);
    if (build.state.arrival == app::Arrival::not_loaded) {
        const bool waits = build.state.take_away.errand == app::Errand::open_link;
        build
            .leaf(Role::status, "check/arrival",
                  build.word(waits ? "summary.loading" : "arrival.not_loaded"))
            .look = Look::note;
        if (!waits)
            build.button("check/arrival/again", build.word("summary.again"),
                         app::Ask{app::Errand::open_link}, Look::secondary);
    }
    build.bullets("check/intro", "check.intro.text");
    if (!build.library.words.reviewed_by.empty())
        build.paragraph(
            "check/reviewed",
            build.word("check.reviewed_by", {{"name", build.library.words.reviewed_by}}),
            Look::small);
    else
        build.paragraphs("check/unreviewed", "check.unreviewed", Look::note);
    const int left_at = build.state.check.left_at;
    const bool begun = left_at >= 0 && app::has_answers(build.state);
    if (begun)
        build.button("check/continue", build.word("check.continue"),
                     app::OpenPage{static_cast<std::uint32_t>(left_at), false}, Look::primary,
                     Icon::next);
    build.button("check/next", build.word("check.intro.start"), app::Next{},
                 begun ? Look::secondary : Look::primary, Icon::next);
    build_english_signs_link(build, "check/english-signs", Look::secondary);
}

void build_why(Builder& build, std::size_t page) {
    build_drawer(build, "drawer/why", build.word("check.why.heading"), [&build, page] {
        if (build.state.host.partial || build.state.host.lacks_words)
            return build_later_part_missing(build, "why");
        build_why_asked(build, page);
    });
}

void build_onward(Builder& build, const assess::Reason* stop, bool answered) {
    const auto onward = build.box(Role::group, "check/onward", Look::plain, Arrange::row);
    if (stop) {
        // build_leave says where to go.
    } else if (build.state.route == app::Route::review) {
        build.button("review/result", build.word("check.review.result"), app::ShowResult{},
                     Look::primary, Icon::check);
    } else if (build.state.check.from_review) {
        build.button("check/next", build.word("check.back_to_review"), app::Next{}, Look::primary,
                     Icon::check);
    } else {
        build.button("check/next", build.word(answered ? "check.next" : "check.skip"), app::Next{},
                     answered ? Look::primary : Look::secondary, Icon::next);
    }
    build.button("check/back", build.word("check.back"), app::Back{}, Look::secondary, Icon::back);
}

void build_progress(Builder& build, std::size_t number) {
    const app::PagePlace place = app::place_of_page(build.library, static_cast<int>(number));
    if (place.number == 0) return;
    Node& progress = build.leaf(Role::progress, "check/progress", build.word("check.title"));
    progress.label_hidden = true;
    progress.value = static_cast<float>(place.number);
    progress.max = static_cast<float>(place.count);
    progress.value_text = build.word("check.progress", {{"n", std::to_string(place.number)},
                                                        {"m", std::to_string(place.count)}});
}

// How far, why and what: in as few lines as it can be, so that the first question is in view.
void build_head(Builder& build, std::size_t number) {
    const std::string words = "page." + build.library.pages[number].id;
    if (drawers_open_in_place(build)) {
        build_progress(build, number);
        build.heading(1, "title", build.word(words + ".title"));
        build_why(build, number);
    } else {
        {
            const auto head = build.box(Role::group, "check/head", Look::plain, Arrange::ends);
            build_progress(build, number);
            build_why(build, number);
        }
        build.heading(1, "title", build.word(words + ".title"));
    }
    if (build.has(words + ".intro")) build.paragraphs("check/intro", words + ".intro");
}

void build_page(Builder& build) {
    const auto number = static_cast<std::size_t>(build.state.check.page);
    const auto& page = build.library.pages[number];
    const assess::Result result = assess::evaluate(build.library.check, build.state.answers);
    const assess::Reason* stop = stopping_reason(build, result);
    const auto all = build.box(Role::group, "check/page");
    build_head(build, number);
    if (page.optional) {
        build.paragraph("check/stem", build.word("phq4.stem"), Look::lead);
        build.paragraph("check/credit", build.word("phq4.credit"), Look::small);
    }
    const bool stop_on_page = stop && std::find(page.items.begin(), page.items.end(),
                                                stop->answer.item) != page.items.end();
    if (stop && !stop_on_page) {
        build_stop(build, result, *stop);
        build_leave(build, *stop);
    }
    bool any_sign = false, after_stop = stop && !stop_on_page;
    for (std::size_t item : page.items) {
        if (!assess::is_shown(build.library.check, build.state.answers, item)) continue;
        const bool answered = assess::is_answered(build.state.answers, item);
        any_sign = any_sign || picked_sign(build, item);
        // Later questions are not asked while help comes first; given answers stay in sight, and so
        // does the question that the stopping answer itself opens.
        if (after_stop && !answered && !depends_on_another(build, item)) continue;
        build_question(build, item, result, stop_on_page ? stop : nullptr);
        after_stop = after_stop || (stop_on_page && stop->answer.item == item);
    }
    // Not beside a sign that was picked: one touch must never take it back. Nor for one hard
    // question alone, which deserves its own answer.
    if (page.warning_signs && page.items.size() > 2 && !any_sign) {
        build.paragraph("check/none/hint", build.word("check.none_of_these.hint"), Look::small);
        build.button("check/none", build.word("check.none_of_these"), app::NoneOfThese{},
                     Look::secondary, Icon::check);
        Node& said = build.leaf(Role::status, "check/none/done");
        if (build.state.check.none_pages.count(build.state.check.page))
            said.label = build.word("check.none_of_these.done");
    }
    const bool answered = any_answered(build, page.items);
    build_onward(build, stop, answered);
    // For the whole page, and last: beside each question it would move what is read as soon as one is
    // answered.
    if (answered)
        build.button("check/clear", build.word("check.clear_page"), app::ClearPage{}, Look::quiet,
                     Icon::close);
}

// How many warning signs a page of them holds, if each is answered "no"; else 0.
int signs_at_no(const Builder& build, std::size_t number) {
    const auto& page = build.library.pages[number];
    if (!page.warning_signs) return 0;
    int count = 0;
    for (const std::size_t item : page.items) {
        if (!assess::is_shown(build.library.check, build.state.answers, item)) continue;
        const auto no = build.library.check.items[item].option_index("no");
        if (!no || build.state.answers.chosen[item] != 1u << *no) return 0;
        ++count;
    }
    return count;
}

void build_review_page(Builder& build, std::size_t number) {
    const auto& page = build.library.pages[number];
    const std::string key = "review/" + page.id;
    const std::string title = build.word("page." + page.id + ".title");
    const bool answered = any_answered(build, page.items);
    const auto part = build.box(Role::section, key, Look::plain,
                                answered ? Arrange::ends : Arrange::stack, title);
    // An optional page that was left out needs no line for each question.
    if (!page.optional || answered) {
        const auto answers = build.box(Role::list, key + "/answers");
        for (std::size_t item : page.items) {
            if (!assess::is_shown(build.library.check, build.state.answers, item)) continue;
            const std::string& id = build.library.check.items[item].id;
            const auto line = build.box(Role::item, key + "/" + id);
            build.paragraph(key + "/" + id + "/answer",
                            answer_line(build, item, build.state.answers.chosen[item]));
        }
    }
    // Beside answers a pencil says enough. An optional page is asked for from here only.
    const std::string_view says =
        page.optional && !answered ? "check.add_page" : "check.change_page";
    build
        .button(key + "/change", build.word(says, {{"page", title}}),
                app::OpenPage{static_cast<std::uint32_t>(number)}, Look::quiet,
                page.optional && !answered ? Icon::plus : Icon::change)
        .label_hidden = answered;
}

} // namespace

void build_why_asked(Builder& build, std::size_t number) {
    const auto& page = build.library.pages[number];
    for (const std::size_t item : page.items) {
        if (!assess::is_shown(build.library.check, build.state.answers, item)) continue;
        const std::string& id = build.library.check.items[item].id;
        build.paragraph("why/" + id + "/title", short_words(build, item), Look::eyebrow);
        build.paragraphs("why/" + id, "item." + id + ".why");
    }
    const std::string of_page = "page." + page.id + ".why";
    if (build.has(of_page)) build.paragraphs("why/page", of_page);
}

void build_check(Builder& build) {
    if (build.state.check.page < 0)
        build_introduction(build);
    else
        build_page(build);
}

void build_review(Builder& build) {
    const assess::Result result = assess::evaluate(build.library.check, build.state.answers);
    build.heading(1, "title", build.word("check.review.title"));
    const assess::Reason* stop = stopping_reason(build, result);
    if (stop) {
        build_stop(build, result, *stop);
        build_leave(build, *stop);
    }
    const std::size_t open = result.unanswered.size();
    if (open > 0)
        build.paragraph("review/open",
                        open == 1 ? build.word("check.review.open_one")
                                  : build.word("check.review.open", {{"n", std::to_string(open)}}),
                        Look::note);
    if (open > 0) build.paragraphs("review/text", "check.review.text");
    // Signs that all hold "no" are one line until somebody asks.
    std::vector<std::size_t> folded, open_pages;
    int signs = 0;
    for (std::size_t number = 0; number < build.library.pages.size(); ++number) {
        const int no = signs_at_no(build, number);
        (no > 0 ? folded : open_pages).push_back(number);
        signs += no;
    }
    {
        const auto card = build.box(Role::group, "review/answers", Look::card);
        for (const std::size_t number : open_pages)
            build_review_page(build, number);
    }
    if (!folded.empty() &&
        build.disclosure("review/signs",
                         build.word("check.review.all_no", {{"n", std::to_string(signs)}})))
        for (const std::size_t number : folded)
            build_review_page(build, number);
    build_onward(build, stop, true);
    build.button("review/clear", build.word("check.start_over"), app::StartOver{}, Look::danger,
                 Icon::close);
}

} // namespace tautline::view
