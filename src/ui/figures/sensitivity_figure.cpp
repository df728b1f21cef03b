// Chapter 4: a signal from the low back travels to the spinal cord, through its gate, up to the
// brain, all on the one body. What arrives can be more than what was sent. Calm comes down from the
// brain to the gate; rubbing joins it from the skin.
#include "ui/figures/curves.h"
#include "ui/figures/nerves.h"
#include "ui/figures/paint.h"
#include "ui/figures/stage.h"
#include "ui/figures/views.h"
#include "ui/shapes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tautline::ui {
namespace {

struct Path {
    Camera body;
    float cord_half;
    ImVec2 gate;
    float gate_radius;
    ImVec2 tissue; // the sore place
    float tissue_radius;
};

Path lay_path(const Camera& body, const Rect& box) {
    Path path{};
    path.body = body;
    path.cord_half = std::max(6.0f, 13 * body.scale);
    path.gate_radius = std::clamp(box.height * 0.095f, 20.0f, 54.0f);
    path.gate = body.at(0, 488);
    path.tissue = body.at(-64, 606);
    path.tissue_radius = std::clamp(32 * body.scale, 13.0f, 38.0f);
    return path;
}

void paint_cord_body(ImDrawList& list, const Camera& camera, const ExhibitColors& colors) {
    paint_glow(list, camera.at(0, 380), 380 * camera.scale, fade(colors.skin_glow, 0.3f));
    paint_outline(list, camera, colors);
    paint_muscles(list, camera, colors, 0.45f);
    paint_spine(list, camera, colors, 0.5f);
}

// The sore place: the low back's muscles, and a soft ring where the signal begins.
void paint_tissue(ImDrawList& list, const Path& path, const view::SensitivityFigure& figure,
                  float sent, const ExhibitColors& colors) {
    const Color warm = mix(colors.muscle_rest, colors.muscle_active, 0.35f);
    paint_part(list, path.body, Part::lower_back,
               {fade(warm, 0.5f), fade(mix(warm, colors.bottom, 0.4f), 0.5f), fade(warm, 0.7f), 6});
    paint_glow(list, path.tissue, path.tissue_radius * 1.7f,
               fade(colors.muscle_active, 0.3f + 0.35f * sent));
    const float r = path.tissue_radius;
    paint_ring(list, path.tissue, r - 1.6f, r, fade(colors.bone, 0.85f), fade(colors.bone, 0.85f));
    if (!figure.rubbing) return;
    // A hand's strokes.
    for (const float turn : {0.05f, 0.38f, 0.72f})
        paint_ring(list, path.tissue, r * 1.22f, r * 1.22f + 2, fade(colors.lungs, 0.9f),
                   fade(colors.lungs, 0.9f), turn, turn + 0.2f);
}

// The cord in the spine.
void paint_cord(ImDrawList& list, const Path& path, const ExhibitColors& colors) {
    const std::array<ImVec2, 3> line = {path.body.at(0, 172), path.body.at(0, 330),
                                        path.body.at(0, 590)};
    paint_line(list, line, path.cord_half * 2, fade(mix(colors.nerve, colors.body, 0.55f), 0.75f),
               path.body.fade);
    for (const float side : {-1.0f, 1.0f}) {
        std::array<ImVec2, 3> edge = line;
        for (ImVec2& p : edge)
            p.x += side * path.cord_half;
        paint_line(list, edge, 1.2f, fade(colors.nerve, 0.75f), path.body.fade);
    }
}

void paint_brain(ImDrawList& list, const Camera& camera, const ExhibitColors& colors, Color light,
                 float felt) {
    paint_glow(list, camera.at(0, 144), (86 + 60 * felt) * camera.scale,
               fade(mix(colors.brain, light, 0.6f * felt), 0.3f + 0.5f * felt));
    paint_part(list, camera, Part::brain,
               {fade(mix(colors.brain, colors.signal_core, 0.4f * felt), 0.95f),
                fade(mix(colors.brain, colors.bottom, 0.35f), 0.95f),
                fade(colors.signal_core, 0.35f + 0.4f * felt), 8});
}

// What a nerve carried in the last seconds, as lights along it: each measured value is where it has
// come to since. `delay_s` passes before it enters.
void paint_traffic(ImDrawList& list, std::span<const ImVec2> line, std::span<const float> values,
                   const view::SensitivityFigure& figure, float delay_s, float travel_s, float size,
                   Color color, Color core) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        const float age = figure.traffic_age_s + static_cast<float>(i) * figure.traffic_step_s;
        const float share = (age - delay_s) / travel_s;
        const float value = std::clamp(values[i], 0.0f, 1.0f);
        if (share < 0 || share > 1 || value < 0.01f) continue;
        const float shown = std::min({1.0f, share * 9, (1 - share) * 9}) * (0.25f + 0.75f * value);
        const ImVec2 at = along(line, share);
        paint_glow(list, at, size * (1.3f + 1.9f * value), fade(color, 0.6f * shown));
        paint_disc(list, at, size * (0.2f + 0.45f * value), fade(core, shown), fade(core, shown));
    }
}

// The value that has travelled this long.
float arrived(std::span<const float> values, const view::SensitivityFigure& figure, float after_s) {
    const float at = (after_s - figure.traffic_age_s) / figure.traffic_step_s;
    const auto i = static_cast<std::size_t>(std::max(0.0f, at));
    return i < values.size() ? std::clamp(values[i], 0.0f, 1.0f) : 0;
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
    // What the cord still holds of the signals before.
    const float echo = std::clamp(figure.echo, 0.0f, 1.0f);
    paint_glow(list, c, r * (0.7f + 0.7f * echo), fade(colors.signal, 0.75f * echo));
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

// The names of the way, beside it, where the picture has room for them.
void paint_names(ImDrawList& list, const Rect& box, const Path& path,
                 const view::SensitivityFigure& figure, const Theme& theme,
                 const FigureText& text) {
    const ExhibitColors& colors = theme.exhibit;
    const TextStyle& style = text.small;
    struct Name {
        const std::string& words;
        ImVec2 at;
        Color color;
    };
    const std::array<Name, 3> names = {Name{figure.brain, path.body.at(-58, 150), colors.brain},
                                       Name{figure.spinal_gate,
                                            {path.gate.x - path.gate_radius * 1.3f, path.gate.y},
                                            colors.signal},
                                       Name{figure.tissue,
                                            {path.tissue.x - path.tissue_radius, path.tissue.y},
                                            colors.muscle_active}};
    const float left = box.x + 4;
    for (const Name& name : names) {
        const float width = text_width(theme.fonts, style, name.words);
        if (name.at.x - left < width + 14 ||
            name.at.y + style.line_height > box.y + box.height + 10)
            continue;
        const float y = name.at.y - style.line_height / 2;
        paint_leader(list, colors, {left + width + 6, name.at.y}, name.at, name.color);
        draw_text(list, theme.fonts, style, colors.ink, left, y, name.words);
    }
}

std::vector<ImVec2> way(std::initializer_list<ImVec2> through) {
    return smooth(std::span(through.begin(), through.size()), 12);
}

} // namespace

void paint_sensitivity(ImDrawList& list, const Rect& rect, const view::SensitivityFigure& figure,
                       const Theme& theme, double seconds) {
    const ExhibitColors& colors = theme.exhibit;
    const FigureText text = stage_text(theme, rect);
    const FigureParts parts = parts_of(rect, text);
    const Rect& box = parts.picture;
    const Camera body = camera_now(figure.travel, view::BodyView::cord, rect, text);
    paint_cord_body(list, body, colors);
    const Arrival arrival(list, figure.travel);

    constexpr float in_s = 0.5f, up_s = 0.6f; // a signal's way, slowed down to be seen
    const Path path = lay_path(body, box);
    const auto clock = static_cast<float>(seconds);
    const bool by_second = !figure.up.empty();
    const float felt =
        by_second ? arrived(figure.up, figure, in_s + up_s) : std::clamp(figure.felt, 0.0f, 1.0f);
    const float sent = by_second ? arrived(figure.sent, figure, figure.traffic_age_s)
                                 : std::clamp(figure.signal, 0.0f, 1.0f);
    const float r = path.gate_radius, lane = path.cord_half * 0.5f;
    const ImVec2 door{path.gate.x - r * 0.98f, path.gate.y};
    const ImVec2 inside{door.x + r * 0.5f, path.gate.y - r * 0.04f};
    const ImVec2 arrives = body.at(0, 150);
    const ImVec2 from = path.tissue;
    const std::vector<ImVec2> in =
        way({from, body.at(-86, 552), {door.x - r * 0.55f, path.gate.y + r * 0.35f}, inside});
    const std::vector<ImVec2> up = way({inside,
                                        {path.gate.x - lane, path.gate.y - r * 0.55f},
                                        {path.gate.x - lane, path.gate.y - r * 1.3f},
                                        {path.gate.x - lane, body.at(0, 250).y},
                                        body.at(-4, 180),
                                        arrives});
    const std::vector<ImVec2> down = way({body.at(8, 156),
                                          {path.gate.x + lane, body.at(0, 200).y},
                                          {path.gate.x + lane, body.at(0, 300).y},
                                          {path.gate.x + lane, path.gate.y - r * 1.1f},
                                          {path.gate.x - r * 0.2f, path.gate.y - r * 0.1f}});
    const std::vector<ImVec2> rub =
        way({{from.x - path.tissue_radius * 0.7f, from.y - path.tissue_radius * 0.7f},
             body.at(-104, 536),
             {door.x - r * 0.75f, path.gate.y - r * 0.35f},
             {door.x + r * 0.3f, path.gate.y - r * 0.18f}});

    paint_tissue(list, path, figure, sent, colors);
    paint_cord(list, path, colors);
    const Color arriving = mix(colors.signal, colors.heart, 0.35f * figure.volume);
    paint_brain(list, body, colors, arriving, felt);
    paint_nerve(list, in, 2.4f, colors.nerve);
    paint_nerve(list, up, 2, colors.nerve);
    paint_nerve(list, down, 1.8f, fade(colors.calm, 0.4f + 0.6f * figure.calm));
    paint_nerve(list, rub, 1.8f, fade(colors.lungs, figure.rubbing ? 1.0f : 0.35f));
    paint_gate(list, path, figure, colors);

    const float size = std::clamp(rect.height * 0.016f, 5.5f, 10.0f);
    if (by_second) {
        paint_traffic(list, in, figure.sent, figure, 0, in_s, size, colors.signal,
                      colors.signal_core);
        paint_traffic(list, up, figure.up, figure, in_s, up_s, size, arriving, colors.signal_core);
    } else {
        paint_pulses(list, in,
                     {3, figure.signal_phase * 3, 0.25f + 0.75f * sent, size * (0.6f + 0.5f * sent),
                      colors.signal, colors.signal_core});
        paint_pulses(list, up,
                     {4, figure.signal_phase * 4, felt > 0.005f ? 0.2f + 0.8f * felt : 0,
                      size * (0.5f + 1.1f * felt), arriving, colors.signal_core});
    }
    paint_pulses(list, down,
                 {4, clock * 0.5f + 0.3f, figure.calm > 0.02f ? 0.25f + 0.75f * figure.calm : 0,
                  size * 0.85f, colors.calm, colors.ink});
    if (figure.rubbing)
        paint_pulses(list, rub,
                     {4, clock * 0.9f + 0.2f, 0.9f, size * 0.8f, colors.lungs, colors.ink});

    paint_names(list, box, path, figure, theme, text);
    if (!figure.traces.empty())
        paint_stage_trace(list, parts.trace, figure.traces.front(), theme, text, colors.signal);
    paint_reading(list, parts.reading, figure.reading, theme, text);
}

} // namespace tautline::ui
