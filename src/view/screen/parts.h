// Parts that several screens show: claims with what the research adds, warning signs, sources.
#pragma once

#include "view/screen/builder.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::view {

// "What the article says", and beside it what the research adds. A correction that must stand
// beside its claim is never folded away; the others open on demand.
void build_claim(Builder& build, const app::Claim& claim, int heading_level);

// All claims of a chapter, or of one topic of it (topic "" = all).
void build_claims(Builder& build, std::string_view chapter, std::string_view topic,
                  int heading_level);

// A warning sign with what to do about it, in the box of its tier.
// What a sign adds where the number to call is said already: without its own first line, which says
// that too.
void build_advice_after_call(Builder& build, const std::string& key, const std::string& sign_id);
void build_sign(Builder& build, const app::Sign& sign, const std::string& key);

// The way to the English warning signs; none in English, nor where a clinician has reviewed the
// words in use.
void build_english_signs_link(Builder& build, const std::string& key, Look look);

// How many languages an operator did not leave out.
std::ptrdiff_t count_offered_languages(const Builder& build);

// A control that shows the page in another language, named in that language.
Node& build_language(Builder& build, Role role, const std::string& key,
                     const app::Language& language);

// Short citations of these sources as one small line, in the order given.
std::string citations(const Builder& build, const std::vector<std::string>& sources);

// The look and icon of a care box.
Look care_look(assess::Tier tier);

// Words that a figure paints: without marks, and none in a script that can't be painted; the same
// words stand beside every figure as text.
void make_paintable(const Builder& build, std::vector<std::string>& labels);

// Says that the later part of the engine is on its way, or that it did not come, with another try.
void build_later_part_missing(Builder& build, const std::string& key);

// As app/answer_words.h has them, and with marks where they are borrowed (view/screen/languages.h).
// options: bit i = option i; "no answer yet" for none.
std::string short_words(const Builder& build, std::size_t item);
std::string option_words(const Builder& build, const assess::AnswerRef& answer);
std::string options_words(const Builder& build, std::size_t item, std::uint32_t options);

// A question in short and its answer, in one line: "Where it hurts: Neck · Shoulders".
std::string answer_line(const Builder& build, std::size_t item, std::uint32_t options);

} // namespace tautline::view
