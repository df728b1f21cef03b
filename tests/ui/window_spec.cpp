// What a person has in one window: the picture of a chapter, what a card says, its control and the
// way on; and how many words a screen has before anything is opened.
#include "app/chapters/playback.h"
#include "fonts.h"
#include "real_screens.h"
#include "support/shipped_library.h"
#include "support/walk.h"
#include "ui/layout/layout.h"
#include "ui/surface.h"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

using namespace tautline;
using namespace tautline::ui;

namespace {

struct Window {
    float width, height;
};
// A phone, a tablet, a desktop, a standing kiosk.
constexpr Window windows[] = {{390, 844}, {820, 1180}, {1440, 900}, {1080, 1920}};

struct Measured {
    float main_bottom = 0, figure_height = 0, figure_top = 0;
    float windows = 0; // that the main part takes
};

class Measure {
public:
    // Where a node ends; 0: it is not there.
    float bottom_of(const view::Screen& screen, Window window, const std::string& key) {
        const Viewport viewport{.width = window.width, .height = window.height};
        Theme theme = make_theme({}, window.width, window.height);
        theme.fonts = surface_.fonts();
        const Tree tree{screen};
        const Layout layout = lay_out(tree, theme, viewport);
        for (int i = 0; i < tree.size(); ++i)
            if (tree.node(i).key == key) {
                const Rect& rect = layout.rects[static_cast<std::size_t>(i)];
                return rect.y + rect.height;
            }
        return 0;
    }
    Measured look_at(const view::Screen& screen, Window window) {
        const Viewport viewport{.width = window.width, .height = window.height};
        Theme theme = make_theme({}, window.width, window.height);
        theme.fonts = surface_.fonts();
        const Tree tree{screen};
        const Layout layout = lay_out(tree, theme, viewport);
        Measured found;
        for (int i = 0; i < tree.size(); ++i) {
            const view::Node& node = tree.node(i);
            const Rect& rect = layout.rects[static_cast<std::size_t>(i)];
            if (node.key == "card" || node.key == "home/words" || node.key == "chapter/panel" ||
                node.key == "story/panel" || node.key == "story/card")
                found.main_bottom = std::max(found.main_bottom, rect.y + rect.height);
            if (node.role == view::Role::main) found.windows = rect.height / window.height;
            if (node.role == view::Role::figure) {
                found.figure_height = rect.height;
                found.figure_top = rect.y;
            }
        }
        return found;
    }

private:
    FontFiles files_ = read_fonts();
    Surface surface_{files_.regular, files_.bold};
};

int words_in(const std::string& text) {
    int words = 0;
    bool inside = false;
    for (const char c : text) {
        const bool space = c == ' ' || c == '\n';
        if (!space && !inside) ++words;
        inside = !space;
    }
    return words;
}

// Words that are seen in the main part, the picture's own apart; `only`: inside this node.
int words_of(const view::Screen& screen, const std::string& only = "main") {
    int words = 0;
    for (std::size_t i = 0; i < screen.nodes.size(); ++i) {
        bool inside = false;
        for (int at = static_cast<int>(i); at >= 0;
             at = screen.nodes[static_cast<std::size_t>(at)].parent)
            inside = inside || screen.nodes[static_cast<std::size_t>(at)].key == only;
        const view::Node& node = screen.nodes[i];
        const bool container = node.role == view::Role::section || node.role == view::Role::group ||
                               node.role == view::Role::navigation ||
                               node.role == view::Role::figure || node.role == view::Role::list;
        if (inside && !container && !node.label_hidden)
            words += words_in(node.label) + words_in(node.value_text);
    }
    return words;
}

view::Screen screen_of(const std::string& route, const std::vector<std::string>& keys) {
    const auto screen = real_screen(route, keys);
    REQUIRE(screen.has_value());
    return *screen;
}

constexpr const char* simulated[] = {"alarm", "muscles", "cortisol", "sensitivity"};

// The states of a chapter's cards: before and after their runs.
std::vector<std::vector<std::string>> card_states(const std::string& chapter) {
    std::vector<std::vector<std::string>> states;
    for (std::size_t card = 0; card < app::taught_cards; ++card)
        states.push_back({"dot/" + std::string(app::card_names[card])});
    states.push_back({"card/meet/play", "tick=60"});
    states.push_back({"dot/guess", "control/prediction/0", "dot/run", "card/run/play", "tick=60",
                      "dot/compare"});
    if (chapter == "sensitivity")
        states.push_back({"dot/change", "control/sensitivity_with/0", "tick=60"});
    return states;
}

} // namespace

TEST_CASE("A card stands in one window with its picture and the way on", "[ui][window]") {
    Measure measure;
    for (const std::string chapter : simulated)
        for (const auto& keys : card_states(chapter)) {
            const view::Screen screen = screen_of(chapter, keys);
            for (const Window window : windows) {
                const Measured found = measure.look_at(screen, window);
                INFO(chapter << ", " << keys.back() << ", " << window.width << " x "
                             << window.height);
                CHECK(found.main_bottom <= window.height);
                CHECK(found.figure_height >= 160);
            }
            // On a phone that lies on its side the picture still stands beside the words.
            const Measured lying = measure.look_at(screen, {844, 390});
            CHECK(lying.figure_top + lying.figure_height <= 390);
        }
}

TEST_CASE("A scene of the story stands in one window, in at most twenty words, and so does its end",
          "[ui][window][story]") {
    Measure measure;
    std::vector<std::string> keys;
    for (;;) {
        const view::Screen screen = screen_of("story", keys);
        const view::Node* caption = view::find(screen, "story/caption");
        REQUIRE(caption);
        INFO(caption->label);
        const bool end = view::find(screen, "story/next")->disabled;
        CHECK(words_in(caption->label) <= 20);
        CHECK(words_of(screen) <= 60);
        for (const Window window : windows) {
            const Measured found = measure.look_at(screen, window);
            CHECK(found.main_bottom <= window.height);
            CHECK(found.figure_height >= 160);
        }
        if (end) break;
        keys.push_back("story/next");
    }
    CHECK(keys.size() == 10);
}

TEST_CASE("The picture stays as it is while cards take turns", "[ui][window]") {
    Measure measure;
    for (const std::string chapter : simulated) {
        std::vector<float> heights;
        for (const char* card : {"meet", "run", "compare"})
            heights.push_back(
                measure.look_at(screen_of(chapter, {std::string("dot/") + card}), {390, 844})
                    .figure_height);
        INFO(chapter);
        CHECK(*std::max_element(heights.begin(), heights.end()) -
                  *std::min_element(heights.begin(), heights.end()) <
              1);
    }
}

TEST_CASE("Home's first window holds its doors, and all of it two", "[ui][window]") {
    Measure measure;
    const view::Screen home = screen_of("home", {});
    for (const Window window : windows)
        CHECK(measure.look_at(home, window).main_bottom <= window.height);
    CHECK(words_of(home) <= 90);
}

TEST_CASE("No card has more words than a person reads at a glance", "[ui][window][words]") {
    for (const std::string chapter : simulated) {
        int all = 0;
        for (const auto& keys : card_states(chapter)) {
            const view::Screen screen = screen_of(chapter, keys);
            INFO(chapter << ", " << keys.back());
            const bool asks = keys.back() == "dot/guess";
            CHECK(words_of(screen) <= (asks ? 80 : 60));
        }
        // What is read on the way through: each card as it comes, and after its run.
        for (std::size_t card = 0; card < app::taught_cards; ++card) {
            const std::string name{app::card_names[card]};
            const view::Screen screen = screen_of(chapter, {"dot/" + name});
            all += words_of(screen, "card") - words_of(screen, "drawers") -
                   words_of(screen, "card/turn");
        }
        for (const auto& keys : {std::vector<std::string>{"card/meet/play", "tick=60"}})
            all += words_of(screen_of(chapter, keys), "card/meet/text");
        INFO(chapter << ", all cards");
        CHECK(all <= 150);
        CHECK(words_of(screen_of(chapter, {"dot/take", "card/take/play"})) <= 120);
    }
}

TEST_CASE("Whatever is touched or sorted stands in one window with the picture",
          "[ui][window][words]") {
    Measure measure;
    const auto fits = [&](const char* chapter, const std::vector<std::string>& keys, int most) {
        const view::Screen screen = screen_of(chapter, keys);
        INFO(chapter << ", " << keys.back());
        CHECK(words_of(screen) <= most);
        for (const Window window : windows) {
            const Measured found = measure.look_at(screen, window);
            INFO(window.width << " x " << window.height);
            CHECK(found.main_bottom <= window.height);
            CHECK(found.figure_height >= 160);
        }
    };
    for (const view::Node& node : screen_of("feel", {}).nodes)
        if (node.key.starts_with("place/")) fits("feel", {node.key}, 60);
    // The feelings themselves are options.
    for (const view::Node& node : screen_of("feel", {"feel/tab/2"}).nodes)
        if (node.key.starts_with("feeling/")) fits("feel", {"feel/tab/2", node.key}, 80);
    std::vector<std::string> keys;
    for (std::size_t clue = 0; clue < test::shipped_library().clues.size(); ++clue) {
        keys.push_back("sort/tray/nerve");
        fits("patterns", keys, 60);
        keys.push_back("sort/next");
    }
    fits("patterns", keys, 60);
}

TEST_CASE("A page to read has no more words and windows than a person goes through",
          "[ui][window][words]") {
    struct Page {
        const char* route;
        int words;
        float windows;
    };
    Measure measure;
    for (const Page page : {Page{"warning-signs", 420, 3.5f}, Page{"what-helps", 320, 3}}) {
        const view::Screen screen = screen_of(page.route, {});
        INFO(page.route);
        CHECK(words_of(screen) <= page.words);
        CHECK(measure.look_at(screen, {390, 844}).windows <= page.windows);
    }
}

namespace {

const app::Library& library = test::shipped_library();

// After every sign "no", pain like tension that was checked, but for these answers.
app::AppState answered_with(const std::vector<std::pair<std::string, std::string>>& changed) {
    const assess::Definition& check = library.check;
    app::AppState state = app::initial_state(library);
    for (std::size_t i = 0; i < check.items.size(); ++i)
        if (check.items[i].kind == assess::Kind::flag && assess::is_shown(check, state.answers, i))
            state.answers =
                assess::with_answer(check, std::move(state.answers), i, assess::flag_no);
    std::vector<std::pair<std::string, std::string>> all{
        {"age", "18-49"},          {"duration", "months"},    {"examined", "yes-unchanged"},
        {"location", "shoulders"}, {"feel", "dull-ache"},     {"spread", "wide"},
        {"onset", "gradual"},      {"movement", "sometimes"}, {"position-eases", "no"},
        {"stress-worse", "often"}, {"panic-worse", "no"},     {"calm-eases", "often"},
        {"moves-around", "no"},    {"body-alarm", "no"},      {"limb-numb-tingle", "no"}};
    all.insert(all.end(), changed.begin(), changed.end());
    for (const auto& [item, option] : all)
        state = app::update(library, std::move(state), test::answer(library, item, option));
    return state;
}

view::Screen result_with(const std::vector<std::pair<std::string, std::string>>& changed) {
    return view::build_screen(library,
                              app::update(library, answered_with(changed), app::ShowResult{}));
}

} // namespace

TEST_CASE("A page of the check, and the review of all of it, is short enough to be gone through",
          "[ui][window][words]") {
    Measure measure;
    const Window phone = windows[0];
    for (std::size_t page = 0; page < library.pages.size(); ++page) {
        const bool signs = library.pages[page].warning_signs;
        if (library.pages[page].optional) continue; // a scale, word for word, for who asks for it
        app::AppState state = app::initial_state(library);
        state = app::update(library, std::move(state),
                            app::OpenPage{static_cast<std::uint32_t>(page), false});
        const view::Screen screen = view::build_screen(library, state);
        INFO(library.pages[page].id);
        CHECK(words_of(screen) <= (signs ? 600 : 110));
        CHECK(measure.look_at(screen, phone).windows <= (signs ? 4.7f : 2.0f));
        // No answer moves what stands above the next question.
        const app::AppState none = app::update(library, state, app::NoneOfThese{});
        if (signs && page != 1)
            CHECK(measure.bottom_of(view::build_screen(library, none), phone, "check/none") ==
                  measure.bottom_of(screen, phone, "check/none"));
    }
    const view::Screen review = view::build_screen(
        library, app::update(library, answered_with({{"rest-medicine", "not-tried"}}),
                             app::GoTo{app::Route::review}));
    CHECK(words_of(review) <= 120);
    CHECK(measure.look_at(review, phone).windows <= 1.7f);
}

TEST_CASE("A result says what to do in its first window, and all of it in few words",
          "[ui][window][words]") {
    Measure measure;
    const Window phone = windows[0];
    const view::Screen none = result_with({});
    CHECK(view::find(none, "result/picture"));
    CHECK(measure.bottom_of(none, phone, "result/step") <= phone.height);
    CHECK(words_of(none) <= 300);
    const view::Screen soon = result_with({{"examined", "no"}});
    CHECK(measure.bottom_of(soon, phone, "result/step") <= phone.height);
    CHECK(measure.bottom_of(soon, phone, "result/picture") <= 2 * phone.height);
    CHECK(words_of(soon) <= 300);
    const view::Screen today = result_with({{"location", "between-shoulders"}, {"examined", "no"}});
    CHECK(view::find(today, "result/pattern/later"));
    CHECK(measure.bottom_of(today, phone, "result/step") <= phone.height);
    CHECK(words_of(today) <= 300);
    const view::Screen emergency = result_with({{"chest-pain", "yes"}});
    CHECK_FALSE(view::find(emergency, "result/picture"));
    CHECK(measure.bottom_of(emergency, phone, "result/care") <= phone.height);
    CHECK(words_of(emergency) <= 160 + words_of(emergency, "result/onward"));
}

TEST_CASE("One's own body stands in few words, and its picture stays as it is, whatever is tried",
          "[ui][window][words][own-body]") {
    Measure measure;
    const app::AppState state = app::update(
        library,
        answered_with(
            {{"location", "low-back"}, {"movement", "clearly-worse"}, {"position-eases", "yes"}}),
        app::GoTo{app::Route::own_body});
    REQUIRE(state.own_body.open);
    const float at_first =
        measure.look_at(view::build_screen(library, state), windows[0]).figure_height;
    for (int idea = app::no_idea; idea < app::ideas; ++idea) {
        const view::Screen screen = view::build_screen(
            library, app::update(library, state,
                                 app::Set{app::Control::own_what_if, static_cast<float>(idea)}));
        INFO("idea " << idea);
        CHECK(words_of(screen) <= 120);
        const Measured phone = measure.look_at(screen, windows[0]);
        CHECK(phone.windows <= 1.5f);
        CHECK(phone.figure_height == at_first);
        // The picture, what changed and the first ideas are in view together.
        CHECK(measure.bottom_of(screen, windows[0], "control/own_what_if/0") <= windows[0].height);
        for (const Window window : windows)
            CHECK(measure.look_at(screen, window).figure_height >= 160);
    }
}
