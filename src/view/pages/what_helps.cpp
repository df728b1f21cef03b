// What helps: one first step each, in order of evidence and ease. What studies found stands behind
// how sure it is.
#include "view/screen/claims.h"
#include "view/screen/drawer.h"
#include "view/screens.h"

#include <iterator>

namespace tautline::view {

namespace {

using app::Route;

// More nobody weighs up; what a pack says besides stands behind its title.
constexpr std::size_t most_cards = 8;

std::string evidence_label(const Builder& build, app::Evidence evidence) {
    static constexpr std::string_view names[] = {"strong", "moderate", "low", "very_low",
                                                 "plausible"};
    return build.word("evidence." + std::string(names[static_cast<std::size_t>(evidence)]) +
                      ".label");
}

// What stands behind a card or a title: a help's evidence, or, past the helps, a list of points.
constexpr std::string_view points[] = {"when", "words_for_clinician"};

void build_behind(Builder& build, std::size_t number, const std::string& key,
                  const std::string& title) {
    build_drawer(build, "drawer/" + key, title,
                 [&build, number] { build_help_drawer(build, number); });
}

void build_card(Builder& build, std::size_t number) {
    const app::Help& help = build.library.helps[number];
    const std::string key = "help/" + help.id, words = "help." + help.id;
    const auto card = build.box(Role::group, key, Look::card);
    build.heading(2, key + "/title", build.word(words + ".title"));
    build.paragraphs(key + "/text", words + ".text");
    const auto more = build.box(Role::group, key + "/more", Look::plain,
                                drawers_open_in_place(build) ? Arrange::stack : Arrange::row);
    if (help.id == "slow-breathing")
        build.link("helps/breathing", build.word("pacer.title"), Route::breathing, Look::secondary,
                   Icon::breath);
    if (help.id == "muscle-relaxation")
        build.link("helps/relaxation", build.word("relax.title"), Route::relaxation,
                   Look::secondary, Icon::body);
    build_behind(build, number, help.id, evidence_label(build, help.evidence));
}

} // namespace

void build_what_helps(Builder& build) {
    const auto& helps = build.library.helps;
    build.heading(1, "title", build.word("helps.title"));
    build.paragraphs("helps/intro", "helps.intro");
    build.link("helps/signs", build.word("nav.warning_signs"), Route::warning_signs,
               Look::secondary, Icon::warning);
    {
        const auto grid = build.box(Role::group, "helps/grid", Look::plain, Arrange::grid);
        for (std::size_t i = 0; i < helps.size() && i < most_cards; ++i)
            build_card(build, i);
    }
    {
        const std::string title = build.word("helps.spell.title");
        const auto spell =
            build.box(Role::section, "helps/spell", Look::note, Arrange::stack, title);
        build.heading(2, "helps/spell/title", title);
        build.paragraph("helps/spell/text", build.word("helps.spell.text"));
    }
    const auto drawers = build.box(Role::group, "drawers", Look::plain,
                                   drawers_open_in_place(build) ? Arrange::stack : Arrange::row);
    for (std::size_t i = most_cards; i < helps.size(); ++i)
        build_behind(build, i, helps[i].id, build.word("help." + helps[i].id + ".title"));
    for (std::size_t i = 0; i < std::size(points); ++i) {
        const std::string name{points[i]};
        build_behind(build, helps.size() + i, name, build.word("helps." + name + ".title"));
    }
    build.paragraph("helps/medicine", build.word("helps.medicine"), Look::small);
}

void build_help_drawer(Builder& build, std::size_t number) {
    const auto& helps = build.library.helps;
    if (number >= helps.size()) {
        const std::string name = "helps." + std::string(points[number - helps.size()]);
        return build.bullets(name, name);
    }
    const app::Help& help = helps[number];
    const std::string key = "help/" + help.id, words = "help." + help.id;
    if (number >= most_cards) build.paragraphs(key + "/text", words + ".text");
    build.paragraphs(key + "/evidence", words + ".evidence");
    if (!help.sources.empty())
        build.paragraph(key + "/sources",
                        build.word("claim.sources", {{"sources", citations(build, help.sources)}}),
                        Look::small);
}

} // namespace tautline::view
