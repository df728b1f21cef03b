#include "exchange/result_json.h"

#include "exchange/answers_json.h"

#include <nlohmann/json.hpp>

#include <array>
#include <utility>
#include <vector>

namespace tautline::exchange {

namespace {

using assess::Definition;
using Json = nlohmann::ordered_json;

Json item_ids(const Definition& definition, const std::vector<std::size_t>& items) {
    Json ids = Json::array();
    for (const std::size_t item : items)
        ids.push_back(definition.items[item].id);
    return ids;
}

Json answer(const Definition& definition, const assess::AnswerRef& ref) {
    const assess::Item& item = definition.items[ref.item];
    Json written;
    written["item"] = item.id;
    written["option"] = ref.option ? Json(item.options[*ref.option].id) : Json(nullptr);
    return written;
}

Json reasons(const Definition& definition, const std::vector<assess::Reason>& all) {
    Json list = Json::array();
    for (const assess::Reason& reason : all) {
        Json written = answer(definition, reason.answer);
        written["tier"] = name(reason.tier);
        if (reason.eased_from) written["eased_from"] = name(*reason.eased_from);
        written["sources"] = reason.sources;
        if (reason.with) written["with"] = Json::array({answer(definition, *reason.with)});
        list.push_back(std::move(written));
    }
    return list;
}

Json description(const Definition& definition, const assess::DescriptionMatch& match) {
    Json matched = Json::array();
    for (const assess::Match& statement : match.matched) {
        const assess::Item& item = definition.items[statement.item];
        Json options = Json::array();
        for (const std::size_t option : statement.options)
            options.push_back(item.options[option].id);
        Json written;
        written["item"] = item.id;
        written["options"] = std::move(options);
        written["points"] = statement.points;
        matched.push_back(std::move(written));
    }
    Json written;
    written["points"] = match.points;
    written["of"] = match.of;
    written["matched"] = std::move(matched);
    return written;
}

Json phq4(const assess::Phq4& sums) {
    Json written = Json::object();
    if (sums.total) written["total"] = *sums.total;
    if (sums.anxiety) written["anxiety"] = *sums.anxiety;
    if (sums.low_mood) written["low_mood"] = *sums.low_mood;
    return written;
}

std::string text_of(const Json& document, Layout layout) {
    // Words from outside (a file's text in a problem) are UTF-8 by then; `replace` keeps a mistake
    // from aborting.
    return document.dump(layout == Layout::indented ? 2 : -1, ' ', false,
                         Json::error_handler_t::replace);
}

} // namespace

std::string write_result(const Definition& definition, const assess::Result& result,
                         Layout layout) {
    Json document;
    document["format"] = "tautline-result";
    document["version"] = 1;
    document["care"] = name(result.care);
    document["care_reasons"] = reasons(definition, result.care_reasons);
    document["pattern"] = name(result.pattern);
    document["answered"] = result.answered;
    document["unanswered"] = item_ids(definition, result.unanswered);
    document["warning_signs_open"] = item_ids(definition, result.warning_signs_open);
    if (result.matches) {
        Json& matches = document["matches"];
        for (std::size_t i = 0; i < assess::description_count; ++i)
            matches[std::string(name(static_cast<assess::Description>(i)))] =
                description(definition, (*result.matches)[i]);
    }
    if (result.phq4) {
        Json sums = phq4(*result.phq4);
        if (!sums.empty()) document["phq4"] = std::move(sums);
    }
    return text_of(document, layout);
}

std::string write_problems(std::size_t line, const Issues& problems) {
    Json list = Json::array();
    for (const Issue& problem : problems) {
        Json written;
        written["pointer"] = problem.pointer;
        written["found"] = problem.found;
        written["allowed"] = problem.expected;
        list.push_back(std::move(written));
    }
    Json document;
    document["format"] = "tautline-error";
    document["line"] = line;
    document["problems"] = std::move(list);
    return text_of(document, Layout::one_line);
}

BatchLine assess_line(const Definition& definition, std::string_view answers, std::size_t line) {
    const auto read = read_answers(definition, answers);
    if (!read) return {write_problems(line, read.error()), false};
    return {write_result(definition, evaluate(definition, read.value()), Layout::one_line), true};
}

} // namespace tautline::exchange
