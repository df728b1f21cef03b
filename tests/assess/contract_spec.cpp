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

// What a clinician may sign: the context rule from fifty on.
Definition signed_pack() {
    Definition pack = shipped();
    for (Condition& condition : pack.context_rule->all_of)
        if (condition.item == item(pack, "age"))
            condition.options |= 1u << option(pack, "age", "50-plus");
    pack.clinician_sign_off = {"A. Clinician", "physician", "2026-11-22", {"R10", "R20", "R21"}};
    return pack;
}

} // namespace

TEST_CASE("The shipped self-check keeps the contract", "[assess][contract]") {
    CHECK(breaches(shipped()).empty());
}

TEST_CASE("Every flag of the shipped pack may be raised to emergency", "[assess][contract]") {
    Definition pack = shipped();
    for (TierRule& rule : pack.tier_rules) {
        rule.tier = Tier::emergency;
        rule.eased = false;
    }
    pack.context_rule.reset();
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

TEST_CASE("A signed pack may ease R10, R20 and R21 from fifty on, and nothing else",
          "[assess][contract][safety]") {
    const Definition pack = signed_pack();
    CHECK(breaches(pack).empty());
    const Answers answers = known_pain({{"location", "mid-back"}, {"age", "50-plus"}});
    CHECK(care(pack, answers) == Tier::soon);
    CHECK(care(shipped(), answers) == Tier::today);
    Definition unsigned_pack = pack;
    unsigned_pack.clinician_sign_off.reset();
    CHECK(breaches(unsigned_pack) ==
          Lines{"assessment.json#/context_rule/while: found \"50-plus\" of \"age\", expected a "
                "clinician_sign_off record beside it"});
    Definition narrow = pack;
    narrow.clinician_sign_off->scope = {"R10", "R20"};
    CHECK(breaches(narrow) == Lines{"assessment.json#/clinician_sign_off/scope: found no \"R21\", "
                                    "expected every row that is eased"});
}

TEST_CASE("Nobody's signature eases more than that", "[assess][contract][safety]") {
    for (std::size_t i = 0; i < shipped().context_rule->all_of.size(); ++i) {
        Definition pack = signed_pack();
        auto& conditions = pack.context_rule->all_of;
        INFO(pack.items[conditions[i].item].id);
        conditions.erase(conditions.begin() + static_cast<std::ptrdiff_t>(i));
        CHECK(breaches(pack).size() == 1);
        pack = signed_pack();
        pack.context_rule->all_of[i].options = 0xFF;
        CHECK(breaches(pack).size() == 1);
        const bool open_is_fine = pack.context_rule->all_of[i].unanswered;
        pack = signed_pack();
        pack.context_rule->all_of[i].unanswered = true;
        CHECK(breaches(pack).size() == (open_is_fine ? 0 : 1));
    }
    Definition pack = signed_pack();
    pack.context_rule->beside.clear();
    CHECK(breaches(pack).size() == 8); // three places and the band, each with yes and unsure
    pack = signed_pack();
    pack.context_rule->either.erase(pack.context_rule->either.begin()); // the band
    CHECK(breaches(pack).size() == 2);
    pack = signed_pack();
    pack.context_rule.reset();
    CHECK(breaches(pack).size() == 1);
    pack = signed_pack();
    tier_rule(pack, "rash").eased = true;
    // Its two answers are below `today`, no row of these, and outside the signature.
    CHECK(breaches(pack).size() == 4);
    pack = signed_pack();
    tier_rule(pack, "chest-pain").eased = true;
    CHECK(breaches(pack).size() == 5); // and its tier is none that is eased
    pack = signed_pack();
    tier_rule(pack, "location").all_of[0].options |= 1u << option(pack, "location", "neck");
    CHECK(breaches(pack).size() == 1);
}

TEST_CASE("A pack may ease less", "[assess][contract]") {
    Definition pack = shipped();
    tier_rule(pack, "location").eased = false;
    CHECK(breaches(pack).empty());
    for (TierRule& rule : pack.tier_rules)
        rule.eased = false;
    CHECK(breaches(pack) == Lines{"assessment.json#/context_rule: found a context rule that eases "
                                  "nothing, expected a rule that is eased"});
    pack.context_rule.reset();
    CHECK(breaches(pack).empty());
    pack = shipped();
    pack.context_rule->all_of.push_back({item(pack, "worse-at-rest-night"), 1u << flag_no, false});
    pack.context_rule->beside.clear(); // a stricter condition does the same
    CHECK(breaches(pack).empty());
}
