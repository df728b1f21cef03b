// What the rooms of the stage tell one another: rectangles, the window, the person's settings, and
// where everything lies. All lengths are CSS pixels (see stage.h).
#pragma once

#include "view/screen/screen.h"

#include <cstdint>
#include <vector>

namespace tautline::ui {

struct Rect {
    float x = 0, y = 0, width = 0, height = 0;
    friend bool operator==(const Rect&, const Rect&) = default;
};

struct Viewport {
    float width = 390, height = 844; // of the visible area
    float scroll_y = 0;
    float device_pixel_ratio = 1;
    // The page stands whole in another page that scrolls: `height` is what is painted of it, and
    // the layout must not follow it, or page and frame would chase each other.
    bool flows = false;
    friend bool operator==(const Viewport&, const Viewport&) = default;
};

// Warm is light on a yellowish ground; contrast is black and white, and edges where colours were.
enum class Scheme : std::uint8_t { light, dark, contrast, contrast_dark, warm };

inline bool is_dark(Scheme scheme) {
    return scheme == Scheme::dark || scheme == Scheme::contrast_dark;
}

// At a text scale of 1 nothing is painted smaller, CSS pixels.
inline constexpr float smallest_text = 13;

struct Settings {
    Scheme scheme = Scheme::light;
    float text_scale = 1; // 1 = 18 px body text
    bool less_motion = false;
    bool second_typeface = false; // once Stage has it
    bool wide_spacing = false;    // as WCAG 1.4.12 names it
    bool fills_window = false;    // the page is as wide as the window, however wide
    friend bool operator==(const Settings&, const Settings&) = default;
};

// What the pointer and the keyboard are on, as the DOM reports it.
struct Interaction {
    view::NodeId hovered = 0, pressed = 0, focused = 0;
    bool draw_ring = false; // paint the focus ring too; in the page the DOM draws it
    friend bool operator==(const Interaction&, const Interaction&) = default;
};

// Where a text is painted: its first line's corner from the node's own, the width at which it
// breaks as it does there, its font-size and the distance between its lines. A size of 0: nowhere.
struct TextPlace {
    float x = 0, y = 0, width = 0, size = 0, line_height = 0;
    bool bold = false;
    bool inside_words = false; // one long word, cut at any letter
};
struct NodeTexts {
    TextPlace label, value;
};

struct Layout {
    std::vector<Rect> rects;      // one for each node of the screen, same order
    std::vector<NodeTexts> texts; // the same
    float width = 0, height = 0;  // of the whole page
    float banner_height = 0;
    bool banner_sticky = true;
};

} // namespace tautline::ui
