// lint.json of a pack: texts that the reading grade leaves alone, each with its reason. Only for
// reading: nothing exempts from a safety rule. The page never reads this file.
#pragma once

#include "base/issue.h"
#include "content/read_library.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::lint {

enum class Exempt : std::uint8_t {
    verbatim,      // a scale in its own words: phq4.*, item.phq4-*
    source_title,  // sources.*, accuracy.sources
    licence,       // about.credits.*
    explained_term // these words count as easy: the same text says what they mean
};

struct Exemption {
    std::vector<std::string> keys; // a key, or the beginning of keys and *
    Exempt kind = Exempt::verbatim;
    std::vector<std::string> terms; // of explained_term
    std::string reason;
};
using Exemptions = std::vector<Exemption>;

std::string_view name(Exempt kind);

// Empty when the pack has no such file.
Exemptions read_exemptions(const std::vector<content::File>& files, Issues& issues);

// Whether the whole text is left alone.
bool is_exempt(const Exemptions& exemptions, std::string_view key);
// The text with its explained terms replaced by an easy word.
std::string without_terms(const Exemptions& exemptions, std::string_view key, std::string text);

} // namespace tautline::lint
