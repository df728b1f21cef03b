// The stage: lays a Screen out and paints it with Dear ImGui draw lists. The DOM lies over the
// painting and owns keyboard, focus, clicks and values; the stage only reports where each node is
// and paints the state it is told. All lengths are CSS pixels. Content coordinates start at the
// page's top left and do not move when scrolling; the banner is laid out in viewport coordinates
// when it is sticky (Layout::banner_sticky).
#pragma once

#include "view/screen/screen.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

struct ImDrawData;

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
struct DrawnText; // ui/theme.h

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

class Stage {
public:
    // Takes copies of the two font files. When they are no typeface, be they any bytes at all,
    // everything is painted but words.
    Stage(std::span<const std::uint8_t> regular_font, std::span<const std::uint8_t> bold_font);
    ~Stage();
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    bool has_typeface() const;
    // Every word can be painted; else the screen is for the document skin. The name of a language
    // that runs from right to left does not count: the page shows it over the painting
    // (web/style/stage.css), and what a figure calls its parts its description says, too.
    bool can_paint(const view::Screen& screen, const Settings& settings) const;

    // Cheap when nothing changed: keeps the last layout for an equal screen, viewport width and
    // settings.
    const Layout& lay_out(const view::Screen& screen, const Viewport& viewport,
                          const Settings& settings);

    // Paints one frame; `seconds` is a clock for small movements (0 when motion is reduced). The
    // draw data is valid until the next call. In the document skin only the figure `only_figure` is
    // painted, at the viewport's size.
    ImDrawData* paint(const view::Screen& screen, const Viewport& viewport,
                      const Settings& settings, const Interaction& interaction, double seconds);
    ImDrawData* paint_figure(const view::Node& figure, float width, float height,
                             float device_pixel_ratio, const Settings& settings, double seconds);

    // From now on every line of text that is painted is written down there too, for the audit that
    // compares the picture with the tree; null ends it.
    void listen(std::vector<DrawnText>* drawn);

    // A second typeface to choose in the settings; takes copies. Every layout is made anew. False:
    // these files are none, and nothing changed.
    bool add_second_typeface(std::span<const std::uint8_t> regular_font,
                             std::span<const std::uint8_t> bold_font);

    // After a lost graphics context: every texture is handed out anew.
    void forget_textures();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace tautline::ui
