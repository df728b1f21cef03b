// The whole result: lists, matches, notes, the PHQ-4, and what would change it.
#include "assess/sheet.h"

#include <algorithm>

using namespace tautline;
using namespace tautline::assess;
using namespace tautline::test;

namespace {

Answers tension_sheet() {
    return clear_sheet({{"feel", "dull-ache"},
                        {"feel", "heavy-stiff"},
                        {"feel", "burning"},
                        {"location", "neck"},
                        {"location", "shoulders"},
                        {"spread", "wide"},
                        {"onset", "gradual"},
                        {"movement", "sometimes"},
                        {"position-eases", "yes"},
                        {"stress-worse", "often"},
                        {"panic-worse", "unsure"},
                        {"calm-eases", "often"},
                        {"moves-around", "no"},
                        {"limb-numb-tingle", "no"}});
}

std::vector<std::string> matched_ids(const DescriptionMatch& match) {
    std::vector<std::string> found;
    for (const Match& one : match.matched) {
        std::string text = shipped().items[one.item].id + ":";
        for (const std::size_t option : one.options)
            text += " " + shipped().items[one.item].options[option].id;
        found.push_back(text + " " + std::to_string(one.points));
    }
    return found;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("Matches say which options matched, in page order, and their points add up",
          "[assess][result]") {
    const Result result = evaluate(shipped(), tension_sheet());
    CHECK(result.care == Tier::none);
    CHECK(result.pattern == Pattern::tension_like);
    CHECK(result.answered == 11);
    REQUIRE(result.matches.has_value());
    const auto& [tension, movement, nerve] = *result.matches;
    CHECK(tension.points == 6);
    CHECK(tension.of == 10);
    CHECK(matched_ids(tension) ==
          Lines{"feel: dull-ache heavy-stiff 1", "location: neck shoulders 1", "spread: wide 1",
                "onset: gradual 1", "stress-worse: often 1", "calm-eases: often 1"});
    CHECK(ids(shipped(), tension.unmatched) == Lines{"movement", "panic-worse", "moves-around"});
    CHECK(movement.points == 1);
    CHECK(movement.of == 6);
    CHECK(matched_ids(movement) == Lines{"position-eases: yes 1"});
    CHECK(nerve.points == 0);
    CHECK(nerve.of == 5);
    CHECK(nerve.matched.empty());
    CHECK(ids(shipped(), nerve.unmatched) ==
          Lines{"feel", "location", "spread", "limb-numb-tingle"});
}

TEST_CASE("There are no matches when the pattern is withheld or there is not enough",
          "[assess][result]") {
    CHECK_FALSE(evaluate(shipped(), assess::no_answers(shipped())).matches.has_value());
    CHECK_FALSE(evaluate(shipped(), with(shipped(), tension_sheet(), {{"breathless", "yes"}}))
                    .matches.has_value());
}

TEST_CASE("An empty sheet lists everything but the PHQ-4 and what is hidden as unanswered",
          "[assess][result]") {
    const Result result = evaluate(shipped(), assess::no_answers(shipped()));
    CHECK(result.care == Tier::soon); // nobody has examined it, as far as we know
    CHECK(result.pattern == Pattern::not_enough);
    CHECK(result.answered == 0);
    CHECK(result.unanswered.size() == 39); // 44 items, less 4 of the PHQ-4, less self-harm-today
    CHECK(result.warning_signs_open.size() == 23); // 24 less self-harm-today
    CHECK(std::is_sorted(result.unanswered.begin(), result.unanswered.end()));
    const Result asked = evaluate(shipped(), sheet({{"self-harm", "unsure"}}));
    const auto open = ids(shipped(), asked.warning_signs_open);
    CHECK(std::count(open.begin(), open.end(), "self-harm-today") == 1);
    CHECK(std::count(open.begin(), open.end(), "self-harm") == 0);
    CHECK_FALSE(result.phq4.has_value());
}

TEST_CASE("The PHQ-4 gives a sum only for items that are all answered", "[assess][result]") {
    const Result half = evaluate(
        shipped(), sheet({{"phq4-nervous", "not-at-all"}, {"phq4-worry", "nearly-every-day"}}));
    REQUIRE(half.phq4.has_value());
    CHECK(half.phq4->anxiety == 3);
    CHECK_FALSE(half.phq4->low_mood.has_value());
    CHECK_FALSE(half.phq4->total.has_value());
    const Result whole = evaluate(shipped(), sheet({{"phq4-nervous", "several-days"},
                                                    {"phq4-worry", "more-than-half"},
                                                    {"phq4-interest", "several-days"},
                                                    {"phq4-down", "several-days"}}));
    CHECK(whole.phq4->total == 5);
    CHECK(whole.phq4->anxiety == 3);
    CHECK(whole.phq4->low_mood == 2);
    const Result one = evaluate(shipped(), sheet({{"phq4-down", "several-days"}}));
    REQUIRE(one.phq4.has_value());
    CHECK_FALSE(one.phq4->low_mood.has_value());
}

TEST_CASE("Every answer that needs a note has it", "[assess][notes][safety]") {
    struct Row {
        const char *item, *option;
        Lines notes;
    };
    const Row rows[] = {
        {"location", "neck", {"location-upper"}},
        {"location", "shoulders", {"location-upper"}},
        {"location", "between-shoulders", {"location-upper"}},
        {"location", "upper-back", {"location-upper"}},
        {"location", "mid-back", {"location-upper"}},
        {"location", "low-back", {}},
        {"location", "arm", {"limb-nerve"}},
        {"location", "leg", {"limb-nerve"}},
        {"feel", "dull-ache", {}},
        {"feel", "tight-band", {"tight-band"}},
        {"feel", "burning", {"burning"}},
        {"feel", "spasm", {"spasm"}},
        {"feel", "electric-shooting", {"limb-nerve"}},
        {"onset", "gradual", {"gradual"}},
        {"onset", "after-movement", {"after-movement"}},
        {"onset", "unsure", {}},
        {"movement", "same-still", {"same-still"}},
        {"moves-around", "yes", {"moves-around"}},
        {"moves-around", "no", {}},
        {"panic-worse", "often", {"panic-overlap"}},
        {"panic-worse", "sometimes", {"panic-overlap"}},
        {"panic-worse", "unsure", {"panic-overlap"}},
        {"panic-worse", "no", {}},
        {"body-alarm", "often", {"panic-overlap"}},
        {"body-alarm", "sometimes", {"panic-overlap"}},
        {"body-alarm", "unsure", {"panic-overlap"}},
        {"body-alarm", "no", {}},
        {"limb-numb-tingle", "long-standing", {"limb-nerve"}},
        {"limb-numb-tingle", "unsure", {"limb-nerve"}},
        {"limb-numb-tingle", "no", {}},
        {"rest-medicine", "help", {"rest-medicine"}},
        {"rest-medicine", "help-little", {"rest-medicine", "help-little"}},
        {"rest-medicine", "not-tried", {"rest-medicine"}},
    };
    for (const Row& row : rows) {
        INFO(row.item << " " << row.option);
        CHECK(evaluate(shipped(), sheet({{row.item, row.option}})).notes == row.notes);
    }
}

TEST_CASE("Notes cite the rows of the contract", "[assess][notes]") {
    const std::pair<const char*, Lines> rows[] = {{"location-upper", {"R1", "R2", "R10"}},
                                                  {"tight-band", {"R10", "R11"}},
                                                  {"burning", {"R11", "R14"}},
                                                  {"gradual", {"R9", "R15"}},
                                                  {"after-movement", {"R6", "R7"}},
                                                  {"same-still", {"R9", "R10", "R15", "R20"}},
                                                  {"moves-around", {"R2", "R15"}},
                                                  {"panic-overlap", {"R1", "R2", "R3"}},
                                                  {"help-little", {"R8", "R9"}},
                                                  {"limb-nerve", {"R14"}}};
    for (const auto& row : rows) {
        const std::string id = row.first;
        INFO(id);
        const auto note = std::find_if(shipped().notes.begin(), shipped().notes.end(),
                                       [&](const Note& one) { return one.id == id; });
        REQUIRE(note != shipped().notes.end());
        CHECK(note->sources == row.second);
    }
}

TEST_CASE("A note that two answers share stands once, where the first is", "[assess][notes]") {
    const Answers answers = sheet({{"body-alarm", "often"},
                                   {"panic-worse", "often"},
                                   {"location", "arm"},
                                   {"feel", "electric-shooting"},
                                   {"location", "neck"}});
    CHECK(evaluate(shipped(), answers).notes ==
          Lines{"limb-nerve", "location-upper", "panic-overlap"});
}

TEST_CASE("What would change the result is exactly the single answers that change it",
          "[assess][changes]") {
    const Answers answers = tension_sheet();
    const auto changes = what_would_change(shipped(), answers);
    REQUIRE_FALSE(changes.empty());
    const auto offered = [&](const char* item_id, const char* option_id) {
        return std::find_if(changes.begin(), changes.end(), [&](const Change& change) {
            return change.answer.item == item(shipped(), item_id) &&
                   change.answer.option == option(shipped(), item_id, option_id);
        });
    };
    for (const Change& change : changes) {
        Answers changed = change.answer.option
                              ? with_answer(shipped(), answers, change.answer.item,
                                            *change.answer.option, change.on)
                              : without_answer(shipped(), answers, change.answer.item);
        CHECK(care(shipped(), changed) == change.care);
        CHECK(pattern(shipped(), changed) == change.pattern);
        CHECK((change.care != Tier::none || change.pattern != Pattern::tension_like));
        CHECK((change.answer.option.has_value() ||
               shipped().items[change.answer.item].kind == Kind::one));
        CHECK(shipped().items[change.answer.item].group != Group::phq4);
    }
    REQUIRE(offered("chest-pain", "unsure") != changes.end());
    CHECK(offered("chest-pain", "unsure")->care == Tier::emergency);
    CHECK(offered("chest-pain", "unsure")->pattern == Pattern::withheld);
    REQUIRE(offered("feel", "tight-band") != changes.end());
    CHECK(offered("feel", "tight-band")->on);
    CHECK(offered("feel", "sharp-spot") !=
          changes.end());                             // two movement points: no longer tension-like
    CHECK(offered("feel", "spasm") == changes.end()); // changes nothing
    CHECK(offered("self-harm-today", "yes") == changes.end()); // not asked now
}
