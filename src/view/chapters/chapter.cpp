#include "view/chapters/chapter.h"

#include "view/chapters/simulations.h"
#include "view/figures/amounts.h"
#include "view/screen/claims.h"
#include "view/screen/controls.h"
#include "view/screen/drawer.h"
#include "view/screen/later_part.h"
#include "view/screen/trace_table.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tautline::view {

namespace {

using app::Card;
using app::Control;

std::string card_key(Card card) {
    return "card/" + std::string(name(card));
}

// "Card 2 of 6: guess".
std::string card_label(const Builder& build, Card card) {
    if (card == Card::play) return build.word("nav.free");
    return build.word("dots." + std::string(name(card)),
                      {{"n", std::to_string(static_cast<int>(card) + 1)},
                       {"m", std::to_string(app::taught_cards)}});
}

const std::vector<Trace>* traces_of(const Figure& figure) {
    return std::visit(
        [](const auto& any) -> const std::vector<Trace>* {
            if constexpr (requires { any.traces; }) return &any.traces;
            return nullptr;
        },
        figure);
}

// One chapter's cards, each made where it is shown.
class Cards {
public:
    Cards(Builder& build, const ChapterScreen& chapter)
        : build_{build}, chapter_{chapter}, playback_{chapter.playback},
          words_{"chapter." + std::string(chapter.id) + "."} {}

    void build(Card card) {
        switch (card) {
        case Card::meet:
            say(card, has_run(playback_, card) ? "meet.done" : "meet.text");
            play_button(card);
            if (chapter_.safety) chapter_.safety();
            return;
        case Card::guess:
            return choice(build_, "prediction", word("guess.text"), Control::prediction,
                          playback_.prediction, build_.list(words_ + "guess.options"), Look::chip,
                          Arrange::row);
        case Card::run:
            say(card, "run.text");
            return play_button(card);
        case Card::compare:
            return build_compare();
        case Card::change:
            if (has_run(playback_, card) && playback_.run == card)
                say(card, "change." + std::string(chapter_.changed), chapter_.change_places);
            else
                say(card, "change.text");
            return chapter_.change ? chapter_.change() : play_button(card);
        case Card::take:
            return build_take();
        case Card::play:
            return build_play();
        }
    }

    // Whether what a card is there for has been done: the way on then stands out.
    bool is_done(Card card) const {
        switch (card) {
        case Card::guess:
            return playback_.prediction >= 0;
        case Card::meet:
        case Card::run:
        case Card::change:
            return has_run(playback_, card);
        default:
            return true;
        }
    }

private:
    std::string word(std::string_view key, const Places& places = {}) const {
        return build_.word(words_ + std::string(key), places);
    }

    void say(Card card, std::string_view key, const Places& places = {}) {
        build_.paragraph(card_key(card) + "/text", word(key, places), Look::words);
    }

    // Sets a run going, and holds it while it is under way.
    void play_button(Card card, std::string_view label = {}) {
        const bool going = playback_.playing && playback_.run == card;
        const std::string key =
            words_ + std::string(label.empty() ? std::string(name(card)) + ".label" : label);
        build_.button(card_key(card) + "/play",
                      going ? build_.word("control.pause") : build_.word(key), app::PlayCard{card},
                      has_run(playback_, card) ? Look::secondary : Look::primary,
                      going ? Icon::pause : Icon::play);
    }

    // The guess beside what the model did, once both are there.
    void build_compare() {
        const Card card = Card::compare;
        if (!has_run(playback_, Card::run)) {
            say(card, "compare.wait");
            if (!app::shows_text_view(build_.library, build_.state)) play_button(Card::run);
            return;
        }
        const auto options = build_.list(words_ + "guess.said");
        const int guess = playback_.prediction;
        const app::ChapterFacts* facts = build_.library.chapter(chapter_.id);
        if (!facts || guess < 0 || guess >= static_cast<int>(options.size()))
            say(card, "compare.none");
        else if (guess == facts->right_guess)
            say(card, "compare.same");
        else
            say(card, "compare.other", {{"guess", options[static_cast<std::size_t>(guess)]}});
        if (!app::shows_text_view(build_.library, build_.state))
            play_button(Card::run, "compare.label");
    }

    void build_take() {
        say(Card::take, "take.text");
        build_.paragraph("card/take/own", word("take.own"));
        build_.link("card/take/link", word("take.label"), chapter_.take_to, Look::secondary,
                    chapter_.take_icon);
        if (!app::shows_text_view(build_.library, build_.state))
            build_.button("card/take/play", build_.word("nav.free"), app::ShowCard{Card::play},
                          Look::secondary, Icon::play);
    }

    void build_play() {
        build_.paragraph("card/play/text", word("play.text"));
        {
            const auto controls = build_.box(Role::group, "chapter/controls", Look::plain,
                                             Arrange::stack, build_.word("chapter.controls"));
            chapter_.controls();
        }
        if (chapter_.clock) build_transport();
        build_.paragraph("card/play/note", word("play.note"), Look::small);
        // Made of a chapter's words, which a language has all or none of.
        if (!chapter_.carried.empty())
            build_.paragraph("carried", build_.marked(words_ + "play.text", chapter_.carried),
                             Look::small);
    }

    void build_transport() {
        const auto transport =
            build_.box(Role::group, "chapter/transport", Look::plain, Arrange::row);
        const bool playing = chapter_.free.playing;
        build_.button("control/play", build_.word(playing ? "control.pause" : "control.play"),
                      app::Press{Control::play_pause}, Look::icon,
                      playing ? Icon::pause : Icon::play);
        build_.button("control/step", build_.word("control.step"), app::Press{Control::step_once},
                      Look::icon, Icon::step);
        build_.button("control/reset", build_.word("control.reset"), app::Press{Control::reset},
                      Look::icon, Icon::reset);
        Node& slow = build_.leaf(Role::checkbox, "control/slow", build_.word("control.slow"));
        slow.look = Look::icon;
        slow.icon = Icon::slow;
        slow.checked = chapter_.free.slow;
        slow.action = app::Press{Control::slow_motion};
    }

    Builder& build_;
    const ChapterScreen& chapter_;
    const app::Playback& playback_;
    std::string words_;
};

void build_figure(Builder& build, const ChapterScreen& chapter) {
    const std::string words = "chapter." + std::string(chapter.id);
    const auto panel = build.box(Role::group, "chapter/panel", Look::panel);
    build.screen.nodes.back().accent = chapter.accent;
    Node& figure = build.leaf(Role::figure, "figure", build.word(words + ".figure.name"));
    figure.label_hidden = true;
    figure.description = build.word(words + ".figure.summary");
    figure.figure = chapter.figure;
    figure.accent = chapter.accent;
    build.paragraph("chapter/simplified", build.word("figure.simplified"), Look::small);
}

// A mark for each card, and which one is in view.
void build_dots(Builder& build, const ChapterScreen& chapter) {
    const auto dots =
        build.box(Role::navigation, "dots", Look::plain, Arrange::row, build.word("dots.name"));
    for (std::size_t i = 0; i < app::taught_cards; ++i) {
        const auto card = static_cast<Card>(i);
        Node& dot = build.button("dot/" + std::string(name(card)), card_label(build, card),
                                 app::ShowCard{card}, Look::dot);
        dot.label_hidden = true;
        dot.current = chapter.playback.card == card;
        dot.accent = chapter.accent;
    }
}

void build_sure(Builder& build, const std::string& id, int heading_level) {
    const std::string words = "chapter." + id;
    build_claims(build, id, "", heading_level);
    if (!build.has(words + ".limits") && !build.state.host.lacks_words) return;
    build.heading(heading_level, "limits/title", build.word("chapter.part.limits"));
    if (build.state.host.lacks_words) return build_later_part_missing(build, "limits");
    build.bullets("limits/points", words + ".limits");
    const app::ChapterFacts* facts = build.library.chapter(id);
    if (!facts) return;
    build.paragraph("limits/sources",
                    build.word("claim.sources", {{"sources", citations(build, facts->sources)}}),
                    Look::small);
}

void build_numbers(Builder& build, const std::string& id, const std::vector<Trace>& traces) {
    if (build.state.host.lacks_words) return build_later_part_missing(build, "numbers");
    build.bullets("numbers/points", "chapter." + id + ".numbers");
    build_trace_table(build, "numbers/table", build.word("chapter." + id + ".figure.name"), traces);
}

void build_drawers(Builder& build, const ChapterScreen& chapter) {
    const auto row = build.box(Role::group, "drawers", Look::plain,
                               drawers_open_in_place(build) ? Arrange::stack : Arrange::row);
    const std::string id(chapter.id);
    build_sure_drawer(build, id, 3);
    const auto* traces = traces_of(chapter.figure);
    build_drawer(build, "drawer/numbers", build.word("drawer.numbers"),
                 [&build, id, all = traces ? *traces : std::vector<Trace>{}] {
                     build_numbers(build, id, all);
                 });
    const std::string words = "chapter." + id;
    build_drawer(build, "drawer/describe", build.word("drawer.describe"),
                 [&build, words, told = build.marked(words + ".play.text", chapter.told)] {
                     build.paragraph("describe/summary", build.word(words + ".figure.summary"));
                     build.paragraph("describe", told);
                 });
}

void build_turn(Builder& build, const ChapterScreen& chapter, const Cards& cards) {
    const auto turn = build.box(Role::group, "card/turn", Look::plain, Arrange::ends);
    const Card card = chapter.playback.card;
    const auto number = static_cast<int>(card);
    if (card == Card::play) {
        build.button("card/leave", build.word("nav.free.leave"), app::ShowCard{Card::meet},
                     Look::secondary, Icon::back);
        return build_next_chapter(build);
    }
    Node& back = build.button("card/back", build.word("nav.back"),
                              app::ShowCard{static_cast<Card>(std::max(0, number - 1))},
                              Look::quiet, Icon::back);
    back.disabled = card == Card::meet;
    if (card == Card::take) return build_next_chapter(build);
    build.button("card/next", build.word("nav.next"), app::ShowCard{static_cast<Card>(number + 1)},
                 cards.is_done(card) ? Look::primary : Look::secondary, Icon::next);
}

// One card at a time, in one window with the figure.
void build_stage(Builder& build, const ChapterScreen& chapter, Cards& cards) {
    const auto stage = build.box(Role::section, "chapter/stage", Look::plain, Arrange::stage,
                                 build.word("chapter.stage"));
    build_figure(build, chapter);
    const auto words = build.box(Role::group, "card", Look::words, Arrange::stack,
                                 card_label(build, chapter.playback.card));
    build.screen.nodes.back().accent = chapter.accent;
    build_dots(build, chapter);
    cards.build(chapter.playback.card);
    build_drawers(build, chapter);
    build_turn(build, chapter, cards);
}

// All cards, one below the other.
void build_pages(Builder& build, const ChapterScreen& chapter, Cards& cards) {
    build_figure(build, chapter);
    for (std::size_t i = 0; i < app::card_count; ++i) {
        const auto card = static_cast<Card>(i);
        const std::string label = card_label(build, card), key = card_key(card);
        const auto section = build.box(Role::section, key, Look::card, Arrange::stack, label);
        build.screen.nodes.back().accent = chapter.accent;
        build.heading(2, key + "/title", label);
        cards.build(card);
    }
    build_drawers(build, chapter);
    const auto onward = build.box(Role::group, "chapter/onward", Look::plain, Arrange::row);
    build_next_chapter(build);
}

// The six chapters, one tap away.
BodyView view_of(app::Route chapter) {
    switch (chapter) {
    case app::Route::chapter_muscles:
        return BodyView::back;
    case app::Route::chapter_cortisol:
        return BodyView::glands;
    case app::Route::chapter_sensitivity:
        return BodyView::cord;
    default:
        return BodyView::whole;
    }
}

// What a card says, from the tree: its words stand in one place alone.
std::string words_of_card(const Screen& screen, Card card) {
    const Node* node =
        find(screen, card == Card::guess ? "control/prediction" : card_key(card) + "/text");
    return node ? node->label : std::string{};
}

} // namespace

Presence presence_of(const app::AppState& state) {
    return {{view_of(state.journey.from), narrow(state.journey.share)},
            state.ambient_s,
            state.pulse.beat,
            state.pulse.breath};
}

std::string amount(const Builder& build, std::string_view key, double value) {
    return build.word(
        key, {{"n", fixed(value, value == static_cast<double>(static_cast<long>(value)) ? 0 : 1)}});
}

void add_guess(const app::Library& library, const app::Playback& playback, std::string_view id,
               double per_unit, Trace& trace) {
    if (playback.card != Card::guess && playback.card != Card::run &&
        playback.card != Card::compare)
        return;
    const app::ChapterFacts* facts = library.chapter(id);
    const int guess = playback.prediction;
    if (!facts || guess < 0 || guess >= static_cast<int>(facts->guesses.size())) return;
    for (const auto& point : facts->guesses[static_cast<std::size_t>(guess)])
        trace.guess.push_back({narrow(point.at / per_unit), static_cast<float>(point.value)});
    trace.guess_label = library.words.text("figure.guess");
}

void cut_to_axis(Trace& trace) {
    for (std::vector<float>* line : {&trace.values, &trace.compare}) {
        const auto most = static_cast<std::size_t>((trace.to - trace.from) / trace.step + 1.001f);
        if (line->size() > most) line->resize(most);
    }
}

std::string heard_card(const Builder& build) {
    const app::Playback* playback = cards_of(build.state, build.state.route);
    if (!playback) return {};
    const std::string label = card_label(build, playback->card);
    const std::string said = words_of_card(build.screen, playback->card);
    return said.empty() ? label : label + ". " + said;
}

std::string heard_end(const Builder& build) {
    const app::Playback* playback = cards_of(build.state, build.state.route);
    if (!playback || !playback->run) return {};
    const std::string key = "chapter." + std::string(app::entry(build.state.route).name) + "." +
                            std::string(name(*playback->run)) + ".over";
    return build.has(key) ? build.word(key) : words_of_card(build.screen, *playback->run);
}

void build_chapter_list(Builder& build) {
    build_drawer(build, "drawer/chapters", build.word("nav.chapters"), [&build] {
        const auto list = build.box(Role::list, "chapters");
        for (std::size_t i = 0; i < app::chapter_count; ++i) {
            const app::Route route = app::chapter(i);
            if (!build.state.decided.offers(route)) continue;
            const std::string key = "chapters/" + std::string(app::entry(route).name);
            const auto item = build.box(Role::item, key);
            build
                .link(key + "/link",
                      build.word("nav.chapters.row",
                                 {{"n", std::to_string(i + 1)},
                                  {"title", build.word(app::entry(route).title)}}),
                      route)
                .current = build.state.route == route;
            // The name by which it is looked for.
            if (route == app::Route::chapter_sensitivity)
                build.paragraph("chapters/term", build.word("home.term"), Look::small);
        }
        if (app::simulated_chapter(build.state.route) &&
            !app::shows_text_view(build.library, build.state)) {
            const auto item = build.box(Role::item, "chapters/play");
            build.button("chapters/play/button", build.word("nav.free"), app::ShowCard{Card::play},
                         Look::quiet, Icon::play);
        }
    });
}

void build_chapter_head(Builder& build, std::string_view id, Accent accent) {
    const auto head = build.box(Role::group, "chapter/head", Look::plain,
                                drawers_open_in_place(build) ? Arrange::stack : Arrange::ends);
    build.screen.nodes.back().accent = accent;
    build.heading(1, "title", build.word("chapter." + std::string(id) + ".title"), Look::words);
    build_chapter_list(build);
}

void build_sure_drawer(Builder& build, const std::string& id, int heading_level) {
    build_drawer(build, "drawer/sure", build.word("drawer.sure"),
                 [&build, id, heading_level] { build_sure(build, id, heading_level); });
}

void build_next_chapter(Builder& build) {
    const app::Route next = build.state.decided.after(build.state.route);
    const bool last = next == app::Route::check;
    build.link("chapter/next", build.word(last ? app::entry(next).title : "chapter.next"), next,
               Look::primary, last ? Icon::check : Icon::next);
}

void build_spots(Builder& build, std::string_view key, const std::vector<SpotButton>& buttons) {
    const bool in_order = app::shows_text_view(build.library, build.state);
    const auto make = [&] {
        for (const SpotButton& each : buttons) {
            Node& node =
                build.button(each.key, each.name, each.action, in_order ? Look::chip : Look::cover);
            node.current = each.chosen;
            node.label_hidden = !in_order;
            if (!in_order) node.spot = each.spot;
        }
    };
    if (!in_order) return make();
    const auto row = build.box(Role::group, std::string(key), Look::plain, Arrange::row);
    make();
}

void build_chapter(Builder& build, const ChapterScreen& chapter) {
    Cards cards{build, chapter};
    build_chapter_head(build, chapter.id, chapter.accent);
    if (app::shows_text_view(build.library, build.state))
        build_pages(build, chapter, cards);
    else
        build_stage(build, chapter, cards);
}

} // namespace tautline::view
