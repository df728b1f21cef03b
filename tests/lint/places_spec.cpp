// The list of places that the page fills agrees with the shipped words.
#include "lint/places.h"
#include "support/shipped_library.h"

#include <catch_amalgamated.hpp>
#include <map>
#include <set>

using namespace tautline;

TEST_CASE("Every place in the shipped words is on the list of places, and every entry is used",
          "[lint][places]") {
    std::map<std::string, std::string> expected;
    for (const auto& [key, texts] : test::shipped_library().words.entries) {
        std::set<std::string> names;
        for (const std::string& text : texts)
            for (std::size_t at = text.find('{'); at != std::string::npos;
                 at = text.find('{', at + 1))
                names.insert(text.substr(at + 1, text.find('}', at) - at - 1));
        for (const std::string& name : names)
            expected[key] += (expected[key].empty() ? "" : " ") + name;
    }
    std::map<std::string, std::string> listed;
    std::string before;
    for (const lint::PlacesOf& one : lint::filled_places()) {
        CHECK(before < one.key); // in byte order
        before = one.key;
        listed.emplace(one.key, one.names);
    }
    std::string missing;
    for (const auto& [key, names] : expected)
        if (listed[key] != names) missing += "    {\"" + key + "\", \"" + names + "\"},\n";
    INFO("in src/lint/places.cpp:\n" << missing);
    CHECK(missing.empty());
    for (const auto& [key, names] : listed) {
        INFO(key);
        CHECK(expected.count(key) == 1);
    }
}
