// Languages, and how everything looks and moves.
#include "view/screen/controls.h"
#include "view/screen/language_choice.h"
#include "view/screens.h"

namespace tautline::view {

namespace {

using app::Control;

void build_languages(Builder& build) {
    const app::Words& words = build.library.words;
    const std::string& wanted = build.state.settings.language;
    if (count_offered_languages(build) < 2) return;
    const auto card = build.box(Role::group, "settings/languages", Look::card);
    {
        const auto all = build.box(Role::radio_group, "settings/language", Look::plain,
                                   Arrange::row, build.word("settings.language.heading"));
        for (const app::Language& language : build.library.languages) {
            if (!build.state.decided.speaks(language.language)) continue;
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
    slider(build, Control::setting_text_percent,
           build.word("value.percent", {{"n", std::to_string(settings.text_percent)}}));
    choice(build, Control::setting_theme,
           {build.word("option.theme.automatic"), build.word("option.theme.light"),
            build.word("option.theme.dark"), build.word("option.theme.contrast"),
            build.word("option.theme.warm")});
    choice(build, Control::setting_typeface,
           {build.word("option.typeface.usual"), build.word("option.typeface.second")});
    if (settings.typeface_missing)
        build.paragraph("settings/typeface/missing", build.word("settings.typeface.missing"),
                        Look::note);
    on_off(build, Control::setting_wide_spacing);
    on_off(build, Control::setting_motion);
    if (build.library.words.text_view_only) {
        build.paragraph("settings/text_view", build.word("settings.text_view.only"), Look::small);
    } else if (!build.state.lacks_typeface) { // else the page itself says why there is no choice
        on_off(build, Control::setting_text_view);
        build.paragraph("settings/text_view", build.word("settings.text_view.text"), Look::small);
    }
    on_off(build, Control::setting_read_aloud);
    build.paragraph("settings/read_aloud", build.word("settings.read_aloud.text"), Look::small);
    on_off(build, Control::setting_arrow_keys);
    build.paragraph("settings/arrow_keys", build.word("settings.arrow_keys.text"), Look::small);
    build.button("settings/help", build.word("keys.title"), app::Press{Control::help},
                 Look::secondary, Icon::settings);
    build.button("settings/clear", build.word("check.start_over"), app::StartOver{}, Look::danger,
                 Icon::close);
    build.paragraph("settings/clear/hint", build.word("check.start_over.hint"), Look::small);
}

} // namespace tautline::view
