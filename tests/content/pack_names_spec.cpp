#include "content/pack_names.h"
#include "support/read_file.h"
#include "support/shipped_library.h"

#include <catch_amalgamated.hpp>

using namespace tautline;
using namespace tautline::test;

TEST_CASE("Every file of the shipped pack has a name that a pack has", "[content][names]") {
    for (const content::File& file : shipped_files()) {
        INFO(file.path);
        CHECK(content::is_table(file.path) + content::is_words(file.path) +
                  content::is_for_authors(file.path) ==
              1);
    }
    for (const char* language : {"es", "ar"})
        for (const std::string& name :
             names_in(std::string("content/words/") + language, ".json")) {
            INFO(name);
            CHECK(content::is_words(std::string("words/") + language + "/" + name));
        }
    for (const std::string& name : names_in("content/schema", ".json"))
        CHECK(content::is_for_authors("schema/" + name));
    CHECK(content::is_for_authors("sign-off.json"));
    for (const std::string& name : names_in("content", ".md"))
        CHECK(content::is_document(name));
}

TEST_CASE("No other name is a pack's", "[content][names]") {
    for (const char* path : {"notes.json",
                             "tsconfig.json",
                             "._claims.json",
                             "content.json",
                             "later.json",
                             "Claims.json",
                             "claims.json.bak",
                             "claims.json~",
                             "words/notes.json",
                             "words/en/notes.json",
                             "words/en/._about.json",
                             "words/en/old/about.json",
                             "words/about.json",
                             "words/.en/about.json",
                             "words/en copy/about.json",
                             "words/en-/about.json",
                             "words/-en/about.json",
                             "words/e/about.json",
                             "words//about.json",
                             "claims/claims.json",
                             "schema/notes.json",
                             "schema/old/claims.schema.json",
                             "schema/.claims.schema.json",
                             "schema/.schema.json",
                             ""}) {
        INFO(path);
        CHECK_FALSE(content::is_table(path));
        CHECK_FALSE(content::is_words(path));
        CHECK_FALSE(content::is_for_authors(path));
        CHECK_FALSE(content::is_document(path));
    }
    for (const char* path :
         {"words/pt-BR/about.json", "words/zh-Hant-TW/results.json", "words/es-419/home.json"}) {
        INFO(path);
        CHECK(content::is_words(path));
    }
}
