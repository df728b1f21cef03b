// FNV-1a: stable hashes for node ids and for golden tests over raw bits. Not for security.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace tautline {

constexpr std::uint32_t fnv1a_32(std::string_view bytes) {
    std::uint32_t hash = 2166136261u;
    for (char c : bytes) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 16777619u;
    }
    return hash;
}

constexpr std::uint64_t fnv1a_64_start = 14695981039346656037ull;

inline std::uint64_t fnv1a_64(const void* data, std::size_t size,
                              std::uint64_t hash = fnv1a_64_start) {
    const auto* byte = static_cast<const unsigned char*>(data);
    for (std::size_t i = 0; i < size; ++i) {
        hash ^= byte[i];
        hash *= 1099511628211ull;
    }
    return hash;
}

} // namespace tautline
