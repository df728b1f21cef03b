// The parts of the result screen, in reading order; one file each. Urgent help stands above
// everything; a pattern never does. Only result.cpp puts them together.
#pragma once

#include "assess/evaluate.h"
#include "view/screen/builder.h"

namespace tautline::view {

// What to do and by when, with the number to call where that is what to do; and what is still open,
// which could change it.
void build_headline(Builder& build, const assess::Result& result);
// Every reason for it, with what to do about it, and help after thoughts of self-harm.
void build_reasons(Builder& build, const assess::Result& result);
// Beside urgent help: what only wants to be told along with it, for who asks.
void build_lesser_reasons(Builder& build, const assess::Result& result);
void build_while_waiting(Builder& build, const assess::Result& result);
// "Tension: 7 of 10".
std::string count_words(const Builder& build, const assess::DescriptionMatch& match,
                        assess::Description description);
// The one thing to do now, and what to do until a visit. While warning signs are open their own
// button is that.
void build_first_step(Builder& build, const assess::Result& result);
// When to call after all, and what such an answer says by itself.
void build_after_first_step(Builder& build, const assess::Result& result);
// What was said to every warning sign, and when to call for pain like a nerve's.
void build_closing(Builder& build, const assess::Result& result);

// Which description the answers are closest to, as a sentence and a picture, what that means, and a
// few of the person's own answers that say so.
void build_pattern(Builder& build, const assess::Result& result);
// What a person can do meanwhile, after this pattern; empty: nothing fits.
std::string step_words(const Builder& build, const assess::Result& result);
// Where it is done, if that is on a screen of this page.
void build_step_link(Builder& build, const assess::Result& result);
// Of the texts that always accompany an answer the one that could be an emergency.
void build_urgent_note(Builder& build, const assess::Result& result);

// What follows comes with the later part of the engine, and stays functions of their own
// (screens.h): nothing of it is needed to know what to do.
// As a sentence and a picture which description the answers are closest to, and the answers that
// say so.
[[gnu::used, gnu::noinline]] void build_comparison(Builder& build, const assess::Result& result);
// Where it hurts, and beside it how many points each description has.
void build_picture(Builder& build, const std::string& key, const std::string& label,
                   const assess::Result& result);
[[gnu::used, gnu::noinline]] void build_own_lines(Builder& build, const assess::Result& result);
// Behind buttons: for each description what matched and what did not, the rule, the notes, and the
// sums of the PHQ-4, which move nothing else.
[[gnu::used, gnu::noinline]] void build_clues(Builder& build, const assess::Result& result);
[[gnu::used, gnu::noinline]] void build_rule(Builder& build, const assess::Result& result);
[[gnu::used, gnu::noinline]] void build_notes(Builder& build, const assess::Result& result);
[[gnu::used, gnu::noinline]] void build_phq4(Builder& build, const assess::Result& result);
// Every single answer that would move care or comparison.
[[gnu::used, gnu::noinline]] void build_changes(Builder& build, const assess::Result& result);

} // namespace tautline::view
