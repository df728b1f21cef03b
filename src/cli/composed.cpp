#include "cli/composed.h"

#include "base/text.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <utf8proc.h>

namespace tautline::cli {

namespace {

std::string compose(const std::string& text) {
    utf8proc_uint8_t* made = nullptr;
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    constexpr auto form = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    const auto size = utf8proc_map(bytes, static_cast<utf8proc_ssize_t>(text.size()), &made, form);
    if (size < 0) return text;
    std::string result(reinterpret_cast<const char*>(made), static_cast<std::size_t>(size));
    std::free(made);
    return result;
}

// The four digits of "\uXXXX" at the text's begin.
std::optional<std::uint32_t> code_unit(std::string_view text) {
    if (text.size() < 6 || text[0] != '\\' || text[1] != 'u') return std::nullopt;
    std::uint32_t code = 0;
    for (const char c : text.substr(2, 4)) {
        const int digit = c >= '0' && c <= '9'   ? c - '0'
                          : c >= 'a' && c <= 'f' ? c - 'a' + 10
                          : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                 : -1;
        if (digit < 0) return std::nullopt;
        code = code * 16 + static_cast<std::uint32_t>(digit);
    }
    return code;
}

// An escape that stands for a letter, and how long it is; none for a quote, a control character or
// half a pair.
struct Escaped {
    std::uint32_t code = 0;
    std::size_t size = 0;
};
std::optional<Escaped> escaped_letter(std::string_view text) {
    const auto first = code_unit(text);
    if (!first || *first < 0x20 || *first == '"' || *first == '\\') return std::nullopt;
    if (*first >= 0x7F && *first < 0xA0) return std::nullopt;
    if (*first < 0xD800 || *first > 0xDFFF) return Escaped{*first, 6};
    const auto second = code_unit(text.substr(6));
    if (*first > 0xDBFF || !second || *second < 0xDC00 || *second > 0xDFFF) return std::nullopt;
    return Escaped{0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00), 12};
}

} // namespace

std::string composed(std::string_view json) {
    const bool plain = std::all_of(json.begin(), json.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x80 && c != '\\';
    });
    if (plain || !is_utf8(json)) return std::string(json);
    std::string out, letters; // what is in `letters` may join with what follows
    for (std::size_t at = 0; at < json.size();) {
        if (json[at] != '\\') {
            letters += json[at++];
        } else if (const auto escaped = escaped_letter(json.substr(at))) {
            utf8proc_uint8_t bytes[4];
            const auto size =
                utf8proc_encode_char(static_cast<utf8proc_int32_t>(escaped->code), bytes);
            letters.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
            at += escaped->size;
        } else { // "\n", "\u000a": what stands in it joins with nothing
            const std::size_t size = code_unit(json.substr(at)) ? 6 : 2;
            out += compose(letters);
            letters.clear();
            out += json.substr(at, size);
            at += size;
        }
    }
    return out + compose(letters);
}

} // namespace tautline::cli
