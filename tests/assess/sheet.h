// Answers by their ids, for specs that read like the contract.
#pragma once

#include "assess/evaluate.h"
#include "content/read_library.h"
#include "support/read_file.h"

#include <catch_amalgamated.hpp>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tautline::test {

// The self-check as shipped.
inline const assess::Definition& shipped() {
    static const assess::Definition definition = [] {
        Issues issues;
        auto read = content::read_definition(read_file("content/assessment.json"), issues);
        for (const Issue& issue : issues)
            UNSCOPED_INFO(to_text(issue));
        REQUIRE(read.has_value());
        return *std::move(read);
    }();
    return definition;
}

inline std::size_t item(const assess::Definition& definition, std::string_view id) {
    const auto index = definition.item_index(id);
    INFO("item " << id);
    REQUIRE(index.has_value());
    return *index;
}

inline std::size_t option(const assess::Definition& definition, std::string_view item_id,
                          std::string_view id) {
    const auto index = definition.items[item(definition, item_id)].option_index(id);
    INFO("option " << id << " of " << item_id);
    REQUIRE(index.has_value());
    return *index;
}

using Given = std::initializer_list<std::pair<std::string_view, std::string_view>>;

// Ticks options as a file does, without hiding anything. For an item of one answer the last one
// counts.
inline assess::Answers with(const assess::Definition& definition, assess::Answers answers,
                            Given given) {
    for (const auto& [item_id, option_id] : given) {
        const std::size_t index = item(definition, item_id);
        const std::uint32_t bit = std::uint32_t{1} << option(definition, item_id, option_id);
        std::uint32_t& chosen = answers.chosen[index];
        chosen = definition.items[index].kind == assess::Kind::many ? chosen | bit : bit;
    }
    return answers;
}

inline assess::Answers sheet(Given given) {
    return with(shipped(), assess::no_answers(shipped()), given);
}

// No warning sign, a grown-up whose pain was checked: care is `none`, and what is added decides
// alone.
inline assess::Answers clear_sheet(Given given = {}) {
    assess::Answers answers = assess::no_answers(shipped());
    for (std::size_t i = 0; i < shipped().items.size(); ++i)
        if (shipped().items[i].kind == assess::Kind::flag)
            answers.chosen[i] = std::uint32_t{1} << assess::flag_no;
    answers = with(shipped(), answers,
                   {{"age", "18-49"}, {"duration", "months"}, {"examined", "yes-unchanged"}});
    return with(shipped(), answers, given);
}

// A clear sheet whose pain may wait for `soon` where the context rule says so.
inline assess::Answers known_pain(Given given = {}) {
    return with(shipped(), clear_sheet({{"limb-numb-tingle", "no"}}), given);
}

inline std::vector<std::string> ids(const assess::Definition& definition,
                                    const std::vector<std::size_t>& items) {
    std::vector<std::string> result;
    for (const std::size_t index : items)
        result.push_back(definition.items[index].id);
    return result;
}

// A reason as one line: "fever-infection=yes+new-numb-weak=unsure emergency R8".
inline std::string line(const assess::Definition& definition, const assess::Reason& reason) {
    const auto answer = [&](const assess::AnswerRef& ref) {
        const assess::Item& asked = definition.items[ref.item];
        return asked.id + "=" + (ref.option ? asked.options[*ref.option].id : "(unanswered)");
    };
    std::string text = answer(reason.answer);
    if (reason.with) text += "+" + answer(*reason.with);
    text += " " + std::string(name(reason.tier));
    if (reason.eased_from) text += " eased from " + std::string(name(*reason.eased_from));
    for (const std::string& source : reason.sources)
        text += " " + source;
    return text;
}

inline std::vector<std::string> reason_lines(const assess::Answers& answers) {
    std::vector<std::string> lines;
    for (const assess::Reason& reason : evaluate(shipped(), answers).care_reasons)
        lines.push_back(line(shipped(), reason));
    return lines;
}

} // namespace tautline::test

namespace Catch {
template <>
struct StringMaker<tautline::assess::Tier> {
    static std::string convert(tautline::assess::Tier tier) {
        return std::string(tautline::assess::name(tier));
    }
};
template <>
struct StringMaker<tautline::assess::Pattern> {
    static std::string convert(tautline::assess::Pattern pattern) {
        return std::string(tautline::assess::name(pattern));
    }
};
} // namespace Catch
