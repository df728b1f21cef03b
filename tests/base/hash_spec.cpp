#include "base/hash.h"

#include <catch_amalgamated.hpp>

using namespace tautline;

// The published FNV-1a test vectors (Fowler, Noll, Vo).
TEST_CASE("The 32-bit hash gives the published values", "[base][hash]") {
    STATIC_CHECK(fnv1a_32("") == 0x811c9dc5u);
    STATIC_CHECK(fnv1a_32("a") == 0xe40c292cu);
    STATIC_CHECK(fnv1a_32("foobar") == 0xbf9cf968u);
}

TEST_CASE("The 64-bit hash gives the published values and goes on from where it was",
          "[base][hash]") {
    CHECK(fnv1a_64("", 0) == 0xcbf29ce484222325ull);
    CHECK(fnv1a_64("foobar", 6) == 0x85944171f73967e8ull);
    CHECK(fnv1a_64("bar", 3, fnv1a_64("foo", 3)) == fnv1a_64("foobar", 6));
}
