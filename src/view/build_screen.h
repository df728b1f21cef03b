// The screen for a state: the one way from AppState to what people see, hear and touch. Pure: equal
// inputs give equal screens. One function per screen stands behind it (screens.h).
#pragma once

#include "app/library.h"
#include "app/state.h"
#include "view/screen/screen.h"

#include <optional>
#include <string_view>

namespace tautline::view {

Screen build_screen(const app::Library& library, const app::AppState& state);

// The id of a route in addresses: "what-helps" in "#/what-helps".
std::string_view route_name(app::Route route);
std::optional<app::Route> route_from_name(std::string_view name);

} // namespace tautline::view
