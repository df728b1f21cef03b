#include "ui/raster/raster.h"

#include "ui/raster/spans.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace tautline::ui {
namespace {

using raster::Clip;
using raster::Corner;
using raster::Target;
using raster::Texture;

void take_over_textures(ImDrawData& data) {
    if (!data.Textures) return;
    for (ImTextureData* texture : *data.Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->BackendUserData = nullptr;
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_OK &&
                   texture->Status != ImTextureStatus_Destroyed) {
            texture->SetTexID(static_cast<ImTextureID>(texture->UniqueID));
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

Texture texture_of(const ImDrawData& data, ImTextureID id) {
    if (data.Textures) {
        for (const ImTextureData* texture : *data.Textures) {
            if (texture->TexID == id && texture->Pixels && texture->BytesPerPixel == 4) {
                return {texture->Pixels, texture->Width, texture->Height};
            }
        }
    }
    return {};
}

// One command: its triangles in order. Two that make an upright rectangle (a glyph, a plain box)
// take the short way.
class CommandPainter {
public:
    CommandPainter(const Target& target, const Clip& clip, const Texture& texture, ImVec2 offset,
                   ImVec2 scale)
        : target_{target}, clip_{clip}, texture_{texture}, offset_{offset}, scale_{scale} {}

    void paint(const ImDrawVert* vertices, const ImDrawIdx* indices, unsigned int count) {
        for (unsigned int i = 0; i + 2 < count;) {
            if (i + 5 < count && is_quad(vertices, indices + i)) {
                raster::fill_quad(target_, clip_, texture_, corner(vertices[indices[i]]),
                                  corner(vertices[indices[i + 2]]));
                i += 6;
            } else {
                raster::fill_triangle(target_, clip_, texture_, corner(vertices[indices[i]]),
                                      corner(vertices[indices[i + 1]]),
                                      corner(vertices[indices[i + 2]]));
                i += 3;
            }
        }
    }

private:
    static bool is_quad(const ImDrawVert* vertices, const ImDrawIdx* at) {
        if (at[3] != at[0] || at[4] != at[2]) return false;
        const ImDrawVert &a = vertices[at[0]], &b = vertices[at[1]], &c = vertices[at[2]],
                         &d = vertices[at[5]];
        return a.col == b.col && a.col == c.col && a.col == d.col && a.pos.y == b.pos.y &&
               c.pos.y == d.pos.y && a.pos.x == d.pos.x && b.pos.x == c.pos.x &&
               a.pos.x <= c.pos.x && a.pos.y <= c.pos.y && a.uv.y == b.uv.y && c.uv.y == d.uv.y &&
               a.uv.x == d.uv.x && b.uv.x == c.uv.x;
    }

    Corner corner(const ImDrawVert& vertex) const {
        return {(vertex.pos.x - offset_.x) * scale_.x, (vertex.pos.y - offset_.y) * scale_.y,
                vertex.uv.x, vertex.uv.y, vertex.col};
    }

    const Target& target_;
    const Clip& clip_;
    const Texture& texture_;
    ImVec2 offset_, scale_;
};

} // namespace

void cut_down(ImDrawData& data, const Rect& part) {
    const ImVec2 scale = data.FramebufferScale, origin = data.DisplayPos;
    const auto first = [](float from, float by) { return std::floor(from * by) / by; };
    const auto past = [](float to, float by) { return std::ceil(to * by) / by; };
    const ImVec2 from{first(part.x - origin.x, scale.x), first(part.y - origin.y, scale.y)};
    const ImVec2 to{past(part.x + part.width - origin.x, scale.x),
                    past(part.y + part.height - origin.y, scale.y)};
    data.DisplayPos = {origin.x + from.x, origin.y + from.y};
    data.DisplaySize = {to.x - from.x, to.y - from.y};
}

bool textures_are_current(const ImDrawData& data) {
    if (!data.Textures) return true;
    return std::all_of(data.Textures->begin(), data.Textures->end(),
                       [](const ImTextureData* texture) {
                           return texture->Status == ImTextureStatus_OK ||
                                  texture->Status == ImTextureStatus_Destroyed;
                       });
}

void rasterize(ImDrawData& data, Image& image) {
    take_over_textures(data);
    const ImVec2 scale = data.FramebufferScale, offset = data.DisplayPos;
    image.width = std::max(static_cast<int>(data.DisplaySize.x * scale.x + 0.5f), 0);
    image.height = std::max(static_cast<int>(data.DisplaySize.y * scale.y + 0.5f), 0);
    const std::size_t pixels =
        static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
    image.pixels.assign(pixels, 0xFF000000u);
    const Target target{image.pixels.data(), image.width, image.height};
    for (const ImDrawList* list : data.CmdLists) {
        for (const ImDrawCmd& command : list->CmdBuffer) {
            if (command.UserCallback) continue;
            const ImVec4& rect = command.ClipRect;
            const Clip clip{
                std::max(static_cast<int>((rect.x - offset.x) * scale.x), 0),
                std::max(static_cast<int>((rect.y - offset.y) * scale.y), 0),
                std::min(static_cast<int>(std::ceil((rect.z - offset.x) * scale.x)), image.width),
                std::min(static_cast<int>(std::ceil((rect.w - offset.y) * scale.y)), image.height)};
            if (clip.left >= clip.right || clip.top >= clip.bottom) continue;
            const Texture texture = texture_of(data, command.GetTexID());
            CommandPainter{target, clip, texture, offset, scale}.paint(
                list->VtxBuffer.Data + command.VtxOffset, list->IdxBuffer.Data + command.IdxOffset,
                command.ElemCount);
        }
    }
}

} // namespace tautline::ui
