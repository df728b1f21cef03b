#include "exchange/answers_json.h"

#include "base/json_read.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace tautline::exchange {

namespace {

using assess::Answers;
using assess::Definition;
using assess::Item;
using assess::Kind;
using json::Cursor;

std::vector<std::string_view> option_ids(const Item& item) {
    std::vector<std::string_view> ids;
    for (const assess::Option& option : item.options)
        ids.push_back(option.id);
    return ids;
}

std::uint32_t read_answer(const Cursor& cursor, const Item& item) {
    const auto ids = option_ids(item);
    if (item.kind != Kind::many) {
        const auto option = cursor.one_of(ids);
        return option ? std::uint32_t{1} << *option : 0;
    }
    std::uint32_t chosen = 0;
    if (cursor.value().type != json::Type::array) {
        cursor.wrong("a list of " + json::one_of_words(ids));
        return 0;
    }
    const auto entries = cursor.list();
    for (const Cursor& entry : *entries) {
        const auto option = entry.one_of(ids);
        if (!option) continue;
        const std::uint32_t bit = std::uint32_t{1} << *option;
        if ((chosen & bit) != 0)
            entry.note(json::quoted(ids[*option]) + " a second time", "each option once");
        chosen |= bit;
    }
    return chosen;
}

Answers read_document(const Definition& definition, const Cursor& document) {
    Answers answers = assess::no_answers(definition);
    document.is_object({"format", "version", "answers"});
    if (document.value().type != json::Type::object) return answers;
    if (const auto format = document.member("format")) {
        constexpr std::string_view formats[] = {"tautline-answers"};
        format->one_of(formats);
    }
    if (const auto version = document.member("version")) version->integer(1, 1);
    const auto given = document.member("answers");
    if (!given) return answers;
    if (given->value().type != json::Type::object) {
        given->wrong("an object from item to answer");
        return answers;
    }
    for (const json::Member& member : given->value().members) {
        const Cursor cursor = given->in(member.name, member.value);
        const auto item = definition.item_index(member.name);
        if (item)
            answers.chosen[*item] = read_answer(cursor, definition.items[*item]);
        else
            cursor.note("an unknown item", "an item of the self-check");
    }
    return answers;
}

} // namespace

Result<Answers, Issues> read_answers(const Definition& definition, std::string_view text,
                                     std::string_view file) {
    constexpr json::Limits limits{.most_bytes = 64 * 1024, .most_nested = 8};
    Issues issues;
    if (!json::check_text(text, limits, file, issues)) return Failure{std::move(issues)};
    json::TreeBuilder builder(text, limits, file, issues);
    const bool parsed = nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
    if (!parsed) return Failure{std::move(issues)};
    // Members that stand there twice or too deep are reported; what else is wrong is worth saying
    // at the same time.
    const json::Value value = builder.take();
    Answers answers = read_document(definition, Cursor(value, file, issues));
    if (!issues.empty()) return Failure{std::move(issues)};
    return answers;
}

std::string write_answers(const Definition& definition, const Answers& answers, Mood mood) {
    auto given = nlohmann::ordered_json::object();
    for (std::size_t i = 0; i < definition.items.size(); ++i) {
        const Item& item = definition.items[i];
        if (!is_answered(answers, i)) continue;
        if (item.group == assess::Group::phq4 && mood == Mood::leave_out) continue;
        nlohmann::ordered_json& answer = given[item.id];
        for (std::size_t option = 0; option < item.options.size(); ++option) {
            if ((answers.chosen[i] >> option & 1u) == 0) continue;
            if (item.kind == Kind::many)
                answer.push_back(item.options[option].id);
            else
                answer = item.options[option].id;
        }
    }
    nlohmann::ordered_json document;
    document["format"] = "tautline-answers";
    document["version"] = 1;
    document["answers"] = std::move(given);
    return document.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace tautline::exchange
