// Coloured triangles on a draw list: what the figures need beyond ImDrawList's flat fills. Colours
// are interpolated between corners, so a whole soft glow costs a few triangles instead of many
// translucent layers.
#pragma once

#include "ui/color.h"

#include <imgui.h>

#include <span>
#include <vector>

namespace tautline::ui {

// A straight fade to nothing between two heights (screen pixels); `to` <= `from` is no fade.
struct Fade {
    float from = 0, to = 0;

    float at(float y) const;
};

struct Corner {
    ImVec2 at;
    Color color;
};

// Collects triangles, then writes them in one go. Corners are numbered, so that neighbours share
// them.
class Mesh {
public:
    explicit Mesh(Fade fade = {}) : fade_(fade) {}

    int corner(ImVec2 at, Color color);
    void triangle(int a, int b, int c);
    void quad(int a, int b, int c, int d); // in order round the quad
    void triangle(const Corner& a, const Corner& b, const Corner& c);
    void quad(const Corner& a, const Corner& b, const Corner& c, const Corner& d);
    // Rows of corners, one after the other: quads between the row that begins at `a` and the one at
    // `b`. `closed` joins the last to the first.
    void strip(int a, int b, int count, bool closed);
    void paint(ImDrawList& list) const;

private:
    void add(int a, int b, int c);
    // What of the triangle lies between two heights, faded.
    void slice(int a, int b, int c, float top, float bottom);

    Fade fade_;
    std::vector<Corner> corners_;
    std::vector<int> indices_; // three a triangle
};

// One device pixel, in CSS pixels: how wide an edge is softened.
float hairline(const ImDrawList& list);

// Even discs and rings with a colour at the centre (or inner edge) and one at the rim.
void paint_disc(ImDrawList& list, ImVec2 center, float radius, Color inner, Color rim);
void paint_ellipse(ImDrawList& list, ImVec2 center, ImVec2 radii, Color inner, Color rim);
void paint_ring(ImDrawList& list, ImVec2 center, float inner_radius, float outer_radius,
                Color inner, Color outer, float from_turn = 0, float to_turn = 1);

// A light: bright in the middle, gone at the radius, with the soft shoulder of a real one.
void paint_glow(ImDrawList& list, ImVec2 center, float radius, Color color);

// A band along a line: `half_width` to both sides, softened at its edges. One colour for each
// point.
void paint_band(ImDrawList& list, std::span<const ImVec2> line, float half_width,
                std::span<const Color> colors, Fade fade = {});
// A smooth line in one colour, with an optional soft halo of `halo` times its width.
void paint_line(ImDrawList& list, std::span<const ImVec2> line, float width, Color color,
                Fade fade = {});
void paint_dashes(ImDrawList& list, std::span<const ImVec2> line, float width, Color color,
                  float on, float off);

// Points along a smooth curve through the given ones (Catmull-Rom), `per_span` for each span.
std::vector<ImVec2> smooth(std::span<const ImVec2> through, int per_span);
// The point at a share of the line's length.
ImVec2 along(std::span<const ImVec2> line, float share);

} // namespace tautline::ui
