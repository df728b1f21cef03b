#include "ui/surface.h"

#include <algorithm>
#include <cstdarg>
#include <cstring>

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
namespace {

unsigned int u16(std::span<const std::uint8_t> bytes, std::size_t at) {
    return at + 2 <= bytes.size() ? static_cast<unsigned int>(bytes[at] << 8 | bytes[at + 1]) : 0;
}

std::size_t u32(std::span<const std::uint8_t> bytes, std::size_t at) {
    return static_cast<std::size_t>(u16(bytes, at)) << 16 | u16(bytes, at + 2);
}

// Where a table of a TrueType file begins; 0 when it has none.
std::size_t table_start(std::span<const std::uint8_t> font, const char* tag) {
    const std::size_t tables = u16(font, 4);
    for (std::size_t i = 0; i < tables; ++i) {
        const std::size_t entry = 12 + 16 * i;
        if (entry + 16 <= font.size() && std::memcmp(font.data() + entry, tag, 4) == 0)
            return u32(font, entry + 8);
    }
    return 0;
}

} // namespace

float line_per_em(std::span<const std::uint8_t> font) {
    const std::size_t head = table_start(font, "head"), hhea = table_start(font, "hhea");
    const auto units = static_cast<float>(u16(font, head + 18));
    const auto ascent = static_cast<float>(static_cast<std::int16_t>(u16(font, hhea + 4)));
    const auto descent = static_cast<float>(static_cast<std::int16_t>(u16(font, hhea + 6)));
    return head != 0 && hhea != 0 && units > 0 && ascent > descent ? (ascent - descent) / units
                                                                   : 1.2f;
}

Surface::Surface(std::span<const std::uint8_t> regular_font,
                 std::span<const std::uint8_t> bold_font) {
    atlas_.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    atlas_.TexMaxWidth = atlas_.TexMaxHeight = 4096; // what any WebGL2 device takes
    atlas_.RendererHasTextures = true;
    ImFontAtlasAddDrawListSharedData(&atlas_, &shared_);
    shared_.FontAtlas = &atlas_;
    add_typeface(regular_font, bold_font);
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

void Surface::add_typeface(std::span<const std::uint8_t> regular_font,
                           std::span<const std::uint8_t> bold_font) {
    // A vector's bytes stay where they are when the vector itself is moved.
    Typeface& added = typefaces_.emplace_back();
    added.regular_file.assign(regular_font.begin(), regular_font.end());
    added.bold_file.assign(bold_font.begin(), bold_font.end());
    added.fonts.regular = add_font(added.regular_file);
    added.fonts.bold = add_font(added.bold_file);
    added.fonts.line_per_em = line_per_em(added.regular_file);
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
