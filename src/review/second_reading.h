// The rules of the self-check a second time, for a certificate: read from assessment.json by ids and
// in the words of content/README, without the Definition, its reader or its engine. Nothing of
// src/assess is in here, so that a slip there is no slip here. The page never runs it.
#pragma once

#include "base/json.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::review {

// How soon, from nothing to the most urgent; and what is said of the pattern.
inline constexpr std::string_view cares[] = {"none", "soon", "today", "crisis", "emergency"};
inline constexpr std::string_view patterns[] = {"withheld", "not-enough",   "nerve-like",
                                                "mixed",    "tension-like", "movement-linked"};

class SecondReading {
public:
    // One number a question: bit i is its i-th option; 0 is no answer.
    using Sheet = std::vector<std::uint32_t>;
    struct Said {
        int care = 0, pattern = 0; // in `cares` and `patterns`
        friend bool operator==(const Said&, const Said&) = default;
    };
    struct Question {
        std::string id;
        std::vector<std::string> options;
        bool takes_many = false, is_sign = false, counts = false;
    };

    struct Test { // "this question holds one of these, or nothing"
        std::size_t question = 0;
        std::uint32_t any = 0;
        bool or_open = false;
    };

    // Nothing when the file has not the form that its own reader has checked.
    static std::optional<SecondReading> of(const json::Value& assessment);

    Said say(const Sheet& sheet) const;
    const std::vector<Question>& questions() const { return questions_; }
    const std::vector<Test>& lets_wait() const { return while_; } // what the context rule asks for

private:
    struct Care {
        std::vector<Test> when;
        int care = 0;
        bool may_wait = false;
    };
    struct Points {
        Test when;
        int description = 0, points = 0;
    };

    std::optional<std::size_t> question(const json::Value* id) const;
    bool read_questions(const json::Value& assessment);
    bool read_test(const json::Value& value, Test& test) const;
    bool read_tests(const json::Value* list, std::vector<Test>& tests) const;
    bool read_rules(const json::Value& assessment);
    bool read_pattern(const json::Value& assessment);

    static bool holds(const Test& test, const Sheet& sheet);
    static bool any(const std::vector<Test>& tests, const Sheet& sheet);
    static bool all(const std::vector<Test>& tests, const Sheet& sheet);
    bool may_wait(const Sheet& sheet) const;
    int care(const Sheet& sheet) const;
    bool asks_more(const Sheet& sheet) const;
    int pattern(const Sheet& sheet, int care) const;

    std::vector<Question> questions_;
    std::vector<Care> care_;
    bool has_context_ = false;
    std::vector<Test> while_, not_these_, with_those_;
    std::vector<Points> points_;
    std::vector<std::pair<std::size_t, Test>> shown_;
    int least_answered_ = 0, nerve_least_ = 0;
    int tension_least_ = 0, tension_movement_ = 0, tension_lead_ = 0;
    int movement_least_ = 0, movement_tension_ = 0, movement_lead_ = 0;
    std::size_t nerve_flag_ = 0, age_ = 0;
    std::uint32_t nerve_yes_ = 0, nerve_unsure_ = 0, too_young_ = 0;
};

} // namespace tautline::review
