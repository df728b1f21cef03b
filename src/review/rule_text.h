// A rule as a reviewer reads it: with the words of the questions that it names, what it gives to
// somebody for whom nothing else speaks, and what the same answers would give without it.
#pragma once

#include "app/library.h"
#include "assess/answers.h"
#include "review/subjects.h"

#include <string>
#include <utility>
#include <vector>

namespace tautline::review {

struct RuleText {
    struct Asked {
        std::string question;
        std::vector<std::string> answers;
        bool unanswered = false; // no answer counts as well
    };
    std::vector<Asked> all_of;         // all must hold
    std::vector<Asked> either, beside; // the context rule: not one of these with one of those
    std::string tier, eased_to;        // ids; of rules for care alone
    std::string gives, without;        // care, by id
    // What else stands in it, by its names in the file.
    std::vector<std::pair<std::string, std::string>> facts;
};
RuleText rule_text(const app::Library& library, const assess::Answers& calm,
                   const json::Value& rule, const std::string& pointer);

} // namespace tautline::review
