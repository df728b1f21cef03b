#include "review/differential.h"

#include "assess/proof_reach.h"
#include "review/digest.h"

namespace tautline::review {

namespace {

using assess::Facts;

// SplitMix64 (Steele, Lea, Flood 2014): the same numbers everywhere.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_{seed} {}
    std::uint32_t below(std::uint32_t count) {
        state_ += 0x9E3779B97F4A7C15u;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
        return static_cast<std::uint32_t>(((z ^ (z >> 31)) >> 32) * count >> 32);
    }

private:
    std::uint64_t state_;
};

// One of the options in `any`.
std::uint32_t one_of(std::uint32_t any, Dice& dice) {
    std::uint32_t count = 0;
    for (std::uint32_t rest = any; rest != 0; rest &= rest - 1)
        ++count;
    for (std::uint32_t skip = count > 0 ? dice.below(count) : 0; skip > 0; --skip)
        any &= any - 1;
    return any & (~any + 1u);
}

// Answers thrown blindly are nearly all emergencies. So half of them are of people with hardly any
// sign, and half of these are nearly always as the context rule asks for.
void fill(SecondReading::Sheet& sheet, const SecondReading& second, Dice& dice) {
    const std::vector<SecondReading::Question>& questions = second.questions();
    const bool calm = dice.below(2) == 0, known = calm && dice.below(2) == 0;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const SecondReading::Question& asked = questions[i];
        const auto count = static_cast<std::uint32_t>(asked.options.size());
        if (asked.takes_many) {
            sheet[i] = dice.below(std::uint32_t{1} << count);
        } else if (calm && asked.is_sign && dice.below(40) != 0) {
            sheet[i] = 0b010; // no
        } else {
            const std::uint32_t option = dice.below(count + 1);
            sheet[i] = option == count ? 0 : std::uint32_t{1} << option;
        }
    }
    for (const SecondReading::Test& test : second.lets_wait())
        if (known && dice.below(12) != 0) sheet[test.question] = one_of(test.any, dice);
}

// Which results' rules these facts meet, each asked by itself.
struct Met {
    bool withheld, not_enough, nerve_like, unsure, tension_like, movement_linked;
};
Met met(const assess::PatternRule& rule, const Facts& facts) {
    const auto [tension, movement, nerve] = facts.points;
    return {assess::care_of(facts) >= assess::Tier::crisis ||
                facts.age == assess::AgeFact::withholds,
            facts.age == assess::AgeFact::unanswered || facts.signs_open ||
                facts.answered < rule.least_answered,
            nerve >= rule.nerve_least || facts.nerve_sign == assess::NerveSign::yes,
            facts.nerve_sign == assess::NerveSign::unsure,
            tension >= rule.tension_least && movement <= rule.tension_movement_most &&
                tension - 2 * movement >= rule.tension_lead_least,
            movement >= rule.movement_least && tension <= rule.movement_tension_most &&
                2 * movement - tension >= rule.movement_lead_least};
}

} // namespace

Differential compare(const assess::Definition& check, const SecondReading& second,
                     const assess::Engine& engine, std::uint64_t seed, std::uint64_t answer_sets) {
    Differential run;
    run.seed = seed;
    run.answer_sets = answer_sets;
    Dice dice(seed);
    assess::Answers answers = assess::no_answers(check);
    std::string outcomes;
    for (std::uint64_t i = 0; i < answer_sets; ++i) {
        fill(answers.chosen, second, dice);
        const SecondReading::Said said = {static_cast<int>(engine.care(check, answers)),
                                          static_cast<int>(engine.pattern(check, answers))};
        if (said != second.say(answers.chosen) && run.differences++ == 0) run.first = answers;
        ++run.care[static_cast<std::size_t>(said.care)];
        ++run.pattern[static_cast<std::size_t>(said.pattern)];
        outcomes += static_cast<char>('A' + 6 * said.care + said.pattern);
        if (outcomes.size() == 1 << 20) outcomes = sha256(outcomes); // a chain, for memory's sake
    }
    run.outcomes = sha256(outcomes);
    return run;
}

Coverage cover(const assess::Definition& check) {
    using assess::Pattern;
    const assess::Space space = assess::split(check);
    const assess::FactCode code(space);
    const assess::Rebuilder rebuilder(space, code, space.clusters.size());
    Coverage coverage;
    for (std::size_t head = 0; head < assess::FactCode::heads; ++head)
        for (std::size_t tail = 0; tail < code.tails(); ++tail) {
            if (rebuilder.reach().at(head, tail) == assess::Reach::never) continue;
            const Facts facts = code.facts(head, tail);
            const Met rules = met(check.pattern, facts);
            ++coverage.facts;
            if (rules.tension_like && rules.movement_linked) ++coverage.two;
            // The first that is met decides; where none is, the pattern is mixed and says so.
            const Pattern expected = rules.withheld          ? Pattern::withheld
                                     : rules.not_enough      ? Pattern::not_enough
                                     : rules.nerve_like      ? Pattern::nerve_like
                                     : rules.unsure          ? Pattern::mixed
                                     : rules.tension_like    ? Pattern::tension_like
                                     : rules.movement_linked ? Pattern::movement_linked
                                                             : Pattern::mixed;
            if (assess::decide(check.pattern, facts) != expected) ++coverage.none;
        }
    return coverage;
}

} // namespace tautline::review
