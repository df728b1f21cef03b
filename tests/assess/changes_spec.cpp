// "What would change this" and the statements of a description, held against counting by hand:
// every neighbour of a set of answers is made bit by bit, without the functions that the result
// uses.
#include "assess/sheet.h"

#include <random>
#include <set>
#include <tuple>

using namespace tautline;
using namespace tautline::assess;
using test::clear_sheet;
using test::item;
using test::shipped;

namespace {

// item, option (most_options: cleared), ticked, care, pattern
using Found = std::tuple<std::size_t, std::size_t, bool, Tier, Pattern>;

// Some answers, as a person could have given them: nothing to a question that is not asked.
Answers some_answers(std::mt19937& random) {
    // Mostly no warning sign, or every result would be urgent.
    Answers answers = random() % 4 == 0 ? no_answers(shipped()) : clear_sheet();
    for (std::size_t i = 0; i < shipped().items.size(); ++i) {
        const Item& each = shipped().items[i];
        if (each.kind == Kind::flag ? random() % 30 != 0 : random() % 4 == 0) continue;
        const auto count = static_cast<std::uint32_t>(each.options.size());
        answers.chosen[i] = each.kind == Kind::many
                                ? static_cast<std::uint32_t>(random()) & ((1u << count) - 1u)
                                : 1u << random() % count;
    }
    const std::uint32_t no = 1u << flag_no,
                        self_harm = answers.chosen[item(shipped(), "self-harm")];
    if (self_harm == 0 || self_harm == no) answers.chosen[item(shipped(), "self-harm-today")] = 0;
    return answers;
}

std::set<Found> by_hand(const Answers& answers) {
    const std::size_t self_harm = item(shipped(), "self-harm");
    const std::size_t today = item(shipped(), "self-harm-today");
    const std::uint32_t no = 1u << flag_no;
    const auto hidden = [&](std::uint32_t given) { return given == 0 || given == no; };
    std::set<Found> found;
    for (std::size_t i = 0; i < shipped().items.size(); ++i) {
        const Item& each = shipped().items[i];
        if (each.group == Group::phq4) continue;
        if (i == today && hidden(answers.chosen[self_harm])) continue;
        const auto look = [&](std::uint32_t chosen, std::size_t option, bool on) {
            Answers other = answers;
            other.chosen[i] = chosen;
            if (hidden(other.chosen[self_harm])) other.chosen[today] = 0;
            const Result before = evaluate(shipped(), answers);
            const Result after = evaluate(shipped(), other);
            if (before.care != after.care || before.pattern != after.pattern)
                found.insert({i, option, on, after.care, after.pattern});
        };
        for (std::size_t option = 0; option < each.options.size(); ++option) {
            const std::uint32_t bit = 1u << option;
            const bool ticked = (answers.chosen[i] & bit) != 0;
            if (each.kind == Kind::many)
                look(answers.chosen[i] ^ bit, option, !ticked);
            else if (!ticked)
                look(bit, option, true);
        }
        if (each.kind == Kind::one && answers.chosen[i] != 0) look(0, most_options, false);
    }
    return found;
}

} // namespace

TEST_CASE("What would change the result is every neighbour that moves it, and no other",
          "[assess][changes]") {
    std::mt19937 random(20261122);
    std::size_t all = 0, urgent = 0, calm = 0;
    for (int round = 0; round < 250; ++round) {
        const Answers answers = some_answers(random);
        std::set<Found> offered;
        for (const Change& change : what_would_change(shipped(), answers)) {
            const bool fresh =
                offered
                    .insert({change.answer.item, change.answer.option.value_or(most_options),
                             change.on, change.care, change.pattern})
                    .second;
            CHECK(fresh);
            const Answers changed = with_change(shipped(), answers, change.answer, change.on);
            CHECK(care(shipped(), changed) == change.care);
            CHECK(pattern(shipped(), changed) == change.pattern);
        }
        CHECK(offered == by_hand(answers));
        all += offered.size();
        (care(shipped(), answers) >= Tier::crisis ? urgent : calm) += 1;
    }
    // The answers were of every sort, or the comparison above would say little.
    CHECK(all > 2000);
    CHECK(urgent > 20);
    CHECK(calm > 20);
}

TEST_CASE("Matched, unmatched and unanswered are all statements of a description, each once",
          "[assess][changes]") {
    std::mt19937 random(7);
    int compared = 0;
    for (int round = 0; round < 400; ++round) {
        const Answers answers = some_answers(random);
        const Result result = evaluate(shipped(), answers);
        if (!result.matches) continue;
        ++compared;
        for (std::size_t d = 0; d < description_count; ++d) {
            std::set<std::size_t> matched, unmatched, unanswered, by_matching;
            for (const Match& each : (*result.matches)[d].matched) {
                matched.insert(each.item);
                CHECK_FALSE(each.options.empty());
            }
            for (const std::size_t each : (*result.matches)[d].unmatched)
                unmatched.insert(each);
            for (const std::size_t each : (*result.matches)[d].unanswered)
                unanswered.insert(each);
            for (std::size_t i = 0; i < shipped().items.size(); ++i) {
                std::uint32_t wanted = 0;
                for (const MatchRule& rule : shipped().match_rules)
                    if (rule.item == i && rule.description == static_cast<Description>(d))
                        wanted |= rule.options;
                CHECK(matching_options(shipped(), i, static_cast<Description>(d)) == wanted);
                if (wanted == 0) continue;
                const std::uint32_t given = answers.chosen[i];
                CHECK(matched.count(i) == ((given & wanted) != 0 ? 1u : 0u));
                CHECK(unmatched.count(i) == (given != 0 && (given & wanted) == 0 ? 1u : 0u));
                CHECK(unanswered.count(i) == (given == 0 ? 1u : 0u));
                by_matching.insert(i);
            }
            CHECK(matched.size() + unmatched.size() + unanswered.size() == by_matching.size());
        }
    }
    CHECK(compared > 50);
}
