#include "base/text.h"

#include <catch_amalgamated.hpp>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string>

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

TEST_CASE("A number is rounded exactly as the C library rounds it", "[base][text]") {
    const auto printed = [](double value, int decimals) {
        char buffer[64];
        std::snprintf(buffer, sizeof buffer, "%.*f", decimals, value);
        return std::string(buffer);
    };
    std::uint64_t dice = 1;
    int ties = 0;
    for (int i = 0; i < 200'000; ++i) {
        dice = dice * 6364136223846793005u + 1442695040888963407u;
        const int decimals = static_cast<int>(dice >> 60) % 4;
        // Every third an eighth of a whole, where ties are; the others of any size.
        const double whole = static_cast<double>(dice >> 40);
        const double value = i % 3 == 0   ? whole / 8
                             : i % 3 == 1 ? whole / 1e6
                                          : static_cast<double>(dice >> 20 & 0xFFFFF) / 1000;
        ties += fixed(value, 1) != fixed(std::nextafter(value, 1e300), 1);
        if (fixed(value, decimals) != printed(value, decimals)) {
            CAPTURE(value, decimals);
            CHECK(fixed(value, decimals) == printed(value, decimals));
        }
    }
    CHECK(ties > 100);
    for (const double value :
         {2.675, 1.005, 0.125, 0.375, 2.5, 3.5, 1e15, 4503599627370497.5, 0.0, 1e-9})
        for (int decimals = 0; decimals <= 3; ++decimals)
            if (value * 1000 < 9e15) CHECK(fixed(value, decimals) == printed(value, decimals));
    CHECK(fixed(12345678901234567.0, 2) == "12345678901234568");
}

TEST_CASE("A control character is written out", "[base][text]") {
    CHECK(escaped_code(0x1f) == "\\u001f");
    CHECK(escaped_code(0xabcd) == "\\uabcd");
}
