// Answers in an address: what comes out is what went in, and nothing else is taken.
#include "assess/sheet.h"
#include "exchange/fragment.h"

#include <random>
#include <set>

using namespace tautline;
using namespace tautline::exchange;
using test::sheet;
using test::shipped;

namespace {

assess::Answers random_answers(std::mt19937& random) {
    assess::Answers answers = no_answers(shipped());
    for (std::size_t i = 0; i < shipped().items.size(); ++i) {
        const assess::Item& item = shipped().items[i];
        const auto count = static_cast<std::uint32_t>(item.options.size());
        if (item.kind == assess::Kind::many)
            answers.chosen[i] = static_cast<std::uint32_t>(random()) & ((1u << count) - 1u);
        else if (const auto pick = random() % (count + 1); pick > 0)
            answers.chosen[i] = 1u << (pick - 1);
    }
    return answers;
}

} // namespace

TEST_CASE("Answers come back from a fragment as they were, in every writing of it",
          "[exchange][fragment]") {
    std::mt19937 random(5);
    std::set<std::size_t> sizes;
    for (int round = 0; round < 500; ++round) {
        const assess::Answers answers = random_answers(random);
        const std::string text = write_fragment(shipped(), answers, Mood::include);
        sizes.insert(text.size());
        for (const std::string& form : {text, "#" + text, "https://page.example/x?y=1#" + text}) {
            const auto read = read_fragment(shipped(), form);
            REQUIRE(read);
            CHECK(read.value() == answers);
        }
    }
    CHECK(sizes.size() == 1);    // the length tells nothing
    CHECK(*sizes.begin() <= 32); // small enough for a code that a phone reads from a screen
}

TEST_CASE("Every single answer has a fragment of its own", "[exchange][fragment]") {
    std::set<std::string> seen{write_fragment(shipped(), no_answers(shipped()), Mood::include)};
    for (std::size_t i = 0; i < shipped().items.size(); ++i)
        for (std::size_t option = 0; option < shipped().items[i].options.size(); ++option) {
            assess::Answers answers = no_answers(shipped());
            answers.chosen[i] = 1u << option;
            CHECK(seen.insert(write_fragment(shipped(), answers, Mood::include)).second);
        }
}

TEST_CASE("A fragment without mood answers is the one of a person who gave none",
          "[exchange][fragment]") {
    const auto answers = sheet({{"age", "18-49"}, {"phq4-down", "nearly-every-day"}});
    CHECK(write_fragment(shipped(), answers, Mood::leave_out) ==
          write_fragment(shipped(), sheet({{"age", "18-49"}}), Mood::include));
    const auto read = read_fragment(shipped(), write_fragment(shipped(), answers, Mood::leave_out));
    REQUIRE(read);
    CHECK(read.value() == sheet({{"age", "18-49"}}));
}

TEST_CASE("A fragment with one letter changed, lost or added is refused", "[exchange][fragment]") {
    std::mt19937 random(11);
    const std::string good = write_fragment(shipped(), random_answers(random), Mood::include);
    REQUIRE(read_fragment(shipped(), good));
    int taken = 0, tried = 0;
    for (std::size_t at = 0; at < good.size(); ++at) {
        std::string shorter = good, longer = good;
        CHECK_FALSE(read_fragment(shipped(), shorter.erase(at, 1)));
        CHECK_FALSE(read_fragment(shipped(), longer.insert(at, "A")));
        for (const char letter : std::string("AbZ09-_.=%# \n\x7F\xC3")) {
            std::string other = good;
            if (other[at] == letter) continue;
            other[at] = letter;
            ++tried;
            if (read_fragment(shipped(), other)) ++taken;
        }
    }
    CHECK(taken == 0);
    CHECK(tried > 300);
    for (const char* text : {"", "#", "a2.", "a3.AAAA", "a2", "#/result", "a2.====", "A2.AAAA"})
        CHECK_FALSE(read_fragment(shipped(), text));
    CHECK_FALSE(read_fragment(shipped(), "a2." + std::string(100000, 'A')));
}

TEST_CASE("A code of the first self-check is refused by name, with a way on",
          "[exchange][fragment]") {
    for (const char* text :
         {"a1.CiOBAAAAAAAAAYAEAAABAPOV", "#a1.", "https://example.org/#a1.AAAA"}) {
        const auto read = read_fragment(shipped(), text);
        REQUIRE_FALSE(read);
        CHECK(read.error().front().found == "\"a1.\", answers to the first self-check");
        CHECK(read.error().front().expected == "\"a2.\": please answer the questions again");
    }
}

TEST_CASE("A fragment for other questions is refused", "[exchange][fragment]") {
    assess::Definition other = shipped();
    std::swap(other.items[3].options[0], other.items[3].options[2]);
    const auto answers = sheet({{"chest-pain", "yes"}});
    const auto read = read_fragment(other, write_fragment(shipped(), answers, Mood::include));
    REQUIRE_FALSE(read);
    CHECK(read.error().front().found == "answers to other questions");
    CHECK_FALSE(read_fragment(shipped(), write_fragment(other, answers, Mood::include)));
}

TEST_CASE("This form's letters stay what they are: codes on paper must open later",
          "[exchange][fragment][golden]") {
    CHECK(write_fragment(shipped(),
                         sheet({{"age", "18-49"},
                                {"chest-pain", "no"},
                                {"location", "neck"},
                                {"location", "shoulders"},
                                {"stress-worse", "often"},
                                {"phq4-down", "several-days"}}),
                         Mood::include) == "a2.xqaBAAAAAAAAAAYAEAAABI7m");
}
