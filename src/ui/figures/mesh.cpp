#include "ui/figures/mesh.h"

#include "ui/figures/curves.h"

#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace tautline::ui {
namespace {

Corner between(const Corner& a, const Corner& b, float y) {
    const float t = (y - a.at.y) / (b.at.y - a.at.y);
    return {{a.at.x + t * (b.at.x - a.at.x), y}, mix(a.color, b.color, t)};
}

// Enough corners that none is seen: within a fifth of a device pixel of the circle.
int circle_steps(float radius, float pixel = 1) {
    return std::clamp(static_cast<int>(std::sqrt(radius / pixel) * 5), 14, 160);
}

ImVec2 on_circle(ImVec2 center, float radius, float turn) {
    return {center.x + radius * cosine(turn * tau), center.y + radius * sine(turn * tau)};
}

// The unit normal of a line at a point, between its two neighbours.
ImVec2 normal_at(std::span<const ImVec2> line, std::size_t i) {
    const ImVec2 before = line[i > 0 ? i - 1 : i], after = line[i + 1 < line.size() ? i + 1 : i];
    const float dx = after.x - before.x, dy = after.y - before.y;
    const float length = std::max(std::sqrt(dx * dx + dy * dy), 1e-4f);
    return {-dy / length, dx / length};
}

ImVec2 shifted(ImVec2 point, ImVec2 normal, float by) {
    return {point.x + normal.x * by, point.y + normal.y * by};
}

float distance(ImVec2 a, ImVec2 b) {
    return std::sqrt((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y));
}

} // namespace

float Fade::at(float y) const {
    if (to <= from) return 1;
    return std::clamp((to - y) / (to - from), 0.0f, 1.0f);
}

void Mesh::triangle(const Corner& a, const Corner& b, const Corner& c) {
    if (a.color.alpha == 0 && b.color.alpha == 0 && c.color.alpha == 0) return;
    const float top = std::min({a.at.y, b.at.y, c.at.y});
    const float bottom = std::max({a.at.y, b.at.y, c.at.y});
    if (fade_.to <= fade_.from || bottom <= fade_.from) {
        corners_.insert(corners_.end(), {a, b, c});
        return;
    }
    if (top >= fade_.to) return;
    if (top >= fade_.from && bottom <= fade_.to) return faded(a, b, c);
    slice(a, b, c, top - 1, fade_.from);
    slice(a, b, c, fade_.from, fade_.to);
}

void Mesh::faded(const Corner& a, const Corner& b, const Corner& c) {
    for (const Corner& corner : {a, b, c})
        corners_.push_back({corner.at, fade(corner.color, fade_.at(corner.at.y))});
}

void Mesh::slice(const Corner& a, const Corner& b, const Corner& c, float top, float bottom) {
    std::array<Corner, 8> from{a, b, c}, to;
    std::size_t count = 3;
    for (const bool upper : {true, false}) {
        const float edge = upper ? top : bottom;
        const auto inside = [&](const Corner& p) {
            return upper ? p.at.y >= edge : p.at.y <= edge;
        };
        std::size_t kept = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const Corner &p = from[i], &q = from[(i + 1) % count];
            if (inside(p)) to[kept++] = p;
            if (inside(p) != inside(q)) to[kept++] = between(p, q, edge);
        }
        from = to;
        count = kept;
    }
    for (std::size_t i = 2; i < count; ++i)
        faded(from[0], from[i - 1], from[i]);
}

void Mesh::quad(const Corner& a, const Corner& b, const Corner& c, const Corner& d) {
    triangle(a, b, c);
    triangle(a, c, d);
}

void Mesh::paint(ImDrawList& list) const {
    const ImVec2 white = list._Data->TexUvWhitePixel;
    // In parts, so that a 16-bit index always reaches.
    constexpr std::size_t part = 3 * 10000;
    for (std::size_t start = 0; start < corners_.size(); start += part) {
        const auto count = static_cast<int>(std::min(part, corners_.size() - start));
        list.PrimReserve(count, count);
        for (std::size_t i = start; i < start + static_cast<std::size_t>(count); ++i)
            list.PrimVtx(corners_[i].at, white, corners_[i].color.packed());
    }
}

float hairline(const ImDrawList& list) {
    return list._FringeScale;
}

void paint_ellipse(ImDrawList& list, ImVec2 center, ImVec2 radii, Color inner, Color rim) {
    Mesh mesh;
    const float soft = hairline(list);
    const int steps = circle_steps(std::max(radii.x, radii.y), soft);
    const auto at = [&](int i, float grow) {
        const float angle = tau * static_cast<float>(i) / static_cast<float>(steps);
        return ImVec2{center.x + (radii.x + grow) * cosine(angle),
                      center.y + (radii.y + grow) * sine(angle)};
    };
    for (int i = 0; i < steps; ++i) {
        const Corner a{at(i, -soft / 2), rim}, b{at(i + 1, -soft / 2), rim};
        mesh.triangle({center, inner}, a, b);
        if (rim.alpha == 0) continue;
        mesh.quad(a, b, {at(i + 1, soft / 2), fade(rim, 0)}, {at(i, soft / 2), fade(rim, 0)});
    }
    mesh.paint(list);
}

void paint_disc(ImDrawList& list, ImVec2 center, float radius, Color inner, Color rim) {
    paint_ellipse(list, center, {radius, radius}, inner, rim);
}

void paint_ring(ImDrawList& list, ImVec2 center, float inner_radius, float outer_radius,
                Color inner, Color outer, float from_turn, float to_turn) {
    Mesh mesh;
    const float soft = hairline(list);
    const int steps =
        std::max(2, static_cast<int>(static_cast<float>(circle_steps(outer_radius, soft)) *
                                     (to_turn - from_turn)));
    for (int i = 0; i < steps; ++i) {
        const auto corner = [&](float radius, int step, Color color) {
            const float turn = from_turn + (to_turn - from_turn) * static_cast<float>(step) /
                                               static_cast<float>(steps);
            return Corner{on_circle(center, std::max(radius, 0.0f), turn), color};
        };
        const auto ring = [&](float from, float to, Color from_color, Color to_color) {
            mesh.quad(corner(from, i, from_color), corner(from, i + 1, from_color),
                      corner(to, i + 1, to_color), corner(to, i, to_color));
        };
        ring(inner_radius - soft, inner_radius, fade(inner, 0), inner);
        ring(inner_radius, outer_radius - soft, inner, outer);
        ring(outer_radius - soft, outer_radius, outer, fade(outer, 0));
    }
    mesh.paint(list);
}

void paint_glow(ImDrawList& list, ImVec2 center, float radius, Color color) {
    if (radius <= 0 || color.alpha == 0) return;
    // Light falls off with a shoulder: three rings follow it closely enough.
    constexpr std::array<float, 4> at = {0, 0.3f, 0.6f, 1};
    constexpr std::array<float, 4> light = {1, 0.62f, 0.2f, 0};
    Mesh mesh;
    const int steps = std::clamp(circle_steps(radius) * 2 / 3, 14, 40);
    for (int i = 0; i < steps; ++i)
        for (std::size_t ring = 1; ring < at.size(); ++ring) {
            const auto corner = [&](std::size_t which, int step) {
                const float turn = static_cast<float>(step) / static_cast<float>(steps);
                return Corner{on_circle(center, radius * at[which], turn),
                              fade(color, light[which])};
            };
            if (ring == 1)
                mesh.triangle(corner(0, i), corner(1, i), corner(1, i + 1));
            else
                mesh.quad(corner(ring - 1, i), corner(ring - 1, i + 1), corner(ring, i + 1),
                          corner(ring, i));
        }
    mesh.paint(list);
}

void paint_band(ImDrawList& list, std::span<const ImVec2> line, float half_width,
                std::span<const Color> colors, Fade fading) {
    if (line.size() < 2) return;
    Mesh mesh(fading);
    const float soft = hairline(list);
    const float core = std::max(half_width - soft / 2, 0.0f), edge = half_width + soft / 2;
    // A line thinner than a device pixel is paler instead.
    const float pale = std::min(1.0f, 2 * half_width / soft);
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const ImVec2 n0 = normal_at(line, i), n1 = normal_at(line, i + 1);
        const Color c0 = fade(colors[i], pale), c1 = fade(colors[i + 1], pale);
        const Corner a{shifted(line[i], n0, core), c0}, b{shifted(line[i + 1], n1, core), c1};
        const Corner c{shifted(line[i + 1], n1, -core), c1}, d{shifted(line[i], n0, -core), c0};
        mesh.quad(a, b, c, d);
        mesh.quad(a, b, {shifted(line[i + 1], n1, edge), fade(c1, 0)},
                  {shifted(line[i], n0, edge), fade(c0, 0)});
        mesh.quad(d, c, {shifted(line[i + 1], n1, -edge), fade(c1, 0)},
                  {shifted(line[i], n0, -edge), fade(c0, 0)});
    }
    mesh.paint(list);
}

void paint_line(ImDrawList& list, std::span<const ImVec2> line, float width, Color color,
                Fade fading) {
    const std::vector<Color> colors(line.size(), color);
    paint_band(list, line, width / 2, colors, fading);
}

void paint_dashes(ImDrawList& list, std::span<const ImVec2> line, float width, Color color,
                  float on, float off) {
    std::vector<ImVec2> dash;
    bool drawing = true;
    float left = on;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        ImVec2 from = line[i];
        const ImVec2 to = line[i + 1];
        float length = distance(from, to);
        if (drawing && dash.empty()) dash.push_back(from);
        while (length > left) {
            const float t = left / length;
            from = {from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)};
            length -= left;
            if (drawing) {
                dash.push_back(from);
                paint_line(list, dash, width, color);
                dash.clear();
            } else {
                dash.push_back(from);
            }
            drawing = !drawing;
            left = drawing ? on : off;
        }
        left -= length;
        if (drawing) dash.push_back(to);
    }
    if (dash.size() > 1) paint_line(list, dash, width, color);
}

std::vector<ImVec2> smooth(std::span<const ImVec2> through, int per_span) {
    std::vector<ImVec2> line;
    if (through.empty()) return line;
    const std::size_t last = through.size() - 1;
    for (std::size_t i = 0; i < last; ++i) {
        const ImVec2 p0 = through[i > 0 ? i - 1 : 0], p1 = through[i];
        const ImVec2 p2 = through[i + 1], p3 = through[std::min(i + 2, last)];
        for (int step = 0; step < per_span; ++step) {
            const float t = static_cast<float>(step) / static_cast<float>(per_span);
            const auto curve = [t](float a, float b, float c, float d) {
                return b +
                       0.5f * t *
                           (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
            };
            line.push_back({curve(p0.x, p1.x, p2.x, p3.x), curve(p0.y, p1.y, p2.y, p3.y)});
        }
    }
    line.push_back(through[last]);
    return line;
}

ImVec2 along(std::span<const ImVec2> line, float share) {
    if (line.empty()) return {0, 0};
    float whole = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        whole += distance(line[i], line[i + 1]);
    float left = std::clamp(share, 0.0f, 1.0f) * whole;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const float length = distance(line[i], line[i + 1]);
        if (left <= length && length > 0) {
            const float t = left / length;
            return {line[i].x + t * (line[i + 1].x - line[i].x),
                    line[i].y + t * (line[i + 1].y - line[i].y)};
        }
        left -= length;
    }
    return line.back();
}

} // namespace tautline::ui
