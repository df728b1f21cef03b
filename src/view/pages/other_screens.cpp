// What helps, sources, settings and about.
#include "view/chapters/chapter.h"
#include "view/screen/languages.h"
#include "view/screen/parts.h"
#include "view/screens.h"

namespace tautline::view {

namespace {

using app::Control;
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

void build_text_section(Builder& build, const std::string& key, const std::string& words) {
    const std::string heading = build.word(words + ".title");
    const auto section = build.box(Role::section, key, Look::plain, Arrange::stack, heading);
    build.heading(2, key + "/title", heading);
    build.paragraphs(key + "/text", words + ".text");
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

void build_sources(Builder& build) {
    build.heading(1, "title", build.word("sources.title"));
    build.paragraphs("sources/intro", "sources.intro");
    const auto all = build.box(Role::list, "sources/all");
    for (const app::Source& source : build.library.sources) {
        const std::string key = "source/" + source.id;
        const auto item = build.box(Role::item, key);
        build.paragraph(key + "/citation", source.citation).lang = english;
        if (source.secondary)
            build.paragraph(key + "/secondary", build.word("sources.secondary"), Look::small);
        if (!source.link.empty()) build.outside_link(key + "/link", source.link, source.link);
    }
}

namespace {

void build_languages(Builder& build) {
    const app::Words& words = build.library.words;
    const std::string& wanted = build.state.settings.language;
    if (count_offered_languages(build) < 2) return;
    const auto card = build.box(Role::group, "settings/languages", Look::card);
    {
        const auto all = build.box(Role::radio_group, "settings/language", Look::plain,
                                   Arrange::row, build.word("settings.language.heading"));
        for (const app::Language& language : build.library.languages) {
            if (!build.state.place.speaks(language.language)) continue;
            Node& node = build_language(build, Role::radio, "settings/language", language);
            node.look = Look::chip;
            node.checked = language.language == (wanted.empty() ? words.language : wanted);
        }
    }
    build.leaf(Role::status, "settings/language/state",
               wanted.empty() ? "" : build.word("settings.language.loading"));
    build.paragraph("settings/language/text", build.word("settings.language.text"), Look::small);
}

} // namespace

void build_settings(Builder& build) {
    const app::Settings& settings = build.state.settings;
    build.heading(1, "title", build.word("settings.title"));
    build.paragraph("settings/text", build.word("settings.text"));
    build_languages(build);
    const auto card = build.box(Role::group, "settings/card", Look::card);
    slider(build, "setting_text_percent", Control::setting_text_percent, settings.text_percent, 100,
           300, 25, build.word("value.percent", {{"n", std::to_string(settings.text_percent)}}));
    choice(build, "setting_theme", build.word("control.setting_theme"), Control::setting_theme,
           static_cast<int>(settings.theme),
           {build.word("option.theme.automatic"), build.word("option.theme.light"),
            build.word("option.theme.dark"), build.word("option.theme.contrast"),
            build.word("option.theme.warm")});
    choice(build, "setting_typeface", build.word("control.setting_typeface"),
           Control::setting_typeface, static_cast<int>(settings.typeface),
           {build.word("option.typeface.usual"), build.word("option.typeface.second")});
    if (settings.typeface_missing)
        build.paragraph("settings/typeface/missing", build.word("settings.typeface.missing"),
                        Look::note);
    on_off(build, "setting_wide_spacing", Control::setting_wide_spacing, settings.wide_spacing);
    on_off(build, "setting_motion", Control::setting_motion, settings.less_motion);
    if (build.library.words.text_view_only) {
        build.paragraph("settings/text_view", build.word("settings.text_view.only"), Look::small);
    } else if (!build.state.lacks_typeface) { // else the page itself says why there is no choice
        on_off(build, "setting_text_view", Control::setting_text_view, settings.text_view);
        build.paragraph("settings/text_view", build.word("settings.text_view.text"), Look::small);
    }
    on_off(build, "setting_read_aloud", Control::setting_read_aloud, settings.read_aloud);
    build.paragraph("settings/read_aloud", build.word("settings.read_aloud.text"), Look::small);
    on_off(build, "setting_arrow_keys", Control::setting_arrow_keys, settings.arrow_keys);
    build.paragraph("settings/arrow_keys", build.word("settings.arrow_keys.text"), Look::small);
    build.button("settings/help", build.word("keys.title"), app::Press{Control::help},
                 Look::secondary, Icon::settings);
    build.button("settings/clear", build.word("check.start_over"), app::StartOver{}, Look::danger,
                 Icon::close);
    build.paragraph("settings/clear/hint", build.word("check.start_over.hint"), Look::small);
}

void build_about(Builder& build) {
    build.heading(1, "title", build.word("about.title"));
    for (const char* part : {"what", "not", "article", "made", "privacy"})
        build_text_section(build, std::string("about/") + part, std::string("about.") + part);
    build.paragraph("about/reviewed",
                    build.library.words.reviewed_by.empty()
                        ? build.word("about.not_reviewed")
                        : build.word("about.reviewed", {{"name", build.library.words.reviewed_by}}),
                    Look::note);
    {
        const auto accuracy = build.box(Role::section, "about/accuracy", Look::card, Arrange::stack,
                                        build.word("about.accuracy.title"));
        build.heading(2, "about/accuracy/title", build.word("about.accuracy.title"));
        build.paragraphs("about/accuracy/text", "accuracy.text");
        build.paragraphs("about/accuracy/sources", "accuracy.sources", Look::small);
    }
    build_text_section(build, "about/credits", "about.credits");
    build.paragraph("about/version",
                    build.word("about.version", {{"pack", build.library.check.id},
                                                 {"version", build.library.check.version}}),
                    Look::small);
    {
        // A second way to every screen, besides Home's doors and each screen's next.
        const auto pages = build.box(Role::section, "about/pages", Look::plain, Arrange::stack,
                                     build.word("about.pages.title"));
        build.heading(2, "about/pages/title", build.word("about.pages.title"));
        const auto list = build.box(Role::list, "about/pages/list");
        const auto add = [&](Route route, std::string_view words_key) {
            const std::string key = "about/page/" + std::string(route_name(route));
            const auto item = build.box(Role::item, key);
            build.link(key + "/link", build.word(words_key), route);
        };
        add(Route::home, "home.title");
        add(Route::warning_signs, "nav.warning_signs");
        add(Route::chapter_alarm, "chapter.alarm.title");
        add(Route::chapter_muscles, "chapter.muscles.title");
        add(Route::chapter_cortisol, "chapter.cortisol.title");
        add(Route::chapter_sensitivity, "chapter.sensitivity.title");
        add(Route::chapter_feel, "chapter.feel.title");
        add(Route::chapter_patterns, "chapter.patterns.title");
        add(Route::check, "home.check.title");
        add(Route::what_helps, "nav.what_helps");
        add(Route::breathing, "pacer.title");
        add(Route::relaxation, "relax.title");
        add(Route::settings, "nav.settings");
    }
    const auto onward = build.box(Role::group, "about/onward", Look::plain, Arrange::row);
    build.link("about/sources", build.word("nav.sources"), Route::sources, Look::secondary,
               Icon::sources);
    build.link("about/gallery", build.word("gallery.title"), Route::gallery, Look::quiet);
}

} // namespace tautline::view
