// A person's answers. Every item may be unanswered; a missing answer is never a zero.
#pragma once

#include "assess/definition.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tautline::assess {

// One set of options an item, in the Definition's item order: bit i set = option i chosen; 0 =
// unanswered. Equal answers give equal bits, in whatever order they were given.
struct Answers {
    std::vector<std::uint32_t> chosen;

    friend bool operator==(const Answers&, const Answers&) = default;
};

Answers no_answers(const Definition& definition);

bool is_answered(const Answers& answers, std::size_t item);
bool holds(const Answers& answers, const Condition& condition);

// Chooses (or, with on = false, unticks) an option. For `flag` and `one` a choice replaces the
// last; for `many` it adds. Removes answers to items that are not shown (self-harm-today when
// self-harm is no or is cleared).
Answers with_answer(const Definition& definition, Answers answers, std::size_t item,
                    std::size_t option, bool on = true);
Answers without_answer(const Definition& definition, Answers answers, std::size_t item);

// Whether the item is asked at all, given the other answers.
bool is_shown(const Definition& definition, const Answers& answers, std::size_t item);

} // namespace tautline::assess
