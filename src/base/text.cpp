#include "base/text.h"

#include <cstdio>

namespace tautline {

std::string fixed(double value, int decimals) {
    char buffer[64];
    std::snprintf(buffer, sizeof buffer, "%.*f", decimals, value);
    std::string text = buffer;
    if (text.size() > 1 && text[0] == '-' && text.find_first_not_of("0.", 1) == std::string::npos)
        text.erase(0, 1);
    return text;
}

std::string fill(std::string_view sentence, const Places& places) {
    std::string out;
    out.reserve(sentence.size() + 16);
    for (std::size_t i = 0; i < sentence.size();) {
        if (sentence[i] == '{') {
            const auto close = sentence.find('}', i);
            if (close != std::string_view::npos) {
                const auto name = sentence.substr(i + 1, close - i - 1);
                bool found = false;
                for (const auto& [key, value] : places) {
                    if (key != name) continue;
                    out += value;
                    found = true;
                    break;
                }
                if (found) {
                    i = close + 1;
                    continue;
                }
            }
        }
        out += sentence[i++];
    }
    return out;
}

std::string escape_markup(std::string_view text) {
    std::string safe;
    safe.reserve(text.size());
    for (const char c : text)
        switch (c) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        case '\'':
            safe += "&#39;";
            break;
        default:
            safe += c;
        }
    return safe;
}

bool is_utf8(std::string_view bytes) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    for (std::size_t i = 0; i < bytes.size();) {
        const unsigned char lead = at(i);
        if (lead < 0x80) {
            ++i;
            continue;
        }
        std::size_t length = 0;
        unsigned code_point = 0;
        if ((lead & 0xE0) == 0xC0)
            length = 2, code_point = lead & 0x1Fu;
        else if ((lead & 0xF0) == 0xE0)
            length = 3, code_point = lead & 0x0Fu;
        else if ((lead & 0xF8) == 0xF0)
            length = 4, code_point = lead & 0x07u;
        else
            return false;
        if (i + length > bytes.size()) return false;
        for (std::size_t k = 1; k < length; ++k) {
            if ((at(i + k) & 0xC0) != 0x80) return false;
            code_point = (code_point << 6) | (at(i + k) & 0x3Fu);
        }
        constexpr unsigned shortest[] = {0, 0, 0x80, 0x800, 0x10000};
        if (code_point < shortest[length] || code_point > 0x10FFFF) return false;
        if (code_point >= 0xD800 && code_point <= 0xDFFF) return false;
        i += length;
    }
    return true;
}

} // namespace tautline
