#include "ui/raster/spans.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace tautline::ui::raster {
namespace {

constexpr std::uint32_t opaque = 0xFF000000u;

// value * 255ths, rounded, for two channels of a pixel at once.
std::uint32_t blend(std::uint32_t back, std::uint32_t front, std::uint32_t alpha) {
    const std::uint32_t rest = 255 - alpha;
    std::uint32_t red_blue = (front & 0xFF00FFu) * alpha + (back & 0xFF00FFu) * rest + 0x800080u;
    red_blue = (red_blue + (red_blue >> 8 & 0xFF00FFu)) >> 8 & 0xFF00FFu;
    std::uint32_t green = (front >> 8 & 0xFFu) * alpha + (back >> 8 & 0xFFu) * rest + 0x80u;
    green = (green + (green >> 8)) >> 8 & 0xFFu;
    return opaque | red_blue | green << 8;
}

std::uint32_t scaled(std::uint32_t alpha, std::uint32_t by) { // alpha * by / 255, rounded
    const std::uint32_t product = alpha * by + 128;
    return (product + (product >> 8)) >> 8;
}

std::uint32_t* row_of(const Target& target, int y) {
    return target.pixels + static_cast<std::ptrdiff_t>(y) * target.width;
}

void fill_span(std::uint32_t* from, std::uint32_t* to, std::uint32_t color) {
    const std::uint32_t alpha = color >> 24;
    if (alpha == 255) {
        std::fill(from, to, color);
    } else if (alpha > 0) {
        for (; from < to; ++from) {
            *from = blend(*from, color, alpha);
        }
    }
}

int clamped(int value, int limit) {
    return value < 0 ? 0 : value >= limit ? limit - 1 : value;
}

// Alpha of the texture at a place in texels (16.16, texel centres at whole numbers), between its
// four neighbours.
std::uint32_t sample_alpha(const Texture& texture, int u, int v) {
    const int x = u >> 16, y = v >> 16;
    const auto part_x = static_cast<std::uint32_t>(u >> 8 & 255),
               part_y = static_cast<std::uint32_t>(v >> 8 & 255);
    const std::ptrdiff_t top =
        static_cast<std::ptrdiff_t>(clamped(y, texture.height)) * texture.width;
    const std::ptrdiff_t bottom =
        static_cast<std::ptrdiff_t>(clamped(y + 1, texture.height)) * texture.width;
    const int left = clamped(x, texture.width), right = clamped(x + 1, texture.width);
    const std::uint8_t* alpha = texture.pixels + 3;
    const std::uint32_t above =
        alpha[(top + left) * 4] * (256 - part_x) + alpha[(top + right) * 4] * part_x;
    const std::uint32_t below =
        alpha[(bottom + left) * 4] * (256 - part_x) + alpha[(bottom + right) * 4] * part_x;
    return (above * (256 - part_y) + below * part_y + 0x8000u) >> 16;
}

int texel(double place, int size) {
    return static_cast<int>(std::floor((place * size - 0.5) * 65536.0 + 0.5));
}

struct Span {
    int left = 0, right = 0;
};

// An edge's half plane in 24.8 fixed point: value(x) = start + step * x for the pixel centres of
// one row.
struct Edge {
    std::int64_t start = 0, step = 0, down = 0;

    Edge(std::int64_t ax, std::int64_t ay, std::int64_t bx, std::int64_t by, int row) {
        const std::int64_t dx = bx - ax, dy = by - ay;
        const bool top_left = dy < 0 || (dy == 0 && dx > 0);
        step = -dy * 256;
        down = dx * 256;
        start = dx * (std::int64_t{row} * 256 + 128 - ay) - dy * (128 - ax) - (top_left ? 0 : 1);
    }
    std::int64_t at(int x) const { return start + step * x; }
    void narrow(Span& span) const {
        if (step > 0) {
            const std::int64_t first = start >= 0 ? -(start / step) : (-start + step - 1) / step;
            span.left = static_cast<int>(
                std::clamp<std::int64_t>(first, span.left, std::max(span.left, span.right)));
        } else if (step < 0) {
            // Past the last pixel: floor(start / -step) + 1, the floor also for negatives.
            const std::int64_t past =
                start >= 0 ? start / -step + 1 : -((-start - step - 1) / -step) + 1;
            span.right = static_cast<int>(
                std::clamp<std::int64_t>(past, std::min(span.left, span.right), span.right));
        } else if (start < 0) {
            span.right = span.left;
        }
    }
};

// A value that changes evenly over the triangle.
struct Plane {
    double at_origin = 0, per_x = 0, per_y = 0;

    Plane(const Corner& a, const Corner& b, const Corner& c, double inverse_area, double va,
          double vb, double vc) {
        const double abx = b.x - a.x, aby = b.y - a.y, acx = c.x - a.x, acy = c.y - a.y;
        per_x = ((vb - va) * acy - (vc - va) * aby) * inverse_area;
        per_y = ((vc - va) * abx - (vb - va) * acx) * inverse_area;
        at_origin = va - per_x * a.x - per_y * a.y;
    }
    double at(int x, int y) const { return at_origin + per_x * (x + 0.5) + per_y * (y + 0.5); }
};

// A colour channel along a span, 16.16, never outside 0 to 255.
struct Ramp {
    std::int32_t value = 0, step = 0;

    Ramp(const Plane& plane, int y, Span span) {
        const auto fixed = [](double level) {
            return static_cast<std::int32_t>(std::clamp(level, 0.0, 255.0) * 65536.0 + 32768.0);
        };
        value = fixed(plane.at(span.left, y));
        const int steps = span.right - 1 - span.left;
        if (steps > 0) step = (fixed(plane.at(span.right - 1, y)) - value) / steps;
    }
    std::uint32_t next() {
        const auto level = static_cast<std::uint32_t>(value >> 16);
        value += step;
        return level;
    }
};

double channel(std::uint32_t color, int shift) {
    return static_cast<double>(color >> shift & 255u);
}

// Along one row of a triangle: a solid colour, one tint whose alpha changes (the soft edges of
// every shape), or the general case. Each sets up only what it needs, because most triangles are a
// few pixels large.
struct Solid {
    std::uint32_t color;
    void paint(std::uint32_t* row, int, Span span) const {
        fill_span(row + span.left, row + span.right, color);
    }
};

struct Tint {
    std::uint32_t color;
    Plane alpha;
    void paint(std::uint32_t* row, int y, Span span) const {
        Ramp cover{alpha, y, span};
        for (int x = span.left; x < span.right; ++x) {
            row[x] = blend(row[x], color, cover.next());
        }
    }
};

struct Shaded {
    Plane red, green, blue, alpha;
    void paint(std::uint32_t* row, int y, Span span) const {
        Ramp r{red, y, span}, g{green, y, span}, b{blue, y, span}, cover{alpha, y, span};
        for (int x = span.left; x < span.right; ++x) {
            const std::uint32_t color = r.next() | g.next() << 8 | b.next() << 16;
            row[x] = blend(row[x], color, cover.next());
        }
    }
};

struct Textured {
    Shaded shade;
    Plane u, v;
    const Texture& texture;
    void paint(std::uint32_t* row, int y, Span span) const {
        Ramp r{shade.red, y, span}, g{shade.green, y, span}, b{shade.blue, y, span},
            cover{shade.alpha, y, span};
        for (int x = span.left; x < span.right; ++x) {
            const std::uint32_t color = r.next() | g.next() << 8 | b.next() << 16;
            const std::uint32_t texels = sample_alpha(texture, texel(u.at(x, y), texture.width),
                                                      texel(v.at(x, y), texture.height));
            row[x] = blend(row[x], color, scaled(cover.next(), texels));
        }
    }
};

struct Bounds {
    int left = 0, top = 0, right = 0, bottom = 0;
};

template <typename Painter>
void paint_rows(const Target& target, const Bounds& bounds, Edge (&edges)[3],
                const Painter& painter) {
    const bool small = bounds.right - bounds.left <= 12; // stepping is cheaper than dividing
    for (int y = bounds.top; y < bounds.bottom; ++y) {
        Span span{bounds.left, bounds.right};
        if (small) {
            std::int64_t a = edges[0].at(span.left), b = edges[1].at(span.left),
                         c = edges[2].at(span.left);
            const auto next = [&] {
                a += edges[0].step;
                b += edges[1].step;
                c += edges[2].step;
            };
            for (; span.left < bounds.right && (a | b | c) < 0; ++span.left) {
                next();
            }
            for (span.right = span.left; span.right < bounds.right && (a | b | c) >= 0;
                 ++span.right) {
                next();
            }
        } else {
            for (const Edge& edge : edges) {
                edge.narrow(span);
            }
        }
        for (Edge& edge : edges) {
            edge.start += edge.down;
        }
        if (span.left < span.right) painter.paint(row_of(target, y), y, span);
    }
}

std::int64_t subpixel(float value) {
    return static_cast<std::int64_t>(
        std::floor(static_cast<double>(std::clamp(value, -1e6f, 1e6f)) * 256.0 + 0.5));
}

// Of a place in 24.8: the first pixel whose centre is at or after it.
int pixel_from(std::int64_t edge) {
    return static_cast<int>((edge + 127) >> 8);
}

int pixel_from(float edge) { // the first pixel whose centre is at or after the edge
    return static_cast<int>(std::ceil(std::clamp(edge, -1e6f, 1e6f) - 0.5f));
}

} // namespace

void fill_quad(const Target& target, const Clip& clip, const Texture& texture, const Corner& low,
               const Corner& high) {
    const Span columns{std::max(pixel_from(low.x), clip.left),
                       std::min(pixel_from(high.x), clip.right)};
    const int top = std::max(pixel_from(low.y), clip.top),
              bottom = std::min(pixel_from(high.y), clip.bottom);
    if (columns.left >= columns.right || top >= bottom) return;
    const bool plain = !texture.pixels || (low.u == high.u && low.v == high.v);
    if (plain) {
        for (int y = top; y < bottom; ++y) {
            fill_span(row_of(target, y) + columns.left, row_of(target, y) + columns.right,
                      low.color);
        }
        return;
    }
    // Texels a pixel, and the texel under the first pixel's centre.
    const double per_x =
        (static_cast<double>(high.u) - low.u) / (static_cast<double>(high.x) - low.x);
    const double per_y =
        (static_cast<double>(high.v) - low.v) / (static_cast<double>(high.y) - low.y);
    const int first = texel(low.u + (columns.left + 0.5 - low.x) * per_x, texture.width);
    const int step = static_cast<int>(std::floor(per_x * texture.width * 65536.0 + 0.5));
    const std::uint32_t alpha = low.color >> 24;
    for (int y = top; y < bottom; ++y) {
        std::uint32_t* row = row_of(target, y);
        const int v = texel(low.v + (y + 0.5 - low.y) * per_y, texture.height);
        int u = first;
        for (int x = columns.left; x < columns.right; ++x, u += step) {
            const std::uint32_t glyph = sample_alpha(texture, u, v);
            if (glyph > 0)
                row[x] = blend(row[x], low.color, alpha == 255 ? glyph : scaled(alpha, glyph));
        }
    }
}

void fill_triangle(const Target& target, const Clip& clip, const Texture& texture, Corner a,
                   Corner b, Corner c) {
    if (((a.color | b.color | c.color) & opaque) == 0) return;
    std::int64_t ax = subpixel(a.x), ay = subpixel(a.y), bx = subpixel(b.x), by = subpixel(b.y);
    std::int64_t cx = subpixel(c.x), cy = subpixel(c.y);
    const std::int64_t twice = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    if (twice == 0) return;
    if (twice < 0) {
        std::swap(b, c);
        std::swap(bx, cx);
        std::swap(by, cy);
    }
    // From the rounded corners, so that triangles that share an edge agree on its pixels.
    const int top = std::max(pixel_from(std::min({ay, by, cy})), clip.top);
    const int bottom = std::min(pixel_from(std::max({ay, by, cy}) + 1), clip.bottom);
    const int left = std::max(pixel_from(std::min({ax, bx, cx})), clip.left);
    const int right = std::min(pixel_from(std::max({ax, bx, cx}) + 1), clip.right);
    if (top >= bottom || left >= right) return;
    const Bounds bounds{left, top, right, bottom};
    Edge edges[3] = {{ax, ay, bx, by, top}, {bx, by, cx, cy, top}, {cx, cy, ax, ay, top}};
    const bool textured = texture.pixels && (a.u != b.u || a.v != b.v || a.u != c.u || a.v != c.v);
    if (a.color == b.color && a.color == c.color && !textured) {
        paint_rows(target, bounds, edges, Solid{a.color});
        return;
    }
    const double exact = (static_cast<double>(b.x) - a.x) * (static_cast<double>(c.y) - a.y) -
                         (static_cast<double>(b.y) - a.y) * (static_cast<double>(c.x) - a.x);
    const double inverse = exact > 0 ? 1 / exact : 0;
    const auto plane = [&](int shift) {
        return Plane{a,
                     b,
                     c,
                     inverse,
                     channel(a.color, shift),
                     channel(b.color, shift),
                     channel(c.color, shift)};
    };
    if ((((a.color ^ b.color) | (a.color ^ c.color)) & ~opaque) == 0 && !textured) {
        paint_rows(target, bounds, edges, Tint{a.color, plane(24)});
        return;
    }
    const Shaded shade{plane(0), plane(8), plane(16), plane(24)};
    if (!textured) {
        paint_rows(target, bounds, edges, shade);
        return;
    }
    paint_rows(
        target, bounds, edges,
        Textured{
            shade, {a, b, c, inverse, a.u, b.u, c.u}, {a, b, c, inverse, a.v, b.v, c.v}, texture});
}

} // namespace tautline::ui::raster
