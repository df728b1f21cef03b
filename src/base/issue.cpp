#include "base/issue.h"

#include "base/text.h"

#include <string_view>

namespace tautline {

std::string to_text(const Issue& issue) {
    std::string text = issue.file + "#" + issue.pointer + ": found " + issue.found;
    if (!issue.expected.empty()) text += ", expected " + issue.expected;
    return on_one_line(text);
}

} // namespace tautline
