// Reading aloud and the help dialog: what is said, in which order, and what asks for it.
#include "app/update.h"
#include "support/shipped_library.h"
#include "support/walk.h"
#include "view/build_screen.h"
#include "view/screen/read_aloud.h"

#include <algorithm>
#include <catch_amalgamated.hpp>

using namespace tautline;
using app::Control;

namespace {

const app::Library& library = test::shipped_library();

app::AppState listening(app::AppState state) {
    return app::update(library, std::move(state), app::Set{Control::setting_read_aloud, 1});
}

bool says(const std::vector<std::string>& texts, const std::string& text) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::string& one) { return one.find(text) != std::string::npos; });
}

} // namespace

TEST_CASE("The whole screen is read in reading order, and nothing of the banner and the footer",
          "[view][read-aloud]") {
    test::walk(library, [](const app::AppState& state) {
        const view::Screen screen = view::build_screen(library, state);
        const std::vector<std::string> texts = view::spoken(screen, "main");
        REQUIRE_FALSE(texts.empty());
        INFO(screen.title);
        CHECK(says(texts, view::find(screen, "title")->label));
        CHECK_FALSE(says(texts, library.words.text("nav.skip")));
        std::size_t at = 0;
        bool in_main = false;
        for (const view::Node& node : screen.nodes) {
            in_main = in_main ? node.role != view::Role::footer : node.role == view::Role::main;
            const bool said = node.role == view::Role::paragraph ||
                              node.role == view::Role::heading || node.role == view::Role::radio;
            if (!in_main || !said || node.label.empty()) continue;
            INFO(node.key << ": " << node.label);
            while (at < texts.size() && texts[at].rfind(node.label, 0) != 0)
                ++at;
            CHECK(at < texts.size());
        }
    });
}

TEST_CASE("A part is read up to the next heading of its level", "[view][read-aloud]") {
    app::AppState state =
        app::update(library, app::initial_state(library), app::GoTo{app::Route::chapter_muscles});
    state.settings.text_view = true;
    const view::Screen screen = view::build_screen(library, state);
    const std::vector<std::string> texts = view::spoken(screen, "card/guess/title");
    CHECK(says(texts, library.words.text("chapter.muscles.guess.text")));
    CHECK_FALSE(says(texts, library.words.text("chapter.muscles.run.text")));
    CHECK(view::spoken(screen, "no such key").empty());
    CHECK(view::spoken(screen, "control/play").empty());
}

TEST_CASE("On a stage the screen is read as the card that is in view", "[view][read-aloud]") {
    app::AppState state =
        app::update(library, app::initial_state(library), app::GoTo{app::Route::chapter_muscles});
    const auto read = [&] { return view::spoken(view::build_screen(library, state), "main"); };
    CHECK(says(read(), library.words.text("chapter.muscles.meet.text")));
    CHECK_FALSE(says(read(), library.words.text("chapter.muscles.guess.text")));
    state = app::update(library, std::move(state), app::ShowCard{app::Card::guess});
    CHECK(says(read(), library.words.text("chapter.muscles.guess.text")));
    CHECK_FALSE(says(read(), library.words.text("chapter.muscles.meet.text")));
}

TEST_CASE("Off by default; on, each heading and question has a button, and the reading order stays",
          "[view][read-aloud]") {
    test::walk(library, [](const app::AppState& state) {
        const view::Screen silent = view::build_screen(library, state);
        const view::Screen heard = view::build_screen(library, listening(state));
        INFO(silent.title);
        CHECK_FALSE(view::find(silent, "read/main"));
        CHECK(view::find(heard, "read/main"));
        std::size_t at = 0;
        for (const view::Node& node : heard.nodes) {
            if (std::holds_alternative<app::ReadAloud>(node.action)) continue;
            if (node.key == "control/setting_read_aloud") {
                ++at;
                continue;
            }
            REQUIRE(at < silent.nodes.size());
            CHECK(node.key == silent.nodes[at].key);
            const int parent = silent.nodes[at].parent;
            const int heard_parent = node.parent;
            CHECK((heard_parent < 0) == (parent < 0));
            if (parent >= 0)
                CHECK(heard.nodes[static_cast<std::size_t>(heard_parent)].key ==
                      silent.nodes[static_cast<std::size_t>(parent)].key);
            ++at;
        }
        CHECK(at == silent.nodes.size());
    });
}

TEST_CASE("Using a button reads its part once; the same button then stops it",
          "[view][read-aloud]") {
    app::AppState state = listening(
        app::update(library, app::initial_state(library), app::GoTo{app::Route::warning_signs}));
    view::Screen screen = view::build_screen(library, state);
    const auto before = screen.speech_serial;
    state = app::update(library, state, view::find(screen, "read/main")->action);
    screen = view::build_screen(library, state);
    CHECK(screen.speech_serial == before + 1);
    CHECK(says(screen.speech, library.words.text("signs.title")));
    CHECK(view::find(screen, "read/main")->label == library.words.text("read.stop"));
    state = app::update(library, state, view::find(screen, "read/main")->action);
    screen = view::build_screen(library, state);
    CHECK(screen.speech_serial == before + 2);
    CHECK(screen.speech.empty());
}

TEST_CASE("Another screen, the setting and starting over make it quiet", "[view][read-aloud]") {
    const app::AppState reading =
        app::update(library, listening(app::initial_state(library)), app::ReadAloud{"main"});
    for (const app::Action& action :
         {app::Action{app::GoTo{app::Route::about}}, app::Action{app::StartOver{}},
          app::Action{app::Set{Control::setting_read_aloud, 0}}}) {
        const view::Screen screen =
            view::build_screen(library, app::update(library, reading, action));
        CHECK(screen.speech_serial != reading.reading_serial);
        CHECK(screen.speech.empty());
    }
}

TEST_CASE("The help dialog opens on every screen, takes the focus, and goes with the screen",
          "[view][help]") {
    test::walk(library, [](const app::AppState& state) {
        const view::Screen closed = view::build_screen(library, state);
        const view::Node* opener = view::find(closed, "footer/help");
        REQUIRE(opener);
        CHECK_FALSE(view::find(closed, "help"));
        const app::AppState open = app::update(library, state, opener->action);
        const view::Screen screen = view::build_screen(library, open);
        REQUIRE(view::find(screen, "help"));
        CHECK(view::find(screen, "help")->role == view::Role::dialog);
        CHECK(screen.focus == view::node_id("help/title"));
        CHECK(screen.focus_serial != closed.focus_serial);
        const app::AppState shut =
            app::update(library, open, view::find(screen, "help/close")->action);
        CHECK(view::to_text(view::build_screen(library, shut)) == view::to_text(closed));
        const app::AppState gone = app::update(library, open, app::GoTo{app::Route::home});
        CHECK_FALSE(view::find(view::build_screen(library, gone), "help"));
    });
}

TEST_CASE("The settings last while answers are cleared, and a missing typeface is said",
          "[view][settings]") {
    app::AppState state = app::initial_state(library);
    for (const app::Action& action :
         {app::Action{app::Set{Control::setting_theme, 3}},
          app::Action{app::Set{Control::setting_typeface, 1}},
          app::Action{app::Set{Control::setting_wide_spacing, 1}},
          app::Action{app::Set{Control::setting_text_percent, 225}},
          app::Action{app::Set{Control::setting_arrow_keys, 1}}, app::Action{app::StartOver{}}})
        state = app::update(library, state, action);
    CHECK(state.settings.theme == app::Theme::contrast);
    CHECK(state.settings.typeface == app::Typeface::second);
    CHECK(state.settings.wide_spacing);
    CHECK(state.settings.text_percent == 225);
    CHECK(state.settings.arrow_keys);
    state = app::update(library, state, app::Press{Control::typeface_missing});
    state = app::update(library, state, app::GoTo{app::Route::settings});
    const view::Screen screen = view::build_screen(library, state);
    CHECK(state.settings.typeface == app::Typeface::usual);
    CHECK(view::find(screen, "settings/typeface/missing"));
    CHECK(view::find(screen, "control/setting_typeface/0")->checked);
}
