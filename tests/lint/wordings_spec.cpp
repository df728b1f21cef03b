// P9: each wording of the list is found where it stands, and what only looks like one is not.
#include "lint/checks.h"
#include "lint/wordings.h"
#include "support/shipped_library.h"

#include <catch_amalgamated.hpp>

using namespace tautline;

namespace {

// The shipped pack with one sentence in the place of another; screens are left out, for speed.
lint::Checked checked(const std::string& key, const std::string& sentence) {
    static const std::vector<lint::Pack> packs = [] {
        Issues issues;
        return lint::read_pack(test::shipped_files(), issues);
    }();
    REQUIRE(packs.size() == 1);
    lint::Pack pack = packs.front();
    pack.can_be_shown = false;
    pack.languages[0].texts = {{"words/en/x.json", "/" + key, key, 0, sentence}};
    return lint::check_wording(pack);
}

bool is_refused(const std::string& sentence, const std::string& key = "care.none.text") {
    const lint::Checked result = checked(key, sentence);
    CHECK(result.looked_at == 1);
    return !result.issues.empty();
}

std::string sentence_with(std::string_view words) {
    std::string sentence = "So " + std::string(words) + " now.";
    for (char& c : sentence)
        if (c == '*') c = 'e';
    return sentence;
}

} // namespace

TEST_CASE("Every forbidden wording is found in a result, whatever its case", "[lint][wording]") {
    CHECK(lint::forbidden_wordings().size() > 100);
    for (const lint::Wording& wording : lint::forbidden_wordings()) {
        std::string sentence = sentence_with(wording.words);
        INFO(sentence);
        CHECK(is_refused(sentence));
        for (char& c : sentence)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        CHECK(is_refused(sentence));
        CHECK_FALSE(wording.instead.empty());
    }
}

TEST_CASE("A wording that denies a forbidden one may stand, and only there", "[lint][wording]") {
    for (const std::string_view allowed : lint::allowed_wordings()) {
        INFO(allowed);
        CHECK_FALSE(is_refused("So " + std::string(allowed) + " now."));
    }
    CHECK(is_refused("This is not a diagnosis, but our diagnosis is stress."));
    CHECK(is_refused("It is not imagined. You imagined it."));
    CHECK(is_refused("“No” never means that it hurts. Nothing is wrong."));
}

TEST_CASE("Typographic signs hide nothing", "[lint][wording]") {
    CHECK(is_refused("It’s all‑clear – it’s stress."));
    CHECK(is_refused("Nothing – serious."));
    CHECK(is_refused("You are all-clear."));
    CHECK(is_refused("That is (“harmless”)."));
    CHECK(is_refused("There is an 80 % chance."));
    CHECK(is_refused("There is an 80% chance."));
}

TEST_CASE("What studies found may be told, where it is told as such", "[lint][wording]") {
    CHECK_FALSE(is_refused("The odds were about twice as high.", "claim.C1.research"));
    CHECK(is_refused("The odds were about twice as high.", "pattern.mixed.text"));
    CHECK(is_refused("You are safe.", "claim.C1.research"));
    CHECK(is_refused("It is damaged.", "chapter.alarm.limits"));
    CHECK_FALSE(is_refused("Feeling unsafe? Ask a person you trust.", "footer.unsafe.label"));
}
