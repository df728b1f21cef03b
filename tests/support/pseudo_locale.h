// Languages that nobody speaks, made from the English words: what each stresses is easy to see in a
// test and easy to miss with real words. Never shipped.
#pragma once

#include "app/library.h"

#include <functional>
#include <string>

namespace tautline::test {

// The library with every string changed by `change`, in a language called `tag`. Places in braces
// are kept.
inline app::Library in_pseudo_locale(app::Library library, const std::string& tag,
                                     const std::function<std::string(const std::string&)>& change) {
    library.words.language = tag;
    for (auto& [key, texts] : library.words.entries)
        for (std::string& text : texts) {
            std::string changed, piece;
            for (std::size_t i = 0; i <= text.size(); ++i) {
                const bool opens = i < text.size() && text[i] == '{';
                if (opens || i == text.size()) {
                    if (!piece.empty()) changed += change(piece);
                    piece.clear();
                    const std::size_t close = opens ? text.find('}', i) : i;
                    if (opens) changed += text.substr(i, close - i + 1);
                    i = close;
                } else {
                    piece += text[i];
                }
            }
            text = changed;
        }
    return library;
}

// "Wörd" for "word": a text that still has plain letters did not come from the words.
inline app::Library accented(const app::Library& library) {
    return in_pseudo_locale(library, "en-XA", [](const std::string& text) {
        static const std::string letters = "aceginorsuyzACEGINORSUYZdhjkltwDHJKLTW";
        static const char* const with_accents[] = {"á", "ç", "é", "ğ", "í", "ñ", "ö", "ř", "š", "ů",
                                                   "ý", "ž", "Á", "Ç", "É", "Ğ", "Í", "Ñ", "Ö", "Ř",
                                                   "Š", "Ů", "Ý", "Ž", "ď", "ĥ", "ĵ", "ķ", "ł", "ť",
                                                   "ŵ", "Ď", "Ĥ", "Ĵ", "Ķ", "Ł", "Ť", "Ŵ"};
        std::string out;
        for (const char c : text) {
            const std::size_t at = letters.find(c);
            if (at == std::string::npos)
                out += c;
            else
                out += with_accents[at];
        }
        return out;
    });
}

// Twice as long as English, as some languages nearly are for short labels.
inline app::Library doubled(const app::Library& library) {
    return in_pseudo_locale(library, "en-XD",
                            [](const std::string& text) { return text + " " + text; });
}

// Words three times as long, as where nouns are joined.
inline app::Library long_words(const app::Library& library) {
    return in_pseudo_locale(library, "en-XL", [](const std::string& text) {
        std::string out;
        int spaces = 0;
        for (const char c : text)
            if (c != ' ' || ++spaces % 3 == 0) out += c;
        return out;
    });
}

// Arabic letters from right to left, in Text view.
inline app::Library from_right_to_left(const app::Library& library) {
    app::Library made = in_pseudo_locale(library, "ar-XB", [](const std::string& text) {
        std::string out;
        for (const char c : text)
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
                out += "\u0633"; // one letter for all
            else
                out += c;
        return out;
    });
    made.words.right_to_left = true;
    made.words.text_view_only = true;
    return made;
}

// What a careless page would take for its own code.
inline app::Library with_markup(const app::Library& library) {
    return in_pseudo_locale(library, "en-XM", [](const std::string& text) {
        return "<b id=x onclick=y>" + text + "</b>&amp;\"'";
    });
}

} // namespace tautline::test
