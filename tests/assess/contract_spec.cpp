// What a pack may not do, whatever it says. Each case breaks one thing and names the sentence it
// gets.
#include "assess/contract.h"
#include "assess/mutants.h"
#include "assess/proof.h"
#include "assess/sheet.h"

using namespace tautline;
using namespace tautline::assess;
using namespace tautline::test;

namespace {

std::vector<std::string> breaches(const Definition& pack) {
    Issues issues;
    check_contract(pack, issues);
    std::vector<std::string> lines;
    for (const Issue& issue : issues)
        lines.push_back(to_text(issue));
    return lines;
}

using Lines = std::vector<std::string>;

// What a clinician may sign: R10, R20 and R21 at `soon` for a long-standing, examined, unchanged
// pain.
Definition signed_pack() {
    Definition pack = shipped();
    const auto condition = [&](const char* id, std::initializer_list<const char*> options) {
        std::uint32_t bits = 0;
        for (const char* one : options)
            bits |= 1u << option(pack, id, one);
        return Condition{item(pack, id), bits, false};
    };
    for (const char* id : {"location", "feel", "worse-at-rest-night", "worse-cough-strain"})
        tier_rule(pack, id).lowered = Tier::soon;
    pack.lowered_while = {condition("age", {"18-49"}), condition("duration", {"weeks", "months"}),
                          condition("examined", {"yes-unchanged"}),
                          condition("not-settling", {"no"}),
                          condition("movement", {"clearly-worse", "sometimes"})};
    pack.clinician_sign_off = {"A. Clinician", "physician", "2026-11-22", {"R10", "R20", "R21"}};
    return pack;
}

} // namespace

TEST_CASE("The shipped self-check keeps the contract", "[assess][contract]") {
    CHECK(breaches(shipped()).empty());
}

TEST_CASE("Every flag of the shipped pack may be raised to emergency", "[assess][contract]") {
    Definition pack = shipped();
    for (TierRule& rule : pack.tier_rules)
        rule.tier = Tier::emergency;
    CHECK(breaches(pack).empty());
}

TEST_CASE("No tier may be lowered, for any answer that has one", "[assess][contract][safety]") {
    for (std::size_t i = 0; i < shipped().tier_rules.size(); ++i) {
        Definition pack = shipped();
        const Tier tier = pack.tier_rules[i].tier;
        INFO("tier rule " << i);
        pack.tier_rules[i].tier = static_cast<Tier>(static_cast<int>(tier) - 1);
        CHECK_FALSE(breaches(pack).empty());
    }
}

TEST_CASE("No option may be dropped from a tier, unsure least of all",
          "[assess][contract][safety]") {
    for (std::size_t i = 0; i < shipped().tier_rules.size(); ++i)
        for (std::size_t c = 0; c < shipped().tier_rules[i].all_of.size(); ++c)
            for (std::uint32_t bit = 1; bit != 0 && bit <= 0xFF; bit <<= 1) {
                Definition pack = shipped();
                Condition& condition = pack.tier_rules[i].all_of[c];
                if ((condition.options & bit) == 0) continue;
                condition.options &= ~bit;
                INFO("tier rule " << i << " condition " << c << " option " << bit);
                CHECK_FALSE(breaches(pack).empty());
            }
    Definition pack = shipped();
    tier_rule(pack, "rash").all_of[0].options = 1u << flag_yes;
    CHECK(breaches(pack) ==
          Lines{"assessment.json#/tier_rules: found \"rash\" \"unsure\" gives \"none\", expected "
                "\"today\" or more (R11)"});
    Definition examined = shipped();
    tier_rule(examined, "examined").all_of[0].unanswered = false;
    CHECK(
        breaches(examined) ==
        Lines{"assessment.json#/tier_rules: found \"examined\" no answer gives \"none\", expected "
              "\"soon\" or more (R17)"});
}

TEST_CASE("A tier may not be hung on a further condition", "[assess][contract][safety]") {
    Definition pack = shipped();
    TierRule& rule = tier_rule(pack, "kidney");
    rule.all_of.push_back({item(pack, "rash"), 1u << flag_yes, false});
    CHECK_FALSE(breaches(pack).empty());
}

TEST_CASE("No item or option may be removed or renamed", "[assess][contract]") {
    for (std::size_t i = 0; i < shipped().items.size(); ++i) {
        Definition pack = shipped();
        pack.items[i].id += "-2";
        INFO(shipped().items[i].id);
        CHECK_FALSE(breaches(pack).empty());
        for (std::size_t o = 0; o < shipped().items[i].options.size(); ++o) {
            pack = shipped();
            pack.items[i].options[o].id += "-2";
            CHECK_FALSE(breaches(pack).empty());
        }
    }
}

TEST_CASE("A pack may add an item and an option to a pattern item, but not to others",
          "[assess][contract]") {
    Definition pack = shipped();
    Item extra = pack.items[item(pack, "rash")];
    extra.id = "burnt-skin";
    pack.items.push_back(extra);
    pack.items[item(pack, "feel")].options.push_back({"pinching", {"C13"}, {}});
    CHECK(breaches(pack).empty());
    pack.items[item(pack, "examined")].options.push_back({"by-an-app", {"R17"}, {}});
    CHECK(breaches(pack) ==
          Lines{"assessment.json#/items/2/options: found more options than the self-check has, "
                "expected no other option in this item"});
}

TEST_CASE("Order, kind, group and scoring of the items stay", "[assess][contract]") {
    Definition pack = shipped();
    std::swap(pack.items[item(pack, "rash")].id, pack.items[item(pack, "kidney")].id);
    CHECK_FALSE(breaches(pack).empty());
    pack = shipped();
    pack.items[item(pack, "feel")].kind = Kind::one;
    CHECK_FALSE(breaches(pack).empty());
    pack = shipped();
    pack.items[item(pack, "rash")].group = Group::pattern;
    CHECK_FALSE(breaches(pack).empty());
    pack = shipped();
    pack.items[item(pack, "rest-medicine")].scored = true;
    CHECK_FALSE(breaches(pack).empty());
}

TEST_CASE("A warning sign may not be hidden", "[assess][contract][safety]") {
    Definition pack = shipped();
    pack.shown_while.push_back({item(pack, "chest-pain"), {item(pack, "age"), 0b100, false}});
    CHECK(breaches(pack) ==
          Lines{"assessment.json#/shown_while/1: found a condition on showing \"chest-pain\", "
                "expected items of the self-check always shown"});
    pack = shipped();
    pack.shown_while[0].condition.options = 1u << flag_yes;
    CHECK_FALSE(breaches(pack).empty());
}

TEST_CASE("The age limit and the numb limb stay in the pattern", "[assess][contract]") {
    Definition pack = shipped();
    pack.pattern.age_withholds = 0;
    CHECK_FALSE(breaches(pack).empty());
    pack = shipped();
    pack.pattern.nerve_flag = item(pack, "rash");
    CHECK_FALSE(breaches(pack).empty());
}

TEST_CASE("A signed pack may lower R10, R20 and R21, and keeps every rule",
          "[assess][contract][proof]") {
    const Definition pack = signed_pack();
    CHECK(breaches(pack).empty());
    const Answers answers = clear_sheet({{"movement", "sometimes"}, {"location", "mid-back"}});
    CHECK(care(pack, answers) == Tier::soon);
    CHECK(care(shipped(), answers) == Tier::today);
    for (const auto& [item_id, option_id] :
         std::vector<std::pair<std::string_view, std::string_view>>{{"examined", "yes-changed"},
                                                                    {"examined", "unsure"},
                                                                    {"duration", "days"},
                                                                    {"age", "50-plus"},
                                                                    {"not-settling", "unsure"},
                                                                    {"not-settling", "yes"},
                                                                    {"movement", "same-still"},
                                                                    {"movement", "unsure"}})
        CHECK(care(pack, with(pack, answers, {{item_id, option_id}})) == Tier::today);
    const Result result = evaluate(pack, answers);
    REQUIRE(result.care_reasons.size() == 1);
    CHECK(line(pack, result.care_reasons[0]) == "location=mid-back soon R10");
    const Proof proof = prove_rules(pack);
    for (const RuleProof& rule : proof.rules) {
        INFO(rule.rule << " " << rule.missing);
        CHECK(rule.holds);
    }
}

TEST_CASE("Nothing is lowered without a signature, or beyond it", "[assess][contract][safety]") {
    Definition pack = signed_pack();
    pack.clinician_sign_off.reset();
    CHECK(breaches(pack).size() == 4); // one for each rule that is lowered
    pack = signed_pack();
    pack.clinician_sign_off->scope = {"R10", "R20"};
    CHECK(breaches(pack).size() == 1);
    pack = signed_pack();
    tier_rule(pack, "rash").lowered = Tier::soon;
    CHECK_FALSE(breaches(pack).empty());
    pack = signed_pack();
    tier_rule(pack, "location").lowered = Tier::none;
    CHECK_FALSE(breaches(pack).empty());
    for (std::size_t i = 0; i < signed_pack().lowered_while.size(); ++i) {
        pack = signed_pack();
        pack.lowered_while.erase(pack.lowered_while.begin() + static_cast<std::ptrdiff_t>(i));
        CHECK(breaches(pack).size() == 1);
        pack = signed_pack();
        pack.lowered_while[i].options = 0xFF;
        CHECK(breaches(pack).size() == 1);
        pack = signed_pack();
        pack.lowered_while[i].unanswered = true;
        CHECK(breaches(pack).size() == 1);
    }
}
