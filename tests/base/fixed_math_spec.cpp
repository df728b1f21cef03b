// The same bits natively and in WebAssembly: the hash below was taken once and holds in both.
#include "base/hash.h"

#include <catch_amalgamated.hpp>
#include <cmath>
#include <cstring>
#include <fixed_math.h>
#include <limits>

using namespace tautline;

TEST_CASE("The elementary functions agree with the C library's to the last bits", "[base][math]") {
    for (int i = 1; i < 2000; ++i) {
        double x = 0.017 * i;
        CHECK(tautline_exp(-x) == Catch::Approx(std::exp(-x)).epsilon(1e-15));
        CHECK(tautline_log(x) == Catch::Approx(std::log(x)).epsilon(1e-15));
        CHECK(tautline_pow(x, 0.37) == Catch::Approx(std::pow(x, 0.37)).epsilon(1e-15));
        CHECK(tautline_sin(x) == Catch::Approx(std::sin(x)).margin(1e-15));
        CHECK(tautline_cos(x) == Catch::Approx(std::cos(x)).margin(1e-15));
        CHECK(tautline_tanh(x) == Catch::Approx(std::tanh(x)).epsilon(1e-15));
        CHECK(tautline_expm1(-x) == Catch::Approx(std::expm1(-x)).epsilon(1e-15));
        CHECK(tautline_log1p(x) == Catch::Approx(std::log1p(x)).epsilon(1e-15));
    }
}

TEST_CASE("The elementary functions keep their edges", "[base][math]") {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    CHECK(tautline_exp(-infinity) == 0.0);
    CHECK(tautline_exp(1000.0) == infinity);
    CHECK(tautline_log(0.0) == -infinity);
    CHECK(std::isnan(tautline_log(-1.0)));
    CHECK(tautline_pow(0.0, 0.0) == 1.0);
    CHECK(tautline_pow(2.0, -1074.0) == std::numeric_limits<double>::denorm_min());
    CHECK(tautline_sin(1e22) == Catch::Approx(-0.8522008497671888).epsilon(1e-15));
}

TEST_CASE("The elementary functions give the same bits on every system", "[base][math]") {
    std::uint64_t hash = fnv1a_64_start;
    auto add = [&hash](double value) { hash = fnv1a_64(&value, sizeof value, hash); };
    for (int i = 1; i <= 20000; ++i) {
        double x = 0.00371 * i;
        add(tautline_exp(-x));
        add(tautline_log(x));
        add(tautline_pow(x, 1.618));
        add(tautline_sin(100 * x));
        add(tautline_cos(100 * x));
        add(tautline_tanh(0.1 * x));
        add(tautline_expm1(-0.01 * x));
        add(tautline_log1p(x));
    }
    CHECK(hash == 0xd7bb27eb8d47e5b7ull);
}
