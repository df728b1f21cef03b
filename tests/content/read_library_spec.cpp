#include "content/read_library.h"
#include "support/shipped_library.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <catch_amalgamated.hpp>

using namespace tautline;
using namespace tautline::test;

namespace {

std::vector<content::File> without(const std::string& path) {
    auto files = shipped_files();
    std::erase_if(files, [&](const content::File& file) { return file.path == path; });
    return files;
}

nlohmann::json bundle() {
    nlohmann::json all;
    for (const content::File& file : shipped_files())
        all[file.path] = nlohmann::json::parse(file.text);
    return all;
}

} // namespace

TEST_CASE("The shipped content is whole", "[content]") {
    Issues issues;
    const auto library = content::read_library(shipped_files(), issues);
    for (const Issue& issue : issues)
        UNSCOPED_INFO(to_text(issue));
    REQUIRE(library.has_value());
    CHECK(issues.empty());
    CHECK(library->check.items.size() == 44);
    CHECK(library->claims.size() == 36);
    CHECK(library->signs.size() == 24);
    CHECK_FALSE(library->sources.empty());
    CHECK_FALSE(library->helps.empty());
    CHECK_FALSE(library->clues.empty());
    CHECK(library->words.language == "en");
    CHECK(library->words.text("option.unsure") == "Not sure");
    for (int number = 1; number <= 36; ++number)
        CHECK(library->claim("C" + std::to_string(number)) != nullptr);
    for (int number = 1; number <= 24; ++number)
        CHECK(library->sign("R" + std::to_string(number)) != nullptr);
}

TEST_CASE("The self-check shows the emergency signs first, then the other signs",
          "[content][safety]") {
    const app::Library& library = shipped_library();
    REQUIRE_FALSE(library.pages.empty());
    CHECK(library.pages.front().items.size() == 8);
    for (const std::size_t item : library.pages.front().items) {
        const auto rule =
            std::find_if(library.check.tier_rules.begin(), library.check.tier_rules.end(),
                         [&](const assess::TierRule& one) {
                             return one.all_of.size() == 1 && one.all_of[0].item == item;
                         });
        REQUIRE(rule != library.check.tier_rules.end());
        CHECK(rule->tier == assess::Tier::emergency);
    }
    bool signs = true;
    for (const auto& page : library.pages) {
        CHECK((signs || !page.warning_signs)); // no sign after the first other page
        signs = page.warning_signs;
        CHECK(page.optional == (page.id == "phq4"));
    }
}

TEST_CASE("Each file is missed by name", "[content]") {
    for (const char* path :
         {"assessment.json", "claims.json", "health-records.json", "sources.json",
          "warning-signs.json", "what-helps.json", "words/en/language.json"}) {
        Issues issues;
        CHECK_FALSE(content::read_library(without(path), issues).has_value());
        REQUIRE(issues.size() == 1);
        CHECK(to_text(issues[0]) ==
              std::string(path) + "#: found no such file, expected the file " + path);
    }
}

TEST_CASE("A pack from before there were numbers is whole, and knows none", "[content]") {
    Issues issues;
    const auto library = content::read_library(without("emergency-numbers.json"), issues);
    REQUIRE(library.has_value());
    CHECK(library->numbers.of("ES") == nullptr);
}

TEST_CASE("The page's copy of the numbers needs no sources, and says the same", "[content]") {
    auto all = bundle();
    auto& numbers = all["emergency-numbers.json"];
    numbers.erase("sources");
    for (auto& region : numbers["regions"])
        region["call"] = {{"number", region["call"]["number"]}};
    Issues issues;
    const auto page = content::read_bundle(all.dump(), issues, "en");
    const auto files = content::read_library(shipped_files(), issues);
    REQUIRE(page.has_value());
    REQUIRE(files.has_value());
    CHECK(files->numbers.regions.size() > 90);
    for (const auto& [region, in_files] : files->numbers.regions) {
        REQUIRE(page->numbers.of(region) != nullptr);
        CHECK(page->numbers.of(region)->front() == in_files.front());
    }
    CHECK(*files->numbers.of("ES") == std::vector<std::string>{"112", "024"});
}

TEST_CASE("A language that is not there is not guessed", "[content]") {
    Issues issues;
    CHECK_FALSE(content::read_library(shipped_files(), issues, "de").has_value());
    CHECK_FALSE(issues.empty());
}

TEST_CASE("Schemas and other languages are left alone", "[content]") {
    auto files = shipped_files();
    files.push_back({"schema/words.schema.json", "not JSON"});
    files.push_back({"words/xx/about.json", "not JSON"});
    files.push_back({"figures/back.json", "not JSON"});
    Issues issues;
    CHECK(content::read_library(files, issues).has_value());
}

TEST_CASE("The order of the files does not matter", "[content]") {
    auto files = shipped_files();
    std::reverse(files.begin(), files.end());
    files.push_back({"words/en/a.json", "{\"option.yes\": \"Y\", \"b\": 4}"});
    Issues forward, backward;
    CHECK_FALSE(content::read_library(files, forward).has_value());
    std::reverse(files.begin(), files.end());
    CHECK_FALSE(content::read_library(files, backward).has_value());
    CHECK(forward == backward);
    CHECK(forward.size() == 2);
}

TEST_CASE("A file that is too large is refused unread", "[content]") {
    auto files = without("what-helps.json");
    files.push_back({"what-helps.json", std::string(1024 * 1024 + 1, ' ')});
    Issues issues;
    CHECK_FALSE(content::read_library(files, issues).has_value());
    REQUIRE(issues.size() == 1);
    CHECK(to_text(issues[0]) ==
          "what-helps.json#: found more than 1048576 bytes, expected at most 1048576 bytes");
}

TEST_CASE("A bundle gives the same library as the files", "[content]") {
    Issues issues;
    const auto library = content::read_bundle(bundle().dump(), issues);
    for (const Issue& issue : issues)
        UNSCOPED_INFO(to_text(issue));
    REQUIRE(library.has_value());
    CHECK(library->words.entries == shipped_library().words.entries);
    CHECK(library->check.items.size() == shipped_library().check.items.size());
    CHECK(library->claims.size() == shipped_library().claims.size());
}

TEST_CASE(
    "In the first part of a bundle words, claims and sources may be still to come, and no rule",
    "[content]") {
    auto part = bundle();
    part["later.json"] = nlohmann::json::object();
    part["words/en/what-helps.json"] = nlohmann::json::object();
    part["claims.json"]["claims"] = nlohmann::json::array();
    for (const char* later : {"sources.json", "what-helps.json", "health-records.json"})
        part.erase(later);
    Issues issues;
    const auto library = content::read_bundle(part.dump(), issues);
    for (const Issue& issue : issues)
        UNSCOPED_INFO(to_text(issue));
    REQUIRE(library.has_value());
    CHECK(library->clues.size() == shipped_library().clues.size());
    CHECK(library->check.tier_rules.size() == shipped_library().check.tier_rules.size());
    // The contract is held against it all the same.
    auto lowered = part;
    lowered["assessment.json"]["tier_rules"][0]["tier"] = "soon";
    CHECK_FALSE(content::read_bundle(lowered.dump(), issues).has_value());
    // A whole bundle has every file, and every word.
    issues.clear();
    part.erase("later.json");
    CHECK_FALSE(content::read_bundle(part.dump(), issues).has_value());
    CHECK(issues.size() >= 3);
}

TEST_CASE("A broken bundle is refused with pointers into its files", "[content]") {
    auto broken = bundle();
    broken["sources.json"]["version"] = 3;
    Issues issues;
    CHECK_FALSE(content::read_bundle(broken.dump(), issues).has_value());
    REQUIRE(issues.size() == 1);
    CHECK(to_text(issues[0]) == "sources.json#/version: found the number 3, expected the number 1");
    for (const char* text : {"", "[]", "{", "{\"a\": 1} 2"}) {
        issues.clear();
        CHECK_FALSE(content::read_bundle(text, issues).has_value());
        CHECK_FALSE(issues.empty());
    }
}

TEST_CASE("The definition alone can be read, and is refused when it breaks the contract",
          "[content]") {
    const auto files = shipped_files();
    const auto file = std::find_if(files.begin(), files.end(), [](const content::File& one) {
        return one.path == "assessment.json";
    });
    REQUIRE(file != files.end());
    Issues issues;
    CHECK(content::read_definition(file->text, issues).has_value());
    CHECK(issues.empty());
    auto lowered = nlohmann::json::parse(file->text);
    lowered["tier_rules"][0]["tier"] = "soon";
    CHECK_FALSE(content::read_definition(lowered.dump(), issues).has_value());
    CHECK(issues.size() == 2); // yes and unsure
}
