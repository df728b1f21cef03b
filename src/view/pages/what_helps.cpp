// What helps, by evidence.
#include "view/screen/claims.h"
#include "view/screens.h"

namespace tautline::view {

namespace {

using app::Route;

std::string_view evidence_name(app::Evidence evidence) {
    static constexpr std::string_view names[] = {"strong", "moderate", "low", "very_low",
                                                 "plausible"};
    return names[static_cast<std::size_t>(evidence)];
}

void build_section(Builder& build, const std::string& key, std::string_view title,
                   std::string_view points) {
    const std::string heading = build.word(title);
    const auto section = build.box(Role::section, key, Look::plain, Arrange::stack, heading);
    build.heading(2, key + "/title", heading);
    build.bullets(key + "/points", points);
}

} // namespace

void build_what_helps(Builder& build) {
    build.heading(1, "title", build.word("helps.title"));
    build.paragraphs("helps/intro", "helps.intro");
    {
        const auto doors = build.box(Role::group, "helps/doors", Look::plain, Arrange::row);
        build.link("helps/breathing", build.word("pacer.title"), Route::breathing, Look::primary,
                   Icon::breath);
        build.link("helps/relaxation", build.word("relax.title"), Route::relaxation, Look::primary,
                   Icon::body);
        build.link("helps/signs", build.word("nav.warning_signs"), Route::warning_signs,
                   Look::secondary, Icon::warning);
    }
    {
        const auto section = build.box(Role::section, "helps/all", Look::plain, Arrange::stack,
                                       build.word("helps.list.title"));
        build.heading(2, "helps/all/title", build.word("helps.list.title"));
        const auto grid = build.box(Role::group, "helps/grid", Look::plain, Arrange::grid);
        for (const app::Help& help : build.library.helps) {
            const std::string key = "help/" + help.id, words = "help." + help.id;
            const auto card = build.box(Role::group, key, Look::card);
            build.heading(3, key + "/title", build.word(words + ".title"));
            build.paragraphs(key + "/text", words + ".text");
            build.paragraph(
                key + "/level",
                build.word(
                    "helps.evidence",
                    {{"level", build.word("evidence." + std::string(evidence_name(help.evidence)) +
                                          ".label")}}),
                Look::eyebrow);
            build.paragraph(key + "/evidence", build.word(words + ".evidence"), Look::small);
            if (!help.sources.empty())
                build.paragraph(
                    key + "/sources",
                    build.word("claim.sources", {{"sources", citations(build, help.sources)}}),
                    Look::small);
        }
    }
    build.paragraph("helps/medicine", build.word("helps.medicine"), Look::note);
    build_section(build, "helps/when", "helps.when.title", "helps.when");
    build_section(build, "helps/clinician", "helps.words_for_clinician.title",
                  "helps.words_for_clinician");
}

} // namespace tautline::view
