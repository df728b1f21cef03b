// Words on a draw list: measuring, wrapping and drawing at any size, crisp at every pixel ratio.
// Wants the theme's fonts to be set (the stage does it). Widths and wraps are pure functions of
// their arguments.
#pragma once

#include "ui/theme.h"

#include <string_view>
#include <vector>

struct ImDrawList;

namespace tautline::ui {

enum class Align : std::uint8_t { left, center, right };

// Width of one line, CSS pixels.
float text_width(const Fonts& fonts, const TextStyle& style, std::string_view text);

// Whether the typeface has every letter, in both weights, and they run from left to right. A text
// of which that is not true is never drawn: question marks would stand for its letters.
bool has_letters(const Fonts& fonts, std::string_view text);

// Draws one line. `y` is the top of its line box (style.line_height high); `x` the left, centre or
// right of it.
void draw_text(ImDrawList& list, const Fonts& fonts, const TextStyle& style, Color color, float x,
               float y, std::string_view text, Align align = Align::left);

// Breaks text into lines no wider than `width`, at spaces, after hyphens and dashes, and inside a
// word only when the word alone is too wide. Text of one word that is too wide is cut at its
// letters alone, and so is an address: a browser can be told to do the same, and has rules of its
// own for the signs in it. Where only a hair decides whether one more word fits, lines are a little
// narrower, so that a browser, which measures a little otherwise, breaks alike. '\n' breaks always.
// The views point into `text`.
std::vector<std::string_view> wrap(const Fonts& fonts, const TextStyle& style,
                                   std::string_view text, float width);

// Behind the word that begins there: where a line may end again.
std::size_t word_end(std::string_view text, std::size_t begin);
// Holds no space.
bool is_one_word(std::string_view text);
// One word with a slash in it.
bool is_address(std::string_view text);

// Width of the widest of its words.
float longest_word(const Fonts& fonts, const TextStyle& style, std::string_view text);

// The narrowest width (not under half, nor of its longest word) at which the text has as few lines
// as at `width`: evens out the lines of a heading, as CSS's "text-wrap: balance" does.
float balanced_width(const Fonts& fonts, const TextStyle& style, std::string_view text,
                     float width);

// Height of `text` wrapped to `width`.
float text_height(const Fonts& fonts, const TextStyle& style, std::string_view text, float width);

// Draws wrapped lines from the top left corner (or, aligned, within `width`); gives the height
// used.
float draw_paragraph(ImDrawList& list, const Fonts& fonts, const TextStyle& style, Color color,
                     float x, float y, float width, std::string_view text,
                     Align align = Align::left);

} // namespace tautline::ui
