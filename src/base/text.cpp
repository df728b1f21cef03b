#include "base/text.h"

#include <algorithm>
#include <cmath>

namespace tautline {

namespace {

// The exact product is `rounded` + `rest` (Dekker's two halves; no fused multiply-add needed).
struct Product {
    double rounded, rest;
};
Product exact_product(double a, double b) {
    const auto halves = [](double x) {
        const double scaled = 134217729.0 * x; // 2^27 + 1
        const double high = scaled - (scaled - x);
        return std::pair{high, x - high};
    };
    const auto [ah, al] = halves(a);
    const auto [bh, bl] = halves(b);
    const double rounded = a * b;
    return {rounded, ((ah * bh - rounded) + ah * bl + al * bh) + al * bl};
}

} // namespace

std::string fixed(double value, int decimals) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
    constexpr double exact_to = 9007199254740992.0; // 2^53
    const double size = std::fabs(value);
    double power = 1;
    int places = 0;
    for (; places < std::min(decimals, 6) && size * power * 10 < exact_to; ++places)
        power *= 10;
    if (size >= exact_to)
        return (value < 0 ? "-" : "") +
               std::to_string(static_cast<long long>(std::min(size, 9e18)));
    const Product product = exact_product(size, power);
    double units = std::floor(product.rounded);
    const double part = product.rounded - units;
    const bool odd = std::floor(units / 2) * 2 != units;
    if (part > 0.5 || (part == 0.5 && (product.rest > 0 || (product.rest == 0 && odd)))) units += 1;
    std::string text = std::to_string(static_cast<long long>(units));
    if (places > 0) {
        const auto least = static_cast<std::size_t>(places) + 1;
        if (text.size() < least) text.insert(0, least - text.size(), '0');
        text.insert(text.size() - static_cast<std::size_t>(places), 1, '.');
    }
    if (value < 0 && units > 0) text.insert(0, 1, '-');
    return text;
}

std::string escaped_code(unsigned int code) {
    std::string text = "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        text += "0123456789abcdef"[code >> shift & 15u];
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

bool is_right_to_left(std::string_view language) {
    const std::string_view primary = language.substr(0, language.find('-'));
    for (const std::string_view one : {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
        if (primary == one) return true;
    return false;
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
