// Chapter 4: a signal from the back travels to the cord, through the spinal gate, up to the brain.
// What arrives can be more than what was sent. Calm comes down from the brain to the gate; rubbing
// joins it from the skin. The volume is shown by a gauge, because it follows from all this and
// nobody sets it.
#include "ui/figures/curves.h"
#include "ui/figures/gauge.h"
#include "ui/figures/nerves.h"
#include "ui/figures/paint.h"
#include "ui/figures/section.h"
#include "ui/figures/trace.h"
#include "ui/shapes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tautline::ui {
namespace {

struct Path {
    Camera brain;
    float cord_x, cord_top, cord_bottom, cord_half;
    ImVec2 gate;
    float gate_radius;
    ImVec2 tissue;
    float tissue_width, tissue_height;
};

// `words` is the height of the line under the tissue.
Path lay_path(const Rect& box, float words) {
    Path path{};
    const float brain_width = std::min(box.width * 0.42f, box.height * 0.62f);
    path.cord_x = box.x + box.width * 0.55f;
    path.brain.scale = brain_width / section_width;
    path.brain.origin = {path.cord_x - section_cord.x * path.brain.scale, box.y + 4};
    path.cord_top = path.brain.at(0, section_cord.y - 6).y;
    path.cord_bottom = box.y + box.height + 10;
    path.cord_half = 58 * path.brain.scale;
    path.gate_radius = std::clamp(box.height * 0.095f, 22.0f, 54.0f);
    path.gate = {path.cord_x, box.y + box.height - path.gate_radius * 1.5f};
    path.tissue_width = std::clamp(box.width * 0.26f, 70.0f, 190.0f);
    path.tissue_height = std::clamp(box.height * 0.15f, 34.0f, 64.0f);
    path.tissue = {box.x + path.tissue_width / 2,
                   std::min(path.gate.y - path.gate_radius * 0.3f,
                            box.y + box.height - words - path.tissue_height / 2 - 8)};
    return path;
}

// A piece of back muscle: long fibres side by side, with the nerve's fine endings in it.
void paint_tissue(ImDrawList& list, const Path& path, const view::SensitivityFigure& figure,
                  const ExhibitColors& colors) {
    constexpr int strands = 6;
    paint_glow(list, path.tissue, path.tissue_width * 0.75f,
               fade(colors.muscle_active, 0.12f + 0.2f * figure.signal));
    for (int i = 0; i < strands; ++i) {
        const float across = (static_cast<float>(i) + 0.5f) / strands - 0.5f;
        const float y = path.tissue.y + across * path.tissue_height;
        const float half = path.tissue_width * (0.5f - 0.16f * across * across * 4);
        std::vector<ImVec2> line;
        std::vector<Color> tint;
        for (int k = 0; k <= 16; ++k) {
            const float t = static_cast<float>(k) / 16 * 2 - 1;
            line.push_back(
                {path.tissue.x + t * half, y + across * path.tissue_height * 0.32f * (1 - t * t)});
            const float light =
                (1 - t * t) * (0.75f + 0.25f * cosine(static_cast<float>(i) * 2.1f));
            tint.push_back(mix(mix(colors.muscle_rest, colors.bottom, 0.45f),
                               mix(colors.muscle_rest, colors.muscle_active, 0.35f), light));
            tint.back() = fade(tint.back(), std::min(1.0f, (1 - std::abs(t)) * 3.2f));
        }
        paint_band(list, line, path.tissue_height / strands * 0.56f, tint);
    }
}

// Cord, and at the gate a slice of it that is seen from above.
void paint_cord(ImDrawList& list, const Path& path, const ExhibitColors& colors) {
    const Color middle = mix(colors.nerve, colors.body, 0.55f),
                edge = mix(colors.body, colors.bottom, 0.3f);
    Mesh mesh;
    const float x = path.cord_x, w = path.cord_half;
    const float fade_from = path.gate.y + path.gate_radius;
    for (const float side : {-1.0f, 1.0f}) {
        mesh.quad({{x, path.cord_top}, middle}, {{x + side * w, path.cord_top}, edge},
                  {{x + side * w, fade_from}, edge}, {{x, fade_from}, middle});
        mesh.quad({{x, fade_from}, middle}, {{x + side * w, fade_from}, edge},
                  {{x + side * w, path.cord_bottom}, fade(edge, 0)},
                  {{x, path.cord_bottom}, fade(middle, 0)});
    }
    mesh.paint(list);
    for (const float side : {-1.0f, 1.0f}) {
        const std::array<ImVec2, 2> line = {ImVec2{x + side * w, path.cord_top},
                                            ImVec2{x + side * w, fade_from}};
        paint_line(list, line, 1.2f, fade(colors.nerve, 0.75f));
    }
}

void paint_gate(ImDrawList& list, const Path& path, const view::SensitivityFigure& figure,
                const ExhibitColors& colors) {
    const ImVec2 c = path.gate;
    const float r = path.gate_radius;
    const float open = std::clamp(figure.gate, 0.0f, 1.0f);
    paint_glow(list, c, r * 2, fade(mix(colors.calm, colors.signal, open), 0.16f + 0.3f * open));
    paint_disc(list, c, r, mix(colors.body, colors.nerve, 0.3f),
               mix(colors.body, colors.bottom, 0.25f));
    paint_ring(list, c, r - 1.8f, r, colors.nerve, colors.nerve);
    // The grey butterfly in the slice.
    const Color grey = mix(colors.bone, colors.body, 0.58f);
    for (const float side : {-1.0f, 1.0f}) {
        paint_ellipse(list, {c.x + side * r * 0.36f, c.y - r * 0.24f}, {r * 0.2f, r * 0.44f}, grey,
                      fade(grey, 0.7f));
        paint_ellipse(list, {c.x + side * r * 0.33f, c.y + r * 0.34f}, {r * 0.25f, r * 0.32f}, grey,
                      fade(grey, 0.7f));
    }
    paint_ellipse(list, c, {r * 0.36f, r * 0.15f}, grey, grey);
    // The gate's two leaves where the nerve comes in; calm keeps them together, a gap lets light
    // through.
    const float x = c.x - r * 0.98f, gap = r * (0.06f + 0.5f * open);
    const float leaf = r * 0.72f, half = std::max(3.0f, r * 0.15f);
    paint_glow(list, {x, c.y}, gap * 2.2f + 4, fade(colors.signal, 0.75f * open));
    const Color front =
        mix(colors.bone, colors.calm, 0.25f + 0.5f * std::clamp(figure.calm, 0.0f, 1.0f));
    for (const float side : {-1.0f, 1.0f}) {
        const float near = c.y + side * gap, far = c.y + side * (gap + leaf);
        const Rect bar{x - half, std::min(near, far), half * 2, leaf};
        fill_round(list, bar, half, front);
        stroke_round(list, bar, half, fade(colors.bottom, 0.6f), 1);
    }
}

// The path's names: right of the brain where there is room, else under it; the others right of the
// cord.
void paint_names(ImDrawList& list, const Rect& box, const Path& path,
                 const view::SensitivityFigure& figure, const Theme& theme, const FigureText& text,
                 ImVec2 calm) {
    const ExhibitColors& colors = theme.exhibit;
    const TextStyle& style = text.label;
    struct Name {
        const std::string& words;
        ImVec2 at;
        Color color;
        float x;
    };
    const float r = path.gate_radius, right = box.x + box.width;
    const float below_x = path.cord_x + std::max(path.cord_half, r) + 14;
    const float beside_x = path.brain.at(section_width, 0).x + 22;
    const bool beside = right - beside_x >= 76 * theme.scale;
    std::array<Name, 3> names = {
        Name{figure.brain, beside ? path.brain.at(960, 250) : path.brain.at(606, 700), colors.brain,
             beside ? beside_x : below_x},
        Name{figure.calm_label, calm, colors.calm, below_x},
        Name{figure.spinal_gate, {path.gate.x + r * 0.5f, path.gate.y}, colors.signal, below_x}};
    std::array<float, 3> tops{}, heights{};
    for (std::size_t i = 0; i < names.size(); ++i) {
        heights[i] = text_height(theme.fonts, style, names[i].words, right - names[i].x);
        tops[i] = names[i].at.y - style.line_height / 2;
    }
    spread(tops, heights, box.y, box.y + box.height, 6);
    for (std::size_t i = 0; i < names.size(); ++i) {
        const Name& name = names[i];
        paint_leader(list, colors, {name.x - 6, tops[i] + style.line_height / 2}, name.at,
                     name.color);
        draw_paragraph(list, theme.fonts, style, colors.ink, name.x, tops[i], right - name.x,
                       name.words);
    }
}

} // namespace

void paint_sensitivity(ImDrawList& list, const Rect& rect, const view::SensitivityFigure& figure,
                       const Theme& theme, double seconds) {
    const ExhibitColors& colors = theme.exhibit;
    const FigureText text = figure_text(theme, rect);
    const float pad = std::clamp(rect.width * 0.03f, 10.0f, 28.0f);
    const bool has_trace = !figure.traces.empty() && room_for_trace(text, rect);
    const float trace_height =
        has_trace ? std::clamp(rect.height * 0.28f, 74.0f + text.label.line_height, 220.0f) : 0;
    const Rect box{rect.x + pad, rect.y + pad * 0.8f, rect.width - 2 * pad,
                   rect.height - trace_height - pad * 1.6f - 4};
    const float tissue_words =
        text_height(theme.fonts, text.label, figure.tissue, box.width * 0.4f);
    const Path path = lay_path(box, tissue_words);
    const auto clock = static_cast<float>(seconds);
    const float felt = std::clamp(figure.felt, 0.0f, 1.0f),
                sent = std::clamp(figure.signal, 0.0f, 1.0f);

    paint_cord(list, path, colors);
    paint_section(list, path.brain, colors, felt, 0);
    const float r = path.gate_radius;
    const ImVec2 door{path.gate.x - r * 0.98f, path.gate.y};
    const ImVec2 from{path.tissue.x + path.tissue_width * 0.3f, path.tissue.y};
    const std::array<ImVec2, 4> in_through = {
        from,
        {from.x + (door.x - from.x) * 0.45f, path.gate.y - r * 0.25f},
        {door.x - r * 0.6f, path.gate.y},
        {door.x + r * 0.5f, path.gate.y - r * 0.04f}};
    const float lane = path.cord_half * 0.42f;
    const ImVec2 arrives = path.brain.at(540, 330);
    const std::array<ImVec2, 6> up_through = {in_through[3],
                                              ImVec2{path.cord_x - lane, path.gate.y - r * 0.55f},
                                              {path.cord_x - lane, path.gate.y - r * 1.3f},
                                              {path.cord_x - lane, path.cord_top + 8},
                                              path.brain.at(528, 600),
                                              arrives};
    const std::array<ImVec2, 5> calm_through = {path.brain.at(560, 380),
                                                path.brain.at(588, 620),
                                                {path.cord_x + lane, path.cord_top + 8},
                                                {path.cord_x + lane, path.gate.y - r * 1.1f},
                                                {path.gate.x - r * 0.2f, path.gate.y - r * 0.1f}};
    const std::array<ImVec2, 4> rub_through = {
        ImVec2{path.tissue.x, path.tissue.y - path.tissue_height * 0.62f},
        {from.x + (door.x - from.x) * 0.4f, path.gate.y - r * 0.95f},
        {door.x - r * 0.7f, path.gate.y - r * 0.7f},
        {door.x + r * 0.3f, path.gate.y - r * 0.18f}};
    const std::vector<ImVec2> in = smooth(in_through, 12), up = smooth(up_through, 12);
    const std::vector<ImVec2> down = smooth(calm_through, 12), rub = smooth(rub_through, 12);

    paint_tissue(list, path, figure, colors);
    paint_nerve(list, in, 2.4f, colors.nerve);
    paint_nerve(list, up, 2, colors.nerve);
    paint_nerve(list, down, 1.8f, fade(colors.calm, 0.4f + 0.6f * figure.calm));
    paint_nerve(list, rub, 1.8f, fade(colors.lungs, figure.rubbing ? 1.0f : 0.35f));
    paint_gate(list, path, figure, colors);

    const float size = std::clamp(rect.height * 0.016f, 5.5f, 10.0f);
    const Color arriving = mix(colors.signal, colors.heart, 0.35f * figure.volume);
    paint_pulses(list, in,
                 {3, figure.signal_phase * 3, 0.25f + 0.75f * sent, size * (0.6f + 0.5f * sent),
                  colors.signal, colors.signal_core});
    paint_pulses(list, up,
                 {4, figure.signal_phase * 4, felt > 0.005f ? 0.2f + 0.8f * felt : 0,
                  size * (0.5f + 1.1f * felt), arriving, colors.signal_core});
    paint_pulses(list, down,
                 {4, clock * 0.5f + 0.3f, figure.calm > 0.02f ? 0.25f + 0.75f * figure.calm : 0,
                  size * 0.85f, colors.calm, colors.ink});
    if (figure.rubbing)
        paint_pulses(list, rub,
                     {4, clock * 0.9f + 0.2f, 0.9f, size * 0.8f, colors.lungs, colors.ink});
    paint_glow(list, arrives, 260 * path.brain.scale * (0.4f + 0.8f * felt),
               fade(arriving, 0.85f * felt));

    // Words: clock and gauge left above, the path's names right of the cord, the back's under it.
    const float left_width = path.brain.at(0, 0).x - box.x - 8;
    float y = box.y;
    y += draw_paragraph(list, theme.fonts, text.clock, colors.ink, box.x, y, left_width,
                        figure.clock) +
         4;
    const float volume_height =
        text_height(theme.fonts, text.label, figure.volume_label, left_width);
    const float rub_top = path.gate.y - r * 1.2f - path.tissue_height * 0.3f;
    const float gauge =
        std::clamp(std::min(left_width / 2 - 4, (rub_top - y - volume_height - 6) / 1.75f), 20.0f,
                   std::max(84.0f, rect.height * 0.15f));
    paint_gauge(list, {box.x + std::max(gauge, std::min(left_width / 2, gauge * 1.2f)), y + gauge},
                gauge, figure.volume, colors.calm, colors.signal, colors);
    draw_paragraph(list, theme.fonts, text.label, colors.ink, box.x, y + gauge * 1.78f, left_width,
                   figure.volume_label);

    paint_names(list, box, path, figure, theme, text, along(down, 0.62f));
    draw_paragraph(list, theme.fonts, text.label, colors.ink, box.x,
                   path.tissue.y + path.tissue_height / 2 + 6, box.width * 0.4f, figure.tissue);
    if (has_trace)
        paint_trace(
            list,
            {box.x, rect.y + rect.height - trace_height - pad * 0.4f, box.width, trace_height},
            figure.traces.front(), theme, text, {colors.signal});
}

} // namespace tautline::ui
