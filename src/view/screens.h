// One function for each screen's main part; build_screen adds the banner, the footer and the title.
#pragma once

#include "assess/evaluate.h"
#include "view/screen/builder.h"

namespace tautline::view {

void build_home(Builder& build);
void build_warning_signs(Builder& build);
void build_warning_signs_in_english(Builder& build);
void build_alarm(Builder& build);
// What moves the weeks of the cortisol chapter.
void build_weeks_controls(Builder& build);
void build_check(Builder& build);
void build_review(Builder& build);
void build_result(Builder& build);
// The offer of it on the result; nothing where the result offers none.
void build_own_body_offer(Builder& build, const assess::Result& result);
// What changed in one's own body, from the tree.
std::string heard_own_body(const Screen& screen);
void build_settings(Builder& build);
void build_help_dialog(Builder& build); // besides the screen in view
// Not in what every visit loads (RouteEntry::engine). Each stays a function of its own, which
// build-scripts/lib/split.mjs finds by its name: for Emscripten `used` is an export, and only that
// keeps it from being joined with its caller.
[[gnu::used, gnu::noinline]] void build_story(Builder& build);
[[gnu::used, gnu::noinline]] void build_muscles(Builder& build);
[[gnu::used, gnu::noinline]] void build_cortisol(Builder& build);
[[gnu::used, gnu::noinline]] void build_sensitivity(Builder& build);
[[gnu::used, gnu::noinline]] void build_own_body(Builder& build);
[[gnu::used, gnu::noinline]] void build_relaxation(Builder& build);
[[gnu::used, gnu::noinline]] void build_summary(Builder& build);
[[gnu::used, gnu::noinline]] void build_feel(Builder& build);
[[gnu::used, gnu::noinline]] void build_patterns(Builder& build);
[[gnu::used, gnu::noinline]] void build_gallery(Builder& build);
[[gnu::used, gnu::noinline]] void build_what_helps(Builder& build);
// What stands behind one of its drawers; named there too, because a drawer's content is called
// through a pointer, and what is reached by one would stay in the first part.
[[gnu::used, gnu::noinline]] void build_help_drawer(Builder& build, std::size_t number);
[[gnu::used, gnu::noinline]] void build_every_feeling(Builder& build);
[[gnu::used, gnu::noinline]] void build_every_clue(Builder& build);
[[gnu::used, gnu::noinline]] void build_own_start(Builder& build);
[[gnu::used, gnu::noinline]] void build_own_numbers(Builder& build);
[[gnu::used, gnu::noinline]] void build_breathing(Builder& build);
[[gnu::used, gnu::noinline]] void build_sources(Builder& build);
[[gnu::used, gnu::noinline]] void build_about(Builder& build);
[[gnu::used, gnu::noinline]] void build_country(Builder& build);
// Why a page of the self-check asks its questions, one by one.
[[gnu::used, gnu::noinline]] void build_why_asked(Builder& build, std::size_t page);

} // namespace tautline::view
