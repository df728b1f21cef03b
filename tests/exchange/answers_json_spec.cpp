#include "assess/sheet.h"
#include "exchange/answers_json.h"
#include "support/read_file.h"

#include <random>

using namespace tautline;
using namespace tautline::assess;
using namespace tautline::exchange;
using namespace tautline::test;

namespace {

std::string document(const std::string& answers) {
    return "{\"format\":\"tautline-answers\",\"version\":1,\"answers\":" + answers + "}";
}

Answers read(const std::string& text) {
    const auto answers = read_answers(shipped(), text);
    if (!answers)
        for (const Issue& issue : answers.error())
            UNSCOPED_INFO(to_text(issue));
    REQUIRE(answers.has_value());
    return answers.value();
}

std::string lines(const Issues& issues) {
    std::string text;
    for (const Issue& issue : issues)
        text += to_text(issue) + "\n";
    return text;
}

} // namespace

TEST_CASE("Answers are read as they stand", "[exchange][answers]") {
    const Answers answers = read(read_file("tests/data/answers/example.json"));
    CHECK(answers == sheet({{"chest-pain", "no"},
                            {"location", "neck"},
                            {"location", "shoulders"},
                            {"stress-worse", "often"}}));
}

TEST_CASE("Order and white space mean nothing", "[exchange][answers]") {
    const Answers answers =
        read("\n{ \"answers\" : {\"stress-worse\":\"often\",\"location\":[\"shoulders\",\"neck\"],"
             "\t\"chest-pain\":\"no\"},\r\n\"version\":1,\"format\":\"tautline-answers\"} \n");
    CHECK(answers == read(read_file("tests/data/answers/example.json")));
}

TEST_CASE("An empty list is no answer", "[exchange][answers]") {
    CHECK(read(document("{\"location\":[]}")) == no_answers(shipped()));
    CHECK(read(document("{}")) == no_answers(shipped()));
}

TEST_CASE("A file keeps an answer that the page would hide", "[exchange][answers][safety]") {
    const Answers answers = read(document("{\"self-harm\":\"no\",\"self-harm-today\":\"yes\"}"));
    CHECK(answers == sheet({{"self-harm", "no"}, {"self-harm-today", "yes"}}));
    CHECK(care(shipped(), answers) == Tier::emergency);
}

TEST_CASE("Every bad file of answers is refused with exactly its problems",
          "[exchange][answers][bad]") {
    const auto names = names_in("tests/data/answers/bad", ".json");
    CHECK(names.size() >= 40);
    for (const std::string& name : names) {
        INFO("tests/data/answers/bad/" << name);
        const auto answers =
            read_answers(shipped(), read_file("tests/data/answers/bad/" + name), name);
        REQUIRE_FALSE(answers.has_value());
        const std::string list = name.substr(0, name.size() - 5) + ".issues.txt";
        CHECK(lines(answers.error()) == read_file("tests/data/answers/bad/" + list));
        for (const Issue& issue : answers.error())
            CHECK(to_text(issue).find_first_of("\n\r\x1b") == std::string::npos);
    }
}

TEST_CASE("Sixty-four kilobytes are read, one byte more is not", "[exchange][answers]") {
    std::string text = document("{}");
    text.insert(1, 64 * 1024 - text.size(), ' ');
    CHECK(read(text) == no_answers(shipped()));
    text.insert(1, " ");
    const auto refused = read_answers(shipped(), text);
    REQUIRE_FALSE(refused.has_value());
    CHECK(lines(refused.error()) ==
          "#: found more than 65536 bytes, expected at most 65536 bytes\n");
}

TEST_CASE("Eight levels are read, nine are not, and very many do no harm", "[exchange][answers]") {
    for (const int levels : {7, 8, 9, 30'000}) {
        const std::string open(static_cast<std::size_t>(levels - 2), '[');
        const std::string close(static_cast<std::size_t>(levels - 2), ']');
        const auto refused =
            read_answers(shipped(), document("{\"location\":" + open + close + "}"));
        INFO(levels << " levels");
        REQUIRE_FALSE(refused.has_value());
        const bool too_deep =
            lines(refused.error()).find("more than 8 levels") != std::string::npos;
        CHECK(too_deep == (levels > 8));
    }
}

TEST_CASE("What is written is read back the same, whatever the answers", "[exchange][answers]") {
    std::mt19937 random(1);
    for (int round = 0; round < 500; ++round) {
        Answers answers = no_answers(shipped());
        for (std::size_t i = 0; i < answers.chosen.size(); ++i) {
            const auto count = static_cast<std::uint32_t>(shipped().items[i].options.size());
            const auto number = static_cast<std::uint32_t>(random());
            if (shipped().items[i].kind == Kind::many)
                answers.chosen[i] = number % (1u << count);
            else if (number % (count + 1) != count)
                answers.chosen[i] = 1u << number % (count + 1);
        }
        const std::string text = write_answers(shipped(), answers, Mood::include);
        CHECK(read(text) == answers);
        CHECK(write_answers(shipped(), read(text), Mood::include) == text);
    }
}

TEST_CASE("Answers are written in page order, on one line", "[exchange][answers]") {
    CHECK(write_answers(shipped(), read(read_file("tests/data/answers/example.json")),
                        Mood::leave_out) ==
          document("{\"chest-pain\":\"no\",\"location\":[\"neck\",\"shoulders\"],"
                   "\"stress-worse\":\"often\"}"));
    CHECK(write_answers(shipped(), no_answers(shipped()), Mood::include) == document("{}"));
}

TEST_CASE("The PHQ-4 is written only when asked for", "[exchange][answers]") {
    const Answers answers = sheet({{"rash", "no"}, {"phq4-down", "several-days"}});
    CHECK(write_answers(shipped(), answers, Mood::leave_out) == document("{\"rash\":\"no\"}"));
    CHECK(write_answers(shipped(), answers, Mood::include) ==
          document("{\"rash\":\"no\",\"phq4-down\":\"several-days\"}"));
}
