// What sets a number, a choice or an on and off of the state, by its control.
#pragma once

#include "view/screen/builder.h"

#include <string>
#include <string_view>
#include <vector>

namespace tautline::view {

void slider(Builder& build, std::string_view key, app::Control control, double value, double min,
            double max, double step, std::string value_text);
// A choice of one, as chips in a row unless told otherwise.
void choice(Builder& build, std::string_view key, std::string label, app::Control control,
            int chosen, const std::vector<std::string>& options, Look look = Look::chip,
            Arrange arrange = Arrange::row);
void on_off(Builder& build, std::string_view key, app::Control control, bool on);

} // namespace tautline::view
