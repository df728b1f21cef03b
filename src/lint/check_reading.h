// How hard the English words of a pack are to read: every paragraph, every question with its
// answers, every result, and every screen. See grade.h for the formulas and bounds.
#pragma once

#include "lint/checks.h"
#include "lint/exemptions.h"
#include "lint/grade.h"

#include <string>
#include <vector>

namespace tautline::lint {

struct GradedBlock {
    std::string file, pointer;
    std::string what; // paragraph, question, result, block on the screen “alarm”
    Grade grade;
};

struct GradedScreen {
    std::string name;
    std::size_t blocks = 0;
    double flesch_kincaid = 0, readability_index = 0; // means over its blocks
};

struct Reading {
    std::vector<GradedBlock> blocks;   // the hardest first
    std::vector<GradedScreen> screens; // the hardest first; each name once, at its hardest
    std::size_t short_texts = 0;       // held against the list of hard words
    Issues issues;
};

bool is_graded(const std::string& language); // English only
Reading check_reading(const Pack& pack, const Exemptions& exemptions);

} // namespace tautline::lint
