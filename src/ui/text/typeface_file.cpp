#include "ui/text/typeface_file.h"

#include <cstddef>
#include <cstring>

namespace tautline::ui {
namespace {

using Span = std::span<const std::uint8_t>;

constexpr std::size_t largest_file = 1 << 20;
constexpr unsigned int most_points = 1024, most_parts = 16; // of one glyph; real ones: 97 and 3
constexpr int furthest_em = 2; // how far a point may lie from the origin; real ones: 1.1

// Past the end everything is 0; whoever counts with what was read checks its place first.
unsigned int u16(Span bytes, std::size_t at) {
    return at + 2 <= bytes.size() ? static_cast<unsigned int>(bytes[at] << 8 | bytes[at + 1]) : 0;
}
int s16(Span bytes, std::size_t at) {
    return static_cast<std::int16_t>(u16(bytes, at));
}
std::size_t u32(Span bytes, std::size_t at) {
    return static_cast<std::size_t>(u16(bytes, at)) << 16 | u16(bytes, at + 2);
}

// The first table of that name, as its reader looks for it; empty when it is missing, shorter than
// `least` or not whole.
Span table(Span file, const char* tag, std::size_t least) {
    const std::size_t tables = u16(file, 4);
    for (std::size_t entry = 12; entry < 12 + 16 * tables; entry += 16) {
        if (entry + 16 > file.size()) break;
        if (std::memcmp(file.data() + entry, tag, 4) != 0) continue;
        const std::size_t start = u32(file, entry + 8), size = u32(file, entry + 12);
        if (start > file.size() || size > file.size() - start || size < least) return {};
        return file.subspan(start, size);
    }
    return {};
}

// One table of characters in segments (format 4), each of them whole inside the glyphs. The numbers
// that a search through it starts from are those that its length asks for.
bool maps_to_glyphs(Span cmap, unsigned int glyphs) {
    const Span map = cmap.size() > 12 ? cmap.subspan(12) : Span{};
    const unsigned int segments = u16(map, 6) / 2, range = u16(map, 8), steps = u16(map, 10);
    if (u32(cmap, 0) != 1 || u32(cmap, 4) != 0x30001 || u32(cmap, 8) != 12 || u16(map, 0) != 4 ||
        segments == 0 || map.size() < 16 + std::size_t{8} * segments || steps > 14 ||
        range != 2u << steps || range + u16(map, 12) != 2 * segments)
        return false;
    for (std::size_t i = 0; i < segments; ++i) {
        const auto column = [&](std::size_t number) {
            return u16(map, 14 + (number > 0 ? 2 : 0) + 2 * (number * segments + i));
        };
        const unsigned int last = column(0), first = column(1), delta = column(2);
        if (first > last || column(3) != 0) return false;
        if (((first + delta) & 0xffff) + (last - first) >= glyphs) return false;
    }
    return true;
}

// An outline of its own: contours of points, each point in its place.
bool is_outline(Span glyph, int furthest) {
    const auto contours = static_cast<std::size_t>(s16(glyph, 0));
    unsigned int points = 0;
    for (std::size_t i = 0; i < contours; ++i) {
        const unsigned int end = u16(glyph, 10 + 2 * i) + 1;
        if (end <= points || end > most_points) return false;
        points = end;
    }
    std::size_t at = 10 + 2 * contours;
    if (u16(glyph, at) != 0) return false; // a hinting program
    at += 2;
    std::uint8_t flags[most_points];
    for (unsigned int seen = 0; seen < points;) {
        if (at + 2 > glyph.size()) return false;
        const std::uint8_t flag = glyph[at++];
        const unsigned int times = (flag & 8) != 0 ? glyph[at++] + 1u : 1u;
        if (times > points - seen) return false;
        std::memset(flags + seen, flag, times);
        seen += times;
    }
    for (const unsigned int axis : {0u, 1u}) { // x, then y
        const unsigned int is_short = 2u << axis, is_same = 16u << axis;
        int place = 0;
        for (unsigned int i = 0; i < points; ++i) {
            const bool same = (flags[i] & is_same) != 0;
            const std::size_t size = (flags[i] & is_short) != 0 ? 1 : same ? 0 : 2;
            if (at + size > glyph.size()) return false;
            if (size == 1) place += same ? glyph[at] : -glyph[at];
            if (size == 2) place += s16(glyph, at);
            at += size;
            if (place > furthest || place < -furthest) return false;
        }
    }
    return true;
}

// An outline made of others, by their numbers.
template <class IsPart>
bool is_composite(Span glyph, int furthest, IsPart is_part) {
    std::size_t at = 10;
    for (unsigned int part = 0; part < most_parts; ++part) {
        const unsigned int flags = u16(glyph, at), number = u16(glyph, at + 2);
        const bool words = (flags & 1) != 0;
        const std::size_t places = at + 4;
        at = places + (words ? 4 : 2) + ((flags & 8) != 0 ? 2 : 0); // 8: a scale, at most 2
        if (at > glyph.size() || (flags & 0xc2) != 2 || !is_part(number)) return false;
        for (std::size_t i = 0; words && i < 2; ++i) {
            const int place = s16(glyph, places + 2 * i);
            if (place > furthest || place < -furthest) return false;
        }
        if ((flags & 0x20) == 0) return true;
    }
    return false;
}

bool has_sound_box(Span glyph, int furthest) {
    for (std::size_t at = 2; at < 10; at += 2) {
        const int place = s16(glyph, at);
        if (place > furthest || place < -furthest) return false;
    }
    return s16(glyph, 2) <= s16(glyph, 6) && s16(glyph, 4) <= s16(glyph, 8);
}

} // namespace

bool is_typeface(Span file) {
    if (file.size() < 12 || file.size() > largest_file || u32(file, 0) != 0x10000 ||
        file.size() < 12 + std::size_t{16} * u16(file, 4))
        return false;
    const Span head = table(file, "head", 54), hhea = table(file, "hhea", 36),
               maxp = table(file, "maxp", 6), glyf = table(file, "glyf", 1);
    const int em = static_cast<int>(u16(head, 18)), furthest = em * furthest_em;
    const int line = s16(hhea, 4) - s16(hhea, 6);
    const unsigned int glyphs = u16(maxp, 4);
    if (em < 16 || em > 4096 || line < em / 2 || line > 4 * em || glyphs == 0 || glyf.empty() ||
        u16(head, 50) != 0 || u16(hhea, 34) != glyphs)
        return false;
    const Span widths = table(file, "hmtx", std::size_t{4} * glyphs),
               places = table(file, "loca", std::size_t{2} * glyphs + 2);
    if (widths.empty() || places.empty() || !maps_to_glyphs(table(file, "cmap", 28), glyphs))
        return false;
    // The bytes of a glyph; none: it is blank, or its place is none.
    const auto outline = [&](std::size_t glyph) {
        const std::size_t start = 2 * u16(places, 2 * glyph), end = 2 * u16(places, 2 * glyph + 2);
        return start < end && end <= glyf.size() ? glyf.subspan(start, end - start) : Span{};
    };
    const auto is_part = [&](std::size_t glyph) {
        return glyph < glyphs && s16(outline(glyph), 0) >= 0; // the loop below looks at it
    };
    for (std::size_t glyph = 0; glyph < glyphs; ++glyph) {
        if (static_cast<int>(u16(widths, 4 * glyph)) > furthest) return false;
        const Span bytes = outline(glyph);
        if (bytes.empty() && u16(places, 2 * glyph) == u16(places, 2 * glyph + 2)) continue;
        if (bytes.size() < 10 || !has_sound_box(bytes, furthest)) return false;
        if (s16(bytes, 0) >= 0 ? !is_outline(bytes, furthest)
                               : !is_composite(bytes, furthest, is_part))
            return false;
    }
    return true;
}

float line_per_em(Span file) {
    const Span hhea = table(file, "hhea", 36);
    const auto em = static_cast<float>(u16(table(file, "head", 54), 18));
    const auto line = static_cast<float>(s16(hhea, 4) - s16(hhea, 6));
    return em > 0 && line > 0 ? line / em : 1.2f;
}

} // namespace tautline::ui
