#include "base/hash.h"
#include "physiology/elementary.h"

#include <catch_amalgamated.hpp>
#include <cmath>
#include <limits>

using namespace tautline;
namespace elementary = tautline::physiology::elementary;

namespace {

// Near enough to the system's own function: the two may differ in the last bit or two.
bool close(double ours, double system) {
    return std::abs(ours - system) <=
           4 * std::numeric_limits<double>::epsilon() * std::abs(system) + 1e-300;
}

} // namespace

TEST_CASE("The elementary functions are the ones they say", "[physiology][elementary]") {
    for (int i = -2000; i <= 2000; ++i) {
        const double x = 0.013 * i;
        REQUIRE(close(elementary::exp(x), std::exp(x)));
        REQUIRE(std::abs(elementary::sin(x) - std::sin(x)) < 1e-15);
        REQUIRE(std::abs(elementary::cos(x) - std::cos(x)) < 1e-15);
        if (i > 0) {
            REQUIRE(std::abs(elementary::log(x) - std::log(x)) < 1e-14);
            REQUIRE(close(elementary::pow(x, 1.7), std::pow(x, 1.7)));
        }
    }
    // Far from zero, where sin and cos need the long argument reduction.
    CHECK(std::abs(elementary::sin(1e22) - -0.8522008497671888) < 1e-15);
    CHECK(elementary::exp(0) == 1);
    CHECK(elementary::log(1) == 0);
    CHECK(std::isinf(elementary::exp(1000)));
    CHECK(std::isnan(elementary::log(-1)));
}

TEST_CASE("The elementary functions give the same bits in every build",
          "[physiology][elementary][golden]") {
    std::uint64_t bits = fnv1a_64_start;
    const auto add = [&bits](double value) { bits = fnv1a_64(&value, sizeof value, bits); };
    for (int i = 1; i <= 20000; ++i) {
        const double x = i / 317.0;
        add(elementary::exp(-x));
        add(elementary::exp(x / 3));
        add(elementary::log(x));
        add(elementary::pow(x, 1.98));
        add(elementary::sin(x * x));
        add(elementary::cos(x * 1e5));
    }
    CHECK(bits == 0x225704c5a252016ull);
}
