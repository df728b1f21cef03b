// The number to call: whose country counts, what stands there, and what a visit forgets.
#include "app/country.h"
#include "app/update.h"
#include "support/shipped_library.h"
#include "view/build_screen.h"

#include <catch_amalgamated.hpp>

using namespace tautline;
using app::Route;

namespace {

const app::Library& library = test::shipped_library();
constexpr const char* names = "\nES\tEspaña\tSpain\nMX\tMéxico\tMexico\nDZ\tArgelia\tAlgeria";

app::AppState at(const std::string& decided, const std::string& guessed) {
    app::AppState state = app::initial_state(library);
    state.countries = decided + "\n" + guessed + names;
    return state;
}

std::string number(const app::AppState& state) {
    const app::CallHere here = app::call_here(library, state);
    return here.numbers ? here.numbers->front() : "none";
}

app::AppState after(app::AppState state, const app::Action& action) {
    return app::update(library, std::move(state), action);
}

int place_of(std::string_view region) {
    const auto& regions = library.numbers.regions;
    return static_cast<int>(std::distance(regions.begin(), regions.find(region)));
}

app::Set choose(int value) {
    return {app::Control::country, static_cast<float>(value)};
}

} // namespace

TEST_CASE("What a person chose counts, then what somebody decided, then what the device says") {
    CHECK(number(at("", "ES")) == "112");
    CHECK(number(at("MX", "ES")) == "911");
    CHECK(number(at("", "")) == "none");
    CHECK(number(at("DZ", "ES")) ==
          "none"); // known, and without a number: no other takes its place
    app::AppState state = at("ES", "ES");
    state.country = "MX";
    CHECK(number(state) == "911");
    state.country = "-";
    CHECK(number(state) == "none");
    state = at("", "KE"); // has a number and no name
    CHECK(number(state) == "none");
}

TEST_CASE("A choice leads back to the page of the self-check, keeps its answers, and ends with the "
          "visit") {
    app::AppState state = after(at("", "ES"), app::GoTo{Route::check});
    state = after(state, app::Next{});
    state = after(state, app::Choose{0, 0, true});
    const auto answers = state.answers.chosen;
    state = after(state, app::GoTo{Route::country, 7});
    CHECK(state.route == Route::country);
    state = after(state, choose(place_of("MX")));
    CHECK(state.route == Route::check);
    CHECK(state.check.page == 0);
    CHECK(state.focus_node == 7);
    CHECK(state.answers.chosen == answers);
    CHECK(number(state) == "911");
    for (const int nonsense : {-3, 1000})
        CHECK(number(after(state, choose(nonsense))) == "911");
    CHECK(number(after(state, app::StartOver{})) == "112");
}

TEST_CASE("It is one node: heard digit by digit, dialled on a phone, large text elsewhere") {
    app::AppState state = after(at("", "ES"), app::GoTo{Route::warning_signs});
    view::Screen screen = view::build_screen(library, state);
    const view::Node* node = view::find(screen, "signs/emergency/call");
    REQUIRE(node);
    CHECK(node->role == view::Role::heading);
    CHECK(node->label == "Call 112 – ambulance, España");
    CHECK(node->value_text == "Call 1 1 2 – ambulance, España");
    state.host.calls = true;
    screen = view::build_screen(library, state);
    node = view::find(screen, "signs/emergency/call");
    REQUIRE(node);
    CHECK(node->role == view::Role::link);
    CHECK(node->href == "tel:112");
    state.decided.closed = true; // a kiosk dials nothing, whatever it is
    state.decided.contact_title = "Riverside Clinic";
    screen = view::build_screen(library, state);
    CHECK(view::find(screen, "signs/emergency/call")->role == view::Role::heading);
    CHECK(view::find(screen, "signs/emergency/call/staff"));
    CHECK(view::find(screen, "signs/emergency/call/contact")->label == "Riverside Clinic");
}
