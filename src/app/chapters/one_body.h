// The one body of chapters 1 to 4 as a person plays it: which inputs it gets from all chapters'
// controls, and how far each chapter's clock takes it. Whatever time passes in one chapter passes
// for the whole body, so that the next chapter finds it as it was left.
#pragma once

#include "app/action.h"
#include "physiology/body.h"

#include <cstddef>
#include <cstdint>

namespace tautline::app {

struct AppState;

// A body that has slept: rested, at morning_hour.
physiology::BodyState rested_body();

// Starts every chapter's story on that body.
void begin_stories(AppState& state);

// What reaches the body now, while this chapter's clock runs. Work and rest gaps come with the
// muscles, the tissue's signal with the sensitive alarm, stressful quarters of an hour with the
// clocks that show hours or days; slow breathing and a running alarm come with any.
physiology::BodyInputs inputs_now(const AppState& state, Route chapter);

// model_s more on a chapter's own clock, in whole steps; nothing on other routes.
void advance(AppState& state, Route chapter, double model_s);

// For whoever lets the body live besides: whole steps that fit in the owed time, the rest stays
// owed; whether this many body steps complete a sampling interval; and what is over for the
// chapters once time has passed elsewhere.
std::size_t steps_due(double& owed_s, double model_s, double step_s);
bool at_sample(std::uint64_t steps, double sample_s);
void time_passed(AppState& state, double seconds);

// Rests the part of the body that this chapter is about, and begins its story anew; what the person
// set, predicted and saw stays, and the rest of the body is as it was.
void restart(AppState& state, Route chapter);
// A story from its start, with the body as it is.
void restart_story(AppState& state, Route chapter);

void startle(AppState& state);
// Sends the tissue's signal through the gate this often, a second apart, and shows it by the
// second.
void send_volleys(AppState& state, int volleys);
bool gate_is_quiet(const AppState& state);  // all volleys are sent, and their echo is gone
double alarm_signal(const AppState& state); // 1 while an alarm of chapter 1 is on, else 0
bool has_settled(const AppState& state);    // the alarm is off, and the slowest part of it as well
bool is_working(const AppState& state);     // the chosen muscle: false in a rest gap and at rest

// Minutes of the body's cortisol clock, with the part of one that has begun.
double minute_now(const physiology::BodyState& body);
// The hour of the day in view, 0 to 24.
double hour_of_day(const AppState& state);
// Lives the day in view again, up to this hour: cortisol alone, at which this chapter looks.
void relive_day(AppState& state, double hour);
// What the glands make of the tide after the weeks that lie behind, 1 as usual.
double tide_ratio(const AppState& state);
// Of the day in view, now.
physiology::CortisolReadouts cortisol_readouts(const AppState& state);

physiology::SensitivityInputs sensitivity_inputs(const AppState& state);
// What the tissue's signal would come to now, whatever the hour.
physiology::SensitivityReadouts sensitivity_readouts(const AppState& state);

} // namespace tautline::app
