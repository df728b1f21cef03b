#include "ui/figures/body.h"

#include <algorithm>
#include <array>
#include <art_data.h>
#include <cmath>

namespace tautline::ui {
namespace {

const art::Group& group_of(Part part) {
    static constexpr std::array<art::Group, 16> groups = {
        art::neck,       art::trapezius, art::deltoids, art::upper_back,
        art::lower_back, art::triceps,   art::forearm,  art::gluteal,
        art::adductors,  art::hamstring, art::calves,   art::brain,
        art::heart,      art::lungs,     art::kidneys,  art::adrenals,
    };
    return groups[static_cast<std::size_t>(part)];
}

bool is_pair(Part part) {
    return part <= Part::calves;
}

ImVec2 unit_point(const art::Shape& shape, std::size_t i) {
    const std::size_t at = 2 * (shape.first_point + i);
    return {static_cast<float>(art::coordinates[at]) / art::steps_per_unit,
            static_cast<float>(art::coordinates[at + 1]) / art::steps_per_unit};
}

struct Placed {
    std::vector<ImVec2> points;  // on the screen
    std::vector<ImVec2> normals; // outwards, unit length
};

// `open` lines begin and end on the axis, where their mirror image continues them.
Placed place(const art::Shape& shape, const Camera& camera, bool mirrored, bool open, ImVec2 middle,
             ImVec2 grow) {
    Placed placed;
    const std::size_t count = shape.points;
    placed.points.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        ImVec2 p = unit_point(shape, i);
        p = {middle.x + (p.x - middle.x) * grow.x, middle.y + (p.y - middle.y) * grow.y};
        placed.points.push_back(camera.at(mirrored ? -p.x : p.x, p.y));
    }
    const float side = mirrored != open ? -1.0f : 1.0f;
    for (std::size_t i = 0; i < count; ++i) {
        ImVec2 before = placed.points[(i + count - 1) % count];
        ImVec2 after = placed.points[(i + 1) % count];
        const ImVec2 here = placed.points[i];
        if (open && i == 0) before = {2 * camera.origin.x - after.x, after.y};
        if (open && i + 1 == count) after = {2 * camera.origin.x - before.x, before.y};
        // The mean of both edges' directions, so that long and short edges count alike.
        const auto unit = [](ImVec2 a, ImVec2 b) {
            const float dx = b.x - a.x, dy = b.y - a.y;
            const float length = std::max(std::sqrt(dx * dx + dy * dy), 1e-4f);
            return ImVec2{dx / length, dy / length};
        };
        const ImVec2 u = unit(before, here), v = unit(here, after);
        const float dx = u.x + v.x, dy = u.y + v.y;
        const float length = std::max(std::sqrt(dx * dx + dy * dy), 0.35f);
        placed.normals.push_back({-side * -dy / length, -side * dx / length});
    }
    return placed;
}

ImVec2 moved(const Placed& placed, std::size_t i, float by) {
    return {placed.points[i].x + placed.normals[i].x * by,
            placed.points[i].y + placed.normals[i].y * by};
}

// Fill, inner light and a softened edge in one mesh.
void add_shape(Mesh& mesh, const art::Shape& shape, const Placed& placed, bool open, float top,
               float bottom, const Shade& shade, float rim_px, float soft) {
    const std::size_t points = shape.points;
    const auto count = static_cast<int>(points);
    const float height = std::max(bottom - top, 1.0f);
    const float solid = static_cast<float>(std::max(shade.top.alpha, shade.rim.alpha)) / 255;
    std::vector<Color> tints;
    for (ImVec2 p : placed.points)
        tints.push_back(mix(shade.top, shade.bottom, (p.y - top) / height));
    const auto row = [&](float out, auto color) {
        int first = 0;
        for (std::size_t i = 0; i < points; ++i) {
            const int at = mesh.corner(moved(placed, i, out), color(i));
            if (i == 0) first = at;
        }
        return first;
    };
    const int fill = row(0, [&](std::size_t i) { return tints[i]; });
    for (std::size_t i = 0; i + 2 < shape.indices; i += 3) {
        const std::uint8_t* triangle = art::indices + shape.first_index + i;
        mesh.triangle(fill + triangle[0], fill + triangle[1], fill + triangle[2]);
    }
    const int rim = row(0, [&](std::size_t) { return shade.rim; });
    const int inside = row(-rim_px, [&](std::size_t) { return fade(shade.rim, 0); });
    mesh.strip(rim, inside, count, !open);
    const int edge = row(0, [&](std::size_t i) { return fade(over(shade.rim, tints[i]), solid); });
    const int outside =
        row(soft, [&](std::size_t i) { return fade(over(shade.rim, tints[i]), 0); });
    mesh.strip(edge, outside, count, !open);
}

} // namespace

std::span<const Part> back_muscles(std::size_t region) {
    constexpr static Part all[] = {Part::neck, Part::trapezius, Part::deltoids, Part::upper_back,
                                   Part::lower_back};
    return region == 0 ? std::span{all}.first(3) : std::span{all}.subspan(region + 2, 1);
}

Camera frame_body(const Rect& box, float half_width, float from_y, float to_y) {
    Camera camera;
    camera.scale = std::min(box.width / (2 * half_width), box.height / (to_y - from_y));
    const float shown = (to_y - from_y) * camera.scale;
    camera.origin = {box.x + box.width / 2,
                     box.y + (box.height - shown) / 2 - from_y * camera.scale};
    return camera;
}

Rect bounds_of(Part part) {
    const art::Group& group = group_of(part);
    float left = 1e9f, right = -1e9f, top = 1e9f, bottom = -1e9f;
    for (std::size_t s = 0; s < group.shapes; ++s) {
        const art::Shape& shape = art::shapes[group.first_shape + s];
        for (std::size_t i = 0; i < shape.points; ++i) {
            const ImVec2 p = unit_point(shape, i);
            left = std::min(left, p.x);
            right = std::max(right, p.x);
            top = std::min(top, p.y);
            bottom = std::max(bottom, p.y);
        }
    }
    return {left, top, right - left, bottom - top};
}

ImVec2 middle_of(Part part) {
    const Rect box = bounds_of(part);
    return {box.x + box.width / 2, box.y + box.height / 2};
}

void paint_part(ImDrawList& list, const Camera& camera, Part part, const Shade& shade,
                ImVec2 grow) {
    const art::Group& group = group_of(part);
    const Rect box = bounds_of(part);
    const ImVec2 middle = {box.x + box.width / 2, box.y + box.height / 2};
    const float top = camera.at(0, box.y).y, bottom = camera.at(0, box.y + box.height).y;
    Mesh mesh(camera.fade);
    for (std::size_t s = 0; s < group.shapes; ++s)
        for (const bool mirrored : {false, true}) {
            if (mirrored && !is_pair(part)) continue;
            const art::Shape& shape = art::shapes[group.first_shape + s];
            const Placed placed = place(shape, camera, mirrored, false, middle, grow);
            add_shape(mesh, shape, placed, false, top, bottom, shade,
                      shade.rim_width * camera.scale, hairline(list));
        }
    mesh.paint(list);
}

void paint_outline(ImDrawList& list, const Camera& camera, const ExhibitColors& colors) {
    const art::Shape& shape = art::shapes[art::outline.first_shape];
    const float top = camera.at(0, 97).y, bottom = camera.at(0, 1350).y;
    const Shade shade{mix(colors.body, colors.skin_glow, 0.3f),
                      mix(colors.body, colors.bottom, 0.45f), fade(colors.skin_glow, 0.85f), 13};
    Mesh mesh(camera.fade);
    std::vector<ImVec2> line;
    for (const bool mirrored : {false, true}) {
        const Placed placed = place(shape, camera, mirrored, true, {0, 0}, {1, 1});
        add_shape(mesh, shape, placed, true, top, bottom, shade, shade.rim_width * camera.scale,
                  hairline(list));
        if (mirrored)
            line.insert(line.end(), placed.points.rbegin() + 1, placed.points.rend());
        else
            line = placed.points;
    }
    mesh.paint(list);
    paint_line(list, line, std::clamp(2.2f * camera.scale, 1.0f, 2.0f),
               fade(colors.body_edge, 0.9f), camera.fade);
}

void paint_muscles(ImDrawList& list, const Camera& camera, const ExhibitColors& colors,
                   float presence) {
    const Shade shade{fade(mix(colors.body_edge, colors.muscle_rest, 0.25f), 0.3f * presence),
                      fade(mix(colors.body_edge, colors.muscle_rest, 0.25f), 0.12f * presence),
                      fade(colors.body_edge, 0.42f * presence), 5};
    for (int part = 0; part <= static_cast<int>(Part::calves); ++part)
        paint_part(list, camera, static_cast<Part>(part), shade);
}

void paint_spine(ImDrawList& list, const Camera& camera, const ExhibitColors& colors,
                 float presence) {
    // Seven neck, twelve chest and five low-back vertebrae, larger downwards; then the sacrum.
    constexpr int count = 24;
    constexpr float first = 214, last = 626;
    float y = first;
    const float ratio = 1.035f; // each is this much higher than the one above
    float sum = 0, each = 1;
    for (int i = 0; i < count; ++i, each *= ratio)
        sum += each;
    float height = (last - first) / sum;
    const Color front = fade(colors.bone, 0.5f * presence),
                back = fade(colors.bone, 0.16f * presence);
    for (int i = 0; i < count; ++i) {
        const float share = static_cast<float>(i) / (count - 1);
        const float half = 7 + 7 * share, wing = half * (i < 7 ? 1.5f : i < 19 ? 1.9f : 2.2f);
        const float top = y + height * 0.14f, bottom = y + height * 0.86f;
        const float mid = (top + bottom) / 2;
        Mesh mesh(camera.fade);
        mesh.quad({camera.at(-half, top), front}, {camera.at(half, top), front},
                  {camera.at(half * 0.86f, bottom), back},
                  {camera.at(-half * 0.86f, bottom), back});
        for (const float side : {-1.0f, 1.0f})
            mesh.triangle({camera.at(side * half, top), front}, {camera.at(side * wing, mid), back},
                          {camera.at(side * half * 0.9f, bottom), back});
        mesh.paint(list);
        y += height;
        height *= ratio;
    }
    Mesh sacrum(camera.fade);
    sacrum.triangle({camera.at(-24, 632), front}, {camera.at(24, 632), front},
                    {camera.at(0, 704), fade(back, 0.4f)});
    sacrum.paint(list);
}

} // namespace tautline::ui
