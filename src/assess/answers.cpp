#include "assess/answers.h"

#include <utility>

namespace tautline::assess {

namespace {

std::uint32_t bit(std::size_t option) {
    return std::uint32_t{1} << option;
}

// Hiding one item may hide another that hangs on it, so go on until nothing changes.
Answers without_hidden(const Definition& definition, Answers answers) {
    for (bool changed = true; changed;) {
        changed = false;
        for (const ShownWhile& rule : definition.shown_while) {
            if (!is_answered(answers, rule.item) || holds(answers, rule.condition)) continue;
            answers.chosen[rule.item] = 0;
            changed = true;
        }
    }
    return answers;
}

} // namespace

Answers no_answers(const Definition& definition) {
    return Answers{std::vector<std::uint32_t>(definition.items.size(), 0)};
}

bool is_answered(const Answers& answers, std::size_t item) {
    return answers.chosen[item] != 0;
}

bool holds(const Answers& answers, const Condition& condition) {
    const std::uint32_t chosen = answers.chosen[condition.item];
    return (chosen & condition.options) != 0 || (condition.unanswered && chosen == 0);
}

Answers with_answer(const Definition& definition, Answers answers, std::size_t item,
                    std::size_t option, bool on) {
    std::uint32_t& chosen = answers.chosen[item];
    if (!on)
        chosen &= ~bit(option);
    else if (definition.items[item].kind == Kind::many)
        chosen |= bit(option);
    else
        chosen = bit(option);
    return without_hidden(definition, std::move(answers));
}

Answers without_answer(const Definition& definition, Answers answers, std::size_t item) {
    answers.chosen[item] = 0;
    return without_hidden(definition, std::move(answers));
}

bool is_shown(const Definition& definition, const Answers& answers, std::size_t item) {
    for (const ShownWhile& rule : definition.shown_while)
        if (rule.item == item && !holds(answers, rule.condition)) return false;
    return true;
}

} // namespace tautline::assess
