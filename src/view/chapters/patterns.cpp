// Chapter 6: one clue, and four trays. It goes to the tray that the evidence has for it, whichever a
// person taps, and at the end the trays stand full: most clues don't tell.
#include "view/chapters/chapter.h"
#include "view/screen/drawer.h"
#include "view/screens.h"

#include <algorithm>
#include <array>

namespace tautline::view {

namespace {

using app::Control;

constexpr std::array<std::string_view, 4> tray_names = {"tension", "movement", "nerve", "no_clue"};

std::string tray_title(const Builder& build, std::size_t tray) {
    return build.word("column." + std::string(tray_names[tray]) + ".title");
}

std::size_t tray_of(const app::Clue& clue) {
    return static_cast<std::size_t>(clue.column);
}

// How many clues lie in each tray: those that have been sorted, or all there are.
std::array<int, tray_names.size()> piles(const Builder& build, bool all) {
    std::array<int, tray_names.size()> counts{};
    for (std::size_t i = 0; i < build.library.clues.size(); ++i)
        if (all || build.state.sorting.column[i] >= 0) ++counts[tray_of(build.library.clues[i])];
    return counts;
}

void build_trays(Builder& build, const app::Clue* clue, int chosen) {
    const auto panel = build.box(Role::group, "chapter/panel", Look::panel);
    build.screen.nodes.back().accent = Accent::patterns;
    const auto filled = piles(build, false), full = piles(build, true);
    TraysFigure trays;
    const int room = *std::max_element(full.begin(), full.end());
    std::vector<std::string> titles;
    std::vector<SpotButton> buttons;
    Places told;
    for (std::size_t i = 0; i < tray_names.size(); ++i) {
        titles.push_back(tray_title(build, i));
        told.emplace_back(tray_names[i], titles.back() + " " + std::to_string(filled[i]));
        buttons.push_back({"sort/tray/" + std::string(tray_names[i]), titles.back(),
                           app::SortClue{static_cast<std::uint32_t>(build.state.sorting.clue),
                                         static_cast<std::uint32_t>(i)},
                           chosen == static_cast<int>(i), static_cast<int>(i)});
    }
    const std::string summary = build.word("sort.figure.summary", told);
    make_paintable(build, titles);
    for (std::size_t i = 0; i < titles.size(); ++i)
        trays.trays.push_back(
            {titles[i], filled[i], room, clue && chosen >= 0 && tray_of(*clue) == i});
    if (titles.empty()) { // trays without names would say nothing
        build.paragraph("figure/told", summary);
    } else {
        Node& figure = build.leaf(Role::figure, "figure", build.word("sort.figure"));
        figure.label_hidden = true;
        figure.description = summary;
        figure.figure = std::move(trays);
    }
    if (clue) build_spots(build, "trays", buttons);
}

void build_clue(Builder& build, const app::Clue& clue, int chosen) {
    const std::size_t count = build.library.clues.size();
    build.paragraph(
        "sort/progress",
        build.word("sort.progress", {{"n", std::to_string(build.state.sorting.clue + 1)},
                                     {"m", std::to_string(count)}}),
        Look::small);
    build.paragraph("sort/clue", build.word("clue." + clue.id + ".text"), Look::words);
    build.leaf(Role::status, "sort/answer",
               chosen < 0
                   ? build.word("sort.hint")
                   : build.word("sort.answer", {{"column", tray_title(build, tray_of(clue))},
                                                {"why", build.word("clue." + clue.id + ".why")}}));
}

// The picture that is the lesson.
void build_lesson(Builder& build) {
    const auto full = piles(build, true);
    build.paragraph("sort/done",
                    build.word("sort.done", {{"n", std::to_string(full.back())},
                                             {"m", std::to_string(build.library.clues.size())}}),
                    Look::words);
}

void build_turn(Builder& build, bool over, bool sorted) {
    const auto turn = build.box(Role::group, "card/turn", Look::plain, Arrange::ends);
    Node& back = build.button("sort/back", build.word("nav.back"), app::Press{Control::sort_back},
                              Look::quiet, Icon::back);
    back.disabled = build.state.sorting.clue == 0;
    if (over) return build_next_chapter(build);
    build.button("sort/next", build.word("nav.next"), app::Press{Control::sort_next},
                 sorted ? Look::primary : Look::secondary, Icon::next);
}

} // namespace

void build_every_clue(Builder& build) {
    for (std::size_t tray = 0; tray < tray_names.size(); ++tray) {
        const std::string key = "sort/column/" + std::string(tray_names[tray]);
        build.heading(2, key, tray_title(build, tray));
        for (const app::Clue& clue : build.library.clues) {
            if (tray_of(clue) != tray) continue;
            build.heading(3, key + "/" + clue.id, build.word("clue." + clue.id + ".text"));
            build.paragraph(key + "/" + clue.id + "/why", build.word("clue." + clue.id + ".why"));
        }
    }
}

void build_patterns(Builder& build) {
    build_chapter_head(build, "patterns", Accent::patterns);
    const app::Sorting& sorting = build.state.sorting;
    const auto at = static_cast<std::size_t>(sorting.clue);
    const app::Clue* clue = at < build.library.clues.size() ? &build.library.clues[at] : nullptr;
    const int chosen = clue ? sorting.column[at] : -1;
    const auto stage = build.box(Role::section, "chapter/stage", Look::plain, Arrange::stage,
                                 build.word("chapter.stage"));
    build_trays(build, clue, chosen);
    const auto card =
        build.box(Role::group, "card", Look::words, Arrange::stack, build.word("sort.card"));
    build.screen.nodes.back().accent = Accent::patterns;
    if (clue)
        build_clue(build, *clue, chosen);
    else
        build_lesson(build);
    {
        const auto row = build.box(Role::group, "drawers", Look::plain,
                                   drawers_open_in_place(build) ? Arrange::stack : Arrange::row);
        build_sure_drawer(build, "patterns", 2);
        if (!clue || drawers_open_in_place(build))
            build_drawer(build, "drawer/all", build.word("sort.all"),
                         [&build] { build_every_clue(build); });
    }
    build_turn(build, !clue, chosen >= 0);
}

} // namespace tautline::view
