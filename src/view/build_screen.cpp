#include "view/build_screen.h"

#include "view/chapters/chapter.h"
#include "view/screen/call.h"
#include "view/screen/languages.h"
#include "view/screen/later_part.h"
#include "view/screen/leave_out.h"
#include "view/screen/read_aloud.h"
#include "view/screen/signs.h"
#include "view/screens.h"

namespace tautline::view {

namespace {

using app::Route;

void build_banner(Builder& build) {
    const auto banner = build.box(Role::banner, "banner", Look::plain, Arrange::row);
    Node& skip = build.leaf(Role::link, "banner/skip", build.word("nav.skip"));
    skip.href = "#main";
    skip.label_hidden =
        true; // seen only while it has the focus; the page's own style shows it then
    build.link("banner/home", build.word("name"), Route::home, Look::quiet, Icon::wave).current =
        build.state.route == Route::home;
    const auto navigation = build.box(Role::navigation, "banner/navigation", Look::plain,
                                      Arrange::row, build.word("nav.always"));
    build
        .link("banner/warning-signs", build.word("nav.warning_signs"), Route::warning_signs,
              Look::pill, Icon::warning)
        .current = build.state.route == Route::warning_signs;
    const bool text_view = build.state.settings.text_view;
    if (!app::has_text_view_only(build.library, build.state))
        build.button("banner/text-view",
                     build.word(text_view ? "nav.picture_view" : "nav.text_view"),
                     app::Set{app::Control::setting_text_view, text_view ? 0.0f : 1.0f},
                     Look::quiet, Icon::text_view);
    build
        .link("banner/settings", build.word("nav.settings"), Route::settings, Look::quiet,
              Icon::settings)
        .current = build.state.route == Route::settings;
}

void build_footer(Builder& build) {
    const auto footer = build.box(Role::footer, "footer");
    {
        const auto unsafe = build.box(Role::section, "footer/unsafe", Look::crisis, Arrange::stack,
                                      build.word("footer.unsafe.label"));
        build.heading(2, "footer/unsafe/title", build.word("footer.unsafe.label"));
        build.paragraphs("footer/unsafe/text", "footer.unsafe.text");
        build_call(build, "footer/unsafe/call", 3, Lines::crisis_too);
        if (build.disclosure("footer/unsafe/more", build.word("footer.unsafe.more")))
            build.paragraphs("footer/unsafe/more/text", "footer.unsafe.more.text");
    }
    if (const app::Operator& decided = build.state.decided; !decided.contact_title.empty()) {
        const auto contact = build.box(Role::section, "footer/contact", Look::card, Arrange::stack,
                                       decided.contact_title);
        build.heading(2, "footer/contact/title", decided.contact_title);
        int number = 0;
        for (const std::string& line : decided.contact_lines)
            build.paragraph("footer/contact/" + std::to_string(++number), line);
    }
    {
        const auto navigation = build.box(Role::navigation, "footer/navigation", Look::plain,
                                          Arrange::row, build.word("nav.more"));
        build.link("footer/warning-signs", build.word("nav.warning_signs"), Route::warning_signs);
        build_english_signs_link(build, "footer/english-signs", Look::quiet);
        build.link("footer/what-helps", build.word("nav.what_helps"), Route::what_helps);
        build.link("footer/sources", build.word("nav.sources"), Route::sources);
        build.link("footer/settings", build.word("nav.settings"), Route::settings);
        build.link("footer/about", build.word("nav.about"), Route::about);
        build.button("footer/help", build.word("keys.title"), app::Press{app::Control::help},
                     Look::quiet);
    }
    build.paragraph("footer/private", build.word("home.private"), Look::small);
    build.paragraph("footer/not-diagnosis", build.word("home.not_diagnosis"), Look::small);
}

// Whoever asked for other content must know that this is not it, until they close the note.
void build_refused_pack(Builder& build) {
    const app::Operator& decided = build.state.decided;
    const std::string closed = "refused-pack/close";
    if (!decided.pack_refused || build.state.open.count(closed) > 0) return;
    const auto note = build.box(Role::section, "refused-pack", Look::note, Arrange::stack,
                                build.word("error.pack.title"));
    build.heading(2, "refused-pack/title", build.word("error.pack.title"));
    build.paragraph("refused-pack/text", build.word("error.pack.text"));
    if (!decided.pack_problems.empty() &&
        build.disclosure("refused-pack/why", build.word("error.pack.why")))
        build.bullets("refused-pack/problem", decided.pack_problems);
    build.button(closed, build.word("error.pack.close"), app::Toggle{closed}, Look::secondary,
                 Icon::close);
}

// Whether the screen is not there yet.
bool waits(const app::AppState& state) {
    const app::RouteEntry& screen = app::entry(state.route);
    return (state.host.partial && screen.engine == app::Later::all) ||
           (state.host.lacks_words && screen.words == app::Later::all);
}

void build_waiting(Builder& build) {
    build.heading(1, "title", build.word(app::entry(build.state.route).title));
    build_later_part_missing(build, "later");
    if (build.state.route == Route::summary)
        build.link("summary/result", build.word("summary.back"), Route::result, Look::secondary,
                   Icon::back);
}

void build_main(Builder& build) {
    const auto main = build.box(Role::main, "main");
    build_refused_pack(build);
    if (waits(build.state)) return build_waiting(build);
    switch (build.state.route) {
    case Route::home:
        return build_home(build);
    case Route::warning_signs:
        return build_warning_signs(build);
    case Route::story:
        return build_story(build);
    case Route::chapter_alarm:
        return build_alarm(build);
    case Route::chapter_muscles:
        return build_muscles(build);
    case Route::chapter_cortisol:
        return build_cortisol(build);
    case Route::chapter_sensitivity:
        return build_sensitivity(build);
    case Route::chapter_feel:
        return build_feel(build);
    case Route::chapter_patterns:
        return build_patterns(build);
    case Route::check:
        return build_check(build);
    case Route::review:
        return build_review(build);
    case Route::result:
        return build_result(build);
    case Route::own_body:
        return build_own_body(build);
    case Route::what_helps:
        return build_what_helps(build);
    case Route::breathing:
        return build_breathing(build);
    case Route::relaxation:
        return build_relaxation(build);
    case Route::sources:
        return build_sources(build);
    case Route::settings:
        return build_settings(build);
    case Route::about:
        return build_about(build);
    case Route::gallery:
        return build_gallery(build);
    case Route::warning_signs_in_english:
        return build_warning_signs_in_english(build);
    case Route::summary:
        return build_summary(build);
    case Route::country:
        return build_country(build);
    }
}

// "Question page 3 of 11 – Self-check – Tautline": the first heading, then where it stands, then
// the name.
std::string page_title(const Builder& build) {
    std::string heading;
    for (const Node& node : build.screen.nodes)
        if (node.role == Role::heading && node.level == 1) {
            heading = node.label;
            break;
        }
    const std::string name = build.word("name");
    const int page = build.state.check.page;
    if (build.state.route == Route::check && page >= 0) {
        const app::PagePlace place = app::place_of_page(build.library, page);
        const Places places{{"n", std::to_string(place.number)},
                            {"m", std::to_string(place.count)}};
        if (place.number > 0)
            return build.word("check.progress", places) + " – " + heading + " – " + name;
    }
    if (heading.empty() || build.state.route == Route::home)
        return name + " – " + build.word("tagline");
    return heading + " – " + name;
}

// What the story's picture shows.
std::string heard_scene(const Screen& screen) {
    const Node* figure = find(screen, "story/figure");
    return figure ? figure->description : std::string{};
}

// What is said of what just happened.
std::string announcement(const Builder& build) {
    const std::string& key = build.state.announcement_key;
    if (key.empty()) return {};
    if (key == "call.ambulance") return heard_call(build);
    if (key == "card.shown") return heard_card(build);
    if (key == "story.shown") return heard_scene(build.screen);
    if (key == "card.over") return heard_end(build);
    if (key == "own.tried") return heard_own_body(build.screen);
    return build.library.words.text(key);
}

} // namespace

Screen build_screen(const app::Library& library, const app::AppState& state) {
    Builder build{library, state};
    // A story that fills the window has nothing beside it.
    const bool big = app::fills_window(state);
    if (!big) build_banner(build);
    build_main(build);
    if (!big) build_footer(build);
    if (build.over_the_screen) build.over_the_screen();
    if (state.help_open) build_help_dialog(build);
    leave_out(build.screen, state.decided);
    Screen& screen = build.screen;
    screen.language = library.words.language;
    screen.right_to_left = library.words.right_to_left;
    screen.route = state.route;
    screen.title = page_title(build);
    screen.focus = state.focus_node != 0 ? state.focus_node : node_id(state.focus_key);
    screen.focus_serial = state.focus_serial;
    screen.announcement_serial = state.announcement_serial;
    screen.announcement = announcement(build);
    screen.errand = state.take_away.errand;
    screen.errand_serial = state.take_away.errand_serial;
    screen.speech_serial = state.reading_serial;
    if (!state.reading.empty()) screen.speech = spoken(screen, state.reading);
    for (std::string& text : screen.speech)
        text = without_marks(text);
    if (state.settings.read_aloud)
        add_read_buttons(
            screen, {build.word("read.screen"), build.word("read.part"), build.word("read.stop")},
            state.reading);
    screen.animating = app::is_animating(state);
    screen.wanted_language = state.settings.language;
    settle_languages(screen);
    return std::move(screen);
}

} // namespace tautline::view
