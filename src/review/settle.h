// A pack as the page may have it: without what nobody stands for any more.
#pragma once

#include "content/read_library.h"
#include "review/subjects.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace tautline::review {

struct Settled {
    // The same files, but that a language's reviewed_by says who has signed for all of it (null:
    // nobody), and that a clinician_sign_off which has lapsed is gone, so that the contract refuses
    // what hung on it. Where the words say a pack's version, its digest stands behind it. Files that
    // need no change keep their bytes.
    std::vector<content::File> files;
    // What a pack's authors should hear, in whole lines.
    std::vector<std::string> told;
};
Settled settle(std::vector<content::File> files);

// How much of a digest people read and compare.
inline constexpr std::size_t shown_digits = 12;
// The words that say a pack's version, with the digest behind it. `change` is told each: file, key,
// new text.
using Change =
    std::function<void(const std::string& file, const std::string& key, const std::string& text)>;
void stamp(const Documents& documents, std::string_view digest, const Change& change);

} // namespace tautline::review
