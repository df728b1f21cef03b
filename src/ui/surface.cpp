#include "ui/surface.h"

#include "ui/text/typeface_file.h"

#include <algorithm>
#include <cstdarg>

// Dear ImGui formats names of fonts and windows with these; nobody reads them here, and C's printf
// is large (base/text.h).
int ImFormatStringV(char* buffer, std::size_t size, const char*, std::va_list) {
    if (buffer != nullptr && size > 0) *buffer = 0;
    return 0;
}
int ImFormatString(char* buffer, std::size_t size, const char* format, ...) {
    std::va_list none{};
    return ImFormatStringV(buffer, size, format, none);
}

namespace tautline::ui {

Surface::Surface(std::span<const std::uint8_t> regular_font,
                 std::span<const std::uint8_t> bold_font) {
    atlas_.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    atlas_.TexMaxWidth = atlas_.TexMaxHeight = 4096; // what any WebGL2 device takes
    atlas_.RendererHasTextures = true;
    ImFontAtlasAddDrawListSharedData(&atlas_, &shared_);
    shared_.FontAtlas = &atlas_;
    // With no font an atlas would add one of Dear ImGui's own, and that is not in this build.
    if (!add_typeface(regular_font, bold_font)) ImFontAtlasBuildInit(&atlas_);
    shared_.Font = fonts().regular;
    shared_.CurveTessellationTol = 0.6f;
    shared_.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill |
                           ImDrawListFlags_AllowVtxOffset;
    begin(1, 1, 1);
    end();
}

Surface::~Surface() {
    data_.Clear();
    ImFontAtlasRemoveDrawListSharedData(&atlas_, &shared_);
    list_._SetDrawListSharedData(nullptr);
    scratch_._SetDrawListSharedData(nullptr);
    for (ImTextureData* texture : atlas_.TexList) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->BackendUserData = nullptr;
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
}

ImFont* Surface::add_font(const std::vector<std::uint8_t>& file) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.PixelSnapH = false;
    // ImGui wants a mutable pointer but, not owning the data, only reads it.
    void* bytes = const_cast<std::uint8_t*>(file.data());
    return atlas_.AddFontFromMemoryTTF(bytes, static_cast<int>(file.size()), 22, &config);
}

bool Surface::add_typeface(std::span<const std::uint8_t> regular_font,
                           std::span<const std::uint8_t> bold_font) {
    if (!is_typeface(regular_font) || !is_typeface(bold_font)) return false;
    // A vector's bytes stay where they are when the vector itself is moved.
    Typeface& added = typefaces_.emplace_back();
    added.regular_file.assign(regular_font.begin(), regular_font.end());
    added.bold_file.assign(bold_font.begin(), bold_font.end());
    added.fonts.regular = add_font(added.regular_file);
    added.fonts.bold = add_font(added.bold_file);
    added.fonts.line_per_em = line_per_em(added.regular_file);
    return true;
}

void Surface::set_density(float device_pixel_ratio) {
    const float density = std::clamp(device_pixel_ratio, 0.25f, 8.0f);
    for (const Typeface& typeface : typefaces_) {
        typeface.fonts.regular->CurrentRasterizerDensity = density;
        typeface.fonts.bold->CurrentRasterizerDensity = density;
    }
}

ImDrawList& Surface::begin(float width, float height, float device_pixel_ratio) {
    const float density = std::clamp(device_pixel_ratio, 0.25f, 8.0f);
    data_.Clear();
    ImFontAtlasUpdateNewFrame(&atlas_, ++frame_, true);
    ImFontAtlasUpdateDrawListsSharedData(&atlas_);
    set_density(density);
    shared_.ClipRectFullscreen = {0, 0, width, height};
    shared_.InitialFringeScale = 1 / density; // edges one device pixel soft
    shared_.SetCircleTessellationMaxError(0.25f / density);
    list_._ResetForNewFrame();
    list_.PushTexture(atlas_.TexRef);
    list_.PushClipRectFullScreen();
    data_.DisplayPos = {0, 0};
    data_.DisplaySize = {width, height};
    data_.FramebufferScale = {density, density};
    return list_;
}

ImDrawList& Surface::scratch() {
    scratch_._ResetForNewFrame();
    scratch_.PushTexture(atlas_.TexRef);
    scratch_.PushClipRect({0, 0}, {1, 1});
    return scratch_;
}

ImDrawData* Surface::end() {
    list_.PopClipRect();
    list_.PopTexture();
    data_.Valid = true;
    data_.Textures = &atlas_.TexList;
    data_.AddDrawList(&list_);
    return &data_;
}

void Surface::forget_textures() {
    for (ImTextureData* texture : atlas_.TexList) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->BackendUserData = nullptr;
        texture->SetStatus(ImTextureStatus_Destroyed); // the next frame asks for it anew
    }
}

} // namespace tautline::ui
