// The fixed part of the self-check, whatever a pack says: which items and options there are, how
// urgent an answer is at least, and what must be known before three rows may wait for `soon`. A
// pack may add items, raise tiers and ease less; it may not remove or rename, lower a tier, count
// "unsure" as less, or ease more without a clinician's signature. This is the one place where ids
// of the self-check stand in code, because a rule about "whatever a pack says" cannot itself be
// read from the pack. Everything else works from the Definition alone.
#pragma once

#include "assess/definition.h"
#include "base/issue.h"

#include <span>
#include <string_view>

namespace tautline::assess {

// The option that says "I don't know", in every item that has one.
inline constexpr std::string_view unsure_option = "unsure";
// The options beside which "unsure" must never count for less.
inline constexpr std::string_view reassuring_options[] = {"no", "yes-unchanged"};

struct ContractItem {
    std::string_view id;
    Kind kind = Kind::flag;
    Group group = Group::warning_sign;
    bool scored = false;
    std::span<const std::string_view> options;
};

// "Any of these options of the item (with any of these of the second item) is at least this
// urgent." No option at all, or an unanswered item where `unanswered` is set, counts too.
struct ContractTier {
    std::string_view item;
    std::span<const std::string_view> options;
    Tier tier = Tier::none;
    std::string_view row; // the warning-sign row it rests on
    bool unanswered = false;
    std::string_view with_item; // empty: one answer is enough
    std::span<const std::string_view> with_options;
    bool may_be_eased = false; // `soon` is enough while the context rule holds
};

// What must be known at least before an answer that may be eased gives `soon`.
struct ContractContext {
    std::string_view item;
    std::span<const std::string_view> options;
    bool unanswered = false;                          // no answer is as good
    std::span<const std::string_view> signed_options; // also these, with a clinician's signature
};

// An answer of `item` never waits for `soon` together with one of these of `with_item`.
struct ContractApart {
    std::string_view item;
    std::span<const std::string_view> options;
    std::string_view with_item;
    std::span<const std::string_view> with_options;
};

std::span<const ContractItem> contract_items();
std::span<const ContractTier> contract_tiers();
std::span<const ContractContext> contract_context();
std::span<const ContractApart> contract_apart();

// Whether the pack keeps the contract; every breach is an issue with a pointer into assessment.json
// (the Definition must have been read from it without an issue, so that positions agree).
void check_contract(const Definition& definition, Issues& issues);

} // namespace tautline::assess
