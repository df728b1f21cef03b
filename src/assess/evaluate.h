// Answers -> result: how soon to get help, and which description the answers are closest to. Pure
// functions; the two values are independent. The result is not a diagnosis and holds no
// probability.
#pragma once

#include "assess/answers.h"
#include "assess/definition.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace tautline::assess {

enum class Pattern : std::uint8_t {
    withheld,
    not_enough,
    nerve_like,
    mixed,
    tension_like,
    movement_linked
};

struct Reason {
    AnswerRef answer;
    Tier tier = Tier::none;
    std::vector<std::string> sources;
    std::optional<AnswerRef> with;  // the second answer of a named pair
    std::optional<Tier> eased_from; // what it would be without the context rule

    friend bool operator==(const Reason&, const Reason&) = default;
};

// One matched statement: the options of one item that matched, counted once.
struct Match {
    std::size_t item = 0;
    std::vector<std::size_t> options;
    int points = 0;
};

struct DescriptionMatch {
    int points = 0;
    int of = 0;                 // the most points there are
    std::vector<Match> matched; // in page order; points sum to `points`
    // With `matched` these are all statements of the description, each once, in page order.
    std::vector<std::size_t> unmatched;  // items whose answer does not match
    std::vector<std::size_t> unanswered; // items that have no answer
};

// The sums of the PHQ-4: its items are the group phq4, the first half asks about anxiety and the
// second about low mood, and an option is worth its position (0-3). Shown as it is; no rule reads
// it.
struct Phq4 {
    std::optional<int> total, anxiety, low_mood; // each only when its items are all answered
};

struct Result {
    Tier care = Tier::none;
    std::vector<Reason> care_reasons; // highest tier first, then page order
    Pattern pattern = Pattern::not_enough;
    int answered = 0;                            // scored items with an answer
    std::vector<std::size_t> unanswered;         // page order; hidden items and the PHQ-4 never
    std::vector<std::size_t> warning_signs_open; // the flags among them
    // In the order of Description. Absent when the pattern is withheld or not_enough.
    std::optional<std::array<DescriptionMatch, description_count>> matches;
    // What keeps the context rule from holding, where some answer waits for it: the first condition
    // that fails, as the answer given (no option: not answered).
    std::optional<AnswerRef> context_fails;
    std::vector<std::string>
        notes;                // ids of the notes of the answers given, in page order, each once
    std::optional<Phq4> phq4; // absent when none of its items is answered
};

// All that `pattern` reads of the answers. The pattern is decided from these facts and from nothing
// else, which is what lets proof.h decide the rules over every possible set of answers instead of
// sampling them.
enum class AgeFact : std::uint8_t { unanswered, withholds, adult };
enum class NerveSign : std::uint8_t {
    clear,
    unsure,
    yes
}; // no answer is `clear`, and leaves signs_open
// How the answers bear on the context rule, as bits that are joined by "or": whatever single items
// contribute, together they say whether it holds.
enum Easing : std::uint8_t {
    easing_either = 1, // some condition of ContextRule::either holds
    easing_beside = 2, // some condition of ContextRule::beside holds
    easing_fails = 3,  // both, or some condition of ContextRule::all_of does not hold
    easing_waits = 4,  // some eased rule holds
};
struct Facts {
    Tier settled = Tier::none; // the highest tier of the rules that nothing eases
    std::uint8_t easing = 0;
    std::array<int, description_count> points{}; // in the order of Description
    int answered = 0;                            // scored items with an answer
    AgeFact age = AgeFact::unanswered;
    NerveSign nerve_sign = NerveSign::clear;
    bool signs_open = false; // some warning sign that is shown has no answer

    friend bool operator==(const Facts&, const Facts&) = default;
};
Facts facts(const Definition& definition, const Answers& answers);
Tier care_of(const Facts& facts);
Pattern decide(const PatternRule& rule, const Facts& facts);

Tier care(const Definition& definition, const Answers& answers);
// The first condition of the context rule that fails; none while it holds, or without such a rule.
std::optional<AnswerRef> context_fails(const Definition& definition, const Answers& answers);
// Whether a rule that this answer meets by itself gives `soon` while the context rule holds.
bool may_be_eased(const Definition& definition, const AnswerRef& answer);
Pattern pattern(const Definition& definition, const Answers& answers); // decide(rule, facts)
int points(const Definition& definition, const Answers& answers, Description description);
int most_points(const Definition& definition, Description description);
// The options of an item that match the description (bit i = option i); 0: it reads none.
std::uint32_t matching_options(const Definition& definition, std::size_t item,
                               Description description);
Result evaluate(const Definition& definition, const Answers& answers);

// One single-answer change that moves care or pattern. `option` none: the answer is cleared (never
// offered for flags). For `many` items the option is toggled.
struct Change {
    AnswerRef answer;
    bool on = true;
    Tier care = Tier::none;
    Pattern pattern = Pattern::not_enough;
};
std::vector<Change> what_would_change(const Definition& definition, const Answers& answers);
// The answers after one change; `on` is read for `many` items only.
Answers with_change(const Definition& definition, Answers answers, const AnswerRef& answer,
                    bool on);

// The ids used in JSON and in the names of words: "today", "tension-like", "movement".
std::string_view name(Tier tier);
std::string_view name(Pattern pattern);
std::string_view name(Description description);
std::optional<Tier> tier_from_name(std::string_view text);

} // namespace tautline::assess
