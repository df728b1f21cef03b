// How hard an English text is to read, by two formulas that know nothing of each other: one counts
// syllables, the other letters. Both give a school grade of the United States.
//   Flesch–Kincaid: Kincaid and others 1975, Naval Technical Training Command, report 8-75
//   Automated Readability Index: Senter and Smith 1967, AMRL-TR-66-220
#pragma once

#include <cstddef>
#include <string_view>

namespace tautline::lint {

// Texts with fewer words say too little for a formula.
inline constexpr std::size_t least_words_to_grade = 20;
inline constexpr double highest_grade = 8;          // of a block
inline constexpr double highest_mean_of_screen = 6; // of a screen's blocks, word for word

struct Grade {
    std::size_t words = 0;
    double flesch_kincaid = 0;
    double readability_index = 0;
};
Grade grade(std::string_view text);

// An estimate from the spelling: groups of vowels, without most silent endings.
std::size_t syllables(std::string_view word);

// The plain words in the place of a hard one; empty when the word is not on the list. For texts too
// short to grade.
std::string_view plain_words_for(std::string_view word);

} // namespace tautline::lint
