#include "base/text.h"

#include <catch_amalgamated.hpp>

using namespace tautline;

TEST_CASE("A number is written with its decimals and a point", "[base][text]") {
    CHECK(fixed(2.5, 1) == "2.5");
    CHECK(fixed(2.0, 0) == "2");
    CHECK(fixed(-0.25, 2) == "-0.25");
    CHECK(fixed(1234567.891, 2) == "1234567.89");
}

TEST_CASE("A number that rounds to nothing has no minus sign", "[base][text]") {
    CHECK(fixed(-0.0, 1) == "0.0");
    CHECK(fixed(-0.04, 1) == "0.0");
    CHECK(fixed(-0.4, 0) == "0");
}

TEST_CASE("Named places are filled and unknown ones stay", "[base][text]") {
    CHECK(fill("{n} of {m}", {{"n", "3"}, {"m", "12"}}) == "3 of 12");
    CHECK(fill("{n} and {n}", {{"n", "one"}}) == "one and one");
    CHECK(fill("hello {name}", {{"n", "3"}}) == "hello {name}");
    CHECK(fill("an open { brace", {{"n", "3"}}) == "an open { brace");
    CHECK(fill("", {{"n", "3"}}).empty());
}

TEST_CASE("What is filled in is not filled again", "[base][text]") {
    CHECK(fill("{a}{b}", {{"a", "{b}"}, {"b", "x"}}) == "{b}x");
}

TEST_CASE("Well-formed UTF-8 is told from broken bytes", "[base][text]") {
    CHECK(is_utf8(""));
    CHECK(is_utf8("plain"));
    CHECK(is_utf8("\xC3\xA9 \xE2\x80\x94 \xF0\x9F\x99\x82"));
    CHECK_FALSE(is_utf8("\xC3"));             // cut short
    CHECK_FALSE(is_utf8("\x80"));             // a continuation alone
    CHECK_FALSE(is_utf8("\xC0\xAF"));         // overlong
    CHECK_FALSE(is_utf8("\xE0\x80\xAF"));     // overlong
    CHECK_FALSE(is_utf8("\xED\xA0\x80"));     // a surrogate
    CHECK_FALSE(is_utf8("\xF4\x90\x80\x80")); // past the last character
    CHECK_FALSE(is_utf8("\xFF"));
}
