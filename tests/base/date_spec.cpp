#include "base/date.h"

#include <catch_amalgamated.hpp>

using tautline::days_between;
using tautline::is_date;

TEST_CASE("A date is a day that the calendar has", "[base][date]") {
    for (const char* day :
         {"2026-11-22", "0001-01-01", "9999-12-31", "2026-01-31", "2026-03-31", "2026-04-30",
          "2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31",
          "2026-11-30", "2026-12-31", "2026-02-28", "2024-02-29", "2000-02-29", "2400-02-29"}) {
        INFO(day);
        CHECK(is_date(day));
    }
    for (const char* other : {"2026-13-45",
                              "2026-00-10",
                              "2026-13-01",
                              "2026-01-00",
                              "2026-01-32",
                              "2026-04-31",
                              "2026-06-31",
                              "2026-09-31",
                              "2026-11-31",
                              "2026-02-29",
                              "2026-02-30",
                              "1900-02-29",
                              "2100-02-29",
                              "0000-01-01",
                              "0000-00-00",
                              "2026-11-22T10:00:00Z",
                              "2026-11-22Z",
                              "2026-11-22+01:00",
                              "2026-11",
                              "2026",
                              "",
                              "26-11-22",
                              "2026-1-2",
                              "2026/11/22",
                              "22.11.2026",
                              " 2026-11-22",
                              "2026-11-22 ",
                              "2026-11-22/2026-11-23",
                              "-026-11-22",
                              "+2026-11-2",
                              "2026-11--2",
                              "2026x11x22",
                              "12026-11-22",
                              "today"}) {
        INFO(other);
        CHECK_FALSE(is_date(other));
    }
}

// Twelve months of 28 to 31 days: a whole year by counting.
TEST_CASE("A year has 365 days, a leap year one more", "[base][date]") {
    const auto days_of = [](const std::string& year) {
        int days = 0;
        for (int month = 0; month <= 99; ++month)
            for (int day = 0; day <= 99; ++day) {
                const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
                days += is_date(year + "-" + two(month) + "-" + two(day)) ? 1 : 0;
            }
        return days;
    };
    CHECK(days_of("2026") == 365);
    CHECK(days_of("1900") == 365);
    CHECK(days_of("2024") == 366);
    CHECK(days_of("2000") == 366);
    CHECK(days_of("0000") == 0);
}

TEST_CASE("Days between two days count every leap day", "[base][date]") {
    CHECK(days_between("2026-12-01", "2026-12-01") == 0);
    CHECK(days_between("2026-12-01", "2027-11-30") == 364);
    CHECK(days_between("2027-11-30", "2026-12-01") == -364);
    CHECK(days_between("2024-02-28", "2024-03-01") == 2);
    CHECK(days_between("2100-02-28", "2100-03-01") == 1);
    CHECK(days_between("2026-12-31", "2027-01-01") == 1);
    CHECK(days_between("1970-01-01", "2026-12-01") == 20788);
    CHECK(days_between("0001-01-01", "9999-12-31") == 3652058);
}
