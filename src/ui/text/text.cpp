#include "ui/text/text.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace tautline::ui {
namespace {

ImFont* font_of(const Fonts& fonts, const TextStyle& style) {
    return style.bold ? fonts.bold : fonts.regular;
}

// ImGui bakes glyphs at whole sizes (ascent + descent) and scales between them, which blurs; so
// sizes are whole here.
float font_size(const Fonts& fonts, const TextStyle& style) {
    return std::max(1.0f, std::round(style.size * fonts.line_per_em));
}

// One code point; malformed bytes count as one each, as ImGui draws them.
unsigned int next_code_point(std::string_view text, std::size_t& at) {
    unsigned int code = 0;
    const int used = ImTextCharFromUtf8(&code, text.data() + at, text.data() + text.size());
    at += static_cast<std::size_t>(std::max(used, 1));
    return code;
}

bool may_break_after(unsigned int code) {
    return code == ' ' || code == '-' || code == 0x2010 || (code >= 0x2012 && code <= 0x2014) ||
           code == 0x200B;
}

std::string_view without_trailing_spaces(std::string_view line) {
    while (!line.empty() && line.back() == ' ') {
        line.remove_suffix(1);
    }
    return line;
}

// Measures code points at one size, with the space that a person asked for round them. Without a
// typeface each is half as wide as it is high.
class Ruler {
public:
    Ruler(const Fonts& fonts, const TextStyle& style)
        : baked_{fonts.regular ? font_of(fonts, style)->GetFontBaked(font_size(fonts, style))
                               : nullptr},
          unknown_{style.size / 2}, letter_{fonts.letter_spacing * style.size},
          word_{fonts.word_spacing * style.size} {}
    float advance(unsigned int code) {
        const float own = !baked_         ? unknown_
                          : code > 0xFFFF ? baked_->FallbackAdvanceX
                                          : baked_->GetCharAdvance(static_cast<ImWchar>(code));
        return own + letter_ + (code == ' ' || code == 0xA0 ? word_ : 0);
    }
    float width(std::string_view text) {
        float sum = 0;
        for (std::size_t at = 0; at < text.size();) {
            sum += advance(next_code_point(text, at));
        }
        return sum;
    }

private:
    ImFontBaked* baked_;
    float unknown_, letter_, word_;
};

// What a browser must know to break alike: the widest line, and what the shortest would be with
// one more word. `kept`: no line ends inside a word that is too long for one.
struct Breaks {
    bool kept = true;
    float widest = 0, longer = 1e6f;
};

// Lines of a text that holds no '\n'.
Breaks wrap_one(Ruler& ruler, std::string_view text, float limit,
                std::vector<std::string_view>& lines, bool at_breaks) {
    Breaks breaks;
    std::size_t start = 0, last_break = 0;
    float width = 0;
    const auto end_line = [&](std::size_t end) {
        lines.push_back(without_trailing_spaces(text.substr(start, end - start)));
        breaks.widest = std::max(breaks.widest, ruler.width(lines.back()));
    };
    for (std::size_t at = 0; at < text.size();) {
        std::size_t next = at;
        const unsigned int code = next_code_point(text, next);
        const float advance = ruler.advance(code);
        // Again when what stood after the break is too wide with this letter, too.
        while (width + advance > limit + 0.01f && code != ' ' && at > start) {
            const bool at_break = last_break > start;
            const std::size_t end = at_break ? last_break : at;
            const std::size_t more = at_break ? word_end(text, end) : next;
            breaks.kept &= at_break;
            breaks.longer = std::min(breaks.longer, ruler.width(text.substr(start, more - start)));
            end_line(end);
            start = end;
            width = ruler.width(text.substr(start, at - start));
        }
        width += advance;
        at = next;
        if (at_breaks && may_break_after(code)) last_break = at;
    }
    end_line(text.size());
    return breaks;
}

Breaks wrap_all(Ruler& ruler, std::string_view text, float limit,
                std::vector<std::string_view>& lines) {
    Breaks all;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view part = text.substr(0, end);
        const std::size_t before = lines.size();
        Breaks breaks = wrap_one(ruler, part, limit, lines, !is_address(part));
        if (!breaks.kept && is_one_word(part)) {
            lines.resize(before);
            breaks = wrap_one(ruler, part, limit, lines, false);
        }
        all = {all.kept && breaks.kept, std::max(all.widest, breaks.widest),
               std::min(all.longer, breaks.longer)};
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return all;
}

// Letters that run from right to left, and join.
bool runs_left(unsigned int code) {
    return (code >= 0x590 && code < 0x900) || (code >= 0xFB1D && code < 0xFF00);
}

bool has_letter(ImFont* font, unsigned int code) {
    return code <= 0xFFFF && font->IsGlyphInFont(static_cast<ImWchar>(code));
}

} // namespace

bool has_letters(const Fonts& fonts, std::string_view text) {
    if (!fonts.regular) return text.empty();
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const unsigned int code = next_code_point(text, at);
        if (runs_left(code) || !has_letter(fonts.regular, code) || !has_letter(fonts.bold, code))
            return false;
    }
    return true;
}

float text_width(const Fonts& fonts, const TextStyle& style, std::string_view text) {
    return Ruler{fonts, style}.width(text);
}

void draw_text(ImDrawList& list, const Fonts& fonts, const TextStyle& style, Color color, float x,
               float y, std::string_view text, Align align) {
    if (text.empty() || !has_letters(fonts, text)) return;
    if (align != Align::left) {
        const float width = text_width(fonts, style, text);
        x -= align == Align::center ? width / 2 : width;
    }
    const float size = font_size(fonts, style);
    const ImVec2 at{std::round(x), std::round(y + (style.line_height - size) / 2)};
    if (fonts.drawn)
        fonts.drawn->push_back({std::string{text},
                                {at.x, y, text_width(fonts, style, text), style.line_height},
                                {size / fonts.line_per_em, style.line_height, style.bold}});
    if (fonts.only_listen) return;
    ImFont* font = font_of(fonts, style);
    const char* bytes = text.data();
    if (fonts.letter_spacing == 0 && fonts.word_spacing == 0) {
        list.AddText(font, size, at, color.packed(), bytes, bytes + text.size());
        return;
    }
    Ruler ruler{fonts, style};
    float pen = at.x;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t from = i;
        const unsigned int code = next_code_point(text, i);
        if (code != ' ')
            list.AddText(font, size, {std::round(pen), at.y}, color.packed(), bytes + from,
                         bytes + i);
        pen += ruler.advance(code);
    }
}

std::vector<std::string_view> wrap(const Fonts& fonts, const TextStyle& style,
                                   std::string_view text, float width) {
    constexpr float hair = 1.2f; // what browsers' widths of a line differ from ours by
    constexpr int tries = 4;
    std::vector<std::string_view> lines;
    Ruler ruler{fonts, style};
    Breaks breaks = wrap_all(ruler, text, width, lines);
    for (int i = 0; i < tries && lines.size() > 1 && breaks.longer - breaks.widest < hair; ++i) {
        std::vector<std::string_view> others;
        const Breaks narrower = wrap_all(ruler, text, breaks.widest - 0.02f, others);
        if (breaks.kept && !narrower.kept) break;
        lines = std::move(others);
        breaks = narrower;
    }
    return lines;
}

bool is_one_word(std::string_view text) {
    return text.find(' ') == std::string_view::npos;
}

bool is_address(std::string_view text) {
    return is_one_word(text) && text.find('/') != std::string_view::npos;
}

std::size_t word_end(std::string_view text, std::size_t begin) {
    for (std::size_t at = begin; at < text.size();) {
        const std::size_t start = at;
        const unsigned int code = next_code_point(text, at);
        if (code == ' ' || code == '\n') return start;
        if (may_break_after(code)) return at;
    }
    return text.size();
}

float longest_word(const Fonts& fonts, const TextStyle& style, std::string_view text) {
    float longest = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        longest = std::max(longest, text_width(fonts, style, text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

float balanced_width(const Fonts& fonts, const TextStyle& style, std::string_view text,
                     float width) {
    const std::size_t lines = wrap(fonts, style, text, width).size();
    if (lines < 2) return width;
    // Narrower than that a word would break, and perhaps in no more lines.
    float low = std::clamp(std::ceil(longest_word(fonts, style, text)), width / 2, width);
    float high = width;
    while (high - low > 4) {
        const float middle = (low + high) / 2;
        (wrap(fonts, style, text, middle).size() > lines ? low : high) = middle;
    }
    return high;
}

float text_height(const Fonts& fonts, const TextStyle& style, std::string_view text, float width) {
    return static_cast<float>(wrap(fonts, style, text, width).size()) * style.line_height;
}

float draw_paragraph(ImDrawList& list, const Fonts& fonts, const TextStyle& style, Color color,
                     float x, float y, float width, std::string_view text, Align align) {
    const float anchor = align == Align::left     ? x
                         : align == Align::center ? x + width / 2
                                                  : x + width;
    float used = 0;
    for (std::string_view line : wrap(fonts, style, text, width)) {
        draw_text(list, fonts, style, color, anchor, y + used, line, align);
        used += style.line_height;
    }
    return used;
}

} // namespace tautline::ui
