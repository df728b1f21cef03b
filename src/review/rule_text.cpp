#include "review/rule_text.h"

#include "assess/evaluate.h"
#include "review/outline.h"

#include <algorithm>

namespace tautline::review {

namespace {

using assess::Condition;

std::string answer_words(const app::Words& words, const assess::Item& item, std::size_t option) {
    const std::string& id = item.options[option].id;
    const std::string own = "item." + item.id + ".option." + id, shared = "option." + id;
    return words.has(own) ? words.text(own) : words.has(shared) ? words.text(shared) : id;
}

RuleText::Asked asked(const app::Library& library, const Condition& condition) {
    const assess::Item& item = library.check.items[condition.item];
    const std::string key = "item." + item.id + ".short";
    RuleText::Asked text{
        library.words.has(key) ? library.words.text(key) : item.id, {}, condition.unanswered};
    for (std::size_t option = 0; option < item.options.size(); ++option)
        if ((condition.options >> option & 1u) != 0)
            text.answers.push_back(answer_words(library.words, item, option));
    return text;
}

std::vector<RuleText::Asked> asked(const app::Library& library,
                                   const std::vector<Condition>& conditions) {
    std::vector<RuleText::Asked> all;
    for (const Condition& condition : conditions)
        all.push_back(asked(library, condition));
    return all;
}

// One way to meet every condition, on top of answers that ask for nothing.
assess::Answers meeting(const assess::Definition& check, assess::Answers answers,
                        const std::vector<Condition>& conditions) {
    for (const Condition& condition : conditions) {
        std::uint32_t& chosen = answers.chosen[condition.item];
        const std::uint32_t first = condition.options & (~condition.options + 1u);
        chosen = check.items[condition.item].kind == assess::Kind::many ? chosen | first : first;
    }
    return answers;
}

void add_care(const app::Library& library, const assess::Answers& calm, std::size_t index,
              RuleText& text) {
    const assess::TierRule& rule = library.check.tier_rules[index];
    text.all_of = asked(library, rule.all_of);
    text.tier = name(rule.tier);
    if (rule.eased && library.check.context_rule) text.eased_to = name(assess::Tier::soon);
    const assess::Answers answers = meeting(library.check, calm, rule.all_of);
    assess::Definition other = library.check;
    other.tier_rules.erase(other.tier_rules.begin() + static_cast<std::ptrdiff_t>(index));
    text.gives = name(care(library.check, answers));
    text.without = name(care(other, answers));
}

std::string in_words(const json::Value& value) {
    switch (value.type) {
    case json::Type::string:
    case json::Type::number:
        return value.text;
    case json::Type::integer:
        return std::to_string(value.integer);
    case json::Type::boolean:
        return value.boolean ? "yes" : "no";
    case json::Type::null:
        return "";
    case json::Type::array: {
        std::string all;
        for (const json::Value& entry : value.items)
            all += (all.empty() ? "" : " · ") + in_words(entry);
        return all;
    }
    case json::Type::object: {
        std::string all;
        for (const json::Member& member : value.members)
            all += (all.empty() ? "" : ", ") + member.name + " " + in_words(member.value);
        return all;
    }
    }
    return "";
}

std::string plain(std::string name) {
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

} // namespace

RuleText rule_text(const app::Library& library, const assess::Answers& calm,
                   const json::Value& rule, const std::string& pointer) {
    const assess::Definition& check = library.check;
    RuleText text;
    if (pointer.starts_with("/tier_rules/")) {
        add_care(library, calm, index_of(pointer), text);
    } else if (pointer == "/context_rule" && check.context_rule) {
        text.all_of = asked(library, check.context_rule->all_of);
        text.either = asked(library, check.context_rule->either);
        text.beside = asked(library, check.context_rule->beside);
    } else if (pointer.starts_with("/match_rules/")) {
        const assess::MatchRule& match = check.match_rules[index_of(pointer)];
        text.all_of = {asked(library, Condition{match.item, match.options, false})};
        text.facts = {{"description", std::string(name(match.description))},
                      {"points", std::to_string(match.points)},
                      {"of", std::to_string(most_points(check, match.description))}};
    } else if (pointer.starts_with("/shown_while/")) {
        const assess::ShownWhile& shown = check.shown_while[index_of(pointer)];
        text.all_of = {asked(library, shown.condition)};
        text.facts = {{"then asks", asked(library, Condition{shown.item, 0, false}).question}};
    } else {
        for (const json::Member& member : rule.members)
            if (member.name != "sources" && member.name != "id" && !in_words(member.value).empty())
                text.facts.push_back({plain(member.name), plain(in_words(member.value))});
    }
    return text;
}

} // namespace tautline::review
