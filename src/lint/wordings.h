// What no text may say, in English (P9 of the self-check). It stands in code, because a pack may
// not allow itself what a person must never read; a language without such a list is named as not
// decided, never as good.
#pragma once

#include <span>
#include <string_view>

namespace tautline::lint {

// Where a wording is out of place: anywhere, or wherever the words are about the person (questions,
// notes, advice, results), but not where they tell what studies found.
enum class Where : bool { anywhere, about_the_person };

struct Wording {
    std::string_view words; // lower case; a word that ends in * stands for all that begin so
    std::string_view instead;
    Where where = Where::anywhere;
};
std::span<const Wording> forbidden_wordings();

// Wordings that hold a forbidden one and say the opposite: “not a diagnosis”.
std::span<const std::string_view> allowed_wordings();

} // namespace tautline::lint
