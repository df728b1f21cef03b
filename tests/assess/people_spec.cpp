// People the self-check is for, and people it must not miss. Each is a person's sheet: what is not
// said is the known, unchanged pain of a grown-up without any sign.
#include "assess/sheet.h"

using namespace tautline;
using namespace tautline::assess;
using namespace tautline::test;

namespace {

// Checked, unchanged, for months, every flag at no, and what the tension description says.
Answers tense(Given given) {
    const Answers answers = known_pain({{"feel", "dull-ache"},
                                        {"feel", "heavy-stiff"},
                                        {"spread", "wide"},
                                        {"onset", "gradual"},
                                        {"movement", "sometimes"},
                                        {"position-eases", "no"},
                                        {"stress-worse", "often"},
                                        {"panic-worse", "no"},
                                        {"calm-eases", "often"},
                                        {"moves-around", "yes"},
                                        {"body-alarm", "no"}});
    return with(shipped(), answers, given);
}

Answers between_the_shoulders(Given given = {}) {
    return with(shipped(), tense({{"location", "between-shoulders"}, {"location", "upper-back"}}),
                given);
}

void is(const Answers& answers, Tier expected, Pattern expected_pattern) {
    CHECK(care(shipped(), answers) == expected);
    CHECK(pattern(shipped(), answers) == expected_pattern);
}

std::string first_that_fails(const Answers& answers) {
    const Result result = evaluate(shipped(), answers);
    return result.context_fails ? shipped().items[result.context_fails->item].id : "";
}

} // namespace

TEST_CASE("Eight months between the shoulder blades, checked: soon, tension-like",
          "[assess][people]") {
    is(between_the_shoulders(), Tier::soon, Pattern::tension_like);
}

TEST_CASE("With a band round the chest and worse with a cough: soon", "[assess][people]") {
    const Answers answers =
        between_the_shoulders({{"feel", "tight-band"}, {"worse-cough-strain", "yes"}});
    CHECK(care(shipped(), answers) == Tier::soon);
    const Answers at_night = with(shipped(), answers, {{"worse-at-rest-night", "yes"}});
    CHECK(care(shipped(), at_night) == Tier::today);
    CHECK(first_that_fails(at_night) == "worse-at-rest-night");
}

TEST_CASE("Changed, older, newer, thinner, open or worse: today, each by its own name",
          "[assess][people][safety]") {
    const std::pair<const char*, const char*> changes[] = {{"examined", "yes-changed"},
                                                           {"age", "50-plus"},
                                                           {"duration", "days"},
                                                           {"weight-loss", "unsure"},
                                                           {"not-settling", "yes"}};
    for (const auto& [id, value] : changes) {
        INFO(id);
        const Answers answers = between_the_shoulders({{id, value}});
        CHECK(care(shipped(), answers) == Tier::today);
        CHECK(first_that_fails(answers) == id);
    }
    Answers open = between_the_shoulders();
    open.chosen[item(shipped(), "limb-numb-tingle")] = 0;
    CHECK(care(shipped(), open) == Tier::today);
    CHECK(first_that_fails(open) == "limb-numb-tingle");
}

TEST_CASE("Low back and neck only: none, tension-like", "[assess][people]") {
    is(tense({{"location", "low-back"}, {"location", "neck"}}), Tier::none, Pattern::tension_like);
}

TEST_CASE("Fever with a stiff neck is an emergency", "[assess][people][safety]") {
    is(between_the_shoulders({{"meningitis-signs", "yes"}}), Tier::emergency, Pattern::withheld);
}

TEST_CASE("Pregnant, pain in waves, some bleeding: an emergency", "[assess][people][safety]") {
    is(tense({{"location", "low-back"}, {"pregnancy-urgent", "yes"}}), Tier::emergency,
       Pattern::withheld);
}

TEST_CASE("An ache that comes on the stairs and goes on standing still: today",
          "[assess][people][safety]") {
    CHECK(care(shipped(), between_the_shoulders({{"exertion-pain", "yes"}})) == Tier::today);
}

TEST_CASE("Both hands newly numb is an emergency", "[assess][people][safety]") {
    is(tense({{"location", "neck"}, {"weaker-limbs", "yes"}}), Tier::emergency, Pattern::withheld);
}

TEST_CASE("Shoulder pain that has run to the arm for years is no emergency", "[assess][people]") {
    const Answers answers =
        tense({{"location", "shoulders"}, {"location", "arm"}, {"spread", "line-down-limb"}});
    CHECK(care(shipped(), answers) < Tier::emergency);
}

TEST_CASE("A tight band with short breath that one knows and that passes: soon",
          "[assess][people]") {
    CHECK(care(shipped(), between_the_shoulders(
                              {{"feel", "tight-band"}, {"body-alarm", "often"}})) == Tier::soon);
}

TEST_CASE("With two emergency signs unanswered: soon, not enough, and the two are open",
          "[assess][people][safety]") {
    Answers answers = between_the_shoulders();
    answers.chosen[item(shipped(), "chest-pain")] = 0;
    answers.chosen[item(shipped(), "meningitis-signs")] = 0;
    is(answers, Tier::soon, Pattern::not_enough);
    CHECK(ids(shipped(), evaluate(shipped(), answers).warning_signs_open) ==
          std::vector<std::string>{"chest-pain", "meningitis-signs"});
}
