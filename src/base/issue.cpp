#include "base/issue.h"

#include "base/text.h"

#include <string_view>

namespace tautline {

namespace {

// A pointer holds what the file's author wrote. One line stays one line, and a terminal is not told
// to do anything: control characters (U+0000 to U+001F, U+007F to U+009F) are written out.
std::string on_one_line(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool has_next = i + 1 < text.size();
        const auto next = has_next ? static_cast<unsigned char>(text[i + 1]) : 0u;
        const bool late_control = byte == 0xC2 && next >= 0x80 && next <= 0x9F;
        if (byte >= 0x20 && byte != 0x7F && !late_control) {
            out += text[i];
            continue;
        }
        out += escaped_code(late_control ? next : byte);
        if (late_control) ++i;
    }
    return out;
}

} // namespace

std::string to_text(const Issue& issue) {
    std::string text = issue.file + "#" + issue.pointer + ": found " + issue.found;
    if (!issue.expected.empty()) text += ", expected " + issue.expected;
    return on_one_line(text);
}

} // namespace tautline
