// What the self-check asks, as data: items, options, tiers and rules, read from content
// (src/content) and never built in. Items stand in the contract's page order, which is also the
// order of every list in a result; the order on screen is the screen's business.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::assess {

// How soon to get help. Ordered: a higher value is more urgent.
enum class Tier : std::uint8_t { none, soon, today, crisis, emergency };

// The three descriptions that answers are compared with.
enum class Description : std::uint8_t { tension, movement, nerve };
inline constexpr std::size_t description_count = 3;

enum class Kind : std::uint8_t {
    flag,
    one,
    many
}; // a flag's options are yes, no, unsure in this order
inline constexpr std::size_t flag_yes = 0, flag_no = 1, flag_unsure = 2;
enum class Group : std::uint8_t { about_you, warning_sign, pattern, phq4 };

struct Option {
    std::string id;
    std::vector<std::string> sources; // claims (C…) and warning-sign rows (R…) this option rests on
    std::vector<std::string> notes; // ids of the notes that always accompany this answer
};

struct Item {
    std::string id;
    Kind kind = Kind::flag;
    Group group = Group::warning_sign;
    std::vector<Option> options;
    std::vector<std::string> sources;
    bool scored = false; // one of the twelve items that the pattern reads

    std::optional<std::size_t> option_index(std::string_view option_id) const;
};

inline constexpr std::size_t most_options = 16; // of an item; readers refuse more

// A position in Definition::items and, when given, in Item::options.
struct AnswerRef {
    std::size_t item = 0;
    std::optional<std::size_t> option; // none: the item is unanswered

    friend bool operator==(const AnswerRef&, const AnswerRef&) = default;
};

// "item holds any of these options" (bit i = option i), or, with `unanswered`, "item has no
// answer".
struct Condition {
    std::size_t item = 0;
    std::uint32_t options = 0;
    bool unanswered = false;
};

// A reason for a tier: holds when every condition holds. One condition: one reason for each option
// ticked. Two conditions: one reason that names the first item in page order, with the other beside
// it.
struct TierRule {
    std::vector<Condition> all_of; // one or two, in page order
    Tier tier = Tier::none;
    std::vector<std::string> sources; // warning-sign rows
    bool eased = false;               // `soon` instead of `today` while the context rule holds
};

// What must be known of a person before an eased rule gives `soon` instead of `today`: every
// condition of `all_of`, in the order in which a person is told what fails; and not some condition
// of `either` together with some of `beside`.
struct ContextRule {
    std::vector<Condition> all_of;
    std::vector<Condition> either, beside;
};

// Who answers for what a pack eases beyond the contract.
struct SignOff {
    std::string name;
    std::string role;
    std::string date;               // 2026-11-22
    std::vector<std::string> scope; // the warning-sign rows it covers
};

// A text that always accompanies an answer. Words: note.<id>.text.
struct Note {
    std::string id;
    std::vector<std::string> sources;
};

// What the words of a result rest on: a tier of care or a pattern, by its id.
struct ResultText {
    std::string id;
    std::vector<std::string> sources;
};

// A statement of a description: matched when the item holds any of these options; worth `points`
// once.
struct MatchRule {
    std::size_t item = 0;
    std::uint32_t options = 0;
    Description description = Description::tension;
    int points = 1;
};

// An item that is asked only while another holds one of these options.
struct ShownWhile {
    std::size_t item = 0;
    Condition condition;
};

// Numbers of the pattern rule; see evaluate.h for how they are read.
struct PatternRule {
    int least_answered = 8; // of the scored items
    int nerve_least = 2;    // nerve points that decide for nerve-like
    std::size_t nerve_flag =
        0; // item whose yes decides for nerve-like, and whose unsure gives mixed
    int tension_least = 5, tension_movement_most = 2, tension_lead_least = 4;   // T, M, T - 2M
    int movement_least = 3, movement_tension_most = 4, movement_lead_least = 2; // M, T, 2M - T
    std::size_t age_item = 0;                                                   // must be answered
    std::uint32_t age_withholds = 0; // options of age_item that withhold the pattern
};

struct Definition {
    std::string id;      // of the pack
    std::string version; // of the pack
    std::vector<Item> items;
    std::vector<Note> notes;
    std::vector<ResultText> results;
    std::vector<TierRule> tier_rules;
    std::vector<MatchRule> match_rules;
    std::vector<ShownWhile> shown_while;
    PatternRule pattern;
    std::optional<ContextRule> context_rule; // none: nothing is ever eased
    std::optional<SignOff> clinician_sign_off;

    std::optional<std::size_t> item_index(std::string_view item_id) const;
};

// The ids used in JSON: "flag", "about-you".
std::string_view name(Kind kind);
std::string_view name(Group group);

} // namespace tautline::assess
