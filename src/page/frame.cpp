#include "page/frame.h"

#include <imgui.h>

#include <cstddef>

namespace tautline::page {

#ifdef __EMSCRIPTEN__
static_assert(sizeof(Command) == 32 && sizeof(TextureUpdate) == 40 && sizeof(Frame) == 52);
static_assert(offsetof(Command, clip) == 16 && offsetof(Frame, left) == 32);
#endif
static_assert(sizeof(ImDrawVert) == 20 && offsetof(ImDrawVert, uv) == 8 &&
              offsetof(ImDrawVert, col) == 16);
static_assert(sizeof(ImDrawIdx) == 2);

namespace {

enum : std::uint32_t { create = 1, change = 2, destroy = 3 };

void append(std::vector<std::uint8_t>& bytes, const void* data, std::size_t size) {
    const auto* first = static_cast<const std::uint8_t*>(data);
    bytes.insert(bytes.end(), first, first + size);
}

// The changed part of a texture without the gaps between its rows.
std::vector<std::uint8_t> cut_out(ImTextureData& texture, const ImTextureRect& part) {
    std::vector<std::uint8_t> pixels;
    const std::size_t row = std::size_t{part.w} * static_cast<std::size_t>(texture.BytesPerPixel);
    for (int y = 0; y < part.h; ++y)
        append(pixels, texture.GetPixelsAt(part.x, part.y + y), row);
    return pixels;
}

} // namespace

void Flattener::take_textures(ImDrawData& data) {
    textures_.clear();
    parts_.clear();
    if (!data.Textures) return;
    for (ImTextureData* texture : *data.Textures) {
        TextureUpdate update{};
        update.bytes_per_pixel = static_cast<std::uint32_t>(texture->BytesPerPixel);
        update.texture_width = static_cast<std::uint32_t>(texture->Width);
        update.texture_height = static_cast<std::uint32_t>(texture->Height);
        switch (texture->Status) {
        case ImTextureStatus_WantCreate:
            texture->SetTexID(next_texture_++);
            update.action = create;
            update.width = update.texture_width;
            update.height = update.texture_height;
            update.pixels = texture->Pixels;
            texture->SetStatus(ImTextureStatus_OK);
            break;
        case ImTextureStatus_WantUpdates: {
            const ImTextureRect part = texture->UpdateRect;
            parts_.push_back(cut_out(*texture, part));
            update.action = change;
            update.x = part.x, update.y = part.y, update.width = part.w, update.height = part.h;
            update.pixels = parts_.back().data();
            texture->SetStatus(ImTextureStatus_OK);
            break;
        }
        case ImTextureStatus_WantDestroy:
            update.action = destroy;
            break;
        default:
            continue;
        }
        update.id = static_cast<std::uint32_t>(texture->GetTexID());
        textures_.push_back(update);
        if (update.action == destroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
    }
}

const Frame& Flattener::flatten(ImDrawData& data) {
    take_textures(data);
    vertices_.clear();
    indices_.clear();
    commands_.clear();
    for (const ImDrawList* list : data.CmdLists) {
        const auto first_vertex = static_cast<std::uint32_t>(vertices_.size() / sizeof(ImDrawVert));
        const auto first_index = static_cast<std::uint32_t>(indices_.size() / sizeof(ImDrawIdx));
        append(vertices_, list->VtxBuffer.Data,
               static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
        append(indices_, list->IdxBuffer.Data,
               static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()));
        for (const ImDrawCmd& draw : list->CmdBuffer) {
            if (draw.UserCallback || draw.ElemCount == 0) continue;
            commands_.push_back(
                {first_index + draw.IdxOffset,
                 draw.ElemCount,
                 first_vertex + draw.VtxOffset,
                 static_cast<std::uint32_t>(draw.GetTexID()),
                 {draw.ClipRect.x, draw.ClipRect.y, draw.ClipRect.z, draw.ClipRect.w}});
        }
    }
    frame_ = {vertices_.data(),       static_cast<std::uint32_t>(vertices_.size()),
              indices_.data(),        static_cast<std::uint32_t>(indices_.size()),
              commands_.data(),       static_cast<std::uint32_t>(commands_.size()),
              textures_.data(),       static_cast<std::uint32_t>(textures_.size()),
              data.DisplayPos.x,      data.DisplayPos.y,
              data.DisplaySize.x,     data.DisplaySize.y,
              data.FramebufferScale.x};
    return frame_;
}

} // namespace tautline::page
