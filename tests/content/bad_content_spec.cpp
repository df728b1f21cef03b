// Every file in tests/data/bad is refused, with exactly the problems listed beside it. A file
// `X.what.json` stands in the place of content/X.json (`words` and `language`: of a file of English
// words); `patch.what.json` names a file and changes it by a JSON Patch. A new rule of the reader
// comes with a new bad file.
#include "support/read_file.h"
#include "support/shipped_library.h"

#include <nlohmann/json.hpp>

#include <catch_amalgamated.hpp>

using namespace tautline;
using namespace tautline::test;

namespace {

std::string replaced_path(const std::string& name) {
    const std::string kind = name.substr(0, name.find('.'));
    if (kind == "words") return "words/en/bad.json";
    if (kind == "language") return "words/en/language.json";
    return kind + ".json";
}

void put(std::vector<content::File>& files, const std::string& path, std::string text) {
    for (content::File& file : files)
        if (file.path == path) {
            file.text = std::move(text);
            return;
        }
    files.push_back({path, std::move(text)});
}

std::vector<content::File> files_with(const std::string& name) {
    std::vector<content::File> files = shipped_files();
    const std::string bad = read_file("tests/data/bad/" + name);
    if (name.rfind("patch.", 0) != 0) {
        put(files, replaced_path(name), bad);
        return files;
    }
    const auto change = nlohmann::ordered_json::parse(bad);
    const std::string path = change["file"];
    for (content::File& file : files)
        if (file.path == path)
            file.text = nlohmann::ordered_json::parse(file.text).patch(change["patch"]).dump(2);
    return files;
}

std::string lines(const Issues& issues) {
    std::string text;
    for (const Issue& issue : issues)
        text += to_text(issue) + "\n";
    return text;
}

} // namespace

TEST_CASE("Every bad file is refused with exactly its problems", "[content][bad]") {
    const auto names = names_in("tests/data/bad", ".json");
    CHECK(names.size() >= 50);
    for (const std::string& name : names) {
        const std::string list = name.substr(0, name.size() - 5) + ".issues.txt";
        INFO("tests/data/bad/" << name);
        Issues issues;
        const auto library = content::read_library(files_with(name), issues);
        CHECK_FALSE(library.has_value());
        CHECK_FALSE(issues.empty());
        CHECK(lines(issues) == read_file("tests/data/bad/" + list));
    }
}

TEST_CASE("Every list of problems belongs to a bad file", "[content][bad]") {
    const auto lists = names_in("tests/data/bad", ".issues.txt");
    CHECK(lists.size() == names_in("tests/data/bad", ".json").size());
    for (const std::string& list : lists)
        CHECK_FALSE(
            read_file("tests/data/bad/" + list.substr(0, list.size() - 11) + ".json").empty() !=
            (list == "claims.empty.issues.txt"));
}
