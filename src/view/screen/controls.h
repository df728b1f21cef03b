// What sets a number, a choice or an on and off of the state, by its control: its name, range and
// value are the control's own (app/controls.h).
#pragma once

#include "view/screen/builder.h"

#include <string>
#include <string_view>
#include <vector>

namespace tautline::view {

void slider(Builder& build, app::Control control, std::string value_text);
// A choice of one, as chips in a row.
void choice(Builder& build, app::Control control, const std::vector<std::string>& options);
void on_off(Builder& build, app::Control control);

// A choice that sets no single value, with a name of its own.
void choice(Builder& build, std::string_view key, std::string label, app::Control control,
            int chosen, const std::vector<std::string>& options, Look look = Look::chip,
            Arrange arrange = Arrange::row);

} // namespace tautline::view
