#include "base/issue.h"

namespace tautline {

std::string to_text(const Issue& issue) {
    std::string text = issue.file + "#" + issue.pointer + ": found " + issue.found;
    if (!issue.expected.empty()) text += ", expected " + issue.expected;
    return text;
}

} // namespace tautline
