// Moving about the page and through the self-check: what a route, Next, Back and an answer do to
// the state.
#pragma once

#include "app/action.h"
#include "app/library.h"
#include "app/state.h"

#include <string>
#include <string_view>

namespace tautline::app {

// Leaves what is running behind and puts the focus on the new screen's heading.
void go_to(AppState& state, Route route);

// Puts the focus on the node with this key.
void move_focus(AppState& state, std::string key);

// Reads a part of the screen aloud (see ReadAloud); an empty one stops.
void read_aloud(AppState& state, std::string part);

// Has the words under `key` said once by a screen reader; an empty key says nothing.
void say(AppState& state, std::string_view key);

// After another scene of the story has begun: the camera comes from the part of the body that was in
// view, and what happens is said.
void follow_story(AppState& state, Route before);

// Back from the list of countries to where one was, with all of it as it was.
void leave_country(AppState& state);

// A page of the self-check; from_review: Next then leads back to the review.
void open_page(AppState& state, int page, bool from_review);
void next_page(const Library& library, AppState& state);
void previous_page(const Library& library, AppState& state);

// Indices out of range change nothing.
void choose(const Library& library, AppState& state, const Choose& action);

// Shows what another answer would do, or hides it again; the answers stay as they are.
void try_answer(const Library& library, AppState& state, const Try& action);

// Sends the host on an errand.
void ask(AppState& state, Errand errand);
// What the host says of itself. A screen that needs the part that is not there yet asks for it.
void meet_host(AppState& state, const Host& host);

// What came with the address can't be read as answers: says so where the questions begin.
void open_failed(AppState& state, const OpenFailed& action);

// Starts over with answers that came with the address, and shows their result.
void open_answers(const Library& library, AppState& state, const OpenAnswers& action);

// "No" to every warning sign shown on the page.
void none_of_these(const Library& library, AppState& state);
void clear_page(const Library& library, AppState& state);

// Forgets everything but the settings.
void start_over(const Library& library, AppState& state);

} // namespace tautline::app
