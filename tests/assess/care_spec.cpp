// How soon to get help: every row of the contract's tables, copied here by hand.
#include "assess/sheet.h"

using namespace tautline;
using namespace tautline::assess;
using namespace tautline::test;

namespace {

struct FlagRow {
    const char* id;
    const char* row;
    Tier tier;
};

constexpr FlagRow flags[] = {
    {"chest-pain", "R1", Tier::emergency},
    {"tearing-pain", "R2", Tier::emergency},
    {"breathless", "R3", Tier::emergency},
    {"saddle-bladder-bowel", "R4", Tier::emergency},
    {"weaker-limbs", "R5", Tier::emergency},
    {"major-accident", "R6", Tier::emergency},
    {"meningitis-signs", "R22", Tier::emergency},
    {"pregnancy-urgent", "R23", Tier::emergency},
    {"self-harm", "R18", Tier::crisis},
    {"self-harm-today", "R18", Tier::emergency},
    {"fragile-bones", "R7", Tier::today},
    {"fever-infection", "R8", Tier::today},
    {"cancer-history", "R9", Tier::today},
    {"rash", "R11", Tier::today},
    {"kidney", "R12", Tier::today},
    {"pregnancy-belly", "R13", Tier::today},
    {"new-numb-weak", "R14", Tier::today},
    {"lump-shape", "R16", Tier::today},
    {"worse-at-rest-night", "R20", Tier::today},
    {"worse-cough-strain", "R21", Tier::today},
    {"exertion-pain", "R24", Tier::today},
    {"weight-loss", "R9", Tier::today},
    {"morning-stiffness", "R15", Tier::soon},
};

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("A clear sheet needs no care and gives no reason", "[assess][care]") {
    CHECK(care(shipped(), clear_sheet()) == Tier::none);
    CHECK(reason_lines(clear_sheet()).empty());
}

TEST_CASE("Each warning sign has its tier at yes and at unsure, and none at no",
          "[assess][care][safety]") {
    for (const FlagRow& flag : flags) {
        INFO(flag.id);
        for (const char* answer : {"yes", "unsure"}) {
            const Answers answers = clear_sheet({{flag.id, answer}});
            CHECK(care(shipped(), answers) == flag.tier);
            CHECK(reason_lines(answers) == Lines{std::string(flag.id) + "=" + answer + " " +
                                                 std::string(name(flag.tier)) + " " + flag.row});
        }
        CHECK(care(shipped(), clear_sheet({{flag.id, "no"}})) == Tier::none);
    }
}

TEST_CASE("Not settling counts at yes only", "[assess][care]") {
    CHECK(reason_lines(clear_sheet({{"not-settling", "yes"}})) ==
          Lines{"not-settling=yes soon R17"});
    CHECK(care(shipped(), clear_sheet({{"not-settling", "unsure"}})) == Tier::none);
}

TEST_CASE("The contract has twenty-four warning signs, and this table all of them",
          "[assess][care]") {
    std::size_t count = 0;
    for (const Item& one : shipped().items)
        if (one.group == Group::warning_sign) ++count;
    CHECK(count == std::size(flags) + 1); // and not-settling
}

TEST_CASE("Two pairs of signs are an emergency together", "[assess][care][safety]") {
    const char* pairs[][3] = {{"fever-infection", "new-numb-weak", "R8"},
                              {"kidney", "pregnancy-belly", "R12"}};
    for (const auto& pair : pairs)
        for (const char* first : {"yes", "unsure"})
            for (const char* second : {"yes", "unsure"}) {
                const Answers answers = clear_sheet({{pair[0], first}, {pair[1], second}});
                INFO(pair[0] << " " << first << ", " << pair[1] << " " << second);
                CHECK(care(shipped(), answers) == Tier::emergency);
                CHECK(reason_lines(answers).front() == std::string(pair[0]) + "=" + first + "+" +
                                                           pair[1] + "=" + second + " emergency " +
                                                           pair[2]);
                CHECK(reason_lines(answers).size() == 3); // both signs are reasons of their own
            }
    CHECK(care(shipped(), clear_sheet({{"fever-infection", "yes"}, {"kidney", "yes"}})) ==
          Tier::today);
}

TEST_CASE("Where, how and when it hurts can be a reason too", "[assess][care]") {
    CHECK(reason_lines(clear_sheet({{"location", "between-shoulders"},
                                    {"location", "upper-back"},
                                    {"location", "mid-back"},
                                    {"location", "neck"}})) ==
          Lines{"location=between-shoulders today R10", "location=upper-back today R10",
                "location=mid-back today R10"});
    CHECK(reason_lines(clear_sheet({{"feel", "tight-band"}, {"feel", "burning"}})) ==
          Lines{"feel=tight-band today R10"});
    CHECK(reason_lines(clear_sheet({{"movement", "same-still"}})) ==
          Lines{"movement=same-still today R20"});
    for (const char* place : {"neck", "shoulders", "low-back", "arm", "leg"})
        CHECK(care(shipped(), clear_sheet({{"location", place}})) == Tier::none);
    for (const char* other : {"clearly-worse", "sometimes", "unsure"})
        CHECK(care(shipped(), clear_sheet({{"movement", other}})) == Tier::none);
}

TEST_CASE("Age, length, a missing check and long numbness ask for care soon", "[assess][care]") {
    CHECK(reason_lines(clear_sheet({{"age", "under-18"}})) == Lines{"age=under-18 soon R19"});
    CHECK(reason_lines(clear_sheet({{"age", "50-plus"}, {"duration", "days"}})) ==
          Lines{"age=50-plus+duration=days soon R19"});
    CHECK(care(shipped(), clear_sheet({{"age", "50-plus"}, {"duration", "weeks"}})) == Tier::none);
    CHECK(care(shipped(), clear_sheet({{"age", "18-49"}, {"duration", "days"}})) == Tier::none);
    for (const char* answer : {"yes-changed", "no", "unsure"})
        CHECK(reason_lines(clear_sheet({{"examined", answer}})) ==
              Lines{std::string("examined=") + answer + " soon R17"});
    Answers unanswered = clear_sheet();
    unanswered.chosen[item(shipped(), "examined")] = 0;
    CHECK(reason_lines(unanswered) == Lines{"examined=(unanswered) soon R17"});
    for (const char* answer : {"long-standing", "unsure"})
        CHECK(reason_lines(clear_sheet({{"limb-numb-tingle", answer}})) ==
              Lines{std::string("limb-numb-tingle=") + answer + " soon R14"});
    CHECK(care(shipped(), clear_sheet({{"limb-numb-tingle", "no"}})) == Tier::none);
}

TEST_CASE("Reasons stand with the highest tier first, then in page order", "[assess][care]") {
    const Answers answers = clear_sheet({{"examined", "no"},
                                         {"self-harm", "unsure"},
                                         {"rash", "yes"},
                                         {"chest-pain", "yes"},
                                         {"weight-loss", "unsure"},
                                         {"fever-infection", "unsure"},
                                         {"new-numb-weak", "yes"},
                                         {"location", "mid-back"},
                                         {"feel", "tight-band"},
                                         {"age", "50-plus"},
                                         {"duration", "days"}});
    CHECK(reason_lines(answers) ==
          Lines{"chest-pain=yes emergency R1",
                "fever-infection=unsure+new-numb-weak=yes emergency R8",
                "self-harm=unsure crisis R18", "fever-infection=unsure today R8",
                "rash=yes today R11", "new-numb-weak=yes today R14", "weight-loss=unsure today R9",
                "feel=tight-band today R10", "location=mid-back today R10",
                "age=50-plus+duration=days soon R19", "examined=no soon R17"});
}

TEST_CASE("Crisis and emergency are both among the reasons when both hold",
          "[assess][care][safety]") {
    const Answers answers = clear_sheet({{"self-harm", "yes"}, {"self-harm-today", "unsure"}});
    CHECK(care(shipped(), answers) == Tier::emergency);
    CHECK(reason_lines(answers) ==
          Lines{"self-harm-today=unsure emergency R18", "self-harm=yes crisis R18"});
}

TEST_CASE("In a file self-harm-today counts even where the page would hide it",
          "[assess][care][safety]") {
    const Answers answers = clear_sheet({{"self-harm", "no"}, {"self-harm-today", "yes"}});
    CHECK(care(shipped(), answers) == Tier::emergency);
    CHECK(pattern(shipped(), answers) == Pattern::withheld);
}

TEST_CASE("Two rules that give the same reason become one with the higher tier", "[assess][care]") {
    Definition pack = shipped();
    TierRule raised = pack.tier_rules.front();
    raised.all_of = {{item(pack, "rash"), 1u << flag_yes, false}};
    raised.tier = Tier::emergency;
    raised.sources = {"R11", "R8"};
    pack.tier_rules.push_back(raised);
    const auto result = evaluate(pack, clear_sheet({{"rash", "yes"}}));
    REQUIRE(result.care_reasons.size() == 1);
    CHECK(line(pack, result.care_reasons[0]) == "rash=yes emergency R11 R8");
}
