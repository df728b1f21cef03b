// A pack as the page may have it: without what nobody stands for any more.
#pragma once

#include "content/read_library.h"

#include <string>
#include <vector>

namespace tautline::review {

struct Settled {
    // The same files, but that a language's reviewed_by says who has signed for all of it (null:
    // nobody), and that a clinician_sign_off which has lapsed is gone, so that the contract refuses
    // what hung on it. Files that need no change keep their bytes.
    std::vector<content::File> files;
    // What a pack's authors should hear, in whole lines.
    std::vector<std::string> told;
};
Settled settle(std::vector<content::File> files);

} // namespace tautline::review
