#include "ui/paint/text_places.h"

#include "ui/paint/painter.h"
#include "ui/text/text.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace tautline::ui {
namespace {

std::size_t past_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '\n'))
        ++at;
    return at;
}

// Whether a line that ends there ends inside a word. (A dash is more than one byte long.)
bool ends_inside(std::string_view line, bool spaces_follow) {
    return !spaces_follow && line.back() != '-' && static_cast<unsigned char>(line.back()) < 0x80;
}

// The place of `text`, if the lines drawn begin with it; these are then taken off. Its width lies
// in the middle between the longest line and the least that would make a line longer: a browser
// breaks it alike even if it measures a little otherwise.
TextPlace take_place(const Fonts& fonts, std::string_view text, std::span<const DrawnText>& drawn,
                     const Rect& node) {
    float widest = 0, longer = 1e6f, with_a_letter = 1e6f;
    bool inside = false;
    std::size_t at = past_spaces(text, 0), lines = 0;
    for (; lines < drawn.size() && at < text.size(); ++lines) {
        const DrawnText& line = drawn[lines];
        if (text.substr(at, line.text.size()) != line.text) break;
        const std::size_t end = at + line.text.size(), next = past_spaces(text, end);
        widest = std::max(widest, line.box.width);
        const float one_more = line.box.width + line.style.size / 5;
        if (next < text.size()) with_a_letter = std::min(with_a_letter, one_more);
        if (next < text.size() && ends_inside(line.text, next > end)) {
            inside = true;
            longer = std::min(longer, one_more);
        } else if (next < text.size()) {
            const std::size_t word = word_end(text, next);
            longer = std::min(longer, text_width(fonts, line.style, text.substr(at, word - at)));
        }
        at = next;
    }
    if (lines == 0) return {};
    // Other words are cut only where nothing else is left: every browser does that by itself.
    inside = is_address(text) ? lines > 1 : inside && is_one_word(text);
    if (inside) longer = std::min(longer, with_a_letter);
    const DrawnText& first = drawn[0];
    drawn = drawn.subspan(lines);
    const float room = lines == 1 ? widest : std::max(longer - widest, 0.0f);
    // A browser keeps sizes in steps of 1/64, and each letter's width, a little under ours.
    const float size = std::floor(first.style.size * 64) / 64;
    const float shown = size / first.style.size * 0.9996f;
    return {.x = first.box.x - node.x,
            .y = first.box.y - node.y,
            .width = (widest + room / 2) * shown,
            .size = size,
            .line_height = first.style.line_height,
            .bold = first.style.bold,
            .inside_words = inside};
}

} // namespace

std::vector<NodeTexts> text_places(ImDrawList& scratch, const Tree& tree, const Layout& layout,
                                   Theme theme, Viewport viewport) {
    std::vector<DrawnText> drawn;
    theme.fonts.drawn = &drawn;
    theme.fonts.only_listen = true;
    viewport.scroll_y = 0;
    viewport.height = std::max(layout.height, viewport.height);
    Painter painter{scratch, tree, layout, theme, viewport, {}, 0};
    std::vector<NodeTexts> texts(static_cast<std::size_t>(tree.size()));
    for (int i = 0; i < tree.size(); ++i) {
        const view::Node& node = tree.node(i);
        if (node.role == view::Role::figure) continue; // its words are its own
        drawn.clear();
        painter.paint_node(i, 0);
        std::span<const DrawnText> lines{drawn};
        const auto at = static_cast<std::size_t>(i);
        texts[at].label = take_place(theme.fonts, node.label, lines, layout.rects[at]);
        texts[at].value = take_place(theme.fonts, node.value_text, lines, layout.rects[at]);
    }
    return texts;
}

} // namespace tautline::ui
