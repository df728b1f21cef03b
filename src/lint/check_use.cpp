// P11: questions that nobody can be asked, and answers that nothing comes of.
#include "assess/contract.h"
#include "base/json.h"
#include "lint/checks.h"

#include <algorithm>
#include <string>

namespace tautline::lint {

namespace {

using assess::Condition;
using assess::Definition;
using assess::Item;
using assess::Kind;

std::string at_item(std::size_t index) {
    return json::pointer_to("/items", index);
}

const assess::ContractItem* contract_item(std::string_view id) {
    const auto items = assess::contract_items();
    const auto found =
        std::find_if(items.begin(), items.end(),
                     [&](const assess::ContractItem& item) { return item.id == id; });
    return found == items.end() ? nullptr : &*found;
}

// Whether some answers show this item: the conditions it hangs on, and those that their items hang
// on, can hold together. Conditions name earlier items only, so this ends.
bool can_be_shown(const Definition& check, std::size_t item) {
    struct Need {
        std::size_t item;
        Condition condition;
    };
    std::vector<Need> needs;
    std::vector<std::size_t> todo = {item};
    std::vector<bool> seen(check.items.size(), false);
    while (!todo.empty()) {
        const std::size_t next = todo.back();
        todo.pop_back();
        if (seen[next]) continue;
        seen[next] = true;
        for (const assess::ShownWhile& rule : check.shown_while)
            if (rule.item == next) {
                needs.push_back({next, rule.condition});
                // An item that must be answered must itself be shown.
                if (!rule.condition.unanswered) todo.push_back(rule.condition.item);
            }
    }
    // Each item's own values decide by themselves; several conditions on one item must agree.
    for (std::size_t other = 0; other < check.items.size(); ++other) {
        std::vector<Condition> on;
        for (const Need& need : needs)
            if (need.condition.item == other) on.push_back(need.condition);
        if (on.empty()) continue;
        const Item& asked = check.items[other];
        const auto meets_all = [&](std::uint32_t value) {
            return std::all_of(on.begin(), on.end(), [&](const Condition& c) {
                return (value & c.options) != 0 || (c.unanswered && value == 0);
            });
        };
        bool possible = meets_all(0);
        const std::size_t count = asked.options.size();
        if (asked.kind == Kind::many)
            possible = possible || meets_all((std::uint32_t{1} << count) - 1);
        else
            for (std::size_t option = 0; option < count; ++option)
                possible = possible || meets_all(std::uint32_t{1} << option);
        if (!possible) return false;
    }
    return true;
}

// The options of an item that some rule reads.
std::uint32_t read_options(const Definition& check, std::size_t item) {
    std::uint32_t read = 0;
    const auto see = [&](const Condition& condition) {
        if (condition.item == item) read |= condition.options;
    };
    for (const assess::TierRule& rule : check.tier_rules)
        for (const Condition& condition : rule.all_of)
            see(condition);
    for (const assess::MatchRule& rule : check.match_rules)
        if (rule.item == item) read |= rule.options;
    for (const assess::ShownWhile& rule : check.shown_while)
        see(rule.condition);
    if (check.context_rule)
        for (const auto* conditions : {&check.context_rule->all_of, &check.context_rule->either,
                                       &check.context_rule->beside})
            for (const Condition& condition : *conditions)
                see(condition);
    if (check.pattern.age_item == item) read |= check.pattern.age_withholds;
    if (check.pattern.nerve_flag == item)
        read |= 1u << assess::flag_yes | 1u << assess::flag_unsure;
    return read;
}

// Options that need no rule: those of the self-check itself; a flag's no and unsure, which every
// flag has; and `unsure` anywhere, which P7 forbids to match.
bool needs_no_rule(const Item& item, std::size_t option, const assess::ContractItem* fixed) {
    const std::string& id = item.options[option].id;
    if (item.kind == Kind::flag && option != assess::flag_yes) return true;
    if (id == assess::unsure_option) return true;
    return fixed != nullptr &&
           std::find(fixed->options.begin(), fixed->options.end(), id) != fixed->options.end();
}

} // namespace

Checked check_reachable(const Pack& pack) {
    Checked checked;
    const app::Library& library = pack.library();
    for (std::size_t i = 0; i < library.check.items.size(); ++i) {
        ++checked.looked_at;
        const bool on_a_page =
            std::any_of(library.pages.begin(), library.pages.end(), [&](const auto& page) {
                return std::find(page.items.begin(), page.items.end(), i) != page.items.end();
            });
        if (!on_a_page)
            checked.issues.push_back({"assessment.json", at_item(i), "a question on no page",
                                      "its id on one of \"pages\""});
        else if (!can_be_shown(library.check, i))
            checked.issues.push_back({"assessment.json", at_item(i),
                                      "a question that no answers bring up",
                                      "conditions in \"shown_while\" that can hold together"});
    }
    return checked;
}

Checked check_read(const Pack& pack) {
    Checked checked;
    const Definition& check = pack.library().check;
    const auto note = [&](std::string pointer, std::string found, std::string expected) {
        checked.issues.push_back(
            {"assessment.json", std::move(pointer), std::move(found), std::move(expected)});
    };
    for (std::size_t i = 0; i < check.items.size(); ++i) {
        const Item& item = check.items[i];
        const assess::ContractItem* fixed = contract_item(item.id);
        const std::uint32_t read = read_options(check, i);
        bool any = fixed != nullptr;
        for (std::size_t o = 0; o < item.options.size(); ++o) {
            ++checked.looked_at;
            const bool used = (read >> o & 1u) != 0 || !item.options[o].notes.empty();
            any = any || used;
            if (used || needs_no_rule(item, o, fixed)) continue;
            note(item.kind == Kind::flag ? at_item(i)
                                         : json::pointer_to(at_item(i) + "/options", o),
                 "the answer " + json::quoted(item.options[o].id) +
                     " that no rule reads and no note explains",
                 "a rule that reads it, or a note that says what it means");
        }
        if (!any)
            note(at_item(i), "a question whose answers no rule reads and no note explains",
                 "a rule or a note for one of its answers");
    }
    for (std::size_t n = 0; n < check.notes.size(); ++n) {
        ++checked.looked_at;
        const std::string& id = check.notes[n].id;
        const bool used =
            std::any_of(check.items.begin(), check.items.end(), [&](const Item& item) {
                return std::any_of(item.options.begin(), item.options.end(),
                                   [&](const auto& option) {
                                       return std::find(option.notes.begin(), option.notes.end(),
                                                        id) != option.notes.end();
                                   });
            });
        if (!used)
            note(json::pointer_to("/notes", n),
                 "the note " + json::quoted(id) + " beside no answer", "an answer that carries it");
    }
    return checked;
}

} // namespace tautline::lint
