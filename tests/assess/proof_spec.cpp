// The rules P1 to P8, decided over every set of answers of the shipped self-check, and refused
// where they are broken.
#include "assess/mutants.h"
#include "assess/proof.h"
#include "assess/proof_rules.h"
#include "assess/sheet.h"

#include <bitset>

using namespace tautline;
using namespace tautline::assess;
using namespace tautline::test;

namespace {

// A clock that goes on whenever it is read.
double ticking() {
    static double now = 0;
    return now += 1;
}

// What all specs of the shipped self-check share.
const Reduced& shipped_reduced() {
    static const Reduced reduced(shipped(), ticking);
    return reduced;
}

const Proof& shipped_proof() {
    static const Proof proof = shipped_reduced().asked({}, ticking);
    return proof;
}

const RuleProof& rule(const Proof& proof, int number) {
    return proof.rules[static_cast<std::size_t>(number - 1)];
}

// P1 as the reduction decides it: no other rule's work has a part in that.
RuleProof p1_alone(const Definition& definition) {
    const Space space = split(definition);
    const FactCode code(space);
    RuleProof proof{"P1", true, 0, 0, {}, {}};
    prove_floors(definition, space, code, proof);
    return proof;
}

std::string text(const Definition& definition, const Answers& answers) {
    std::string written;
    for (std::size_t i = 0; i < answers.chosen.size(); ++i)
        for (std::size_t o = 0; o < definition.items[i].options.size(); ++o)
            if ((answers.chosen[i] >> o & 1u) != 0)
                written += " " + definition.items[i].id + "=" + definition.items[i].options[o].id;
    return written;
}

// The rule holds over all answers; else the report shows the answers that break it.
void require_holds(int number) {
    const RuleProof& one = rule(shipped_proof(), number);
    CHECK(one.rule == "P" + std::to_string(number));
    INFO(one.missing);
    if (one.counterexample) {
        UNSCOPED_INFO("before:" << text(shipped(), one.counterexample->before));
        if (one.counterexample->after)
            UNSCOPED_INFO("after:" << text(shipped(), *one.counterexample->after));
    }
    CHECK(one.holds);
    CHECK(one.cases > 0);
    CHECK_FALSE(one.counterexample.has_value());
}

struct Seen {
    Tier care_before, care_after;
    Pattern pattern_before, pattern_after;
};

// What the engine itself says of a counterexample.
Seen replay(const Definition& definition, const RuleProof& refused, const Engine& engine = {}) {
    INFO(refused.rule << " " << refused.missing);
    REQUIRE_FALSE(refused.holds);
    REQUIRE(refused.counterexample.has_value());
    const Answers& before = refused.counterexample->before;
    const Answers& after = refused.counterexample->after.value_or(before);
    UNSCOPED_INFO("before:" << text(definition, before) << "\nafter:" << text(definition, after));
    return {engine.care(definition, before), engine.care(definition, after),
            engine.pattern(definition, before), engine.pattern(definition, after)};
}

std::size_t changed_items(const Counterexample& example) {
    REQUIRE(example.after.has_value());
    std::size_t count = 0;
    for (std::size_t i = 0; i < example.before.chosen.size(); ++i)
        if (example.before.chosen[i] != example.after->chosen[i]) ++count;
    return count;
}

std::size_t given(const Answers& answers) {
    std::size_t count = 0;
    for (const std::uint32_t chosen : answers.chosen)
        count += std::bitset<32>(chosen).count();
    return count;
}

} // namespace

TEST_CASE("P1: an emergency sign means emergency and no pattern, whatever else is answered",
          "[assess][proof][safety]") {
    require_holds(1);
}

TEST_CASE("P2: care never falls when a flag is answered or raised, or an urgent option is added",
          "[assess][proof][safety]") {
    require_holds(2);
}

TEST_CASE("P3: no pattern but withheld stands beside crisis or emergency",
          "[assess][proof][safety]") {
    require_holds(3);
}

TEST_CASE("P4: one changed answer never turns tension-like into movement-linked or back",
          "[assess][proof]") {
    require_holds(4);
}

TEST_CASE("P5: an option that matches never lowers points, and the order of answering is nothing",
          "[assess][proof]") {
    require_holds(5);
}

TEST_CASE("P6: every care and every pattern can be reached", "[assess][proof]") {
    require_holds(6);
}

TEST_CASE("P7: unsure matches nothing, and never counts for less than no or no answer",
          "[assess][proof][safety]") {
    require_holds(7);
}

TEST_CASE("P8: the PHQ-4 changes neither care nor pattern", "[assess][proof]") {
    require_holds(8);
}

TEST_CASE("P12: the proof covers every set of answers there is", "[assess][proof]") {
    // 24 flags, age and duration and onset (3 options and none each), examined (4), feel and
    // location (any of 8), spread and movement (4), position-eases, moves-around, limb and medicine
    // (3), four questions of often (4), PHQ-4.
    CHECK(shipped_proof().answer_sets == "14757395258967641292800000000000");
    CHECK(count_answer_sets(shipped()) == shipped_proof().answer_sets);
    CHECK(shipped_proof().engine_agrees);
    CHECK(shipped_proof().reachable_facts > 100'000);
    CHECK(shipped_proof().all_hold());
}

TEST_CASE("A lowered emergency tier breaks P1", "[assess][proof][mutants]") {
    Definition pack = shipped();
    tier_rule(pack, "chest-pain").tier = Tier::today;
    const Proof proof = prove_rules(pack);
    const Seen seen = replay(pack, rule(proof, 1));
    CHECK(seen.care_before < Tier::emergency);
    CHECK(given(rule(proof, 1).counterexample->before) == 1); // chest-pain and nothing else
    CHECK(rule(proof, 4).holds);
    // What the specs below ask for alone is what the whole proof says.
    const RuleProof alone = p1_alone(pack);
    CHECK(alone.cases == rule(proof, 1).cases);
    REQUIRE(alone.counterexample.has_value());
    CHECK(alone.counterexample->before.chosen == rule(proof, 1).counterexample->before.chosen);
}

TEST_CASE("An emergency flag that drops unsure breaks P1", "[assess][proof][mutants]") {
    Definition pack = shipped();
    tier_rule(pack, "breathless").all_of[0].options = 1u << flag_yes;
    const RuleProof proof = p1_alone(pack);
    CHECK(replay(pack, proof).care_before < Tier::emergency);
    CHECK(proof.counterexample->before.chosen[item(pack, "breathless")] == 1u << flag_unsure);
}

TEST_CASE("A forgotten pair breaks P1", "[assess][proof][mutants]") {
    Definition pack = shipped();
    std::erase_if(pack.tier_rules, [](const TierRule& one) { return one.all_of.size() == 2; });
    const RuleProof proof = p1_alone(pack);
    CHECK(replay(pack, proof).care_before == Tier::today);
    CHECK(given(proof.counterexample->before) == 2);
}

TEST_CASE("A lowered tier of any sign breaks P1, with the answer that shows it",
          "[assess][proof][mutants]") {
    Definition pack = shipped();
    tier_rule(pack, "rash").tier = Tier::soon;
    const RuleProof rash = p1_alone(pack);
    CHECK(replay(pack, rash).care_before == Tier::soon);
    CHECK(given(rash.counterexample->before) == 1);
    CHECK(rash.counterexample->before.chosen[item(pack, "rash")] != 0);
    pack = shipped();
    tier_rule(pack, "location").all_of[0].options &= ~(1u << option(pack, "location", "mid-back"));
    const RuleProof place = p1_alone(pack);
    CHECK(replay(pack, place).care_before < Tier::today);
    CHECK(place.counterexample->before.chosen[item(pack, "location")] ==
          1u << option(pack, "location", "mid-back"));
    pack = shipped();
    tier_rule(pack, "examined").all_of[0].unanswered = false;
    const RuleProof unchecked = p1_alone(pack);
    CHECK(replay(pack, unchecked).care_before == Tier::none);
    CHECK(given(unchecked.counterexample->before) == 0); // an empty sheet
}

TEST_CASE("A pack without an emergency flag breaks P1 by name", "[assess][proof][mutants]") {
    Definition pack = shipped();
    pack.items[item(pack, "weaker-limbs")].id = "weak-limbs";
    const RuleProof proof = p1_alone(pack);
    CHECK_FALSE(proof.holds);
    CHECK(proof.missing == "weaker-limbs");
}

TEST_CASE("A tier on no breaks P2", "[assess][proof][mutants]") {
    Definition pack = shipped();
    tier_rule(pack, "morning-stiffness").all_of[0].options = 1u << flag_no;
    const Proof proof = prove_rules(pack);
    const Seen seen = replay(pack, rule(proof, 2));
    CHECK(seen.care_after < seen.care_before);
    CHECK(changed_items(*rule(proof, 2).counterexample) == 1);
    CHECK(replay(pack, rule(proof, 7)).care_after < seen.care_before); // and unsure counts less
}

TEST_CASE("A smaller lead than four breaks P4", "[assess][proof][mutants]") {
    Definition pack = shipped();
    pack.pattern.tension_lead_least = 3;
    const Proof proof = prove_rules(pack);
    const Seen seen = replay(pack, rule(proof, 4));
    CHECK(seen.pattern_before != seen.pattern_after);
    for (const Pattern pattern : {seen.pattern_before, seen.pattern_after})
        CHECK((pattern == Pattern::tension_like || pattern == Pattern::movement_linked));
    CHECK(changed_items(*rule(proof, 4).counterexample) == 1);
    for (const int other : {1, 2, 3, 5, 6, 7, 8})
        CHECK(rule(proof, other).holds);
}

TEST_CASE("Negative points break P5", "[assess][proof][mutants]") {
    Definition pack = shipped();
    match_rule(pack, "spread").points = -1;
    const Proof proof = prove_rules(pack);
    REQUIRE(rule(proof, 5).counterexample.has_value());
    const Counterexample& example = *rule(proof, 5).counterexample;
    CHECK(points(pack, *example.after, Description::tension) <
          points(pack, example.before, Description::tension));
}

TEST_CASE("A result that no answers reach breaks P6 by name", "[assess][proof][mutants]") {
    Definition pack = shipped();
    pack.pattern.movement_least = 7;
    const Proof proof = prove_rules(pack);
    CHECK_FALSE(rule(proof, 6).holds);
    CHECK(rule(proof, 6).missing == "movement-linked");
    for (TierRule& one : pack.tier_rules)
        if (one.tier == Tier::crisis) one.tier = Tier::emergency;
    CHECK(rule(prove_rules(pack), 6).missing == "crisis, movement-linked");
}

// Each place of the body on its own, and what keeps it from tension-like below `today`.
TEST_CASE("A place whose people are all sent today breaks P6 by name", "[assess][proof][mutants]") {
    Definition pack = shipped();
    for (TierRule& one : pack.tier_rules)
        if (one.all_of[0].item == item(pack, "location")) one.eased = false;
    // The same tiers with nothing eased for these places: a raised tier, of which P6 asks nothing.
    CHECK(raises_a_tier(pack));
    CHECK(rule(prove_rules(pack), 6).holds);
    pack = shipped();
    CHECK_FALSE(raises_a_tier(pack));
    // Nobody of an age that is eased is eased high in the back.
    pack.context_rule->beside.push_back(
        {item(pack, "age"), 1u << option(pack, "age", "18-49"), false});
    const Proof proof = prove_rules(pack);
    CHECK_FALSE(rule(proof, 6).holds);
    for (const char* place : {"between-shoulders", "upper-back", "mid-back"})
        CHECK(rule(proof, 6).missing.find(place) != std::string::npos);
    CHECK(rule(proof, 6).missing.find("low-back") == std::string::npos);
}

TEST_CASE("A pack without the context rule keeps every rule", "[assess][proof]") {
    Definition pack = shipped();
    pack.context_rule.reset();
    for (TierRule& one : pack.tier_rules)
        one.eased = false;
    for (const RuleProof& one : prove_rules(pack).rules) {
        INFO(one.rule << " " << one.missing);
        CHECK(one.holds);
    }
}

namespace {

// The smallest answers with which P1 refuses what this pack eases.
Answers refused_easing(const Definition& pack) {
    const RuleProof proof = p1_alone(pack);
    const Seen seen = replay(pack, proof);
    CHECK(seen.care_before == Tier::soon);
    return proof.counterexample->before;
}

} // namespace

TEST_CASE("Easing without one of its conditions breaks P1, with the answer that shows it",
          "[assess][proof][mutants][safety]") {
    for (std::size_t i = 0; i < shipped().context_rule->all_of.size(); ++i) {
        Definition pack = shipped();
        auto& conditions = pack.context_rule->all_of;
        const std::size_t dropped = conditions[i].item;
        conditions.erase(conditions.begin() + static_cast<std::ptrdiff_t>(i));
        // Weight loss is a sign of today itself, so that care does not show what its condition
        // does.
        if (pack.items[dropped].id == "weight-loss") continue;
        const Answers answers = refused_easing(pack);
        INFO(pack.items[dropped].id << ":" << text(pack, answers));
        CHECK(context_fails(shipped(), answers)->item == dropped);
    }
    Definition pack = shipped();
    pack.context_rule->beside.clear();
    const Answers night = refused_easing(pack);
    CHECK(context_fails(shipped(), night)->item == item(pack, "worse-at-rest-night"));
    pack = shipped();
    pack.context_rule->either.pop_back();
    CHECK(refused_easing(pack).chosen[item(pack, "location")] != 0);
}

TEST_CASE("Easing any other sign breaks P1", "[assess][proof][mutants][safety]") {
    for (const char* sign : {"rash", "cancer-history", "new-numb-weak", "exertion-pain"}) {
        Definition pack = shipped();
        tier_rule(pack, sign).eased = true;
        INFO(sign);
        CHECK(refused_easing(pack).chosen[item(pack, sign)] != 0);
    }
}

TEST_CASE("Easing from fifty on breaks P1 until a clinician has signed for it",
          "[assess][proof][safety]") {
    Definition pack = shipped();
    for (Condition& condition : pack.context_rule->all_of)
        if (condition.item == item(pack, "age"))
            condition.options |= 1u << option(pack, "age", "50-plus");
    CHECK(refused_easing(pack).chosen[item(pack, "age")] == 1u << option(pack, "age", "50-plus"));
    pack.clinician_sign_off = SignOff{"A. Clinician", "GP", "2026-11-22", {"R10", "R20", "R21"}};
    for (const RuleProof& one : prove_rules(pack).rules) {
        INFO(one.rule);
        CHECK(one.holds);
    }
}

TEST_CASE("An engine that eases whenever the pain was checked breaks P1",
          "[assess][proof][mutants][safety]") {
    Engine engine;
    Definition loose = shipped();
    loose.context_rule->all_of.resize(1);
    engine.care = [&](const Definition&, const Answers& answers) {
        return assess::care(loose, answers);
    };
    const Proof proof = shipped_reduced().asked(engine);
    CHECK(replay(shipped(), rule(proof, 1), engine).care_before == Tier::soon);
    CHECK_FALSE(proof.engine_agrees);
}

TEST_CASE("An engine that eases once a question is answered breaks P2",
          "[assess][proof][mutants][safety]") {
    Engine engine;
    Definition strict = shipped();
    for (Condition& condition : strict.context_rule->all_of)
        condition.unanswered = false; // so that "no" to weight loss lowers care
    engine.care = [&](const Definition&, const Answers& answers) {
        return assess::care(strict, answers);
    };
    const Proof proof = shipped_reduced().asked(engine);
    const Seen seen = replay(shipped(), rule(proof, 2), engine);
    CHECK(seen.care_before == Tier::today);
    CHECK(seen.care_after == Tier::soon);
}

TEST_CASE("An engine that never eases leaves places out of P6", "[assess][proof][mutants]") {
    Engine engine;
    engine.care = [](const Definition& definition, const Answers& answers) {
        Facts known = facts(definition, answers);
        if (known.easing & easing_waits) known.easing |= easing_fails;
        return care_of(known);
    };
    const Proof proof = shipped_reduced().asked(engine);
    CHECK_FALSE(rule(proof, 6).holds);
    CHECK_FALSE(proof.engine_agrees);
}

TEST_CASE("An unsure that matches breaks P7", "[assess][proof][mutants]") {
    Definition pack = shipped();
    match_rule(pack, "stress-worse").options |= 1u << option(pack, "stress-worse", "unsure");
    const Proof proof = prove_rules(pack);
    REQUIRE_FALSE(rule(proof, 7).holds);
    REQUIRE(rule(proof, 7).counterexample.has_value());
    // Answers whose result shows it: the fewest that are compared at all, one of them the unsure.
    const Result result = evaluate(pack, rule(proof, 7).counterexample->before);
    REQUIRE(result.matches.has_value());
    bool shown = false;
    for (const Match& match : (*result.matches)[0].matched)
        shown = shown || (match.item == item(pack, "stress-worse") &&
                          match.options == std::vector{option(pack, "stress-worse", "unsure")});
    CHECK(shown);
}

TEST_CASE("Unsure about an examination counting as checked breaks P7", "[assess][proof][mutants]") {
    Definition pack = shipped();
    tier_rule(pack, "examined").all_of[0].options &= ~(1u << option(pack, "examined", "unsure"));
    const Proof proof = prove_rules(pack);
    const Seen seen = replay(pack, rule(proof, 7));
    CHECK(seen.care_after < seen.care_before);
}

TEST_CASE("A PHQ-4 answer with a tier breaks P8", "[assess][proof][mutants]") {
    Definition pack = shipped();
    const std::size_t down = item(pack, "phq4-down");
    pack.tier_rules.push_back({{{down, 1u << 3, false}}, Tier::crisis, {"R18"}, false});
    const Proof proof = prove_rules(pack);
    const Seen seen = replay(pack, rule(proof, 8));
    CHECK(seen.care_before != seen.care_after);
    CHECK(changed_items(*rule(proof, 8).counterexample) == 1);
}

TEST_CASE("An engine that shows a pattern in an emergency breaks P1 and P3",
          "[assess][proof][mutants]") {
    Engine engine;
    engine.pattern = [](const Definition& definition, const Answers& answers) {
        Facts known = facts(definition, answers);
        if (known.settled == Tier::emergency) known.settled = Tier::today;
        return decide(definition.pattern, known);
    };
    const Proof proof = shipped_reduced().asked(engine);
    for (const int number : {1, 3}) {
        const Seen seen = replay(shipped(), rule(proof, number), engine);
        CHECK(seen.care_before == Tier::emergency);
        CHECK(seen.pattern_before != Pattern::withheld);
    }
    CHECK_FALSE(proof.engine_agrees);
}

TEST_CASE("An engine that forgets one unsure breaks P1", "[assess][proof][mutants]") {
    Engine engine;
    const std::size_t sign = item(shipped(), "tearing-pain");
    engine.care = [sign](const Definition& definition, const Answers& answers) {
        Answers changed = answers;
        if (changed.chosen[sign] == 1u << flag_unsure) changed.chosen[sign] = 1u << flag_no;
        return assess::care(definition, changed);
    };
    const Proof proof = shipped_reduced().asked(engine);
    CHECK(replay(shipped(), rule(proof, 1), engine).care_before < Tier::emergency);
}

TEST_CASE("An engine that forgets a sign of today breaks P1", "[assess][proof][mutants]") {
    Engine engine;
    const std::size_t lump = item(shipped(), "lump-shape");
    engine.care = [lump](const Definition& definition, const Answers& answers) {
        Answers changed = answers;
        changed.chosen[lump] = 1u << flag_no;
        return assess::care(definition, changed);
    };
    const Proof proof = shipped_reduced().asked(engine);
    CHECK(replay(shipped(), rule(proof, 1), engine).care_before < Tier::today);
}

TEST_CASE("The time of each rule is taken with the clock that is handed in", "[assess][proof]") {
    for (const RuleProof& one : shipped_proof().rules)
        CHECK(one.seconds > 0);
    CHECK(shipped_proof().reduction_seconds > 0);
    CHECK(shipped_proof().engine_seconds > 0);
}

TEST_CASE("An engine that reads the PHQ-4 breaks P8", "[assess][proof][mutants]") {
    Engine engine;
    const std::size_t worry = item(shipped(), "phq4-worry");
    engine.pattern = [worry](const Definition& definition, const Answers& answers) {
        Facts known = facts(definition, answers);
        if (answers.chosen[worry] == 1u << 3) ++known.points[0];
        return decide(definition.pattern, known);
    };
    const Proof proof = shipped_reduced().asked(engine);
    const Seen seen = replay(shipped(), rule(proof, 8), engine);
    CHECK(seen.pattern_before != seen.pattern_after);
}

TEST_CASE("An engine that flips at once breaks P4", "[assess][proof][mutants]") {
    Engine engine;
    engine.pattern = [](const Definition& definition, const Answers& answers) {
        PatternRule rule = definition.pattern;
        rule.tension_lead_least = 3;
        return decide(rule, facts(definition, answers));
    };
    const Proof proof = shipped_reduced().asked(engine);
    const Seen seen = replay(shipped(), rule(proof, 4), engine);
    CHECK(seen.pattern_before != seen.pattern_after);
}

TEST_CASE("An engine that breaks no rule but is not the one proved is noticed",
          "[assess][proof][mutants]") {
    Engine engine;
    engine.pattern = [](const Definition& definition, const Answers& answers) {
        const Facts known = facts(definition, answers);
        const Pattern pattern = decide(definition.pattern, known);
        return known.points[0] == 9 && pattern == Pattern::tension_like ? Pattern::mixed : pattern;
    };
    const Proof proof = shipped_reduced().asked(engine);
    CHECK_FALSE(proof.engine_agrees);
    CHECK_FALSE(proof.all_hold());
    REQUIRE(proof.disagreement.has_value());
    CHECK(engine.pattern(shipped(), *proof.disagreement) !=
          pattern(shipped(), *proof.disagreement));
}

TEST_CASE("A self-check too large to go through is not said to keep its rules",
          "[assess][proof][mutants]") {
    Definition pack = shipped();
    const Item feel = pack.items[item(pack, "feel")];
    for (int i = 0; i < 40; ++i) {
        pack.items.push_back(feel);
        pack.items.back().id = "feel-" + std::to_string(i);
        for (int description = 0; description < 3; ++description)
            pack.match_rules.push_back({pack.items.size() - 1, 1u << description,
                                        static_cast<Description>(description), 2});
    }
    const Proof proof = prove_rules(pack);
    CHECK_FALSE(proof.all_hold());
    for (const RuleProof& one : proof.rules)
        CHECK_FALSE(one.holds);
}
