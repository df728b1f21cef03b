// Every language that content/words holds: what it must have, what it may borrow, and that nothing
// but the words differs from English.
#include "content/read_library.h"
#include "support/languages.h"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <regex>
#include <set>

using namespace tautline;
using namespace tautline::test;

namespace {

std::multiset<std::string> matches(const std::vector<std::string>& texts,
                                   const std::regex& wanted) {
    std::multiset<std::string> found;
    for (const std::string& text : texts)
        for (std::sregex_iterator at(text.begin(), text.end(), wanted), end; at != end; ++at)
            found.insert(at->str());
    return found;
}

std::string listing(const std::vector<std::string>& texts) {
    std::string all;
    for (const std::string& text : texts)
        all += text + " / ";
    return all;
}

// The words of the language itself, without those that it borrows.
std::map<std::string, std::vector<std::string>> own_words(const app::Words& words) {
    std::map<std::string, std::vector<std::string>> own;
    for (const auto& [key, texts] : words.entries)
        if (!words.is_borrowed(key)) own.emplace(key, texts);
    return own;
}

} // namespace

TEST_CASE("Every language of content/words can be read", "[content][languages]") {
    const auto languages = shipped_languages();
    CHECK(std::count(languages.begin(), languages.end(), "en") == 1);
    CHECK(std::count(languages.begin(), languages.end(), "es") == 1);
    for (const std::string& language : languages) {
        Issues issues;
        const auto library = content::read_library(files_of_all_languages(), issues, language);
        INFO(language);
        for (const Issue& issue : issues)
            UNSCOPED_INFO(to_text(issue));
        REQUIRE(library.has_value());
        CHECK(library->words.language == language);
        REQUIRE(library->languages.size() == languages.size());
        CHECK(library->languages.front().language == "en");
        CHECK(library->languages.front().name == "English");
    }
}

TEST_CASE("A language has English's keys, as many strings and the same places",
          "[content][languages]") {
    const app::Words& english = shipped_library().words;
    const std::regex place("\\{[^}]*\\}");
    for (const std::string& language : shipped_languages()) {
        const app::Library library = library_in(language);
        std::string missing, unknown;
        for (const auto& [key, texts] : english.entries)
            if (!library.words.has(key)) missing += key + " ";
        INFO(language << " lacks: " << missing);
        CHECK(missing.empty());
        for (const auto& [key, texts] : own_words(library.words)) {
            INFO(language << " " << key << ": " << listing(texts));
            const auto original = english.entries.find(key);
            if (original == english.entries.end()) {
                unknown += key + " ";
                continue;
            }
            CHECK(texts.size() == original->second.size());
            CHECK(matches(texts, place) == matches(original->second, place));
        }
        INFO(language << " has keys that English lacks: " << unknown);
        CHECK(unknown.empty());
    }
}

TEST_CASE("A translation says the same numbers as English", "[content][languages][safety]") {
    const app::Words& english = shipped_library().words;
    const std::regex number("[0-9]+");
    // Digits are grouped by commas in English and by spaces elsewhere.
    const std::regex grouped("([0-9])[,\\u0020\u00A0](?=[0-9]{3}(?![0-9]))");
    const auto ungrouped = [&](std::vector<std::string> texts) {
        for (std::string& text : texts)
            text = std::regex_replace(text, grouped, "$1");
        return texts;
    };
    for (const std::string& language : shipped_languages())
        for (const auto& [key, texts] : own_words(library_in(language).words)) {
            const auto original = english.entries.find(key);
            if (original == english.entries.end()) continue;
            INFO(language << " " << key << ": " << listing(texts));
            CHECK(matches(ungrouped(texts), number) ==
                  matches(ungrouped(original->second), number));
        }
}

TEST_CASE("A translation changes words only", "[content][languages][safety]") {
    const app::Library& english = shipped_library();
    for (const std::string& language : shipped_languages()) {
        const app::Library library = library_in(language);
        INFO(language);
        CHECK(library.check.id == english.check.id);
        CHECK(library.check.version == english.check.version);
        REQUIRE(library.check.items.size() == english.check.items.size());
        for (std::size_t i = 0; i < english.check.items.size(); ++i)
            CHECK(library.check.items[i].id == english.check.items[i].id);
        CHECK(library.signs.size() == english.signs.size());
        CHECK(library.claims.size() == english.claims.size());
        for (const auto& page : english.pages) {
            const bool there =
                std::any_of(library.pages.begin(), library.pages.end(), [&](const auto& each) {
                    return each.id == page.id && each.items == page.items;
                });
            const bool foreign = library.words.is_borrowed(
                "item." + english.check.items[page.items.front()].id + ".question");
            CHECK(there == !(page.optional && foreign));
            CHECK((page.optional || there));
        }
    }
}

TEST_CASE("Every language brings the English warning signs, word for word",
          "[content][languages][safety]") {
    const app::Library& english = shipped_library();
    CHECK(english.english_signs.entries.empty()); // they are its own
    for (const std::string& language : shipped_languages()) {
        if (language == "en") continue;
        const app::Library library = library_in(language);
        for (const auto& [key, texts] : english.words.entries)
            if (key.rfind("sign.", 0) == 0 || key.rfind("signs.", 0) == 0 ||
                key.rfind("crisis.", 0) == 0) {
                INFO(language << " " << key);
                CHECK(library.english_signs.list(key) == texts);
            }
    }
}

TEST_CASE("A word that is missing is refused, or borrowed where the language says so",
          "[content][languages]") {
    auto files = files_of_all_languages();
    for (content::File& file : files)
        if (file.path == "words/es/shell.json") file.text = "{}";
    for (content::File& file : files)
        if (file.path == "words/es/home.json") file.text = "{\"home.title\": \"Hola\"}";
    Issues issues;
    CHECK_FALSE(content::read_library(files, issues, "es").has_value());
    REQUIRE_FALSE(issues.empty());
    CHECK(std::any_of(issues.begin(), issues.end(), [](const Issue& issue) {
        return to_text(issue).find("no words \"home.lead\"") != std::string::npos &&
               issue.file == "words/es";
    }));
    for (content::File& file : files)
        if (file.path == "words/es/language.json") {
            const std::size_t at = file.text.find("refused");
            REQUIRE(at != std::string::npos);
            file.text.replace(at, 7, "english");
        }
    issues.clear();
    const auto library = content::read_library(files, issues, "es");
    REQUIRE(library.has_value());
    CHECK(library->words.is_borrowed("home.lead"));
    CHECK_FALSE(library->words.is_borrowed("home.title"));
    CHECK(library->words.text("home.title") == "Hola");
    CHECK(library->words.text("home.lead") == shipped_library().words.text("home.lead"));
}
