// Screens in other languages: every word comes from the words, what is borrowed is marked, and a
// change of language keeps all that a person did.
#include "support/languages.h"
#include "support/pseudo_locale.h"
#include "support/walk.h"
#include "view/screen/languages.h"

#include <catch_amalgamated.hpp>
#include <cctype>
#include <set>

using namespace tautline;
using app::Route;

namespace {

const app::Library& english = test::shipped_library();

const std::vector<std::string view::Node::*> texts = {&view::Node::label, &view::Node::value_text,
                                                      &view::Node::description};

// The language that holds for a node, as the browser inherits it.
std::string language_at(const view::Screen& screen, const view::Node& node) {
    const view::Node* at = &node;
    while (at->lang.empty() && at->parent >= 0)
        at = &screen.nodes[static_cast<std::size_t>(at->parent)];
    return at->lang.empty() ? screen.language : at->lang;
}

bool has_latin_word(const std::string& text) {
    int run = 0;
    for (const char c : text) {
        run = std::isalpha(static_cast<unsigned char>(c)) ? run + 1 : 0;
        if (run >= 3) return true;
    }
    return false;
}

bool has_arabic(const std::string& text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead >= 0xD8 && lead <= 0xDB) return true;
    }
    return false;
}

bool ends_with(const std::string& text, std::string_view end) {
    return text.size() >= end.size() &&
           text.compare(text.size() - end.size(), end.size(), end) == 0;
}

// Names of people, papers, places on the web, versions and other languages stay what they are.
bool is_a_name(const view::Node& node) {
    return node.key.rfind("source/", 0) == 0 || ends_with(node.key, "/sources") ||
           node.key.find("/language/") != std::string::npos || node.key == "about/version" ||
           node.key == "summary/sheet/made" || // the name of the questions
           node.key.rfind("control/setting_typeface", 0) == 0;
}

view::Screen screen_of(const app::Library& library, Route route) {
    return view::build_screen(
        library, test::after(library, app::initial_state(library), {app::GoTo{route}}));
}

} // namespace

TEST_CASE("Every word that is shown comes from the words", "[view][languages]") {
    const app::Library library = test::accented(english);
    test::walk(library, [&](const app::AppState& state) {
        if (state.route == Route::gallery || state.route == Route::warning_signs_in_english) return;
        const view::Screen screen = view::build_screen(library, state);
        CHECK_FALSE(has_latin_word(screen.announcement));
        for (const view::Node& node : screen.nodes)
            if (!is_a_name(node))
                for (const auto text : texts) {
                    INFO(node.key << ": " << node.*text);
                    CHECK_FALSE(has_latin_word(node.*text));
                }
    });
}

TEST_CASE("Without borrowed words no node has a mark, and only names a language of their own",
          "[view][languages]") {
    for (const std::string& language : {std::string("en"), std::string("es")}) {
        const app::Library library = test::library_in(language);
        CHECK(library.words.borrowed.empty());
        test::walk(library, [&](const app::AppState& state) {
            if (state.route == Route::warning_signs_in_english) return;
            const view::Screen screen = view::build_screen(library, state);
            for (const view::Node& node : screen.nodes) {
                INFO(node.key << " " << node.lang);
                CHECK((node.lang.empty() || is_a_name(node)));
                for (const auto text : texts)
                    CHECK((node.*text).find_first_of("\x02\x03") == std::string::npos);
            }
        });
    }
}

TEST_CASE("What a language borrows is marked as English, and nothing is half of each",
          "[view][languages]") {
    // A language that has the warning signs only.
    app::Library library = test::from_right_to_left(english);
    library.languages = test::library_in("en").languages;
    for (auto& [key, words] : library.words.entries)
        if (key.rfind("sign", 0) != 0 && key.rfind("nav.", 0) != 0) {
            words = english.words.list(key);
            library.words.borrowed.insert(key);
        }
    test::walk(library, [&](const app::AppState& state) {
        if (state.route == Route::gallery) return;
        const view::Screen screen = view::build_screen(library, state);
        CHECK(screen.title.find_first_of("\x02\x03") == std::string::npos);
        for (const view::Node& node : screen.nodes) {
            if (is_a_name(node)) continue;
            const std::string& text = node.label.empty() ? node.description : node.label;
            INFO(node.key << " [" << language_at(screen, node) << "]: " << text);
            CHECK(text.find_first_of("\x02\x03") == std::string::npos);
            // A sentence in one language may hold a name from the other, in an isolate.
            if (text.find("\u2066") != std::string::npos) continue;
            if (has_arabic(text) && !has_latin_word(text))
                CHECK(language_at(screen, node) == "ar-XB");
            if (has_latin_word(text) && !has_arabic(text)) CHECK(language_at(screen, node) == "en");
        }
    });
}

TEST_CASE("Arabic has its promised screens, and no text anywhere is half of each language",
          "[view][languages]") {
    const app::Library library = test::library_in("ar");
    CHECK(library.words.right_to_left);
    CHECK(library.words.text_view_only);
    const std::set<Route> promised = {Route::home,
                                      Route::warning_signs,
                                      Route::check,
                                      Route::review,
                                      Route::result,
                                      Route::settings,
                                      Route::chapter_alarm,
                                      Route::chapter_muscles,
                                      Route::chapter_cortisol,
                                      Route::chapter_sensitivity,
                                      Route::breathing,
                                      Route::relaxation};
    test::walk(library, [&](const app::AppState& state) {
        if (state.route == Route::gallery) return;
        const view::Screen screen = view::build_screen(library, state);
        for (const view::Node& node : screen.nodes) {
            if (is_a_name(node)) continue;
            std::string all;
            for (const auto text : texts)
                all += node.*text + " ";
            for (const std::string_view name : {"Tautline", "findahelpline.com"})
                for (std::size_t at; (at = all.find(name)) != std::string::npos;)
                    all.erase(at, name.size());
            INFO(node.key << " [" << language_at(screen, node) << "]: " << all);
            // The scale is not translated: its answers were given in another language.
            const bool scale = node.key.rfind("result/phq4", 0) == 0;
            CHECK_FALSE((has_arabic(all) && has_latin_word(all)));
            if (has_arabic(all)) CHECK(language_at(screen, node) == "ar");
            if (has_latin_word(all)) CHECK(language_at(screen, node) == "en");
            if (promised.count(state.route) && !scale) CHECK_FALSE(has_latin_word(all));
        }
    });
}

TEST_CASE("A translation that no clinician has reviewed says so before the first question, and the "
          "English warning signs are one tap away on every screen",
          "[view][languages][safety]") {
    for (const std::string& language : test::shipped_languages()) {
        app::Library library = test::library_in(language);
        INFO(language);
        const view::Screen intro = screen_of(library, Route::check);
        CHECK((view::find(intro, "check/unreviewed/1") != nullptr) ==
              library.words.reviewed_by.empty());
        if (language == "en") continue;
        test::walk(library, [&](const app::AppState& state) {
            const view::Screen screen = view::build_screen(library, state);
            const view::Node* link = view::find(screen, "footer/english-signs");
            REQUIRE(link != nullptr);
            CHECK(link->href == "#/warning-signs-in-english");
        });
        CHECK(view::find(intro, "check/english-signs") != nullptr);
        CHECK(view::find(screen_of(library, Route::warning_signs), "signs/english") != nullptr);
        library.words.reviewed_by = "Dr. A. Example";
        CHECK(view::find(screen_of(library, Route::check), "check/reviewed") != nullptr);
        CHECK(view::find(screen_of(library, Route::check), "footer/english-signs") == nullptr);
    }
}

TEST_CASE("The English warning signs are the same in every language, marked as English",
          "[view][languages][safety]") {
    const view::Screen original = screen_of(english, Route::warning_signs);
    for (const std::string& language : test::shipped_languages()) {
        const app::Library library = test::library_in(language);
        const view::Screen screen = screen_of(library, Route::warning_signs_in_english);
        for (const view::Node& node : original.nodes) {
            if (node.key != "title" && node.key.rfind("sign", 0) != 0) continue;
            if (node.key.rfind("signs/onward", 0) == 0 || node.key == "signs/check" ||
                node.key == "signs/helps")
                continue;
            INFO(language << " " << node.key);
            const view::Node* same = view::find(screen, node.key);
            REQUIRE(same != nullptr);
            CHECK(same->label == node.label);
            if (!same->label.empty()) CHECK(language_at(screen, *same) == "en");
        }
    }
}

TEST_CASE("In English the English warning signs are one screen with the warning signs",
          "[view][languages]") {
    const app::Library library = test::library_in("en"), spanish = test::library_in("es");
    const app::GoTo there{Route::warning_signs_in_english};
    const app::AppState at = test::after(library, app::initial_state(library), {there});
    CHECK(at.route == Route::warning_signs);
    const app::AppState foreign = test::after(spanish, app::initial_state(spanish), {there});
    CHECK(foreign.route == Route::warning_signs_in_english);
    CHECK(test::after(spanish, foreign, {app::LanguageCame{true}}).route == foreign.route);
    CHECK(test::after(library, foreign, {app::LanguageCame{true}}).route == Route::warning_signs);
}

TEST_CASE("Choosing a language asks for its words, and changes nothing else", "[view][languages]") {
    const app::Library library = test::library_in("en");
    app::AppState state =
        test::after(library, app::initial_state(library),
                    {app::GoTo{Route::check}, app::Next{},
                     test::answer(library, "chest-pain", "no"), app::GoTo{Route::settings}});
    CHECK(view::build_screen(library, state).wanted_language.empty());
    const assess::Answers answers = state.answers;
    state = test::after(library, state, {app::ChooseLanguage{"es"}});
    const view::Screen waiting = view::build_screen(library, state);
    CHECK(waiting.wanted_language == "es");
    CHECK(view::find(waiting, "settings/language/es")->checked);
    CHECK(view::find(waiting, "settings/language/es")->lang == "es");
    const app::Library spanish = test::library_in("es");
    state = test::after(spanish, state, {app::LanguageCame{true}});
    const view::Screen there = view::build_screen(spanish, state);
    CHECK(there.language == "es");
    CHECK(there.wanted_language.empty());
    CHECK(there.route == Route::settings);
    CHECK(there.announcement == spanish.words.text("settings.language.changed"));
    CHECK(state.answers.chosen == answers.chosen);
    CHECK(there.nodes.size() >= waiting.nodes.size());
    // One that is not there, or is here already, is not asked for; one that does not come is said.
    for (const char* other : {"xx", "", "es"}) {
        const app::AppState same = test::after(spanish, state, {app::ChooseLanguage{other}});
        CHECK(view::build_screen(spanish, same).wanted_language.empty());
    }
    state = test::after(spanish, state, {app::ChooseLanguage{"en"}, app::LanguageCame{false}});
    const view::Screen failed = view::build_screen(spanish, state);
    CHECK(failed.language == "es");
    CHECK(failed.wanted_language.empty());
    CHECK(failed.announcement == spanish.words.text("settings.language.failed"));
}

TEST_CASE("A language without the scale's own words leaves its page out", "[view][languages]") {
    const app::Library arabic = test::library_in("ar");
    REQUIRE(arabic.pages.size() + 1 == english.pages.size());
    app::AppState state =
        test::after(english, app::initial_state(english),
                    {test::answer(english, "phq4-worry", "several-days"),
                     app::OpenPage{static_cast<std::uint32_t>(english.pages.size() - 1)}});
    state = test::after(arabic, state, {app::LanguageCame{true}});
    CHECK(state.route == Route::review);
    CHECK(view::find(view::build_screen(arabic, state), "title")->label ==
          arabic.words.text("check.review.title"));
    // What was answered is not forgotten.
    state = test::after(arabic, state, {app::ShowResult{}, app::Toggle{"result/phq4"}});
    CHECK(view::find(view::build_screen(arabic, state), "result/phq4/incomplete/1") != nullptr);
}

TEST_CASE("A script that can't be painted is shown in Text view, with no way out of it",
          "[view][languages]") {
    const app::Library library = test::from_right_to_left(english);
    const app::AppState state = app::initial_state(library);
    CHECK(app::shows_text_view(library, state));
    CHECK_FALSE(app::shows_text_view(english, state));
    const view::Screen screen = screen_of(library, Route::settings);
    CHECK(screen.right_to_left);
    CHECK(view::find(screen, "banner/text-view") == nullptr);
    CHECK(view::find(screen, "control/setting_text_view") == nullptr);
    CHECK(view::find(screen_of(english, Route::settings), "control/setting_text_view") != nullptr);
    // Nothing that a figure paints is in that script.
    test::walk(library, [&](const app::AppState& each) {
        for (const view::Node& node : view::build_screen(library, each).nodes)
            if (const auto* map = std::get_if<view::BodyMapFigure>(&node.figure))
                CHECK(map->labels.empty());
            else // its names are all that it says
                CHECK_FALSE(std::holds_alternative<view::TraysFigure>(node.figure));
    });
}
