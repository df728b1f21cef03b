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

int Mesh::corner(ImVec2 at, Color color) {
    corners_.push_back({at, color});
    return static_cast<int>(corners_.size()) - 1;
}

void Mesh::add(int a, int b, int c) {
    indices_.insert(indices_.end(), {a, b, c});
}

void Mesh::triangle(int a, int b, int c) {
    const auto at = [this](int i) -> const Corner& {
        return corners_[static_cast<std::size_t>(i)];
    };
    if (at(a).color.alpha == 0 && at(b).color.alpha == 0 && at(c).color.alpha == 0) return;
    if (fade_.to <= fade_.from) return add(a, b, c);
    const float top = std::min({at(a).at.y, at(b).at.y, at(c).at.y});
    const float bottom = std::max({at(a).at.y, at(b).at.y, at(c).at.y});
    if (bottom <= fade_.from) return add(a, b, c);
    if (top >= fade_.to) return;
    if (top < fade_.from) slice(a, b, c, top - 1, fade_.from);
    slice(a, b, c, fade_.from, fade_.to);
}

void Mesh::slice(int a, int b, int c, float top, float bottom) {
    std::array<Corner, 8> from{}, to{};
    std::size_t count = 0;
    for (int i : {a, b, c})
        from[count++] = corners_[static_cast<std::size_t>(i)];
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
    const auto first = static_cast<int>(corners_.size());
    for (std::size_t i = 0; i < count; ++i)
        corner(from[i].at, fade(from[i].color, fade_.at(from[i].at.y)));
    for (int i = 2; i < static_cast<int>(count); ++i)
        add(first, first + i - 1, first + i);
}

void Mesh::quad(int a, int b, int c, int d) {
    triangle(a, b, c);
    triangle(a, c, d);
}

void Mesh::triangle(const Corner& a, const Corner& b, const Corner& c) {
    const int first = corner(a.at, a.color);
    corner(b.at, b.color);
    corner(c.at, c.color);
    triangle(first, first + 1, first + 2);
}

void Mesh::quad(const Corner& a, const Corner& b, const Corner& c, const Corner& d) {
    const int first = corner(a.at, a.color);
    corner(b.at, b.color);
    corner(c.at, c.color);
    corner(d.at, d.color);
    quad(first, first + 1, first + 2, first + 3);
}

void Mesh::strip(int a, int b, int count, bool closed) {
    for (int i = 0; i + (closed ? 0 : 1) < count; ++i) {
        const int next = i + 1 < count ? i + 1 : 0;
        quad(a + i, a + next, b + next, b + i);
    }
}

void Mesh::paint(ImDrawList& list) const {
    if (indices_.empty()) return;
    const ImVec2 white = list._Data->TexUvWhitePixel;
    // The list begins a new part where a 16-bit index would not reach; one mesh is always far
    // smaller than that.
    list.PrimReserve(static_cast<int>(indices_.size()), static_cast<int>(corners_.size()));
    const unsigned int base = list._VtxCurrentIdx;
    for (int i : indices_)
        list.PrimWriteIdx(static_cast<ImDrawIdx>(base + static_cast<unsigned int>(i)));
    for (const Corner& one : corners_)
        list.PrimWriteVtx(one.at, white, one.color.packed());
}

float hairline(const ImDrawList& list) {
    return list._FringeScale;
}

void paint_ellipse(ImDrawList& list, ImVec2 center, ImVec2 radii, Color inner, Color rim) {
    Mesh mesh;
    const float soft = hairline(list);
    const int steps = circle_steps(std::max(radii.x, radii.y), soft);
    const int middle = mesh.corner(center, inner);
    const auto row = [&](float grow, Color color) {
        int first = 0;
        for (int i = 0; i < steps; ++i) {
            const ImVec2 way =
                on_circle({0, 0}, 1, static_cast<float>(i) / static_cast<float>(steps));
            const int at = mesh.corner(
                {center.x + (radii.x + grow) * way.x, center.y + (radii.y + grow) * way.y}, color);
            if (i == 0) first = at;
        }
        return first;
    };
    const int edge = row(-soft / 2, rim);
    for (int i = 0; i < steps; ++i)
        mesh.triangle(middle, edge + i, edge + (i + 1) % steps);
    if (rim.alpha != 0) mesh.strip(edge, row(soft / 2, fade(rim, 0)), steps, true);
    mesh.paint(list);
}

void paint_disc(ImDrawList& list, ImVec2 center, float radius, Color inner, Color rim) {
    paint_ellipse(list, center, {radius, radius}, inner, rim);
}

void paint_ring(ImDrawList& list, ImVec2 center, float inner_radius, float outer_radius,
                Color inner, Color outer, float from_turn, float to_turn) {
    Mesh mesh;
    const float soft = hairline(list), turns = to_turn - from_turn;
    const bool closed = turns >= 1;
    const int steps =
        std::max(2, static_cast<int>(static_cast<float>(circle_steps(outer_radius, soft)) * turns));
    const int count = steps + (closed ? 0 : 1);
    std::vector<ImVec2> ways;
    for (int i = 0; i < count; ++i)
        ways.push_back(on_circle(
            {0, 0}, 1, from_turn + turns * static_cast<float>(i) / static_cast<float>(steps)));
    const auto row = [&](float radius, Color color) {
        const float reach = std::max(radius, 0.0f);
        int first = -1;
        for (ImVec2 way : ways) {
            const int at = mesh.corner({center.x + reach * way.x, center.y + reach * way.y}, color);
            if (first < 0) first = at;
        }
        return first;
    };
    const int a = row(inner_radius - soft, fade(inner, 0)), b = row(inner_radius, inner);
    const int c = row(outer_radius - soft, outer), d = row(outer_radius, fade(outer, 0));
    mesh.strip(a, b, count, closed);
    mesh.strip(b, c, count, closed);
    mesh.strip(c, d, count, closed);
    mesh.paint(list);
}

void paint_glow(ImDrawList& list, ImVec2 center, float radius, Color color) {
    if (radius <= 0 || color.alpha == 0) return;
    // Light falls off with a shoulder: three rings follow it closely enough.
    constexpr std::array<float, 3> at = {0.3f, 0.6f, 1};
    constexpr std::array<float, 3> light = {0.62f, 0.2f, 0};
    Mesh mesh;
    const int steps = std::clamp(circle_steps(radius) * 2 / 3, 12, 40);
    std::vector<ImVec2> ways;
    for (int i = 0; i < steps; ++i)
        ways.push_back(
            on_circle({0, 0}, radius, static_cast<float>(i) / static_cast<float>(steps)));
    const int middle = mesh.corner(center, color);
    for (std::size_t ring = 0; ring < at.size(); ++ring)
        for (ImVec2 way : ways)
            mesh.corner({center.x + way.x * at[ring], center.y + way.y * at[ring]},
                        fade(color, light[ring]));
    for (int i = 0; i < steps; ++i)
        mesh.triangle(middle, middle + 1 + i, middle + 1 + (i + 1) % steps);
    mesh.strip(middle + 1, middle + 1 + steps, steps, true);
    mesh.strip(middle + 1 + steps, middle + 1 + 2 * steps, steps, true);
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
    const auto count = static_cast<int>(line.size());
    for (const float offset : {edge, core, -core, -edge})
        for (std::size_t i = 0; i < line.size(); ++i) {
            const bool outside = offset == edge || offset == -edge;
            mesh.corner(shifted(line[i], normal_at(line, i), offset),
                        fade(colors[i], outside ? 0 : pale));
        }
    for (int row = 0; row < 3; ++row)
        mesh.strip(row * count, (row + 1) * count, count, false);
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
