// What holds of every screen, in many states.
#include "app/update.h"
#include "base/text.h"
#include "support/shipped_library.h"
#include "support/walk.h"
#include "view/build_screen.h"

#include <catch_amalgamated.hpp>
#include <functional>
#include <set>

using namespace tautline;
using app::Control;
using app::Route;

namespace {

const app::Library& library = test::shipped_library();

app::Action answer(std::string_view item, std::string_view option) {
    return test::answer(library, item, option);
}

app::AppState after(app::AppState state, const std::vector<app::Action>& actions) {
    return test::after(library, std::move(state), actions);
}

void walk(const std::function<void(const app::AppState&)>& visit) {
    test::walk(library, visit);
}

} // namespace

TEST_CASE("No screen shows a missing word or an unfilled place", "[view][words]") {
    walk([](const app::AppState& state) {
        const view::Screen screen = view::build_screen(library, state);
        INFO(view::to_text(screen));
        for (const view::Node& node : screen.nodes)
            for (const std::string& text :
                 {node.label, node.description, node.value_text, screen.title}) {
                INFO(node.key << ": " << text);
                CHECK(text.find("[[") == std::string::npos);
                CHECK(text.find('{') == std::string::npos);
            }
    });
}

TEST_CASE("Every node has an id of its own and a parent before it", "[view]") {
    walk([](const app::AppState& state) {
        const view::Screen screen = view::build_screen(library, state);
        std::set<view::NodeId> ids;
        for (std::size_t i = 0; i < screen.nodes.size(); ++i) {
            INFO(screen.nodes[i].key);
            CHECK(ids.insert(screen.nodes[i].id).second);
            CHECK(screen.nodes[i].id != 0);
            CHECK(screen.nodes[i].parent < static_cast<int>(i));
        }
    });
}

TEST_CASE("Every control has a name and does something", "[view][access]") {
    walk([](const app::AppState& state) {
        if (state.route == Route::gallery) return;
        const view::Screen screen = view::build_screen(library, state);
        for (std::size_t i = 0; i < screen.nodes.size(); ++i) {
            const view::Node& node = screen.nodes[i];
            if (!node.interactive()) continue;
            INFO(node.key);
            bool named = !node.label.empty();
            for (std::size_t child = i + 1; child < screen.nodes.size() && !named; ++child)
                named = screen.nodes[child].parent == static_cast<int>(i) &&
                        !screen.nodes[child].label.empty();
            CHECK(named);
            CHECK((!std::holds_alternative<std::monostate>(node.action) || !node.href.empty()));
        }
    });
}

TEST_CASE("Every screen has one first heading and skips no level", "[view][access]") {
    walk([](const app::AppState& state) {
        const view::Screen screen = view::build_screen(library, state);
        int first = 0, level = 1;
        for (const view::Node& node : screen.nodes) {
            if (node.role != view::Role::heading) continue;
            INFO(screen.title << " / " << node.key);
            first += node.level == 1 ? 1 : 0;
            CHECK(node.level <= level + 1);
            level = node.level;
        }
        CHECK(first == 1);
        CHECK(view::find(screen, "title"));
    });
}

TEST_CASE("Warning signs, text view and settings are in reach on every screen", "[view][safety]") {
    walk([](const app::AppState& state) {
        const view::Screen screen = view::build_screen(library, state);
        for (const char* key : {"banner/warning-signs", "banner/text-view", "banner/settings",
                                "footer/sources", "footer/unsafe/text/1"})
            CHECK(view::find(screen, key));
    });
}

TEST_CASE("Every figure is named and described, and every hotspot is a shortcut for a control",
          "[view][access]") {
    walk([](const app::AppState& state) {
        const view::Screen screen = view::build_screen(library, state);
        for (const view::Node& node : screen.nodes) {
            INFO(node.key);
            if (node.role == view::Role::figure) {
                CHECK_FALSE(node.label.empty());
                if (state.route != Route::home) CHECK_FALSE(node.description.empty());
            }
            if (node.role != view::Role::hotspot) continue;
            std::size_t same = 0;
            for (const view::Node& other : screen.nodes)
                if (other.interactive() && other.action.index() == node.action.index()) ++same;
            CHECK(same > 0);
        }
    });
}

TEST_CASE("Equal states give equal screens", "[view]") {
    walk([](const app::AppState& state) {
        CHECK(view::to_text(view::build_screen(library, state)) ==
              view::to_text(view::build_screen(library, state)));
    });
}

TEST_CASE("All 36 claims and all 21 warning signs stand on some screen with their words",
          "[view][content]") {
    std::set<std::string> keys, labels;
    walk([&](const app::AppState& state) {
        for (const view::Node& node : view::build_screen(library, state).nodes) {
            keys.insert(node.key);
            if (state.route == Route::warning_signs) labels.insert(node.label);
        }
    });
    for (int claim = 1; claim <= 36; ++claim) {
        INFO("C" << claim);
        CHECK(keys.count("claim/C" + std::to_string(claim) + "/text/1"));
        CHECK(keys.count("claim/C" + std::to_string(claim) + "/research/text/1"));
    }
    for (int sign = 1; sign <= 21; ++sign) {
        INFO("R" << sign);
        CHECK(keys.count("sign/R" + std::to_string(sign) + "/text"));
        // What to do, of which each sentence stands once.
        const std::string id = "sign.R" + std::to_string(sign);
        for (const std::string& line : library.words.list(id + ".action"))
            CHECK((labels.count(line) || line.find("{call}") != std::string::npos));
    }
}

TEST_CASE("The parts of an emergency sign are open, and what to do is said before any is read",
          "[view][safety]") {
    const view::Screen screen = view::build_screen(
        library, after(app::initial_state(library), {app::GoTo{Route::warning_signs}}));
    std::set<std::string> seen;
    for (const view::Node& node : screen.nodes) {
        if (node.key.starts_with("sign/")) CHECK(seen.count("signs/emergency/text/1"));
        seen.insert(node.key);
        seen.insert(node.label);
    }
    for (const app::Sign& sign : library.signs) {
        INFO(sign.id);
        const std::string words = "sign." + sign.id;
        CHECK(seen.count(library.words.text(words + ".text")));
        if (sign.tier == assess::Tier::emergency && library.words.has(words + ".parts"))
            CHECK(seen.count(library.words.text(words + ".parts")));
    }
}

TEST_CASE("Every place and every sensation of the self-check can be touched, and says what to do",
          "[view][content]") {
    const auto touched = [](std::string_view item, std::string_view kind, int first) {
        const auto& options = library.check.items[*library.check.item_index(item)].options;
        for (std::size_t i = 0; i < options.size(); ++i) {
            const std::string key = std::string(kind) + "/" + options[i].id;
            INFO(key);
            const auto number = static_cast<float>(first + static_cast<int>(i));
            const view::Screen screen =
                view::build_screen(library, after(app::initial_state(library),
                                                  {app::GoTo{Route::chapter_feel},
                                                   app::Set{app::Control::feel_topic, number}}));
            const view::Node* button = view::find(screen, key);
            REQUIRE(button);
            CHECK(button->current);
            const view::Node* says = view::find(screen, "feel/says/3");
            REQUIRE(says);
            CHECK(says->look == view::Look::note);
        }
    };
    touched("location", "place", 0);
    touched("feel", "feeling", app::first_feeling);
}

TEST_CASE("A correction that must stand beside its claim is there without opening anything",
          "[view][safety]") {
    for (std::size_t i = 0; i < app::chapter_count; ++i) {
        const Route route = app::chapter(i);
        const view::Screen screen =
            view::build_screen(library, after(app::initial_state(library),
                                              {app::GoTo{route}, app::OpenDrawer{"drawer/sure"}}));
        for (const app::Claim& claim : library.claims) {
            if (!view::find(screen, "claim/" + claim.id)) continue;
            INFO(claim.id);
            CHECK((view::find(screen, "claim/" + claim.id + "/research/text/1") != nullptr) ==
                  claim.must_carry);
        }
    }
}

TEST_CASE("An emergency answer shows its text at once, beside the question, and no way on to later "
          "questions",
          "[view][safety]") {
    const app::AppState state =
        after(app::initial_state(library),
              {app::GoTo{Route::check}, app::Next{}, answer("breathless", "unsure")});
    const view::Screen screen = view::build_screen(library, state);
    const view::Node* stop = view::find(screen, "check/stop");
    REQUIRE(stop);
    CHECK(stop->role == view::Role::alert);
    CHECK(screen.nodes[static_cast<std::size_t>(stop->parent)].key == "check/breathless/card");
    // Whom to call is said once, then what this sign adds, then the way on.
    const view::Node* call = view::find(screen, "check/stop/emergency/call");
    REQUIRE(call);
    CHECK(call->label == tautline::fill(library.words.text("check.stop.emergency.call"),
                                        Places{{"call", library.words.text("call.examples")}}));
    CHECK_FALSE(view::find(screen, "check/stop/emergency/R3/1"));
    CHECK(view::find(screen, "check/stop/emergency/R3/2"));
    const view::Node* leave = view::find(screen, "check/to-result");
    REQUIRE(leave);
    CHECK(leave < view::find(screen, "check/onward"));
    CHECK(call < leave);
    CHECK_FALSE(view::find(screen, "check/next"));
    CHECK(view::find(screen, "check/to-result"));
    const view::Screen corrected =
        view::build_screen(library, after(state, {answer("breathless", "no")}));
    CHECK_FALSE(view::find(corrected, "check/stop"));
    CHECK(view::find(corrected, "check/next"));
}

TEST_CASE("A crisis answer shows crisis help, and both texts show when an emergency holds too",
          "[view][safety]") {
    app::AppState state =
        after(app::initial_state(library), {answer("self-harm", "yes"), app::ShowResult{}});
    const view::Screen crisis = view::build_screen(library, state);
    CHECK(view::find(crisis, "result/care/crisis/1"));
    state = after(state, {answer("chest-pain", "yes")});
    const view::Screen both = view::build_screen(library, state);
    CHECK(view::find(both, "result/crisis/text/1"));
    CHECK(view::find(both, "title")->label == library.words.text("care.emergency.title"));
}
