// What the chapters keep of the body as it goes: one value more on each line that they draw.
#pragma once

namespace tautline::app {

struct AppState;

void sample_alarm(AppState& state);
void sample_muscles(AppState& state);
void sample_sensitivity(AppState& state);
void sample_gate(AppState& state, double sent);

} // namespace tautline::app
