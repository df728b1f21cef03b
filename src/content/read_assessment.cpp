#include "content/read_assessment.h"

#include "base/date.h"
#include "content/ids.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tautline::content {

namespace {

using assess::Condition;
using assess::Definition;
using assess::Group;
using assess::Item;
using assess::Kind;
using assess::Tier;
using json::Cursor;

constexpr std::array<std::string_view, 3> kinds = {"flag", "one", "many"};
constexpr std::array<std::string_view, 4> groups = {"about-you", "warning-sign", "pattern", "phq4"};
constexpr std::array<std::string_view, 3> descriptions = {"tension", "movement", "nerve"};

void read_options(const Cursor& cursor, Item& item) {
    if (item.kind == Kind::flag) {
        if (const auto options = cursor.member("options"))
            options->wrong("no options: a flag's are always yes, no and unsure");
        for (const char* id : {"yes", "no", "unsure"})
            item.options.push_back({id, item.sources, {}});
        return;
    }
    const auto member = cursor.member("options");
    if (!member) {
        cursor.note("no member \"options\"", "the member \"options\"");
        return;
    }
    const auto options = cursor.list("options");
    if (options.empty() || options.size() > assess::most_options)
        cursor.member("options")->note(std::to_string(options.size()) + " options",
                                       "1 to " + std::to_string(assess::most_options));
    for (const Cursor& option : options) {
        if (!option.is_object({"id", "sources"}, {"notes"})) continue;
        const auto id = new_id(option, item.options);
        auto sources = source_ids(option);
        if (id) item.options.push_back({*id, std::move(sources), option.texts("notes")});
    }
}

void read_items(const Cursor& document, Definition& check) {
    for (const Cursor& cursor : document.list("items")) {
        if (!cursor.is_object({"id", "group", "kind", "sources"}, {"options", "scored"})) continue;
        const auto id = new_id(cursor, check.items);
        const auto group = cursor.one_of("group", groups);
        const auto kind = cursor.one_of("kind", kinds);
        Item item;
        item.sources = source_ids(cursor);
        item.scored = cursor.boolean("scored").value_or(false);
        if (!id || !group || !kind) continue;
        item.id = *id;
        item.group = static_cast<Group>(*group);
        item.kind = static_cast<Kind>(*kind);
        if ((item.group == Group::warning_sign) != (item.kind == Kind::flag))
            cursor.member("kind")->wrong(
                "\"flag\" for the group \"warning-sign\" and for no other");
        read_options(cursor, item);
        check.items.push_back(std::move(item));
    }
}

void read_notes(const Cursor& document, Definition& check) {
    for (const Cursor& cursor : document.list("notes")) {
        if (!cursor.is_object({"id", "sources"})) continue;
        const auto id = new_id(cursor, check.notes);
        auto sources = source_ids(cursor);
        if (id) check.notes.push_back({*id, std::move(sources)});
    }
}

void read_results(const Cursor& document, Definition& check) {
    constexpr std::array<std::string_view, 11> ids = {
        "none",       "soon",       "today", "crisis",       "emergency",      "withheld",
        "not-enough", "nerve-like", "mixed", "tension-like", "movement-linked"};
    for (const Cursor& cursor : document.list("results")) {
        if (!cursor.is_object({"id", "sources"})) continue;
        const auto id = new_id(cursor, check.results);
        auto sources = source_ids(cursor);
        if (id && cursor.one_of("id", ids)) check.results.push_back({*id, std::move(sources)});
    }
}

std::optional<std::size_t> read_item(const Cursor& cursor, const Definition& check) {
    const auto id = cursor.text();
    if (!id) return std::nullopt;
    const auto item = check.item_index(*id);
    if (!item) cursor.wrong("the id of an item");
    return item;
}

std::optional<std::size_t> read_item(const Cursor& cursor, std::string_view member,
                                     const Definition& check) {
    const auto id = cursor.member(member);
    return id ? read_item(*id, check) : std::nullopt;
}

// A list of the item's options as bits.
std::uint32_t read_any_of(const Cursor& cursor, std::string_view member, const Item& item) {
    std::uint32_t bits = 0;
    for (const Cursor& option : cursor.list(member)) {
        const auto id = option.text();
        if (!id) continue;
        const auto index = item.option_index(*id);
        if (!index)
            option.wrong("the id of an option of " + json::quoted(item.id));
        else if ((bits >> *index & 1u) != 0)
            option.note(json::quoted(*id) + " a second time", "each option once");
        else
            bits |= std::uint32_t{1} << *index;
    }
    return bits;
}

std::optional<Condition> read_condition(const Cursor& cursor, const Definition& check) {
    if (!cursor.is_object({"item", "any_of"}, {"unanswered"})) return std::nullopt;
    const auto item = read_item(cursor, "item", check);
    const bool unanswered = cursor.boolean("unanswered").value_or(false);
    if (!item) return std::nullopt;
    const auto options = read_any_of(cursor, "any_of", check.items[*item]);
    if (options == 0 && !unanswered)
        cursor.note("a condition that nothing meets", "at least one option");
    return Condition{*item, options, unanswered};
}

std::vector<Condition> read_conditions(const Cursor& cursor, std::string_view member,
                                       const Definition& check) {
    std::vector<Condition> conditions;
    for (const Cursor& entry : cursor.list(member)) {
        const auto condition = read_condition(entry, check);
        if (!condition) continue;
        const bool twice =
            std::any_of(conditions.begin(), conditions.end(),
                        [&](const Condition& c) { return c.item == condition->item; });
        if (twice)
            entry.note("a second condition for the same item", "each item once");
        else
            conditions.push_back(*condition);
    }
    return conditions;
}

// In the order in which a person is told which of them fails.
void read_context_rule(const Cursor& cursor, Definition& check) {
    if (!cursor.is_object({"while"}, {"not_together"})) return;
    assess::ContextRule rule;
    rule.all_of = read_conditions(cursor, "while", check);
    const auto together = cursor.member("not_together");
    if (together && together->is_object({"any_of", "with"})) {
        rule.either = read_conditions(*together, "any_of", check);
        rule.beside = read_conditions(*together, "with", check);
    }
    check.context_rule = std::move(rule);
}

void read_tier_rules(const Cursor& document, Definition& check) {
    for (const Cursor& cursor : document.list("tier_rules")) {
        if (!cursor.is_object({"when", "tier", "sources"}, {"eased"})) continue;
        assess::TierRule rule;
        rule.all_of = read_conditions(cursor, "when", check);
        std::sort(rule.all_of.begin(), rule.all_of.end(),
                  [](const Condition& a, const Condition& b) { return a.item < b.item; });
        const auto when = cursor.member("when");
        if (when && when->value().type == json::Type::array &&
            (when->value().items.empty() || when->value().items.size() > 2))
            when->wrong("one condition or two");
        rule.tier = static_cast<Tier>(cursor.one_of("tier", tier_names).value_or(0));
        rule.sources = source_ids(cursor);
        rule.eased = cursor.boolean("eased").value_or(false);
        check.tier_rules.push_back(std::move(rule));
    }
}

void read_match_rules(const Cursor& document, Definition& check) {
    for (const Cursor& cursor : document.list("match_rules")) {
        if (!cursor.is_object({"description", "item", "any_of", "points"})) continue;
        const auto description = cursor.one_of("description", descriptions);
        const auto item = read_item(cursor, "item", check);
        const auto points = cursor.integer("points", 1, 9);
        if (!description || !item || !points) continue;
        if (!check.items[*item].scored) cursor.member("item")->wrong("an item that is scored");
        const auto options = read_any_of(cursor, "any_of", check.items[*item]);
        if (options == 0) cursor.note("a statement that nothing matches", "at least one option");
        check.match_rules.push_back({*item, options, static_cast<assess::Description>(*description),
                                     static_cast<int>(*points)});
    }
}

void read_shown_while(const Cursor& document, Definition& check) {
    for (const Cursor& cursor : document.list("shown_while")) {
        if (!cursor.is_object({"item", "while"})) continue;
        const auto item = read_item(cursor, "item", check);
        const auto shown_while = cursor.member("while");
        const auto condition = shown_while ? read_condition(*shown_while, check) : std::nullopt;
        if (!item || !condition) continue;
        // Only earlier items decide, so that there is no circle and nothing jumps in above the
        // reader.
        if (condition->item >= *item)
            shown_while->note("a condition on an item that comes later", "an earlier item");
        check.shown_while.push_back({*item, *condition});
    }
}

int read_count(const Cursor& cursor, std::string_view member) {
    return static_cast<int>(cursor.integer(member, 0, 99).value_or(0));
}

void read_pattern(const Cursor& cursor, Definition& check) {
    if (!cursor.is_object(
            {"least_answered", "nerve_like", "tension_like", "movement_linked", "age"}))
        return;
    assess::PatternRule& rule = check.pattern;
    rule.least_answered = read_count(cursor, "least_answered");
    const auto nerve = cursor.member("nerve_like");
    if (nerve && nerve->is_object({"nerve_least", "flag"})) {
        rule.nerve_least = read_count(*nerve, "nerve_least");
        rule.nerve_flag = read_item(*nerve, "flag", check).value_or(0);
        if (rule.nerve_flag < check.items.size() && nerve->member("flag") &&
            check.items[rule.nerve_flag].kind != Kind::flag)
            nerve->member("flag")->wrong("an item of the kind \"flag\"");
    }
    const auto tension = cursor.member("tension_like");
    if (tension && tension->is_object({"tension_least", "movement_most", "lead_least"})) {
        rule.tension_least = read_count(*tension, "tension_least");
        rule.tension_movement_most = read_count(*tension, "movement_most");
        rule.tension_lead_least = read_count(*tension, "lead_least");
    }
    const auto movement = cursor.member("movement_linked");
    if (movement && movement->is_object({"movement_least", "tension_most", "lead_least"})) {
        rule.movement_least = read_count(*movement, "movement_least");
        rule.movement_tension_most = read_count(*movement, "tension_most");
        rule.movement_lead_least = read_count(*movement, "lead_least");
    }
    const auto age = cursor.member("age");
    if (age && age->is_object({"item", "withheld_for"})) {
        if (const auto item = read_item(*age, "item", check)) {
            rule.age_item = *item;
            rule.age_withholds = read_any_of(*age, "withheld_for", check.items[*item]);
        }
    }
}

void read_sign_off(const Cursor& cursor, Definition& check) {
    if (!cursor.is_object({"name", "role", "date", "scope"})) return;
    const auto name = cursor.text("name");
    const auto role = cursor.text("role");
    const auto date = cursor.text("date");
    if (date && !is_date(*date)) cursor.member("date")->wrong("a date like \"2026-11-22\"");
    auto scope = cursor.texts("scope");
    if (cursor.member("scope") && scope.empty())
        cursor.note("a sign-off for no row", "at least one row in \"scope\"");
    if (name && role && date) check.clinician_sign_off = {*name, *role, *date, std::move(scope)};
}

void read_pages(const Cursor& document, Assessment& result) {
    std::vector<bool> seen(result.check.items.size(), false);
    for (const Cursor& cursor : document.list("pages")) {
        if (!cursor.is_object({"id", "items"}, {"warning_signs", "optional"})) continue;
        const auto id = new_id(cursor, result.pages);
        app::Library::CheckPage page;
        page.warning_signs = cursor.boolean("warning_signs").value_or(false);
        page.optional = cursor.boolean("optional").value_or(false);
        for (const Cursor& entry : cursor.list("items")) {
            const auto item = read_item(entry, result.check);
            if (!item) continue;
            const bool is_sign = result.check.items[*item].group == Group::warning_sign;
            if (seen[*item])
                entry.note(json::describe(entry.value()) + " a second time",
                           "each item on one page");
            else if (is_sign != page.warning_signs)
                entry.wrong(page.warning_signs ? "a warning sign" : "no warning sign on this page");
            else
                page.items.push_back(*item);
            seen[*item] = true;
        }
        if (cursor.member("items") && cursor.member("items")->value().items.empty())
            cursor.note("a page with no item", "at least one item");
        if (id) {
            page.id = *id;
            result.pages.push_back(std::move(page));
        }
    }
    const auto pages = document.member("pages");
    for (std::size_t item = 0; pages && item < seen.size(); ++item)
        if (!seen[item])
            pages->note("no page for the item " + json::quoted(result.check.items[item].id),
                        "every item on one page");
}

void check_notes(const Cursor& document, const Definition& check) {
    for (const Cursor& item : document.list("items"))
        for (const Cursor& option : item.list("options"))
            for (const Cursor& note : option.list("notes")) {
                const bool known =
                    std::any_of(check.notes.begin(), check.notes.end(),
                                [&](const assess::Note& n) { return n.id == note.value().text; });
                if (!known) note.wrong("the id of a note");
            }
}

} // namespace

Assessment read_assessment(const Cursor& document) {
    Assessment result;
    Definition& check = result.check;
    if (!document.is_object({"format", "version", "id", "pack_version", "items", "notes", "results",
                             "tier_rules", "match_rules", "shown_while", "pattern", "pages"},
                            {"clinician_sign_off", "context_rule"}))
        return result;
    is_format(document, "tautline-assessment");
    check.id = document.text("id").value_or("");
    check.version = document.text("pack_version").value_or("");
    read_items(document, check);
    read_notes(document, check);
    check_notes(document, check);
    read_results(document, check);
    read_tier_rules(document, check);
    read_match_rules(document, check);
    read_shown_while(document, check);
    if (const auto pattern = document.member("pattern")) read_pattern(*pattern, check);
    if (const auto context = document.member("context_rule")) read_context_rule(*context, check);
    if (const auto sign_off = document.member("clinician_sign_off"))
        read_sign_off(*sign_off, check);
    read_pages(document, result);
    return result;
}

} // namespace tautline::content
