#include "review/second_reading.h"

#include <algorithm>
#include <utility>

namespace tautline::review {

namespace {

using json::Value;

enum Care { none, soon, today, crisis, emergency };
enum Pattern { withheld, not_enough, nerve_like, mixed, tension_like, movement_linked };

const Value* inside(const Value& value, std::initializer_list<std::string_view> names) {
    const Value* at = &value;
    for (const std::string_view name : names)
        if (at != nullptr) at = at->find(name);
    return at;
}

bool is(const Value& value, std::string_view name, std::string_view text) {
    const Value* member = value.find(name);
    return member != nullptr && member->text == text;
}

bool is_true(const Value& value, std::string_view name) {
    const Value* member = value.find(name);
    return member != nullptr && member->boolean;
}

template <typename List>
int number_of(const List& names, const Value* name) {
    if (name == nullptr) return -1;
    const auto found = std::find(std::begin(names), std::end(names), name->text);
    return found == std::end(names) ? -1 : static_cast<int>(found - std::begin(names));
}

bool read_number(const Value& value, std::initializer_list<std::string_view> names, int& number) {
    const Value* at = inside(value, names);
    if (at == nullptr || at->type != json::Type::integer) return false;
    number = static_cast<int>(at->integer);
    return true;
}

std::uint32_t bit_of(const SecondReading::Question& question, std::string_view option) {
    for (std::size_t i = 0; i < question.options.size(); ++i)
        if (question.options[i] == option) return std::uint32_t{1} << i;
    return 0;
}

} // namespace

std::optional<SecondReading> SecondReading::of(const Value& assessment) {
    SecondReading reading;
    if (reading.read_questions(assessment) && reading.read_rules(assessment) &&
        reading.read_pattern(assessment))
        return reading;
    return std::nullopt;
}

bool SecondReading::read_questions(const Value& assessment) {
    const Value* items = assessment.find("items");
    if (items == nullptr) return false;
    for (const Value& item : items->items) {
        Question one;
        if (const Value* id = item.find("id")) one.id = id->text;
        one.takes_many = is(item, "kind", "many");
        one.is_sign = is(item, "group", "warning-sign");
        one.counts = is_true(item, "scored");
        if (is(item, "kind", "flag")) {
            one.options = {"yes", "no", "unsure"};
        } else if (const Value* options = item.find("options")) {
            for (const Value& option : options->items)
                if (const Value* id = option.find("id")) one.options.push_back(id->text);
        }
        if (one.id.empty() || one.options.empty() || one.options.size() > 31) return false;
        questions_.push_back(std::move(one));
    }
    return true;
}

std::optional<std::size_t> SecondReading::question(const Value* id) const {
    for (std::size_t i = 0; id != nullptr && i < questions_.size(); ++i)
        if (questions_[i].id == id->text) return i;
    return std::nullopt;
}

bool SecondReading::read_test(const Value& value, Test& test) const {
    const auto asked = question(value.find("item"));
    const Value* options = value.find("any_of");
    if (!asked || options == nullptr) return false;
    test.question = *asked;
    for (const Value& option : options->items)
        test.any |= bit_of(questions_[*asked], option.text);
    test.or_open = is_true(value, "unanswered");
    return true;
}

bool SecondReading::read_tests(const Value* list, std::vector<Test>& tests) const {
    for (std::size_t i = 0; list != nullptr && i < list->items.size(); ++i)
        if (!read_test(list->items[i], tests.emplace_back())) return false;
    return true;
}

bool SecondReading::read_rules(const Value& assessment) {
    const Value* rules = assessment.find("tier_rules");
    const Value* matches = assessment.find("match_rules");
    if (rules == nullptr || matches == nullptr) return false;
    for (const Value& rule : rules->items) {
        Care one;
        one.care = number_of(cares, rule.find("tier"));
        one.may_wait = is_true(rule, "eased");
        if (one.care < 0 || !read_tests(rule.find("when"), one.when)) return false;
        care_.push_back(std::move(one));
    }
    if (const Value* context = assessment.find("context_rule")) {
        has_context_ = true;
        if (!read_tests(context->find("while"), while_) ||
            !read_tests(inside(*context, {"not_together", "any_of"}), not_these_) ||
            !read_tests(inside(*context, {"not_together", "with"}), with_those_))
            return false;
    }
    constexpr std::string_view descriptions[] = {"tension", "movement", "nerve"};
    for (const Value& match : matches->items) {
        Points one;
        one.description = number_of(descriptions, match.find("description"));
        if (one.description < 0 || !read_test(match, one.when) ||
            !read_number(match, {"points"}, one.points))
            return false;
        points_.push_back(one);
    }
    const Value* shown = assessment.find("shown_while");
    for (std::size_t i = 0; shown != nullptr && i < shown->items.size(); ++i) {
        const auto hidden = question(shown->items[i].find("item"));
        const Value* condition = shown->items[i].find("while");
        Test test;
        if (!hidden || condition == nullptr || !read_test(*condition, test)) return false;
        shown_.emplace_back(*hidden, test);
    }
    return true;
}

bool SecondReading::read_pattern(const Value& assessment) {
    const Value* rule = assessment.find("pattern");
    if (rule == nullptr) return false;
    const auto flag = question(inside(*rule, {"nerve_like", "flag"}));
    const auto age = question(inside(*rule, {"age", "item"}));
    const Value* young = inside(*rule, {"age", "withheld_for"});
    if (!flag || !age || young == nullptr) return false;
    nerve_flag_ = *flag;
    nerve_yes_ = bit_of(questions_[*flag], "yes");
    nerve_unsure_ = bit_of(questions_[*flag], "unsure");
    age_ = *age;
    for (const Value& option : young->items)
        too_young_ |= bit_of(questions_[*age], option.text);
    return read_number(*rule, {"least_answered"}, least_answered_) &&
           read_number(*rule, {"nerve_like", "nerve_least"}, nerve_least_) &&
           read_number(*rule, {"tension_like", "tension_least"}, tension_least_) &&
           read_number(*rule, {"tension_like", "movement_most"}, tension_movement_) &&
           read_number(*rule, {"tension_like", "lead_least"}, tension_lead_) &&
           read_number(*rule, {"movement_linked", "movement_least"}, movement_least_) &&
           read_number(*rule, {"movement_linked", "tension_most"}, movement_tension_) &&
           read_number(*rule, {"movement_linked", "lead_least"}, movement_lead_);
}

bool SecondReading::holds(const Test& test, const Sheet& sheet) {
    const std::uint32_t given = sheet[test.question];
    return given == 0 ? test.or_open : (given & test.any) != 0;
}

bool SecondReading::any(const std::vector<Test>& tests, const Sheet& sheet) {
    return std::any_of(tests.begin(), tests.end(),
                       [&](const Test& test) { return holds(test, sheet); });
}

bool SecondReading::all(const std::vector<Test>& tests, const Sheet& sheet) {
    return std::all_of(tests.begin(), tests.end(),
                       [&](const Test& test) { return holds(test, sheet); });
}

// What is known of the pain lets three rows wait.
bool SecondReading::may_wait(const Sheet& sheet) const {
    return has_context_ && all(while_, sheet) &&
           !(any(not_these_, sheet) && any(with_those_, sheet));
}

int SecondReading::care(const Sheet& sheet) const {
    int highest = none;
    for (const Care& rule : care_)
        if (all(rule.when, sheet))
            highest = std::max(highest, rule.may_wait && may_wait(sheet) ? +soon : rule.care);
    return highest;
}

// Some warning sign that is asked has no answer.
bool SecondReading::asks_more(const Sheet& sheet) const {
    for (std::size_t i = 0; i < questions_.size(); ++i) {
        if (!questions_[i].is_sign || sheet[i] != 0) continue;
        const bool hidden = std::any_of(shown_.begin(), shown_.end(), [&](const auto& shown) {
            return shown.first == i && !holds(shown.second, sheet);
        });
        if (!hidden) return true;
    }
    return false;
}

int SecondReading::pattern(const Sheet& sheet, int care) const {
    if (care == crisis || care == emergency || (sheet[age_] & too_young_) != 0) return withheld;
    int counted = 0;
    for (std::size_t i = 0; i < questions_.size(); ++i)
        if (questions_[i].counts && sheet[i] != 0) ++counted;
    if (sheet[age_] == 0 || asks_more(sheet) || counted < least_answered_) return not_enough;
    int points[3] = {};
    for (const Points& statement : points_)
        if (holds(statement.when, sheet)) points[statement.description] += statement.points;
    const auto [tension, movement, nerve] = points;
    if (nerve >= nerve_least_ || (sheet[nerve_flag_] & nerve_yes_) != 0) return nerve_like;
    if ((sheet[nerve_flag_] & nerve_unsure_) != 0) return mixed;
    const int lead = tension - 2 * movement;
    if (tension >= tension_least_ && movement <= tension_movement_ && lead >= tension_lead_)
        return tension_like;
    if (movement >= movement_least_ && tension <= movement_tension_ && -lead >= movement_lead_)
        return movement_linked;
    return mixed;
}

SecondReading::Said SecondReading::say(const Sheet& sheet) const {
    const int how_soon = care(sheet);
    return {how_soon, pattern(sheet, how_soon)};
}

} // namespace tautline::review
