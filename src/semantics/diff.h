// Screen + rectangles → the ops that turn the page from the previous one into the next. Pure: the
// caller keeps the previous Surface. Knows nothing of how the rectangles came about, of ImGui or of
// JavaScript.
#pragma once

#include "view/screen/screen.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tautline::semantics {

// CSS pixels in page coordinates (for a sticky banner and all that is in it: viewport coordinates).
struct Rect {
    float x = 0, y = 0, width = 0, height = 0;
    friend bool operator==(const Rect&, const Rect&) = default;
};

// Where the painting has a text: its first line's corner from the node's, the width at which it
// breaks (inside words, too), CSS font-size, line-height and weight. A size of 0: nowhere.
struct TextPlace {
    float x = 0, y = 0, width = 0, size = 0, line_height = 0, weight = 0;
    bool inside_words = false;
    friend bool operator==(const TextPlace&, const TextPlace&) = default;
};
struct NodeTexts {
    TextPlace label, value;
    friend bool operator==(const NodeTexts&, const NodeTexts&) = default;
};

enum class Skin : std::uint8_t {
    stage,    // transparent controls over the painting
    document, // the same elements as an ordinary visible page
};
enum class Scheme : std::uint8_t { light, dark, contrast, contrast_dark, warm };

struct Page {
    std::string address; // of the screen, without "#/": what the address bar shows
    Skin skin = Skin::stage;
    Scheme scheme = Scheme::light;
    bool banner_sticky = true;
    float width = 0, height = 0, banner_height = 0;
    float text_scale = 1;
    bool second_typeface = false, wide_spacing = false, arrow_keys = false;
    friend bool operator==(const Page&, const Page&) = default;
};

struct Surface {
    view::Screen screen;
    std::vector<Rect> rects;      // one for each node; empty in the document skin
    std::vector<NodeTexts> texts; // the same
    Page page;
};

// The op buffer (ops.h). A default Surface is the empty page.
std::vector<std::uint8_t> diff(const Surface& previous, const Surface& next);

// Each node's rectangle relative to its parent's. A container's box is at least the union of its
// children's boxes, so that assistive technology that explores by touch finds true bounds.
std::vector<Rect> relative_rects(const view::Screen& screen, const std::vector<Rect>& rects);

} // namespace tautline::semantics
