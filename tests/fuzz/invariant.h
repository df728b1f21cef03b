// What must hold whatever was read; ends the program where it does not, so that libFuzzer keeps the
// input.
#pragma once

#include "assess/contract.h"
#include "assess/evaluate.h"

#include <cstdio>
#include <cstdlib>

namespace tautline::test {

inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

// Answers are whole: bits of options that there are, one of them unless several may be ticked.
inline void require_whole(const assess::Definition& check, const assess::Answers& answers) {
    require(answers.chosen.size() == check.items.size(), "an answer for each item");
    for (std::size_t item = 0; item < check.items.size(); ++item) {
        const std::uint32_t chosen = answers.chosen[item];
        require(chosen >> check.items[item].options.size() == 0, "options that there are");
        if (check.items[item].kind != assess::Kind::many)
            require((chosen & (chosen - 1)) == 0, "one answer to a question");
    }
}

// P1 and P3 for these answers, and that a result agrees with itself.
inline void require_safe(const assess::Definition& check, const assess::Answers& answers) {
    const assess::Result result = evaluate(check, answers);
    require(result.care == care(check, answers), "one care");
    require(result.pattern == pattern(check, answers), "one pattern");
    if (result.care >= assess::Tier::crisis)
        require(result.pattern == assess::Pattern::withheld, "no pattern in a crisis");
    require(result.care == assess::Tier::none || !result.care_reasons.empty(), "a reason for care");
    for (const assess::ContractTier& fixed : assess::contract_tiers()) {
        if (!fixed.with_item.empty() || fixed.tier != assess::Tier::emergency) continue;
        const auto item = check.item_index(fixed.item);
        require(item.has_value(), "every emergency sign");
        for (const std::string_view id : fixed.options) {
            const auto option = check.items[*item].option_index(id);
            require(option.has_value(), "every answer to an emergency sign");
            if ((answers.chosen[*item] >> *option & 1u) != 0)
                require(result.care == assess::Tier::emergency,
                        "an emergency sign is an emergency");
        }
    }
}

} // namespace tautline::test
