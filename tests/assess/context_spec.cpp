// Pain high in the back, a band round the chest, and pain at rest or with a cough: `soon` instead
// of `today` for a pain that a clinician knows and that has not changed, and for no other.
#include "assess/sheet.h"

using namespace tautline;
using namespace tautline::assess;
using namespace tautline::test;

namespace {

using Lines = std::vector<std::string>;

// What keeps the rule from holding, as "item=option".
std::string fails(const Answers& answers) {
    const auto answer = context_fails(shipped(), answers);
    if (!answer) return "";
    const Item& asked = shipped().items[answer->item];
    return asked.id + "=" + (answer->option ? asked.options[*answer->option].id : "(unanswered)");
}

Answers without(Answers answers, const char* id) {
    answers.chosen[item(shipped(), id)] = 0;
    return answers;
}

constexpr const char* eased_answers[][3] = {
    {"location", "between-shoulders", "R10"}, {"location", "upper-back", "R10"},
    {"location", "mid-back", "R10"},          {"feel", "tight-band", "R10"},
    {"movement", "same-still", "R20"},        {"worse-at-rest-night", "yes", "R20"},
    {"worse-at-rest-night", "unsure", "R20"}, {"worse-cough-strain", "yes", "R21"},
    {"worse-cough-strain", "unsure", "R21"},
};

} // namespace

TEST_CASE("A known pain that has not changed waits for soon, and says what it would be",
          "[assess][context]") {
    for (const auto& [id, option_id, row] : eased_answers) {
        INFO(id << " " << option_id);
        const Answers answers = known_pain({{id, option_id}});
        CHECK(care(shipped(), answers) == Tier::soon);
        CHECK(reason_lines(answers) ==
              Lines{std::string(id) + "=" + option_id + " soon eased from today " + row});
        CHECK(fails(answers).empty());
        CHECK_FALSE(evaluate(shipped(), answers).context_fails.has_value());
    }
}

TEST_CASE("Each condition that fails brings today back, and is named first in its order",
          "[assess][context][safety]") {
    const std::pair<const char*, const char*> failing[] = {{"examined", "yes-changed"},
                                                           {"examined", "no"},
                                                           {"examined", "unsure"},
                                                           {"age", "50-plus"},
                                                           {"age", "under-18"},
                                                           {"duration", "days"},
                                                           {"weight-loss", "yes"},
                                                           {"weight-loss", "unsure"},
                                                           {"not-settling", "yes"},
                                                           {"not-settling", "unsure"},
                                                           {"limb-numb-tingle", "long-standing"},
                                                           {"limb-numb-tingle", "unsure"}};
    for (const auto& [id, option_id, row] : eased_answers) {
        for (const auto& [other, value] : failing) {
            INFO(id << " " << option_id << ", " << other << " " << value);
            const Answers answers = known_pain({{id, option_id}, {other, value}});
            CHECK(care(shipped(), answers) == Tier::today);
            CHECK(fails(answers) == std::string(other) + "=" + value);
            CHECK(evaluate(shipped(), answers).context_fails.has_value());
        }
        for (const char* open : {"examined", "age", "duration", "limb-numb-tingle"}) {
            const Answers answers = without(known_pain({{id, option_id}}), open);
            CHECK(care(shipped(), answers) == Tier::today);
            CHECK(fails(answers) == std::string(open) + "=(unanswered)");
        }
        // These two do not keep it from holding while they are open: the page asks for them first.
        for (const char* open : {"weight-loss", "not-settling"})
            CHECK(care(shipped(), without(known_pain({{id, option_id}}), open)) == Tier::soon);
    }
    const Answers several = known_pain(
        {{"location", "mid-back"}, {"examined", "no"}, {"age", "50-plus"}, {"duration", "days"}});
    CHECK(fails(several) == "examined=no");
}

TEST_CASE("Pain high in the back or round the chest that is worse at night is never eased",
          "[assess][context][safety]") {
    for (const char* night : {"yes", "unsure"}) {
        for (const char* place : {"between-shoulders", "upper-back", "mid-back"}) {
            const Answers answers =
                known_pain({{"location", place}, {"worse-at-rest-night", night}});
            CHECK(care(shipped(), answers) == Tier::today);
            CHECK(fails(answers) == std::string("worse-at-rest-night=") + night);
            CHECK(reason_lines(answers).size() == 2); // both of them for today
        }
        const Answers band = known_pain({{"feel", "tight-band"}, {"worse-at-rest-night", night}});
        CHECK(care(shipped(), band) == Tier::today);
        CHECK(care(shipped(), known_pain({{"location", "low-back"},
                                          {"worse-at-rest-night", night}})) == Tier::soon);
    }
    // Pain that is the same at rest (R20 too) is no pain at night.
    CHECK(care(shipped(), known_pain({{"location", "mid-back"}, {"movement", "same-still"}})) ==
          Tier::soon);
}

TEST_CASE("Nothing else is eased, whatever is known", "[assess][context][safety]") {
    for (const char* sign :
         {"fragile-bones", "fever-infection", "cancer-history", "rash", "kidney", "pregnancy-belly",
          "new-numb-weak", "lump-shape", "exertion-pain", "weight-loss"})
        for (const char* answer : {"yes", "unsure"}) {
            INFO(sign);
            CHECK(care(shipped(), known_pain({{sign, answer}})) == Tier::today);
        }
    // A sign of today beside it leaves the eased reason as it is.
    CHECK(reason_lines(known_pain({{"location", "mid-back"}, {"rash", "yes"}})) ==
          Lines{"rash=yes today R11", "location=mid-back soon eased from today R10"});
}

TEST_CASE("Two rules of one answer: the one that is not eased decides", "[assess][context]") {
    Definition pack = shipped();
    TierRule raised = pack.tier_rules.front();
    raised.all_of = {{item(pack, "location"), 1u << option(pack, "location", "mid-back"), false}};
    raised.tier = Tier::today;
    raised.sources = {"R9"};
    pack.tier_rules.push_back(raised);
    const auto result = evaluate(pack, known_pain({{"location", "mid-back"}}));
    REQUIRE(result.care_reasons.size() == 1);
    CHECK(line(pack, result.care_reasons[0]) == "location=mid-back today R10 R9");
}
