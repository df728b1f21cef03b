// The controls that set one value of the state, a row for each: what it is called, its range, and
// which value it sets. A screen makes its sliders, choices and boxes of the same rows
// (view/screen/controls.h). Controls that do more than set one value are update()'s.
#pragma once

#include "app/action.h"
#include "app/state.h"

#include <string_view>

namespace tautline::app {

struct ControlEntry {
    Control control = Control::play_pause;
    std::string_view key; // "control/<key>" on a screen, "control.<key>" among the words
    // In the units that the key names. A choice goes from 0 to its last option, a box from 0 to 1.
    double low = 0, high = 1, step = 1;
    double (*value)(const AppState&) = nullptr;
    void (*set)(AppState&, double) = nullptr; // within the range
    void (*then)(AppState&) = nullptr;        // what else follows; null: nothing
};

// Null for a control that sets no single value.
const ControlEntry* entry(Control control);

// Sets its value, brought into its range; false for a control that sets no single value.
bool set_value(AppState& state, Control control, double value);

} // namespace tautline::app
