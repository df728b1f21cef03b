#include "base/issue.h"
#include "base/json.h"
#include "base/json_read.h"

#include <catch_amalgamated.hpp>

using namespace tautline;
using namespace tautline::json;

namespace {

// Feeds a builder the events of {"a": [true, {"b/c": 1}], "a": {"x": 2}, "d": 2.0}, as a parser
// would.
Value built(const Limits& limits, Issues& issues) {
    TreeBuilder builder("", limits, "f.json", issues);
    const auto key = [&](std::string name) { builder.key(name); };
    builder.start_object(0);
    key("a");
    builder.start_array(0);
    builder.boolean(true);
    builder.start_object(0);
    key("b/c");
    builder.number_unsigned(1);
    builder.end_object();
    builder.end_array();
    key("a");
    builder.start_object(0);
    key("x");
    builder.number_unsigned(2);
    builder.end_object();
    key("d");
    builder.number_float(2.0, "2.0");
    builder.end_object();
    return builder.take();
}

} // namespace

TEST_CASE("A member that stands twice is reported, and the first one stays", "[base][json]") {
    Issues issues;
    const Value value = built({}, issues);
    REQUIRE(issues.size() == 1);
    CHECK(to_text(issues[0]) ==
          "f.json#/a: found the same member a second time, expected each member once");
    REQUIRE(value.members.size() == 2);
    REQUIRE(value.find("a") != nullptr);
    CHECK(value.find("a")->type == Type::array);
    REQUIRE(value.find("a")->items.size() == 2);
    CHECK(value.find("a")->items[1].find("b/c")->integer == 1);
    CHECK(value.find("d")->type == Type::number);
    CHECK(value.find("x") == nullptr);
}

TEST_CASE("What is nested too deep is reported once and left out", "[base][json]") {
    Issues issues;
    const Value value = built({.most_bytes = 1000, .most_nested = 2}, issues);
    REQUIRE(issues.size() == 2);
    CHECK(to_text(issues[0]) ==
          "f.json#/a/1: found more than 2 levels of lists and objects, expected at most 2");
    CHECK(value.find("a")->items.size() == 1);
    CHECK(value.find("d") != nullptr);
}

TEST_CASE("Pointers are escaped and problems stay on one line", "[base][json]") {
    CHECK(pointer_to("/a", "b~c/d") == "/a/b~0c~1d");
    CHECK(pointer_to("", std::size_t{3}) == "/3");
    CHECK(to_text({"f", "/a\n\x1b[1m\xC2\x9B", "x", ""}) ==
          "f#/a\\u000a\\u001b[1m\\u009b: found x");
}

TEST_CASE("What is found is described in a few words", "[base][json]") {
    Value value;
    CHECK(describe(value) == "null");
    value.type = Type::integer;
    value.integer = -3;
    CHECK(describe(value) == "the number -3");
    value.type = Type::number;
    value.text = "1.0";
    CHECK(describe(value) == "the number 1.0");
    value.text = "0.5";
    CHECK(describe(value) == "the number 0.5");
    value.type = Type::string;
    value.text = "a \"b\"\t";
    CHECK(describe(value) == "\"a \\\"b\\\"\\u0009\"");
    value.text = std::string(59, 'x') + "\xC3\xA9\xC3\xA9"; // cut before, not inside, a character
    CHECK(describe(value) == "\"" + std::string(59, 'x') + "…\"");
}

TEST_CASE("A text is refused unparsed when it is too long, not UTF-8 or marked", "[base][json]") {
    const Limits limits{.most_bytes = 4, .most_nested = 8};
    Issues issues;
    CHECK(check_text("1234", limits, "", issues));
    CHECK(issues.empty());
    CHECK_FALSE(check_text("12345", limits, "", issues));
    CHECK_FALSE(check_text("\xFF", limits, "", issues));
    CHECK_FALSE(check_text("\xEF\xBB\xBF", limits, "", issues));
    CHECK(issues.size() == 3);
}

TEST_CASE("Reading goes on after each problem", "[base][json]") {
    Value object;
    object.type = Type::object;
    Value number;
    number.type = Type::integer;
    number.integer = 12;
    Value list;
    list.type = Type::array;
    list.items = {number};
    object.members = {{"count", number}, {"names", list}, {"more", number}};
    Issues issues;
    const Cursor cursor(object, "f.json", issues);
    CHECK(cursor.is_object({"count", "names", "size"}));
    CHECK(cursor.integer("count", 0, 10) == std::nullopt);
    CHECK(cursor.integer("count", 0, 12) == 12);
    CHECK(cursor.texts("names").empty());
    CHECK(cursor.text("missing") == std::nullopt);
    std::string text;
    for (const Issue& issue : issues)
        text += to_text(issue) + "\n";
    CHECK(text == "f.json#: found no member \"size\", expected the member \"size\"\n"
                  "f.json#/more: found an unknown member, expected one of \"count\", \"names\", "
                  "\"size\"\n"
                  "f.json#/count: found the number 12, expected a whole number from 0 to 10\n"
                  "f.json#/names/0: found the number 12, expected a string that is not empty\n");
}
