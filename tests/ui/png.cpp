#include "png.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <vector>

namespace tautline {
namespace {

using Bytes = std::vector<std::uint8_t>;

void append_u32(Bytes& bytes, std::uint32_t value) {
    for (int shift : {24, 16, 8, 0}) {
        bytes.push_back(static_cast<std::uint8_t>(value >> shift & 255));
    }
}

std::uint32_t crc(const Bytes& bytes, std::size_t from) {
    static const auto table = [] {
        std::array<std::uint32_t, 256> made{};
        for (std::uint32_t i = 0; i < 256; ++i) {
            std::uint32_t value = i;
            for (int bit = 0; bit < 8; ++bit) {
                value = (value & 1) != 0 ? 0xEDB88320u ^ value >> 1 : value >> 1;
            }
            made[i] = value;
        }
        return made;
    }();
    std::uint32_t value = 0xFFFFFFFFu;
    for (std::size_t i = from; i < bytes.size(); ++i) {
        value = table[(value ^ bytes[i]) & 255] ^ value >> 8;
    }
    return ~value;
}

void append_chunk(Bytes& file, const char* type, const Bytes& content) {
    append_u32(file, static_cast<std::uint32_t>(content.size()));
    const std::size_t from = file.size();
    file.insert(file.end(), type, type + 4);
    file.insert(file.end(), content.begin(), content.end());
    append_u32(file, crc(file, from));
}

Bytes stored(const Bytes& raw) {
    Bytes zlib{0x78, 0x01};
    std::uint32_t a = 1, b = 0;
    for (std::size_t at = 0; at < raw.size() || at == 0;) {
        const std::size_t count = std::min<std::size_t>(65535, raw.size() - at);
        zlib.push_back(at + count >= raw.size() ? 1 : 0);
        const auto size = static_cast<std::uint32_t>(count), inverse = ~size;
        for (std::uint32_t value : {size, size >> 8, inverse, inverse >> 8}) {
            zlib.push_back(static_cast<std::uint8_t>(value & 255));
        }
        for (std::size_t i = at; i < at + count; ++i) {
            zlib.push_back(raw[i]);
            a = (a + raw[i]) % 65521;
            b = (b + a) % 65521;
        }
        at += std::max<std::size_t>(count, 1);
    }
    append_u32(zlib, b << 16 | a);
    return zlib;
}

} // namespace

bool write_png(const std::string& path, const ui::Image& image) {
    Bytes raw;
    raw.reserve(image.pixels.size() * 3 + static_cast<std::size_t>(image.height));
    std::size_t at = 0;
    for (int y = 0; y < image.height; ++y) {
        raw.push_back(0); // no filter
        for (int x = 0; x < image.width; ++x, ++at) {
            for (int shift : {0, 8, 16}) {
                raw.push_back(static_cast<std::uint8_t>(image.pixels[at] >> shift & 255));
            }
        }
    }
    Bytes file{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    Bytes header;
    append_u32(header, static_cast<std::uint32_t>(image.width));
    append_u32(header, static_cast<std::uint32_t>(image.height));
    header.insert(header.end(), {8, 2, 0, 0, 0}); // 8 bits, RGB
    append_chunk(file, "IHDR", header);
    append_chunk(file, "IDAT", stored(raw));
    append_chunk(file, "IEND", {});
    std::ofstream out{path, std::ios::binary};
    for (std::uint8_t byte : file) {
        out.put(static_cast<char>(byte));
    }
    return out.good();
}

} // namespace tautline
