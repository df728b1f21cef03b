// Whether bytes are a typeface that can be painted with. What reads typefaces (stb_truetype) trusts
// every number in them and would read past the end, count for ever or ask for gigabytes, so nothing
// reaches it that did not pass here. Knows only the form that build-scripts/lib/fonts.mjs writes:
// TrueType outlines, short offsets, one table of characters without gaps in its segments,
// composites one deep. Any other typeface is refused, be it sound or not.
#pragma once

#include <cstdint>
#include <span>

namespace tautline::ui {

bool is_typeface(std::span<const std::uint8_t> file);

// (ascent + descent) / em, as ImGui's font sizes count; 1.2 when the file can't be read.
float line_per_em(std::span<const std::uint8_t> file);

} // namespace tautline::ui
