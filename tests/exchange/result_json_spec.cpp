#include "assess/sheet.h"
#include "exchange/answers_json.h"
#include "exchange/result_json.h"
#include "support/read_file.h"

#include <nlohmann/json.hpp>

using namespace tautline;
using namespace tautline::exchange;
using namespace tautline::test;
using Json = nlohmann::ordered_json;

namespace {

std::string assess_file(const std::string& name, Layout layout) {
    const auto answers =
        read_answers(shipped(), read_file("tests/data/answers/" + name + ".json"), name);
    REQUIRE(answers.has_value());
    return write_result(shipped(), evaluate(shipped(), answers.value()), layout);
}

} // namespace

TEST_CASE("The contract's example gives the contract's result, member by member",
          "[exchange][result]") {
    const char* expected =
        R"({"format":"tautline-result","version":1,"care":"soon","care_reasons":[)"
        R"({"item":"examined","option":null,"tier":"soon","sources":["R17"]}],)"
        R"("pattern":"not-enough","answered":2,"unanswered":["age","duration",)"
        R"("examined","tearing-pain","breathless","saddle-bladder-bowel",)"
        R"("weaker-limbs","major-accident","meningitis-signs","pregnancy-urgent","self-harm","fragile-bones",)"
        R"("fever-infection","cancer-history","rash","kidney","pregnancy-belly",)"
        R"("new-numb-weak","lump-shape","worse-at-rest-night",)"
        R"("worse-cough-strain","exertion-pain","weight-loss","morning-stiffness",)"
        R"("not-settling","feel","spread","onset","movement","position-eases",)"
        R"("panic-worse","calm-eases","moves-around","body-alarm",)"
        R"("limb-numb-tingle","rest-medicine"],"warning_signs_open":[)"
        R"("tearing-pain","breathless","saddle-bladder-bowel","weaker-limbs",)"
        R"("major-accident","meningitis-signs","pregnancy-urgent","self-harm","fragile-bones","fever-infection",)"
        R"("cancer-history","rash","kidney","pregnancy-belly","new-numb-weak",)"
        R"("lump-shape","worse-at-rest-night","worse-cough-strain","exertion-pain","weight-loss",)"
        R"("morning-stiffness","not-settling"]})";
    CHECK(assess_file("example", Layout::one_line) == expected);
}

TEST_CASE("A reason that the context rule eases says what it would be", "[exchange][result]") {
    const std::string written = write_result(
        shipped(), evaluate(shipped(), known_pain({{"location", "mid-back"}})), Layout::one_line);
    CHECK(written.find(R"("care":"soon","care_reasons":[{"item":"location","option":"mid-back",)"
                       R"("tier":"soon","eased_from":"today","sources":["R10"]}])") !=
          std::string::npos);
    const std::string today = write_result(
        shipped(), evaluate(shipped(), known_pain({{"location", "mid-back"}, {"age", "50-plus"}})),
        Layout::one_line);
    CHECK(today.find("eased_from") == std::string::npos);
}

TEST_CASE("Every named result is exactly the file beside its answers", "[exchange][result]") {
    const auto names = names_in("tests/data/answers", ".result.json");
    CHECK(names.size() == 9);
    for (const std::string& file : names) {
        const std::string name = file.substr(0, file.size() - 12);
        INFO(name);
        CHECK(assess_file(name, Layout::indented) + "\n" ==
              read_file("tests/data/answers/" + file));
    }
}

TEST_CASE("The named results are what their names say", "[exchange][result]") {
    const std::pair<const char*, std::pair<const char*, const char*>> expected[] = {
        {"tension-like", {"none", "tension-like"}},
        {"movement-linked", {"soon", "movement-linked"}},
        {"emergency", {"emergency", "withheld"}},
        {"mixed", {"soon", "mixed"}},
        {"nerve-like", {"soon", "nerve-like"}},
        {"not-enough", {"soon", "not-enough"}},
        {"under-18", {"soon", "withheld"}},
        {"empty", {"soon", "not-enough"}}};
    for (const auto& [name, values] : expected) {
        INFO(name);
        const Json result = Json::parse(assess_file(name, Layout::one_line));
        CHECK(result["care"] == values.first);
        CHECK(result["pattern"] == values.second);
        const bool has_matches =
            result["pattern"] != "withheld" && result["pattern"] != "not-enough";
        CHECK(result.contains("matches") == has_matches);
    }
}

TEST_CASE("A reason from two answers names the other beside it", "[exchange][result]") {
    const Json result = Json::parse(assess_file("emergency", Layout::one_line));
    const Json expected = Json::parse(
        R"({"item":"fever-infection","option":"yes","tier":"emergency","sources":["R8"],)"
        R"("with":[{"item":"new-numb-weak","option":"unsure"}]})");
    CHECK(result["care_reasons"][1].dump() == expected.dump());
}

TEST_CASE("A sum of the PHQ-4 stands only where all its items are answered", "[exchange][result]") {
    CHECK(Json::parse(assess_file("tension-like", Layout::one_line))["phq4"].dump() ==
          R"({"total":5,"anxiety":3,"low_mood":2})");
    CHECK_FALSE(Json::parse(assess_file("under-18", Layout::one_line)).contains("phq4"));
    CHECK_FALSE(Json::parse(assess_file("empty", Layout::one_line)).contains("phq4"));
    const auto half = evaluate(
        shipped(), sheet({{"phq4-interest", "not-at-all"}, {"phq4-down", "several-days"}}));
    CHECK(Json::parse(write_result(shipped(), half, Layout::one_line))["phq4"].dump() ==
          R"({"low_mood":1})");
}

TEST_CASE("A line of a batch answers in its place, also when it is bad", "[exchange][batch]") {
    const BatchLine good = assess_line(shipped(), read_file("tests/data/answers/example.json"), 1);
    CHECK(good.good);
    CHECK(good.text == assess_file("example", Layout::one_line));
    const BatchLine bad = assess_line(
        shipped(), R"({"format":"tautline-answers","version":2,"answers":{"age":"30"}})", 7);
    CHECK_FALSE(bad.good);
    CHECK(bad.text == R"({"format":"tautline-error","line":7,"problems":[)"
                      R"({"pointer":"/version","found":"the number 2","allowed":"the number 1"},)"
                      R"({"pointer":"/answers/age","found":"\"30\"",)"
                      R"("allowed":"one of \"under-18\", \"18-49\", \"50-plus\""}]})");
    CHECK(assess_line(shipped(), "", 2).text.find("\"line\":2") != std::string::npos);
    CHECK(assess_line(shipped(), "\xff\xfe", 3).text.find("not UTF-8") != std::string::npos);
}
