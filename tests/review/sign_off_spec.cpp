// Signatures against packs that changed after they were given.
#include "assess/contract.h"
#include "content/read_library.h"
#include "review/settle.h"
#include "review/sign_off.h"
#include "support/read_file.h"
#include "support/shipped_library.h"

#include <nlohmann/json.hpp>

#include <catch_amalgamated.hpp>
#include <set>

using namespace tautline;
using namespace tautline::test;
using Files = std::vector<content::File>;
using Json = nlohmann::ordered_json;

namespace {

// The shipped pack, with a change by JSON Patch in one file.
Files changed(Files files, const std::string& path, const char* patch) {
    for (content::File& file : files)
        if (file.path == path) file.text = Json::parse(file.text).patch(Json::parse(patch)).dump();
    return files;
}

std::map<std::string, std::string> digests(const Files& files) {
    std::map<std::string, std::string> all;
    for (const review::Subject& subject : review::subjects(review::parse_all(files)))
        all[subject.at] = subject.digest;
    return all;
}

// Places whose digest another pack does not share.
std::set<std::string> differing(const Files& before, const Files& after) {
    const auto a = digests(before), b = digests(after);
    std::set<std::string> places;
    for (const auto& [at, digest] : a)
        if (const auto found = b.find(at); found == b.end() || found->second != digest)
            places.insert(at);
    for (const auto& [at, digest] : b)
        if (a.count(at) == 0) places.insert(at);
    return places;
}

Json record_for(const Files& files, const char* as = "clinician") {
    Json record = {{"name", "A. Clinician"},         {"role", "GP"}, {"date", "2026-12-01"},
                   {"scope", {"R10", "R20", "R21"}}, {"as", as},     {"digests", Json::object()}};
    for (const auto& [at, digest] : digests(files))
        record["digests"][at] = digest;
    return record;
}

Files with_records(Files files, const std::vector<Json>& records) {
    const Json document = {
        {"format", "tautline-sign-off"}, {"version", 1}, {"records", Json(records)}};
    files.push_back({"sign-off.json", document.dump()});
    return files;
}

std::string reviewed_by(const Files& files) {
    const review::Signed pack = review::look(files);
    for (const Issue& issue : pack.issues)
        UNSCOPED_INFO(to_text(issue));
    return review::reviewed_by(pack.records, pack.subjects, "en");
}

std::string shown_name(const Files& files) {
    Issues issues;
    const auto library = content::read_library(review::settle(files).files, issues);
    REQUIRE(library.has_value());
    return library->words.reviewed_by;
}

// A pack that eases from fifty on, which the contract allows with a record alone.
Files widened(const Json& record) {
    Files files = changed(shipped_files(), "assessment.json", R"([
        {"op": "test", "path": "/context_rule/while/1/item", "value": "age"},
        {"op": "add", "path": "/context_rule/while/1/any_of/-", "value": "50-plus"}])");
    for (content::File& file : files)
        if (file.path == "assessment.json") {
            Json assessment = Json::parse(file.text);
            if (!record.is_null()) assessment["clinician_sign_off"] = record;
            file.text = assessment.dump();
        }
    return files;
}

Issues read(const Files& files) {
    Issues issues;
    content::read_library(review::settle(files).files, issues);
    return issues;
}

} // namespace

TEST_CASE("Every text and every rule can be signed for, each once", "[review][sign-off]") {
    const auto all = review::subjects(review::parse_all(shipped_files()));
    std::set<std::string> places, values;
    std::size_t rules = 0;
    for (const review::Subject& subject : all) {
        CHECK(subject.digest.size() == 64);
        places.insert(subject.at);
        values.insert(subject.digest);
        rules += subject.is_rule() ? 1 : 0;
    }
    CHECK(places.size() == all.size());
    CHECK(values.size() == all.size());
    CHECK(rules > 120);
    CHECK(all.size() - rules > 1000);
    for (const char* at :
         {"assessment.json#/tier_rules/0", "assessment.json#/context_rule",
          "assessment.json#/pattern", "warning-signs.json#/signs/0", "claims.json#/claims/35",
          "words/en/self-check.json#/item.chest-pain.parts/0",
          "words/en/later/claims.json#/claim.C1.research"})
        CHECK(places.count(at) == 1);
}

TEST_CASE("One word changed is one digest changed", "[review][sign-off]") {
    const Files before = shipped_files();
    CHECK(differing(before, before).empty());
    const Files after = changed(before, "words/en/self-check.json", R"([
        {"op": "replace", "path": "/item.chest-pain.short", "value": "Chest pains"}])");
    CHECK(differing(before, after) ==
          std::set<std::string>{"words/en/self-check.json#/item.chest-pain.short"});
}

TEST_CASE("A translation is signed for beside the English words, and lapses with them",
          "[review][sign-off]") {
    Files files = shipped_files();
    for (content::File& file : shipped_files())
        if (file.path.starts_with("words/en/"))
            files.push_back({"words/xx/" + file.path.substr(9), file.text});
    const std::string xx = "words/xx/home.json", at = "#/home.title";
    const Files translated = changed(files, xx, R"([
        {"op": "replace", "path": "/home.title", "value": "Xx"}])");
    CHECK(differing(files, translated) == std::set<std::string>{xx + at});
    const Files original = changed(translated, "words/en/home.json", R"([
        {"op": "replace", "path": "/home.title", "value": "Your back"}])");
    CHECK(differing(translated, original) ==
          std::set<std::string>{"words/en/home.json" + at, xx + at});
}

TEST_CASE("How a file is laid out changes no digest", "[review][sign-off]") {
    Files after = shipped_files();
    for (content::File& file : after)
        file.text = Json::parse(file.text).dump(7);
    CHECK(differing(shipped_files(), after).empty());
}

TEST_CASE("One tier changed is the digest of its rule alone", "[review][sign-off]") {
    const Files before = shipped_files();
    const Files after = changed(before, "assessment.json", R"([
        {"op": "replace", "path": "/tier_rules/22/tier", "value": "emergency"}])");
    CHECK(differing(before, after) == std::set<std::string>{"assessment.json#/tier_rules/22"});
}

TEST_CASE("What decides a rule from elsewhere is in its digest", "[review][sign-off]") {
    const Files before = shipped_files();
    // The context rule: itself and every rule that it eases.
    const auto eased = differing(before, changed(before, "assessment.json", R"([
        {"op": "remove", "path": "/context_rule/while/3"}])"));
    CHECK(eased == std::set<std::string>{
                       "assessment.json#/context_rule", "assessment.json#/tier_rules/18",
                       "assessment.json#/tier_rules/19", "assessment.json#/tier_rules/26",
                       "assessment.json#/tier_rules/27", "assessment.json#/tier_rules/28"});
    // A number of the comparison: the comparison and every statement that counts in it.
    const auto counted = differing(before, changed(before, "assessment.json", R"([
        {"op": "replace", "path": "/pattern/tension_like/tension_least", "value": 6}])"));
    CHECK(counted.count("assessment.json#/pattern") == 1);
    CHECK(counted.count("assessment.json#/match_rules/0") == 1);
    CHECK(counted.count("assessment.json#/tier_rules/0") == 0);
    // An option of a question: every rule that names the question.
    const auto asked = differing(before, changed(before, "assessment.json", R"([
        {"op": "add", "path": "/items/0/options/-", "value": {"id": "100-plus", "sources": ["R19"]}}])"));
    CHECK(asked.count("assessment.json#/tier_rules/29") == 1);
    CHECK(asked.count("assessment.json#/tier_rules/0") == 0);
}

TEST_CASE("What moves to another place is signed for by nobody", "[review][sign-off]") {
    const Files before = shipped_files();
    const auto moved = differing(before, changed(before, "words/en/self-check.json", R"([
        {"op": "move", "from": "/item.chest-pain.parts/0", "path": "/item.chest-pain.parts/1"}])"));
    CHECK(moved == std::set<std::string>{"words/en/self-check.json#/item.chest-pain.parts/0",
                                         "words/en/self-check.json#/item.chest-pain.parts/1"});
}

TEST_CASE("Words are reviewed only while a clinician's signature covers all of them and all rules",
          "[review][sign-off]") {
    const Files files = shipped_files();
    const Json whole = record_for(files);
    CHECK(reviewed_by(files).empty());
    CHECK(reviewed_by(with_records(files, {whole})) == "A. Clinician, GP, 2026-12-01");
    CHECK(shown_name(with_records(files, {whole})) == "A. Clinician, GP, 2026-12-01");

    Json lacks = whole;
    lacks["digests"].erase("assessment.json#/tier_rules/7");
    CHECK(reviewed_by(with_records(files, {lacks})).empty());
    CHECK(reviewed_by(with_records(files, {record_for(files, "reader")})).empty());
    Json bare = whole;
    bare.erase("digests");
    CHECK(reviewed_by(with_records(files, {bare})).empty());

    const Files word = changed(files, "words/en/home.json", R"([
        {"op": "replace", "path": "/home.title", "value": "Your back"}])");
    CHECK(reviewed_by(with_records(word, {whole})).empty());
    CHECK(shown_name(with_records(word, {whole})).empty());
    // A second signature for the word alone, by another clinician, and all of it is covered again.
    Json second = record_for(word);
    const std::string digest = second["digests"]["words/en/home.json#/home.title"];
    second["name"] = "B. Clinician";
    second["digests"] = {{"words/en/home.json#/home.title", digest}};
    CHECK(reviewed_by(with_records(word, {whole, second})) ==
          "A. Clinician, GP, 2026-12-01; B. Clinician, GP, 2026-12-01");
}

TEST_CASE("What has lapsed is named, and what is gone", "[review][sign-off]") {
    const Files files = shipped_files();
    Files after = changed(files, "words/en/home.json", R"([
        {"op": "replace", "path": "/home.title", "value": "Your back"},
        {"op": "remove", "path": "/home.lead"}])");
    const review::Signed pack = review::look(with_records(after, {record_for(files)}));
    const auto standing = stand(pack.records, pack.subjects);
    REQUIRE(standing.size() == 1);
    CHECK(standing[0].changed == std::vector<std::string>{"words/en/home.json#/home.title"});
    CHECK(standing[0].gone == std::vector<std::string>{"words/en/home.json#/home.lead"});
    CHECK(standing[0].stands == digests(files).size() - 2);
}

TEST_CASE("A name that a pack gives itself is not shown", "[review][sign-off]") {
    const Files files = changed(shipped_files(), "words/en/language.json", R"([
        {"op": "replace", "path": "/reviewed_by", "value": "Dr. A. Example"}])");
    CHECK(shown_name(files).empty());
    const review::Settled settled = review::settle(files);
    REQUIRE(settled.told.size() == 1);
    CHECK(settled.told[0].find("\"Dr. A. Example\" is not shown") != std::string::npos);
}

TEST_CASE(
    "Where the words say a pack's version its digest stands behind it, and nothing else moves",
    "[review][digest]") {
    const Files plain = shipped_files();
    const review::Settled settled = review::settle(plain);
    CHECK(settled.told.empty());
    const std::string digest = review::pack_digest(plain).substr(0, review::shown_digits);
    std::set<std::string> stamped;
    for (std::size_t i = 0; i < plain.size(); ++i)
        if (settled.files[i].text != plain[i].text) stamped.insert(plain[i].path);
    CHECK(stamped ==
          std::set<std::string>{"words/en/later/interface.json", "words/en/later/summary.json"});
    Issues issues;
    const auto library = content::read_library(settled.files, issues);
    REQUIRE(library.has_value());
    for (const char* key : {"about.version", "summary.made", "summary.made.date"})
        CHECK(library->words.text(key).find("{version} · " + digest) != std::string::npos);
    // One word more is another digest.
    const Files word = changed(plain, "words/en/home.json", R"([
        {"op": "replace", "path": "/home.title", "value": "Your back"}])");
    CHECK(review::pack_digest(word).substr(0, review::shown_digits) != digest);
}

TEST_CASE("Easing from fifty on stands with a record, and falls with one that has lapsed",
          "[review][sign-off][safety]") {
    const Json bare = {{"name", "A. Clinician"},
                       {"role", "GP"},
                       {"date", "2026-12-01"},
                       {"scope", {"R10", "R20", "R21"}}};
    CHECK_FALSE(read(widened(nullptr)).empty());
    CHECK(read(widened(bare)).empty()); // the contract's minimum
    Json exact = bare;
    exact["digests"] = record_for(widened(bare))["digests"];
    CHECK(read(widened(exact)).empty());
    // What was signed is our own, narrower rule.
    Json narrower = bare;
    narrower["digests"] = record_for(shipped_files())["digests"];
    const Issues refused = read(widened(narrower));
    REQUIRE(refused.size() == 1);
    CHECK(to_text(refused[0]) ==
          "assessment.json#/context_rule/while: found \"50-plus\" of \"age\", expected a "
          "clinician_sign_off record beside it");
    // It must be among what was signed.
    Json without = exact;
    without["digests"].erase("assessment.json#/context_rule");
    CHECK_FALSE(read(widened(without)).empty());
    // And later, one eased rule more.
    const Files more = changed(widened(exact), "assessment.json", R"([
        {"op": "replace", "path": "/tier_rules/27/when/0/any_of", "value": ["tight-band", "burning"]}])");
    CHECK_FALSE(read(more).empty());
    // Digests that can't be read stand for nothing.
    Json unreadable = bare;
    unreadable["digests"] = {{"assessment.json#/context_rule", "yes"}};
    CHECK_FALSE(read(widened(unreadable)).empty());
}

TEST_CASE("A sign-off that can't be read is named with its place, all at once",
          "[review][sign-off]") {
    Files files = shipped_files();
    files.push_back({"sign-off.json", R"({"format": "tautline-sign-off", "version": 1, "records": [
        {"name": "", "role": "GP", "date": "2026-02-30", "scope": [], "as": "friend", "extra": 1,
         "digests": {"a#/b": "12"}, "remarks": ["x"]}]})"});
    const review::Signed pack = review::look(files);
    std::string lines;
    for (const Issue& issue : pack.issues)
        lines += to_text(issue) + "\n";
    CHECK(lines ==
          "sign-off.json#/records/0/extra: found an unknown member, expected one of \"name\", "
          "\"role\", \"date\", \"scope\", \"as\", \"language\", \"digests\", \"remarks\", "
          "\"documents\"\n"
          "sign-off.json#/records/0/name: found \"\", expected a string that is not empty\n"
          "sign-off.json#/records/0/date: found \"2026-02-30\", expected a date like "
          "\"2026-11-22\"\n"
          "sign-off.json#/records/0/as: found \"friend\", expected one of \"clinician\", "
          "\"reader\"\n"
          "sign-off.json#/records/0/digests/a#~1b: found \"12\", expected a digest (SHA-256, 64 "
          "hexadecimal digits)\n"
          "sign-off.json#/records/0/remarks: found a list, expected an object from place to "
          "remark\n");
    CHECK(pack.records.empty());
}
