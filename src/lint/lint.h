// Everything that can be said about a pack without running it: form, contract, references, words,
// letters, places, wording, reading. For people who write content; the page itself refuses only
// what is unsafe or cannot be shown.
#pragma once

#include "lint/check_reading.h"
#include "lint/checks.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::lint {

struct Finding {
    std::string_view check; // form, contract, reference, source, must-carry, unreachable, unread,
                            // words, letters, place, wording, reading, expiry
    Issue issue;
};

struct Report {
    std::vector<Finding> findings;
    // Some file has not the form it must have, so that nothing else was checked.
    bool only_form = false;
    std::size_t languages = 0, texts = 0, citations = 0, questions = 0, answers = 0;
    Reading reading;
    Exemptions exemptions;
    std::vector<Finding> notices;         // nothing wrong yet
    std::vector<std::string> not_decided; // languages without wordings and grades
};

// Screens take most of the time; without them the sentences that only come together there are not
// looked at.
enum class Look : bool { texts_only, screens_too };
// `letters` are those of the page's typeface; where none are given nothing is said of letters.
// `today`: a date; where none is given nothing is said of the pack's age.
Report lint(std::vector<content::File> files, Look look = Look::screens_too,
            std::span<const LetterRange> letters = {}, std::string_view today = {});

} // namespace tautline::lint
