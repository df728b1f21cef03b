#include "content/parse.h"
#include "review/digest.h"

#include <catch_amalgamated.hpp>

using namespace tautline;
using review::canonical;
using review::sha256;

namespace {

std::string canonical_of(std::string_view text) {
    Issues issues;
    const auto value = content::parse(text, content::file_limits, "", issues);
    REQUIRE(value.has_value());
    return canonical(*value);
}

} // namespace

TEST_CASE("The digest is SHA-256, as the standard's own examples say", "[review][digest]") {
    // FIPS 180-4's examples (NIST): one block, two blocks, a million times "a".
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    // Every length round the ends of blocks; the number is Python's hashlib's.
    std::string all;
    for (std::size_t size = 0; size < 200; ++size)
        all += sha256(std::string(size, 'x'));
    CHECK(sha256(all) == "f61ffcc417e1f0e59eba2da7fa32fbe05b64e478b68c6bacf990455f00248b98");
}

TEST_CASE("Canonical JSON is the same however the text was laid out", "[review][digest]") {
    CHECK(canonical_of("{ \"b\" : [ 1, true, null ],\n \"a\": {\"z\": 1.50, \"y\": \"ü\"} }") ==
          R"({"a":{"y":"ü","z":1.50},"b":[1,true,null]})");
    CHECK(canonical_of("{\"a\":\"\\u00e9\\/\"}") == canonical_of("{ \"a\" : \"é/\" }"));
    CHECK(canonical_of(R"(["a\"b\\c\nd"])") == R"(["a\"b\\c\u000ad"])");
    CHECK(canonical_of("{}") == "{}");
    CHECK(canonical_of("[[],{},\"\"]") == "[[],{},\"\"]");
}
