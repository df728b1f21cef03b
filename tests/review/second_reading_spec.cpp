// The second reading of the rules against the engine, and against engines with a slip in them.
#include "assess/proof.h"
#include "assess/sheet.h"
#include "content/parse.h"
#include "review/certificate.h"
#include "review/differential.h"

#include <nlohmann/json.hpp>

using namespace tautline;
using namespace tautline::test;
using assess::Answers;
using assess::Definition;
using Json = nlohmann::ordered_json;

namespace {

constexpr std::uint64_t sets = 40'000;

review::SecondReading second_of(const Json& assessment) {
    Issues issues;
    const auto value =
        content::parse(assessment.dump(), content::file_limits, "assessment.json", issues);
    REQUIRE(value.has_value());
    auto reading = review::SecondReading::of(*value);
    REQUIRE(reading.has_value());
    return *std::move(reading);
}

Json shipped_assessment() {
    return Json::parse(read_file("content/assessment.json"));
}

Definition definition_of(const Json& assessment) {
    Issues issues;
    auto read = content::read_definition_form(assessment.dump(), issues);
    REQUIRE(read.has_value());
    return *std::move(read);
}

review::Differential run(const Json& assessment, const assess::Engine& engine = {},
                         std::uint64_t seed = 7) {
    return review::compare(definition_of(assessment), second_of(assessment), engine, seed, sets);
}

// An engine that works from other rules than the pack's.
assess::Engine engine_of(const Definition& other) {
    return {[other](const Definition&, const Answers& answers) { return care(other, answers); },
            [other](const Definition&, const Answers& answers) { return pattern(other, answers); }};
}

Json changed(const char* patch) {
    return shipped_assessment().patch(Json::parse(patch));
}

} // namespace

TEST_CASE("Both readings say the same of the shipped rules, and every result is among what is said",
          "[review][second-reading]") {
    const auto same = run(shipped_assessment());
    CHECK(same.differences == 0);
    CHECK_FALSE(same.first.has_value());
    std::uint64_t all = 0;
    for (const std::uint64_t count : same.care) {
        CHECK(count > 0);
        all += count;
    }
    CHECK(all == sets);
    for (const std::uint64_t count : same.pattern)
        CHECK(count > 0);
}

TEST_CASE("A run is the same each time, and another with another seed",
          "[review][second-reading]") {
    CHECK(run(shipped_assessment()).outcomes == run(shipped_assessment()).outcomes);
    CHECK(run(shipped_assessment()).outcomes != run(shipped_assessment(), {}, 8).outcomes);
}

TEST_CASE("Both readings follow a pack's own rules", "[review][second-reading]") {
    const Json packs[] = {
        changed(R"([{"op": "remove", "path": "/context_rule"}])"),
        changed(R"([{"op": "remove", "path": "/context_rule/not_together"}])"),
        changed(R"([{"op": "replace", "path": "/tier_rules/22/tier", "value": "crisis"}])"),
        changed(R"([{"op": "remove", "path": "/shown_while/0"}])"),
        changed(R"([{"op": "replace", "path": "/pattern/least_answered", "value": 11}])"),
        changed(R"([{"op": "replace", "path": "/match_rules/13/points", "value": 1}])")};
    const std::string usual = run(shipped_assessment()).outcomes;
    for (const Json& pack : packs) {
        const auto other = run(pack);
        CHECK(other.differences == 0);
        CHECK(other.outcomes != usual);
    }
}

TEST_CASE("An engine with a slip is found out, with the answers", "[review][second-reading]") {
    const char* slips[] = {
        R"([{"op": "remove", "path": "/tier_rules/12"}])",
        R"([{"op": "replace", "path": "/tier_rules/0/when/0/any_of", "value": ["yes"]}])",
        R"([{"op": "remove", "path": "/context_rule/not_together"}])",
        R"([{"op": "remove", "path": "/context_rule/while/5"}])",
        R"([{"op": "replace", "path": "/tier_rules/22/when/0/any_of", "value": ["yes"]}])",
        R"([{"op": "replace", "path": "/pattern/tension_like/lead_least", "value": 3}])",
        R"([{"op": "replace", "path": "/pattern/movement_linked/tension_most", "value": 5}])",
        R"([{"op": "replace", "path": "/pattern/least_answered", "value": 9}])",
        R"([{"op": "replace", "path": "/pattern/age/withheld_for", "value": ["50-plus"]}])",
        R"([{"op": "remove", "path": "/shown_while/0"}])"};
    for (const char* slip : slips) {
        INFO(slip);
        const auto found = run(shipped_assessment(), engine_of(definition_of(changed(slip))));
        CHECK(found.differences > 0);
        REQUIRE(found.first.has_value());
        const Definition other = definition_of(changed(slip));
        CHECK((care(shipped(), *found.first) != care(other, *found.first) ||
               pattern(shipped(), *found.first) != pattern(other, *found.first)));
    }
}

TEST_CASE("Every reachable set of facts has one result; numbers that let two hold are told",
          "[review][second-reading]") {
    const auto covered = review::cover(shipped());
    CHECK(covered.facts == assess::prove_rules(shipped()).reachable_facts);
    CHECK(covered.none == 0);
    CHECK(covered.two == 0);
    Definition both = shipped();
    both.pattern.tension_movement_most = 6;
    both.pattern.tension_lead_least = -6;
    both.pattern.movement_tension_most = 10;
    both.pattern.movement_lead_least = -6;
    CHECK(review::cover(both).two > 0);
}

TEST_CASE("A certificate says what was found, and is held against it", "[review][certificate]") {
    review::Certificate found;
    found.pack = "tautline";
    found.pack_version = "2.0.0";
    found.pack_digest = std::string(64, 'a');
    found.engine_version = "0.1.0";
    found.engine_digest = std::string(64, 'b');
    found.answer_sets = "14757395258967641292800000000000";
    found.rules = {{"P1", true, "all"}, {"P12", true, "all"}};
    found.coverage = review::cover(shipped());
    found.run = run(shipped_assessment());
    CHECK(holds(found));
    Issues issues;
    const auto said = review::read_certificate(write_certificate(found), "c.json", issues);
    REQUIRE(said.has_value());
    CHECK(contradictions(*said, found, "c.json").empty());
    CHECK(write_certificate(*said) == write_certificate(found));

    auto other = *said;
    other.engine_digest = std::string(64, 'c');
    other.rules[0].looked_at = "counted otherwise";
    CHECK(contradictions(other, found, "c.json").empty()); // another engine, the same decision
    other = *said;
    other.pack_digest[0] = 'f';
    other.run.outcomes[0] = 'f';
    other.rules[1].holds = false;
    const Issues wrong = contradictions(other, found, "c.json");
    REQUIRE(wrong.size() == 3);
    CHECK(wrong[0].pointer == "/pack/digest");
    CHECK(wrong[1].pointer == "/rules/1/holds");
    CHECK(wrong[2].pointer == "/second_reading/outcomes");
    CHECK_FALSE(holds(other));
    for (auto broken : {&review::Coverage::none, &review::Coverage::two}) {
        other = *said;
        other.coverage.*broken = 1;
        CHECK_FALSE(holds(other));
    }
    other = *said;
    other.run.differences = 1;
    CHECK_FALSE(holds(other));

    for (const char* text : {"", "{}", "[]", R"({"format": "tautline-certificate"})"}) {
        Issues named;
        CHECK_FALSE(review::read_certificate(text, "c.json", named).has_value());
        CHECK_FALSE(named.empty());
    }
}
