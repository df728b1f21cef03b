// What lint says of packs with one slip each: tests/data/lint/X.json changes a file of the shipped
// pack by a JSON Patch (or adds one), X.findings.txt holds exactly what lint must say. A new check
// comes with a new slip.
#include "lint/lint.h"
#include "support/read_file.h"
#include "support/shipped_library.h"

#include <nlohmann/json.hpp>

#include <catch_amalgamated.hpp>

using namespace tautline;
using namespace tautline::test;

namespace {

std::vector<content::File> pack_files() {
    return shipped_files(); // lint.json is among them
}

std::vector<content::File> files_with(const nlohmann::ordered_json& change) {
    auto files = pack_files();
    if (change.contains("copy")) // another language
        for (const content::File& file : pack_files())
            if (file.path.rfind("words/en/", 0) == 0) {
                std::string text = file.text;
                if (file.path == "words/en/language.json") {
                    auto about = nlohmann::ordered_json::parse(text);
                    about["language"] = change["copy"];
                    text = about.dump();
                }
                files.push_back({"words/" + change["copy"].get<std::string>() +
                                     file.path.substr(std::string("words/en").size()),
                                 text});
            }
    for (const auto& one : change["changes"])
        for (content::File& file : files)
            if (file.path == one["file"].get<std::string>())
                file.text = nlohmann::ordered_json::parse(file.text).patch(one["patch"]).dump();
    return files;
}

std::string lines(const lint::Report& report) {
    std::string text;
    for (const lint::Finding& finding : report.findings)
        text += std::string(finding.check) + " " + to_text(finding.issue) + "\n";
    return text;
}

} // namespace

TEST_CASE("Lint finds nothing wrong with the shipped pack, and did look", "[lint]") {
    const lint::Report report = lint::lint(pack_files());
    CHECK(lines(report).empty());
    CHECK_FALSE(report.only_form);
    CHECK(report.questions == 44);
    CHECK(report.answers > 150);
    CHECK(report.citations > 240);
    CHECK(report.texts > 1000);
    CHECK(report.reading.blocks.size() > 250);
    CHECK(report.reading.screens.size() > 30);
    CHECK(report.reading.short_texts > 700);
    CHECK(report.not_decided.empty());
    CHECK_FALSE(report.exemptions.empty());
}

TEST_CASE("Every slip is found, with its place and nothing else", "[lint]") {
    const auto names = names_in("tests/data/lint", ".json");
    CHECK(names.size() >= 20);
    for (const std::string& name : names) {
        const std::string list = name.substr(0, name.size() - 5) + ".findings.txt";
        INFO("tests/data/lint/" << name);
        const auto change = nlohmann::ordered_json::parse(read_file("tests/data/lint/" + name));
        const lint::Report report = lint::lint(files_with(change), lint::Look::texts_only);
        CHECK_FALSE(report.findings.empty());
        CHECK(lines(report) == read_file("tests/data/lint/" + list));
    }
}

TEST_CASE("A pack whose form is wrong is told so, and nothing is guessed", "[lint]") {
    auto files = pack_files();
    for (content::File& file : files)
        if (file.path == "claims.json") file.text = "{";
    const lint::Report report = lint::lint(files);
    CHECK(report.only_form);
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0].check == "form");
    CHECK(lint::lint({}).only_form);
}
