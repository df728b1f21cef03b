// The rows of the controls: each sets the value that it gives, and stays within its range.
#include "app/controls.h"
#include "support/shipped_library.h"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <cmath>
#include <set>

using namespace tautline;
using app::Control;

namespace {

const app::Library& library = test::shipped_library();

std::vector<app::ControlEntry> rows() {
    std::vector<app::ControlEntry> found;
    for (int i = 0; i <= static_cast<int>(Control::device_text_view); ++i)
        if (const app::ControlEntry* row = app::entry(static_cast<Control>(i)))
            found.push_back(*row);
    return found;
}

} // namespace

TEST_CASE("A control sets the value that it gives, brought into its range", "[app][controls]") {
    REQUIRE(rows().size() > 20);
    for (const app::ControlEntry& row : rows()) {
        INFO(row.key);
        app::AppState state = app::initial_state(library);
        const double at_first = row.value(state);
        CHECK(at_first >= row.low);
        CHECK(at_first <= row.high);
        for (const double wanted :
             {row.low, row.high, row.low + row.step, row.low - 7 * row.step, row.high + 1000}) {
            REQUIRE(app::set_value(state, row.control, wanted));
            CHECK(row.value(state) == std::clamp(wanted, row.low, row.high));
        }
    }
}

TEST_CASE("A control has a name of its own, and whole steps from its low end to its high one",
          "[app][controls]") {
    std::set<std::string_view> keys;
    for (const app::ControlEntry& row : rows()) {
        INFO(row.key);
        CHECK(keys.insert(row.key).second);
        const double steps = (row.high - row.low) / row.step;
        CHECK(steps >= 1);
        CHECK(steps == std::round(steps));
    }
}

TEST_CASE("A control that sets no single value is no row", "[app][controls]") {
    app::AppState state = app::initial_state(library);
    CHECK(app::entry(Control::play_pause) == nullptr);
    CHECK_FALSE(app::set_value(state, Control::prediction, 1));
}
