// Dear ImGui's draw data in the flat form that web/engine/engine.js reads: one array of vertices,
// one of indices, commands and texture changes. All members are four bytes wide, so both sides
// agree on the layout; the offsets are asserted.
#pragma once

#include <cstdint>
#include <vector>

struct ImDrawData;

namespace tautline::page {

struct Command {
    std::uint32_t index_offset, index_count; // in indices, from the start of the frame's
    std::uint32_t vertex_offset;             // index 0 means this vertex
    std::uint32_t texture;
    float clip[4]; // left, top, right, bottom; CSS pixels
};

struct TextureUpdate {
    std::uint32_t id, action; // 1 create, 2 change a part, 3 destroy
    std::uint32_t bytes_per_pixel, texture_width, texture_height;
    std::uint32_t x, y, width, height; // of the part
    const std::uint8_t* pixels;        // of the part, row after row without gaps
};

struct Frame {
    const void* vertices;
    std::uint32_t vertex_bytes;
    const void* indices;
    std::uint32_t index_bytes;
    const Command* commands;
    std::uint32_t command_count;
    const TextureUpdate* textures;
    std::uint32_t texture_count;
    float left, top, width, height; // of what the picture shows, CSS pixels
    float scale;                    // device pixels for a CSS pixel
};

// Keeps what a Frame points to until the next one.
class Flattener {
public:
    // Marks every texture change as done: the caller must carry them out.
    const Frame& flatten(ImDrawData& data);

private:
    void take_textures(ImDrawData& data);

    std::vector<std::uint8_t> vertices_, indices_;
    std::vector<Command> commands_;
    std::vector<TextureUpdate> textures_;
    std::vector<std::vector<std::uint8_t>> parts_;
    std::uint32_t next_texture_ = 1;
    Frame frame_{};
};

} // namespace tautline::page
