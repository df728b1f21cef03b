// Which description the answers are closest to: the contract's decision list, step by step.
#include "assess/sheet.h"

using namespace tautline;
using namespace tautline::assess;
using namespace tautline::test;

namespace {

// All twelve scored items answered, nothing matched.
Answers unmatched(Given given = {}) {
    const Answers answers = clear_sheet({{"feel", "spasm"},
                                         {"location", "low-back"},
                                         {"spread", "unsure"},
                                         {"onset", "unsure"},
                                         {"movement", "unsure"},
                                         {"position-eases", "unsure"},
                                         {"stress-worse", "unsure"},
                                         {"panic-worse", "unsure"},
                                         {"calm-eases", "unsure"},
                                         {"moves-around", "unsure"},
                                         {"body-alarm", "unsure"},
                                         {"limb-numb-tingle", "no"}});
    return with(shipped(), answers, given);
}

Pattern pattern_of(const Answers& answers) {
    return pattern(shipped(), answers);
}

Facts deciding(int tension, int movement) {
    Facts facts;
    facts.points = {tension, movement, 0};
    facts.answered = 12;
    facts.age = AgeFact::adult;
    return facts;
}

} // namespace

TEST_CASE("The points of every description are those of the contract", "[assess][pattern]") {
    struct Row {
        const char *item, *option;
        int tension, movement, nerve;
    };
    constexpr Row rows[] = {{"feel", "dull-ache", 1, 0, 0},
                            {"feel", "heavy-stiff", 1, 0, 0},
                            {"feel", "tight-band", 0, 0, 0},
                            {"feel", "burning", 0, 0, 0},
                            {"feel", "spasm", 0, 0, 0},
                            {"feel", "workout-sore", 1, 0, 0},
                            {"feel", "sharp-spot", 0, 1, 0},
                            {"feel", "electric-shooting", 0, 0, 1},
                            {"location", "neck", 1, 0, 0},
                            {"location", "shoulders", 1, 0, 0},
                            {"location", "between-shoulders", 1, 0, 0},
                            {"location", "upper-back", 1, 0, 0},
                            {"location", "mid-back", 1, 0, 0},
                            {"location", "low-back", 0, 0, 0},
                            {"location", "arm", 0, 0, 1},
                            {"location", "leg", 0, 0, 1},
                            {"spread", "wide", 1, 0, 0},
                            {"spread", "one-spot", 0, 1, 0},
                            {"spread", "line-down-limb", 0, 0, 1},
                            {"spread", "unsure", 0, 0, 0},
                            {"onset", "gradual", 1, 0, 0},
                            {"onset", "after-movement", 0, 1, 0},
                            {"onset", "unsure", 0, 0, 0},
                            {"movement", "clearly-worse", 0, 2, 0},
                            {"movement", "same-still", 1, 0, 0},
                            {"movement", "sometimes", 0, 0, 0},
                            {"movement", "unsure", 0, 0, 0},
                            {"position-eases", "yes", 0, 1, 0},
                            {"position-eases", "no", 0, 0, 0},
                            {"position-eases", "unsure", 0, 0, 0},
                            {"stress-worse", "often", 1, 0, 0},
                            {"stress-worse", "sometimes", 0, 0, 0},
                            {"panic-worse", "often", 1, 0, 0},
                            {"panic-worse", "sometimes", 0, 0, 0},
                            {"calm-eases", "often", 1, 0, 0},
                            {"calm-eases", "sometimes", 0, 0, 0},
                            {"moves-around", "yes", 1, 0, 0},
                            {"moves-around", "no", 0, 0, 0},
                            {"body-alarm", "often", 1, 0, 0},
                            {"body-alarm", "sometimes", 0, 0, 0},
                            {"limb-numb-tingle", "no", 0, 0, 0},
                            {"limb-numb-tingle", "long-standing", 0, 0, 2},
                            {"limb-numb-tingle", "unsure", 0, 0, 0},
                            {"rest-medicine", "help", 0, 0, 0},
                            {"rest-medicine", "help-little", 0, 0, 0},
                            {"rest-medicine", "not-tried", 0, 0, 0}};
    for (const Row& row : rows) {
        INFO(row.item << " " << row.option);
        const Answers one = sheet({{row.item, row.option}});
        CHECK(points(shipped(), one, Description::tension) == row.tension);
        CHECK(points(shipped(), one, Description::movement) == row.movement);
        CHECK(points(shipped(), one, Description::nerve) == row.nerve);
    }
    CHECK(most_points(shipped(), Description::tension) == 10);
    CHECK(most_points(shipped(), Description::movement) == 6);
    CHECK(most_points(shipped(), Description::nerve) == 5);
}

TEST_CASE("Several options of one statement count once", "[assess][pattern]") {
    const Answers answers = sheet({{"feel", "dull-ache"},
                                   {"feel", "heavy-stiff"},
                                   {"feel", "sharp-spot"},
                                   {"location", "neck"},
                                   {"location", "mid-back"},
                                   {"location", "arm"},
                                   {"location", "leg"}});
    CHECK(points(shipped(), answers, Description::tension) == 2);
    CHECK(points(shipped(), answers, Description::movement) == 1);
    CHECK(points(shipped(), answers, Description::nerve) == 1);
}

TEST_CASE("The pattern is withheld in an emergency, in a crisis and under eighteen",
          "[assess][pattern][safety]") {
    CHECK(pattern_of(unmatched({{"chest-pain", "unsure"}})) == Pattern::withheld);
    CHECK(pattern_of(unmatched({{"self-harm", "yes"}})) == Pattern::withheld);
    CHECK(pattern_of(unmatched({{"age", "under-18"}})) == Pattern::withheld);
    CHECK(pattern_of(sheet({{"age", "under-18"}})) == Pattern::withheld);
    CHECK(care(shipped(), unmatched({{"age", "under-18"}})) == Tier::soon);
}

TEST_CASE("Without age or with an open warning sign there is not enough", "[assess][pattern]") {
    CHECK(pattern_of(unmatched()) == Pattern::mixed);
    for (const Item& one : shipped().items) {
        if (one.id != "age" && one.group != Group::warning_sign) continue;
        INFO(one.id);
        Answers answers = unmatched();
        answers.chosen[item(shipped(), one.id)] = 0;
        // self-harm-today is open only while self-harm is yes or unsure.
        CHECK(pattern_of(answers) ==
              (one.id == "self-harm-today" ? Pattern::mixed : Pattern::not_enough));
    }
}

TEST_CASE("Eight of the twelve scored items are enough, seven are not", "[assess][pattern]") {
    const char* scored[] = {"feel",       "location",       "spread",       "onset",
                            "movement",   "position-eases", "stress-worse", "panic-worse",
                            "calm-eases", "moves-around",   "body-alarm",   "limb-numb-tingle"};
    Answers answers = unmatched();
    for (int answered = 12; answered > 0; --answered) {
        INFO(answered << " answered");
        CHECK(facts(shipped(), answers).answered == answered);
        CHECK(pattern_of(answers) == (answered >= 8 ? Pattern::mixed : Pattern::not_enough));
        answers.chosen[item(shipped(), scored[12 - answered])] = 0;
    }
}

TEST_CASE("Two nerve points or a new numb limb come before the other descriptions",
          "[assess][pattern]") {
    CHECK(pattern_of(unmatched({{"limb-numb-tingle", "long-standing"}})) == Pattern::nerve_like);
    CHECK(pattern_of(unmatched({{"location", "leg"}, {"spread", "line-down-limb"}})) ==
          Pattern::nerve_like);
    CHECK(pattern_of(unmatched({{"location", "leg"}})) == Pattern::mixed);
    CHECK(pattern_of(unmatched({{"new-numb-weak", "yes"}})) == Pattern::nerve_like);
    CHECK(pattern_of(unmatched({{"new-numb-weak", "unsure"}})) == Pattern::mixed);
    const Answers tension = unmatched({{"feel", "dull-ache"},
                                       {"location", "neck"},
                                       {"spread", "wide"},
                                       {"onset", "gradual"},
                                       {"stress-worse", "often"}});
    CHECK(pattern_of(tension) == Pattern::tension_like);
    CHECK(pattern_of(with(shipped(), tension, {{"new-numb-weak", "unsure"}})) == Pattern::mixed);
    CHECK(pattern_of(with(shipped(), tension, {{"new-numb-weak", "yes"}})) == Pattern::nerve_like);
    CHECK(pattern_of(with(shipped(), tension, {{"limb-numb-tingle", "long-standing"}})) ==
          Pattern::nerve_like);
}

TEST_CASE("Tension-like and movement-linked keep to their numbers for every pair of points",
          "[assess][pattern]") {
    for (int t = 0; t <= 10; ++t)
        for (int m = 0; m <= 6; ++m) {
            INFO("T " << t << ", M " << m);
            Pattern expected = Pattern::mixed;
            if (t >= 5 && m <= 2 && t - 2 * m >= 4) expected = Pattern::tension_like;
            if (m >= 3 && t <= 4 && 2 * m - t >= 2) expected = Pattern::movement_linked;
            CHECK(decide(shipped().pattern, deciding(t, m)) == expected);
        }
}

TEST_CASE("Care and pattern stand side by side: today does not withhold the pattern",
          "[assess][pattern]") {
    const Answers answers = unmatched({{"location", "upper-back"},
                                       {"feel", "dull-ache"},
                                       {"spread", "wide"},
                                       {"stress-worse", "often"},
                                       {"calm-eases", "often"}});
    CHECK(care(shipped(), answers) == Tier::soon); // eased: it does not change what is compared
    CHECK(pattern_of(answers) == Pattern::tension_like);
    const Answers rash = with(shipped(), answers, {{"rash", "yes"}});
    CHECK(care(shipped(), rash) == Tier::today);
    CHECK(pattern_of(rash) == Pattern::tension_like);
}
