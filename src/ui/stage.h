// The stage: lays a Screen out and paints it with Dear ImGui draw lists. The DOM lies over the
// painting and owns keyboard, focus, clicks and values; the stage only reports where each node is
// and paints the state it is told. All lengths are CSS pixels. Content coordinates start at the
// page's top left and do not move when scrolling; the banner is laid out in viewport coordinates
// when it is sticky (Layout::banner_sticky).
#pragma once

#include "ui/types.h"
#include "view/screen/screen.h"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

struct ImDrawData;

namespace tautline::ui {

struct DrawnText; // ui/theme.h

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
