// What is held against a pack, each check by itself. P9, P10 and P11 of the self-check are among
// them: `tautline verify` and `tautline lint` run the same functions.
#pragma once

#include "lint/pack.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace tautline::lint {

struct Checked {
    std::size_t looked_at = 0; // texts, references, questions and options: never 0 for a real pack
    Issues issues;
};

// P9: no wording says or implies a diagnosis, a probability, a cause or safety, or frightens; over
// every text and over every screen made of them. Only languages that have a list of such wordings.
Checked check_wording(const Pack& pack);
bool has_wordings(std::string_view language);

// P10: every question, option, reason, note and result cites a claim or a warning sign, and each of
// these cites a source.
Checked check_citations(const Pack& pack);
// What research adds stands open beside each claim that is disputed or can be a warning sign.
Checked check_must_carry(const Pack& pack);

// P11: every question can be reached, and every option is read by a rule or explained by a note.
Checked check_reachable(const Pack& pack);
Checked check_read(const Pack& pack);

// Every language has every word, and no words for things that are not there.
Checked check_languages(const Pack& pack);

// {n} and other places: the ones that the page fills, each of them, and no others.
Checked check_places(const Pack& pack);

// Letters that the page can't paint, in words and in what sources are called. A language that says
// that it is for Text view alone is left out.
struct LetterRange {
    std::uint32_t first = 0, last = 0;
};
Checked check_letters(const Pack& pack, std::span<const LetterRange> letters);

// The day by which the pack's sources must be looked at again (sources.json, look_again_by), held
// against `today`: gone by, it is an issue; a month or less before, or said nowhere, a notice.
struct Expiry {
    Issues issues, notices;
};
inline constexpr int days_of_warning = 31;
Expiry check_expiry(const Pack& pack, std::string_view today);

} // namespace tautline::lint
