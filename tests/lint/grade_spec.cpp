// The formulas against counts made by hand, and the counts against words whose sounds anybody can
// count.
#include "lint/grade.h"
#include "lint/tokens.h"

#include <catch_amalgamated.hpp>

using namespace tautline;
using lint::words_of;

TEST_CASE("Syllables are counted as people hear them", "[lint][grade]") {
    const std::pair<const char*, std::size_t> words[] = {{"pain", 1},
                                                         {"back", 1},
                                                         {"made", 1},
                                                         {"asked", 1},
                                                         {"wanted", 2},
                                                         {"settled", 2},
                                                         {"called", 1},
                                                         {"needed", 2},
                                                         {"table", 2},
                                                         {"muscle", 2},
                                                         {"houses", 2},
                                                         {"makes", 1},
                                                         {"the", 1},
                                                         {"age", 1},
                                                         {"any", 2},
                                                         {"year", 1},
                                                         {"your", 1},
                                                         {"you", 1},
                                                         {"people", 2},
                                                         {"real", 1},
                                                         {"idea", 2},
                                                         {"area", 2},
                                                         {"quiet", 2},
                                                         {"science", 2},
                                                         {"description", 3},
                                                         {"anxiety", 4},
                                                         {"cortisol", 3},
                                                         {"emergency", 4},
                                                         {"physiotherapist", 5},
                                                         {"numbness", 2},
                                                         {"medicine", 3},
                                                         {"special", 2},
                                                         {"question", 2},
                                                         {"52,095", 1}};
    for (const auto& [word, count] : words) {
        INFO(word);
        CHECK(lint::syllables(word) == count);
    }
}

TEST_CASE("Words, sentences and places are told apart", "[lint][grade]") {
    CHECK(words_of("It’s 52.5 % of low-back pain. “{n} of {m}”, he said.") ==
          std::vector<std::string>{"it's", "52.5", "%", "of", "low-back", "pain", "{}", "of", "{}",
                                   "he", "said"});
    CHECK(words_of("").empty());
    CHECK(words_of(" – … “” ").empty());
    CHECK(lint::sentences_in("One. Two! Three? Four") == 4);
    CHECK(lint::sentences_in("It fell from 5.2 to 3.1 in the trials.") == 1);
    CHECK(lint::sentences_in("A heading\nAnother line\n") == 2);
    CHECK(lint::sentences_in("He asked “Why?” and left.") == 2);
    CHECK(lint::sentences_in("Neck · Arm or leg · Dull ache") == 3);
    CHECK(lint::sentences_in("") == 0);
    CHECK(lint::sentences_in("...") == 0);
}

TEST_CASE("A text's grades are those of the published formulas", "[lint][grade]") {
    // 11 words of one syllable each, two sentences.
    const std::string text = "My back hurts at night. The pain wakes me up twice.";
    const lint::Grade grade = lint::grade(text);
    CHECK(grade.words == 11);
    const double syllables = 11, letters = 4 + 2 + 5 + 2 + 5 + 3 + 4 + 5 + 2 + 2 + 5;
    CHECK(grade.flesch_kincaid ==
          Catch::Approx(0.39 * 11 / 2 + 11.8 * syllables / 11 - 15.59).margin(1e-9));
    CHECK(grade.readability_index ==
          Catch::Approx(4.71 * letters / 11 + 0.5 * 11 / 2 - 21.43).margin(1e-9));
    CHECK(lint::grade("").words == 0);
}

TEST_CASE("A clinic's sentence is far too hard, the page's is not", "[lint][grade]") {
    const lint::Grade hard = lint::grade(
        "Persistent thoracic musculoskeletal symptomatology accompanied by neurological "
        "deterioration "
        "necessitates immediate comprehensive multidisciplinary evaluation, notwithstanding any "
        "antecedent reassurance obtained from a healthcare practitioner.");
    CHECK(hard.flesch_kincaid > 20);
    CHECK(hard.readability_index > 20);
    const lint::Grade easy = lint::grade("Keep moving in ways you like. Of the things people try, "
                                         "this has some of the best support.");
    CHECK(easy.flesch_kincaid < 5);
    CHECK(easy.readability_index < 5);
}

TEST_CASE("Hard words have plain ones beside them", "[lint][grade]") {
    CHECK(lint::plain_words_for("chronic") == "lasting");
    CHECK(lint::plain_words_for("abdomen") == "belly");
    CHECK(lint::plain_words_for("vertigo") == "dizziness");
    CHECK(lint::plain_words_for("pain").empty());
    CHECK(lint::plain_words_for("").empty());
}
