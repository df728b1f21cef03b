// Muscle relaxation: what is asked for when, and what the body does along.
#include "app/practices/relaxation.h"
#include "app/update.h"
#include "support/shipped_library.h"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

using namespace tautline;
using app::Control;
using app::RelaxationPhase;
using app::Route;
using physiology::BackPart;

namespace {

app::AppState act(app::AppState state, const app::Action& action) {
    return app::update(test::shipped_library(), std::move(state), action);
}

app::AppState begun() {
    return act(act(app::initial_state(test::shipped_library()), app::GoTo{Route::relaxation}),
               app::Press{Control::relaxation_start_stop});
}

const physiology::MuscleState& muscle(const app::AppState& state, BackPart part) {
    return state.chapters.body.muscles[static_cast<std::size_t>(part)];
}

} // namespace

TEST_CASE("Each part of the back is tightened twice for five seconds and let go for twenty",
          "[app][relaxation]") {
    CHECK(app::relaxation_length_s == 168);
    CHECK(app::relaxation_moment(0) ==
          app::RelaxationMoment{BackPart::neck_shoulders, RelaxationPhase::get_ready, 0, 6});
    CHECK(app::relaxation_moment(6).phase == RelaxationPhase::tighten);
    CHECK(app::relaxation_moment(6).left_s == 5);
    CHECK(app::relaxation_moment(11).phase == RelaxationPhase::let_go);
    CHECK(app::relaxation_moment(11).left_s == 20);
    CHECK(app::relaxation_moment(31) ==
          app::RelaxationMoment{BackPart::neck_shoulders, RelaxationPhase::tighten, 1, 5});
    CHECK(app::relaxation_moment(56) ==
          app::RelaxationMoment{BackPart::upper_back, RelaxationPhase::get_ready, 0, 6});
    CHECK(app::relaxation_moment(167).part == BackPart::low_back);
    CHECK(app::relaxation_moment(167).phase == RelaxationPhase::let_go);
}

TEST_CASE("Each new phase is said once, and the end", "[app][relaxation]") {
    for (const double tick_s : {1.0 / 30, 0.25, 7.0}) {
        app::AppState state = begun();
        std::vector<std::string> said = {state.announcement_key};
        std::uint32_t serial = state.announcement_serial;
        std::uint32_t count = 1;
        while (state.relaxation.running) {
            state = act(std::move(state), app::Tick{tick_s});
            if (state.announcement_serial == serial) continue;
            count += state.announcement_serial - serial;
            serial = state.announcement_serial;
            said.push_back(state.announcement_key);
        }
        INFO("ticks of " << tick_s << " s");
        CHECK(count == 3 * 5 + 1);
        CHECK(said.front() == "relax.way.neck_shoulders");
        CHECK(said.back() == "relax.done");
        if (tick_s > 1) continue; // a long tick passes over what it ended
        CHECK(std::count(said.begin(), said.end(), "relax.tighten") == 6);
        CHECK(std::count(said.begin(), said.end(), "relax.let_go") == 6);
        CHECK(said[5] == "relax.way.upper_back");
        CHECK(said[10] == "relax.way.low_back");
        CHECK_FALSE(app::is_animating(state));
    }
}

TEST_CASE("The body tightens along, lets go and recovers", "[app][relaxation]") {
    app::AppState state = begun();
    const auto pass = [&](double seconds) {
        for (double done = 0; done < seconds - 1e-9; done += 0.5)
            state = act(std::move(state), app::Tick{0.5});
    };
    const double resting = muscle(state, BackPart::neck_shoulders).active;
    pass(6);
    CHECK(muscle(state, BackPart::neck_shoulders).active == Catch::Approx(resting).margin(0.005));
    pass(4.5); // tightened
    CHECK(muscle(state, BackPart::neck_shoulders).active == Catch::Approx(0.3).margin(0.01));
    CHECK(muscle(state, BackPart::upper_back).active < 0.02);
    pass(1.5); // and let go
    CHECK(muscle(state, BackPart::neck_shoulders).active < 0.02);
    const double tired = muscle(state, BackPart::neck_shoulders).fatigued;
    CHECK(tired > 0.005);
    pass(19);
    CHECK(muscle(state, BackPart::neck_shoulders).fatigued < tired);
    CHECK(state.relaxation.working.size() == 62);
    CHECK(*std::max_element(state.relaxation.working.begin(), state.relaxation.working.end()) ==
          Catch::Approx(0.3f).margin(0.01));
}

TEST_CASE("A part that hurts is left out; leaving the screen or stopping ends it",
          "[app][relaxation]") {
    app::AppState state = act(begun(), app::Tick{3});
    state = act(std::move(state), app::Press{Control::relaxation_next_part});
    CHECK(state.announcement_key == "relax.way.upper_back");
    CHECK(app::relaxation_moment(state.relaxation.elapsed_s).part == BackPart::upper_back);
    state = act(std::move(state), app::Tick{7});
    CHECK(muscle(state, BackPart::upper_back).active > 0.2);
    CHECK(muscle(state, BackPart::neck_shoulders).active < 0.02);
    CHECK(state.relaxation.working.size() == 126); // the line goes on where it should
    app::AppState last = act(act(state, app::Press{Control::relaxation_next_part}),
                             app::Press{Control::relaxation_next_part});
    CHECK_FALSE(last.relaxation.running);
    CHECK(last.announcement_key == "relax.done");
    CHECK_FALSE(act(state, app::Press{Control::relaxation_start_stop}).relaxation.running);
    CHECK_FALSE(act(state, app::GoTo{Route::what_helps}).relaxation.running);
    // Not running, there is nothing to leave out.
    CHECK(act(last, app::Press{Control::relaxation_next_part}).announcement_serial ==
          last.announcement_serial);
}
