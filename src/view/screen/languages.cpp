#include "view/screen/languages.h"

#include <vector>

namespace tautline::view {

namespace {

constexpr char begin_mark = '\x02', end_mark = '\x03';
// Left-to-right isolate and its end: a piece of English inside a right-to-left sentence.
constexpr std::string_view begin_isolate = "\u2066", end_isolate = "\u2069";

// Whether a character says nothing about the language: no letter. Bytes of one are looked at one by
// one; those of the punctuation we use (· – ’ “ ”) all begin with C2 or E2.
bool is_neutral(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) return !((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'));
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
        --at;
    return text[at] == '\xC2' || text[at] == '\xE2';
}

// Whether all of the text's words stand inside marks.
bool is_all_marked(std::string_view text) {
    int depth = 0;
    bool any = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == begin_mark) {
            ++depth;
            any = true;
        } else if (text[i] == end_mark) {
            --depth;
        } else if (depth == 0 && !is_neutral(text, i)) {
            return false;
        }
    }
    return any;
}

void settle(std::string& text, bool right_to_left) {
    if (text.find(begin_mark) == std::string::npos) return;
    if (!right_to_left || is_all_marked(text)) {
        text = without_marks(text);
        return;
    }
    std::string isolated;
    int depth = 0;
    for (const char c : text) {
        if (c == begin_mark) {
            if (depth++ == 0) isolated += begin_isolate;
        } else if (c == end_mark) {
            if (--depth == 0) isolated += end_isolate;
        } else {
            isolated += c;
        }
    }
    text = std::move(isolated);
}

// The text that tells a node's language: what it shows, or else what it says.
const std::string& telling_text(const Node& node) {
    if (!node.label.empty()) return node.label;
    return node.value_text.empty() ? node.description : node.value_text;
}

} // namespace

std::string marked_as_english(std::string_view text) {
    return begin_mark + std::string(text) + end_mark;
}

std::string without_marks(std::string_view text) {
    std::string plain;
    for (const char c : text)
        if (c != begin_mark && c != end_mark) plain += c;
    return plain;
}

namespace {

// What a part of the screen speaks: bits, so that parts can be joined.
enum Speaks : unsigned { nothing = 0, own = 1, borrowed = 2 };

// The page's own landmarks are no elements in its static form.
bool can_tell(const Node& node) {
    return node.role != Role::banner && node.role != Role::main && node.role != Role::footer;
}

} // namespace

void settle_languages(Screen& screen) {
    std::vector<unsigned> speaks(screen.nodes.size(), nothing); // each node with all that is in it
    std::vector<unsigned> says(screen.nodes.size(), nothing);   // its own text
    for (std::size_t i = screen.nodes.size(); i-- > 0;) {
        const Node& node = screen.nodes[i];
        const std::string& text = telling_text(node);
        const bool named = !node.lang.empty() && node.lang != english;
        if (!text.empty() && !named)
            says[i] = node.lang == english || is_all_marked(text) ? borrowed : own;
        speaks[i] |= says[i];
        if (node.parent >= 0) speaks[static_cast<std::size_t>(node.parent)] |= speaks[i];
    }
    // The language that holds inside each node, as the browser inherits it.
    std::vector<std::string> inside(screen.nodes.size());
    for (std::size_t i = 0; i < screen.nodes.size(); ++i) {
        Node& node = screen.nodes[i];
        const std::string& round =
            node.parent < 0 ? screen.language : inside[static_cast<std::size_t>(node.parent)];
        const bool named = !node.lang.empty() && node.lang != english;
        // A part that speaks one language says so as a whole: a list with its bullets.
        const unsigned whole = speaks[i] == own || speaks[i] == borrowed
                                   ? (can_tell(node) ? speaks[i] : nothing)
                                   : says[i];
        std::string language = round;
        if (named)
            language = node.lang;
        else if (whole != nothing)
            language = whole == borrowed ? std::string(english) : screen.language;
        node.lang = language == round ? "" : language;
        inside[i] = language;
        for (std::string* each : {&node.label, &node.value_text, &node.description})
            settle(*each, screen.right_to_left);
    }
    screen.title = without_marks(screen.title);
    screen.announcement = without_marks(screen.announcement);
}

} // namespace tautline::view
