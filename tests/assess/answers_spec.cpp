#include "assess/answers.h"
#include "assess/sheet.h"

using namespace tautline;
using namespace tautline::assess;
using namespace tautline::test;

TEST_CASE("A second choice replaces the first, except where several may be ticked",
          "[assess][answers]") {
    const std::size_t age = item(shipped(), "age"), feel = item(shipped(), "feel");
    Answers answers = no_answers(shipped());
    CHECK_FALSE(is_answered(answers, age));
    answers = with_answer(shipped(), answers, age, 0);
    answers = with_answer(shipped(), answers, age, 2);
    CHECK(answers.chosen[age] == 0b100);
    answers = with_answer(shipped(), answers, feel, 0);
    answers = with_answer(shipped(), answers, feel, 3);
    CHECK(answers.chosen[feel] == 0b1001);
    answers = with_answer(shipped(), answers, feel, 0, false);
    CHECK(answers.chosen[feel] == 0b1000);
    answers = with_answer(shipped(), answers, feel, 3, false);
    CHECK_FALSE(is_answered(answers, feel));
    CHECK_FALSE(is_answered(without_answer(shipped(), answers, age), age));
}

TEST_CASE("The order of ticking leaves no trace", "[assess][answers]") {
    const std::size_t feel = item(shipped(), "feel"), rash = item(shipped(), "rash");
    Answers one = no_answers(shipped()), other = one;
    for (const std::size_t option : {0u, 5u, 7u})
        one = with_answer(shipped(), one, feel, option);
    one = with_answer(shipped(), one, rash, flag_unsure);
    other = with_answer(shipped(), other, rash, flag_unsure);
    for (const std::size_t option : {7u, 0u, 5u})
        other = with_answer(shipped(), other, feel, option);
    CHECK(one == other);
}

TEST_CASE("Self-harm today is asked only while self-harm is yes or unsure, and forgotten otherwise",
          "[assess][answers][safety]") {
    const std::size_t first = item(shipped(), "self-harm");
    const std::size_t today = item(shipped(), "self-harm-today");
    Answers answers = no_answers(shipped());
    CHECK_FALSE(is_shown(shipped(), answers, today));
    for (const std::size_t shows : {flag_yes, flag_unsure}) {
        answers = with_answer(shipped(), no_answers(shipped()), first, shows);
        CHECK(is_shown(shipped(), answers, today));
        answers = with_answer(shipped(), answers, today, flag_unsure);
        CHECK(is_answered(answers, today));
        CHECK_FALSE(is_answered(with_answer(shipped(), answers, first, flag_no), today));
        CHECK_FALSE(is_answered(without_answer(shipped(), answers, first), today));
    }
    answers = with_answer(shipped(), answers, first, flag_no);
    CHECK_FALSE(is_shown(shipped(), answers, today));
}
