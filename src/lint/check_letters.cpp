#include "base/json.h"
#include "lint/checks.h"

#include <algorithm>
#include <string>

namespace tautline::lint {

namespace {

constexpr std::size_t most_named = 8;

// The next letter of well-formed UTF-8.
struct Letter {
    std::uint32_t code = 0;
    std::string_view bytes;
};
Letter next_letter(std::string_view text, std::size_t& at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::uint32_t code = size == 1 ? lead : lead & (0xFFu >> (size + 1));
    for (std::size_t i = 1; i < size; ++i)
        code = code << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
    const Letter letter{code, text.substr(at, size)};
    at += size;
    return letter;
}

std::string code_point(std::uint32_t code) {
    std::string digits;
    for (; code != 0 || digits.size() < 4; code /= 16)
        digits.insert(digits.begin(), "0123456789ABCDEF"[code % 16]);
    return "U+" + digits;
}

class Typeface {
public:
    explicit Typeface(std::span<const LetterRange> letters) : letters_{letters} {}

    void look(const std::string& file, const std::string& pointer, std::string_view text,
              Checked& checked) const {
        ++checked.looked_at;
        std::vector<std::uint32_t> lacking;
        std::string named;
        for (std::size_t at = 0; at < text.size();) {
            const Letter letter = next_letter(text, at);
            if (has(letter.code) ||
                std::find(lacking.begin(), lacking.end(), letter.code) != lacking.end())
                continue;
            lacking.push_back(letter.code);
            if (lacking.size() > most_named) continue;
            named += (named.empty() ? "“" : ", “") + std::string(letter.bytes) + "” (" +
                     code_point(letter.code) + ")";
        }
        if (lacking.empty()) return;
        if (lacking.size() > most_named)
            named += " and " + std::to_string(lacking.size() - most_named) + " more";
        checked.issues.push_back({file, pointer, "letters that the typeface lacks: " + named,
                                  "letters that it has, or \"text_view_only\": true in the "
                                  "language's language.json"});
    }

private:
    bool has(std::uint32_t code) const {
        if (code == '\n') return true;
        const auto after = std::upper_bound(
            letters_.begin(), letters_.end(), code,
            [](std::uint32_t wanted, const LetterRange& range) { return wanted < range.first; });
        return after != letters_.begin() && code <= std::prev(after)->last;
    }

    std::span<const LetterRange> letters_;
};

} // namespace

Checked check_letters(const Pack& pack, std::span<const LetterRange> letters) {
    Checked checked;
    const Typeface typeface(letters);
    for (const Language& language : pack.languages) {
        if (language.library.words.text_view_only) continue;
        typeface.look("words/" + language.tag + "/language.json", "/name",
                      language.library.words.language_name, checked);
        for (const Text& text : language.texts)
            typeface.look(text.file, text.pointer, text.text, checked);
    }
    const auto& sources = pack.library().sources;
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const std::string pointer = json::pointer_to("/sources", i);
        typeface.look("sources.json", pointer + "/citation", sources[i].citation, checked);
        typeface.look("sources.json", pointer + "/short_name", sources[i].short_name, checked);
    }
    return checked;
}

} // namespace tautline::lint
