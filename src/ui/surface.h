// One draw list, one font atlas and one frame's draw data: the parts of Dear ImGui that paint, used
// as its own header describes ("you may create and use your own ImDrawListSharedData"), without a
// context. Widgets, navigation and windows are the DOM's business here, and leaving them out keeps
// two thirds of Dear ImGui out of the page. Renderers treat the draw data as any backend with
// ImGuiBackendFlags_RendererHasTextures does, and honour VtxOffset.
#pragma once

#include "ui/theme.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <cstdint>
#include <span>
#include <vector>

namespace tautline::ui {

class Surface {
public:
    // Copies the fonts. When they are no typeface (ui/text/typeface_file.h), words are not painted.
    Surface(std::span<const std::uint8_t> regular_font, std::span<const std::uint8_t> bold_font);
    ~Surface();
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;

    bool has_typeface() const { return !typefaces_.empty(); }
    // The usual typeface, or the second once there is one; without fonts when there is none.
    Fonts fonts(bool second = false) const {
        if (!has_typeface()) return {};
        return typefaces_[second && typefaces_.size() > 1 ? 1 : 0].fonts;
    }
    // False: these are none, and nothing changed.
    bool add_typeface(std::span<const std::uint8_t> regular_font,
                      std::span<const std::uint8_t> bold_font);
    // Glyphs measured and baked from now on are for this pixel ratio.
    void set_density(float device_pixel_ratio);

    // Between begin and end, draw on the list in CSS pixels. The draw data is valid until the next
    // begin.
    ImDrawList& begin(float width, float height, float device_pixel_ratio);
    ImDrawData* end();
    // A list for measuring only: nothing on it is shown.
    ImDrawList& scratch();

    void forget_textures();

private:
    ImFont* add_font(const std::vector<std::uint8_t>& file);

    struct Typeface {
        std::vector<std::uint8_t> regular_file, bold_file; // the atlas reads them again and again
        Fonts fonts;
    };

    std::vector<Typeface> typefaces_;
    ImFontAtlas atlas_;
    ImDrawListSharedData shared_;
    ImDrawList list_{&shared_}, scratch_{&shared_};
    ImDrawData data_;
    int frame_ = 0;
};

} // namespace tautline::ui
