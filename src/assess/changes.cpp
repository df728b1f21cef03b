// What would change the result: every single answer that, changed, moves care or pattern.
#include "assess/evaluate.h"

#include <utility>

namespace tautline::assess {

Answers with_change(const Definition& definition, Answers answers, const AnswerRef& answer,
                    bool on) {
    if (!answer.option) return without_answer(definition, std::move(answers), answer.item);
    return with_answer(definition, std::move(answers), answer.item, *answer.option, on);
}

std::vector<Change> what_would_change(const Definition& definition, const Answers& answers) {
    const Tier care_now = care(definition, answers);
    const Pattern pattern_now = pattern(definition, answers);
    std::vector<Change> changes;
    const auto consider = [&](AnswerRef answer, bool on) {
        const Answers changed = with_change(definition, answers, answer, on);
        const Tier new_care = care(definition, changed);
        const Pattern new_pattern = pattern(definition, changed);
        if (new_care != care_now || new_pattern != pattern_now)
            changes.push_back({answer, on, new_care, new_pattern});
    };
    for (std::size_t item = 0; item < definition.items.size(); ++item) {
        const Item& asked = definition.items[item];
        if (asked.group == Group::phq4 || !is_shown(definition, answers, item)) continue;
        for (std::size_t option = 0; option < asked.options.size(); ++option) {
            const bool ticked = (answers.chosen[item] >> option & 1u) != 0;
            if (ticked && asked.kind != Kind::many) continue;
            consider({item, option}, !ticked);
        }
        if (asked.kind == Kind::one && is_answered(answers, item))
            consider({item, std::nullopt}, false);
    }
    return changes;
}

} // namespace tautline::assess
