// Chapter 6, patterns: clues to sort, and claims by topic.
#include "view/chapters/reading.h"
#include "view/screens.h"

#include <iterator>

namespace tautline::view {

namespace {

using app::Control;
using app::Route;

constexpr std::string_view column_names[] = {"tension", "movement", "nerve", "no_clue"};

std::string column_title(const Builder& build, std::size_t column) {
    return build.word("column." + std::string(column_names[column]) + ".title");
}

// One clue at a time: choose its column, and the answer with its evidence stands there at once.
void build_clue(Builder& build, std::size_t index, const std::vector<std::string>& titles) {
    const app::Clue& clue = build.library.clues[index];
    const std::string key = "sort/clue/" + clue.id;
    const auto card = build.box(Role::group, key, Look::card);
    const int column = build.state.sorting.column[index];
    {
        const auto group = build.box(Role::radio_group, key + "/columns", Look::plain,
                                     Arrange::stack, build.word("clue." + clue.id + ".text"));
        for (std::size_t option = 0; option < titles.size(); ++option) {
            Node& radio = build.leaf(Role::radio, key + "/" + std::string(column_names[option]),
                                     titles[option]);
            radio.checked = column == static_cast<int>(option);
            radio.description = build.word("column." + std::string(column_names[option]) + ".text");
            radio.action = app::SortClue{static_cast<std::uint32_t>(index),
                                         static_cast<std::uint32_t>(option)};
        }
    }
    if (column < 0) return;
    const auto ours = static_cast<std::size_t>(clue.column);
    const auto chosen = static_cast<std::size_t>(column);
    const auto answer = build.box(Role::group, key + "/answer", Look::research);
    build.leaf(Role::status, key + "/answer/where",
               build.word(chosen == ours ? "sort.same" : "sort.other",
                          {{"column", titles[ours]}, {"chosen", titles[chosen]}}));
    build.paragraphs(key + "/answer/why", "clue." + clue.id + ".why");
}

// Where each clue belongs by the evidence, column by column: to look up, and for the page without
// script.
void build_all_clues(Builder& build, const std::vector<std::string>& titles) {
    if (!build.disclosure("sort/all", build.word("sort.all"))) return;
    const auto grid = build.box(Role::group, "sort/all/columns", Look::plain, Arrange::grid);
    for (std::size_t column = 0; column < titles.size(); ++column) {
        const std::string key = "sort/column/" + std::string(column_names[column]);
        const auto card = build.box(Role::group, key, Look::card);
        build.heading(3, key + "/title", titles[column]);
        build.paragraph(key + "/text",
                        build.word("column." + std::string(column_names[column]) + ".text"),
                        Look::small);
        for (const app::Clue& clue : build.library.clues) {
            if (static_cast<std::size_t>(clue.column) != column) continue;
            build.heading(4, key + "/" + clue.id, build.word("clue." + clue.id + ".text"));
            build.paragraphs(key + "/" + clue.id + "/why", "clue." + clue.id + ".why");
        }
    }
}

void build_sorting(Builder& build) {
    const std::size_t count = build.library.clues.size();
    if (count == 0) return;
    const auto section =
        build.box(Role::section, "sort", Look::plain, Arrange::stack, build.word("sort.title"));
    build.heading(2, "sort/title", build.word("sort.title"));
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < std::size(column_names); ++i)
        titles.push_back(column_title(build, i));
    std::size_t sorted = 0;
    for (int column : build.state.sorting.column)
        sorted += column >= 0 ? 1 : 0;
    Node& progress = build.leaf(Role::progress, "sort/progress", build.word("sort.title"));
    progress.label_hidden = true;
    progress.value = static_cast<float>(sorted);
    progress.max = static_cast<float>(count);
    progress.value_text =
        sorted == count ? build.word("sort.done")
                        : build.word("sort.progress",
                                     {{"n", std::to_string(sorted)}, {"m", std::to_string(count)}});
    const auto clue = static_cast<std::size_t>(build.state.sorting.clue);
    build_clue(build, clue, titles);
    {
        const auto onward = build.box(Role::group, "sort/onward", Look::plain, Arrange::row);
        Node& next = build.button("sort/next", build.word("sort.next"),
                                  app::Press{Control::sort_next}, Look::primary, Icon::next);
        next.disabled = clue + 1 >= count;
        Node& back = build.button("sort/back", build.word("sort.back"),
                                  app::Press{Control::sort_back}, Look::secondary, Icon::back);
        back.disabled = clue == 0;
    }
    build_all_clues(build, titles);
}

} // namespace

void build_patterns(Builder& build) {
    build_chapter_head(build, "chapter.patterns", Accent::patterns);
    build_sorting(build);
    for (const char* topic : {"start", "movement", "nerve", "treatment", "body-signs"})
        build_topic(build, "patterns", topic);
    {
        const auto limits = build.box(Role::section, "chapter/limits", Look::note, Arrange::stack,
                                      build.word("chapter.part.limits"));
        build.heading(2, "chapter/limits/title", build.word("chapter.part.limits"));
        build.bullets("chapter/limits/points", "chapter.patterns.limits");
    }
    build.paragraph("chapter/takeaway", build.word("chapter.patterns.takeaway"), Look::quote)
        .accent = Accent::patterns;
    build_chapter_onward(build, "home.check.title", Route::check);
}

} // namespace tautline::view
