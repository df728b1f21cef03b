#include "lint/grade.h"

#include "lint/tokens.h"

#include <algorithm>
#include <array>
#include <string>

namespace tautline::lint {

namespace {

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_vowel(char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

// The typographic apostrophe ’ (U+2019), which words hold.
constexpr std::string_view apostrophe = "\xE2\x80\x99";

constexpr std::string_view middle_dot = "\xC2\xB7"; // ·

// How many bytes from `at` on belong to a word whatever stands round them: letters and digits, and
// everything beyond ASCII but punctuation (U+2000 to U+206F) and Latin-1 signs (U+00A0 to U+00BF).
std::size_t word_bytes(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return is_letter(text[at]) || is_digit(text[at]) ? 1 : 0;
    if (byte < 0xC0) return 0; // inside a sign that is no part of a word
    const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    if (at + length > text.size()) return 0;
    const auto next = static_cast<unsigned char>(text[at + 1]);
    if (byte == 0xC2) return 0;
    if (byte == 0xE2 && (next == 0x80 || next == 0x81)) return 0;
    return length;
}

// Bytes that join two halves of a word: it’s, low-back, 52.5.
std::size_t joint_bytes(std::string_view text, std::size_t at) {
    if (text.substr(at, apostrophe.size()) == apostrophe) return apostrophe.size();
    return std::string_view("'-.,").find(text[at]) != std::string_view::npos ? 1 : 0;
}

std::string letters_of(std::string_view word) {
    std::string letters;
    for (const char c : word)
        if (is_letter(c)) letters += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return letters;
}

bool ends_with(std::string_view text, std::string_view ending) {
    return text.size() >= ending.size() && text.substr(text.size() - ending.size()) == ending;
}

// Endings whose e is not heard: made, makes, asked; but not table, wanted, needed, houses.
std::size_t silent_bytes(std::string_view word) {
    const auto before = [&](std::size_t back) {
        return word.size() > back ? word[word.size() - 1 - back] : 'a';
    };
    if (ends_with(word, "es")) {
        const char c = before(2);
        return is_vowel(c) || std::string_view("lscxzgh").find(c) != std::string_view::npos ? 0 : 2;
    }
    if (ends_with(word, "ed")) {
        const char c = before(2);
        const bool settled = c == 'l' && !is_vowel(before(3)) && before(3) != 'l';
        return is_vowel(c) || c == 't' || c == 'd' || settled ? 0 : 2;
    }
    if (ends_with(word, "e")) {
        const char c = before(1);
        const bool table = c == 'l' && !is_vowel(before(2));
        return is_vowel(c) || table ? 0 : 1;
    }
    return 0;
}

} // namespace

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '{') {
            const auto end = text.find('}', at);
            words.emplace_back("{}");
            at = end == std::string_view::npos ? text.size() : end + 1;
            continue;
        }
        if (text[at] == '%') words.emplace_back("%");
        std::size_t length = word_bytes(text, at);
        if (length == 0) {
            ++at;
            continue;
        }
        std::string word;
        while (at < text.size()) {
            length = word_bytes(text, at);
            if (length == 0) {
                const std::size_t joint = joint_bytes(text, at);
                if (joint == 0 || at + joint >= text.size() || word_bytes(text, at + joint) == 0)
                    break;
                // Not a joint after all: the full stop of "end.Next" is one only between digits.
                const bool point = text[at] == '.' || text[at] == ',';
                if (point && !(is_digit(word.back()) && is_digit(text[at + 1]))) break;
                word += text[at] == '-' ? "-" : point ? std::string(1, text[at]) : "'";
                at += joint;
                continue;
            }
            for (std::size_t i = 0; i < length; ++i) {
                const char c = text[at + i];
                word += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
            }
            at += length;
        }
        words.push_back(std::move(word));
    }
    return words;
}

std::size_t sentences_in(std::string_view text) {
    std::size_t count = 0;
    bool open = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = word_bytes(text, at);
        if (length > 0 || text[at] == '{') {
            open = true;
            at += std::max<std::size_t>(length, 1);
            continue;
        }
        const bool end = text[at] == '.' || text[at] == '!' || text[at] == '?' || text[at] == '\n';
        // A middle dot parts a list, as a new line would.
        if (text.substr(at, middle_dot.size()) == middle_dot && open) {
            ++count;
            open = false;
        }
        const bool inside = at + 1 < text.size() && word_bytes(text, at + 1) > 0;
        if (end && open && !(inside && text[at] != '\n')) {
            ++count;
            open = false;
        }
        ++at;
    }
    return count + (open ? 1 : 0);
}

std::size_t syllables(std::string_view word) {
    const std::string letters = letters_of(word);
    const std::string_view heard =
        std::string_view(letters).substr(0, letters.size() - silent_bytes(letters));
    std::size_t count = 0;
    for (std::size_t i = 0; i < heard.size(); ++i) {
        const bool next_is_vowel = i + 1 < heard.size() && is_vowel(heard[i + 1]);
        if (!is_vowel(heard[i]) || (heard[i] == 'y' && i == 0 && next_is_vowel)) continue;
        ++count;
        // Two vowels are one sound, but for some that are said one after the other.
        if (!next_is_vowel) continue;
        constexpr std::array<std::string_view, 7> apart = {"ia", "io", "eo", "iu",
                                                           "ua", "uo", "ie"};
        const std::string_view pair = heard.substr(i, 2);
        const bool two = std::find(apart.begin(), apart.end(), pair) != apart.end() &&
                         !(pair == "io" && i > 0 && (heard[i - 1] == 't' || heard[i - 1] == 's')) &&
                         !(pair == "ia" && i > 0 && (heard[i - 1] == 't' || heard[i - 1] == 'c')) &&
                         !(pair == "ua" && i > 0 && (heard[i - 1] == 'q' || heard[i - 1] == 'g')) &&
                         !(pair == "uo" && i > 0 && heard[i - 1] == 'q') &&
                         !(pair == "eo" && i > 0 && heard[i - 1] == 'p') &&
                         !(pair == "ie" && !(i + 2 < heard.size() && heard[i + 2] == 't') &&
                           !(heard.substr(i + 2, 2) == "nc" && i > 0 && heard[i - 1] == 'c'));
        if (!two) ++i;
    }
    return std::max<std::size_t>(count, 1); // numbers and places count as one
}

Grade grade(std::string_view text) {
    Grade result;
    double letters = 0, sounds = 0;
    for (const std::string& word : words_of(text)) {
        ++result.words;
        sounds += static_cast<double>(syllables(word));
        const auto counted = std::count_if(word.begin(), word.end(), [](char c) {
            return is_letter(c) || is_digit(c) || (static_cast<unsigned char>(c) & 0xC0) == 0xC0;
        });
        letters += word == "{}" ? 4 : static_cast<double>(counted);
    }
    if (result.words == 0) return result;
    const auto words = static_cast<double>(result.words);
    const auto sentences = static_cast<double>(std::max<std::size_t>(sentences_in(text), 1));
    result.flesch_kincaid = 0.39 * words / sentences + 11.8 * sounds / words - 15.59;
    result.readability_index = 4.71 * letters / words + 0.5 * words / sentences - 21.43;
    return result;
}

} // namespace tautline::lint
