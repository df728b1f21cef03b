// Chapter 1: the whole body from behind; the alarm runs from the brain down the cord to heart,
// lungs, adrenal glands and muscles, and each has its reading and its trace beside it, joined by a
// thin line.
#include "ui/figures/curves.h"
#include "ui/figures/nerves.h"
#include "ui/figures/paint.h"
#include "ui/figures/trace.h"
#include "ui/figures/views.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tautline::ui {
namespace {

struct Row {
    const std::string& label;
    const view::Trace* trace;
    Color color;
    ImVec2 place; // what it names, in body units
};

// The beat: a quick squeeze, then a slow filling.
float heart_size(float phase) {
    const float squeeze = exponential(-square((phase - 0.12f) / 0.09f));
    const float second = 0.45f * exponential(-square((phase - 0.34f) / 0.09f));
    return 1 + 0.075f * squeeze + 0.06f * second;
}

std::vector<ImVec2> nerve(const Camera& camera, std::initializer_list<ImVec2> units) {
    std::vector<ImVec2> through;
    for (ImVec2 p : units)
        through.push_back(camera.at(p.x, p.y));
    return smooth(through, 8);
}

void paint_organs(ImDrawList& list, const Camera& camera, const view::AlarmFigure& figure,
                  const ExhibitColors& colors, float shimmer) {
    const float muscle = std::clamp(figure.muscle * 1.6f, 0.0f, 1.0f);
    const Shade tense{
        fade(mix(colors.muscle_rest, colors.muscle_active, muscle), 0.34f + 0.4f * muscle),
        fade(mix(colors.muscle_rest, colors.muscle_active, muscle), 0.2f + 0.3f * muscle),
        fade(mix(colors.muscle_rest, colors.muscle_active, muscle), 0.55f + 0.35f * muscle), 7};
    for (Part part : {Part::neck, Part::trapezius, Part::deltoids})
        paint_part(list, camera, part, tense);

    const float fill = std::clamp(figure.lung_fill, 0.0f, 1.0f);
    const Color air = figure.slow_breathing ? mix(colors.lungs, colors.calm, 0.6f) : colors.lungs;
    paint_part(list, camera, Part::lungs,
               {fade(mix(air, colors.bottom, 0.35f), 0.62f),
                fade(mix(air, colors.bottom, 0.5f), 0.66f), fade(air, 0.55f + 0.4f * fill),
                12 + 10 * fill},
               {0.95f + 0.1f * fill, 0.96f + 0.07f * fill});
    paint_spine(list, camera, colors, 0.8f);

    paint_part(list, camera, Part::kidneys,
               {fade(colors.body_edge, 0.4f), fade(colors.body_edge, 0.25f),
                fade(colors.body_edge, 0.5f), 6});
    const float release = std::clamp(figure.adrenaline, 0.0f, 1.0f);
    for (const float side : {-1.0f, 1.0f}) {
        const ImVec2 gland = camera.at(side * 48, 516);
        paint_glow(list, gland, (26 + 60 * release) * camera.scale,
                   fade(colors.gland, 0.25f + 0.5f * release));
    }
    const Color gland =
        mix(mix(colors.gland, colors.body, 0.3f), colors.signal_core, 0.4f * release);
    paint_part(list, camera, Part::adrenals,
               {gland, gland, fade(colors.signal_core, 0.3f + 0.5f * release), 5});

    const float beat = heart_size(figure.beat_phase);
    const ImVec2 heart = camera.at(middle_of(Part::heart).x, middle_of(Part::heart).y);
    paint_glow(list, heart, (70 + 420 * (beat - 1)) * camera.scale,
               fade(colors.heart, 0.3f + 3.5f * (beat - 1)));
    paint_part(list, camera, Part::heart,
               {mix(colors.heart, colors.signal_core, 0.18f),
                mix(colors.heart, colors.bottom, 0.35f), fade(colors.signal_core, 0.4f), 7},
               {beat, beat});

    const float awake = std::clamp(figure.signal, 0.0f, 1.0f);
    const ImVec2 brain = camera.at(0, 144);
    paint_glow(list, brain, (78 + 34 * awake + 4 * shimmer) * camera.scale,
               fade(awake > 0.02f ? mix(colors.brain, colors.signal, 0.5f * awake) : colors.brain,
                    0.3f + 0.4f * awake));
    paint_part(list, camera, Part::brain,
               {fade(mix(colors.brain, colors.signal_core, 0.35f * awake), 0.95f),
                fade(mix(colors.brain, colors.bottom, 0.35f), 0.95f),
                fade(colors.signal_core, 0.35f + 0.4f * awake), 8});
}

// Drops of adrenaline drifting from the glands into the blood.
void paint_drops(ImDrawList& list, const Camera& camera, const view::AlarmFigure& figure,
                 const ExhibitColors& colors, float seconds) {
    const float release = std::clamp(figure.adrenaline, 0.0f, 1.0f);
    if (release < 0.03f) return;
    for (int i = 0; i < 14; ++i) {
        const float seed = static_cast<float>(i) * 0.618034f;
        const float life = seed + seconds * 0.16f - std::floor(seed + seconds * 0.16f);
        const float side = i % 2 == 0 ? -1.0f : 1.0f;
        const float sway = sine((seed * 7 + life * 2) * tau / 2) * 12;
        const ImVec2 at = camera.at(side * (46 - 26 * life) + sway * life, 512 - 150 * life);
        const float shown = release * sine(life * tau / 2);
        paint_glow(list, at, (7 + 4 * release) * camera.scale, fade(colors.hormone, 0.9f * shown));
        paint_disc(list, at, 2.2f * camera.scale, fade(colors.signal_core, shown),
                   fade(colors.signal_core, shown));
    }
}

void paint_signal(ImDrawList& list, const Camera& camera, const view::AlarmFigure& figure,
                  const ExhibitColors& colors) {
    const float width = std::clamp(2.4f * camera.scale, 1.0f, 2.4f);
    const std::vector<ImVec2> cord =
        nerve(camera, {{0, 166}, {0, 230}, {0, 340}, {0, 470}, {0, 600}});
    const std::array<std::vector<ImVec2>, 8> branches = {
        nerve(camera, {{0, 166}, {0, 250}, {0, 300}, {-40, 328}, {-96, 322}, {-140, 345}}),
        nerve(camera, {{0, 166}, {0, 250}, {0, 300}, {40, 328}, {96, 322}, {140, 345}}),
        nerve(camera, {{0, 166}, {0, 260}, {0, 330}, {-12, 366}, {-22, 394}}),
        nerve(camera, {{0, 166}, {0, 260}, {0, 340}, {-30, 380}, {-62, 408}}),
        nerve(camera, {{0, 166}, {0, 260}, {0, 340}, {30, 380}, {58, 400}}),
        nerve(camera, {{0, 166}, {0, 300}, {0, 440}, {-16, 486}, {-44, 512}}),
        nerve(camera, {{0, 166}, {0, 300}, {0, 440}, {16, 486}, {44, 512}}),
        nerve(camera, {{0, 166}, {0, 320}, {0, 470}, {0, 600}}),
    };
    paint_line(list, cord, width * 2.6f, fade(colors.nerve, 0.28f), camera.fade);
    for (const std::vector<ImVec2>& branch : branches)
        paint_nerve(list, branch, width * 0.8f, fade(colors.nerve, 0.75f), camera.fade);
    for (const std::vector<ImVec2>& branch : branches)
        paint_pulses(list, branch,
                     {3, figure.signal_phase * 3, figure.signal, 9 * std::max(camera.scale, 0.36f),
                      colors.signal, colors.signal_core});
}

float row_text_height(const Theme& theme, const FigureText& text, const Row& row, float width) {
    return text_height(theme.fonts, text.label, row.label, width);
}

void paint_rows(ImDrawList& list, const Rect& column, const Camera& camera,
                std::span<const Row> rows, const Theme& theme, const FigureText& text) {
    float words = 0, axis = 0;
    int traces = 0;
    for (const Row& row : rows) {
        words += row_text_height(theme, text, row, column.width);
        if (!row.trace) continue;
        ++traces;
        axis = std::max(axis, trace_axis_width(*row.trace, theme, text));
    }
    const float marks = text.small.line_height + 5;
    const float gap = column.height > 420 ? 10.0f : 5.0f;
    const float spare = column.height - words - gap * static_cast<float>(rows.size() - 1) - marks;
    float plot =
        traces > 0 ? std::min(spare / static_cast<float>(traces), column.height * 0.26f) : 0;
    const bool plots = plot >= 22;
    float y = column.y;
    const float used = words + gap * static_cast<float>(rows.size() - 1) +
                       (plots ? plot * static_cast<float>(traces) + marks : 0);
    const float spread =
        plots ? 0 : std::max(0.0f, column.height - used) / static_cast<float>(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        y += spread / 2;
        const float line_y = y + text.label.line_height / 2;
        paint_leader(list, theme.exhibit, {column.x - 6, line_y},
                     camera.at(row.place.x, row.place.y), row.color);
        y += draw_paragraph(list, theme.fonts, text.label, theme.exhibit.ink, column.x, y,
                            column.width, row.label);
        if (row.trace && plots) {
            const bool last = i + 1 == rows.size();
            paint_trace(list, {column.x, y, column.width, plot + (last ? marks : 0)}, *row.trace,
                        theme, text, {row.color, false, last, axis});
            y += plot + (last ? marks : 0);
        }
        y += gap + spread / 2;
    }
}

} // namespace

void paint_alarm(ImDrawList& list, const Rect& rect, const view::AlarmFigure& figure,
                 const Theme& theme, double seconds) {
    const ExhibitColors& colors = theme.exhibit;
    const FigureText text = figure_text(theme, rect);
    const float pad = std::clamp(rect.width * 0.03f, 10.0f, 28.0f);
    const Camera camera = camera_now(figure.travel, view::BodyView::whole, rect, text);
    const auto clock = static_cast<float>(seconds);
    const float shimmer = static_cast<float>(seconds > 0 ? sine(clock * 1.3f) : 0);
    paint_glow(list, camera.at(0, 380), 420 * camera.scale, fade(colors.skin_glow, 0.34f));
    paint_outline(list, camera, colors);
    paint_muscles(list, camera, colors, 0.8f);
    const Arrival arrival(list, figure.travel);
    paint_organs(list, camera, figure, colors, shimmer);
    paint_signal(list, camera, figure, colors);
    paint_drops(list, camera, figure, colors, clock);

    const auto trace = [&](std::size_t i) {
        return i < figure.traces.size() ? &figure.traces[i] : nullptr;
    };
    const std::array<Row, 5> rows = {
        Row{figure.brain, nullptr, colors.brain, {34, 134}},
        Row{figure.muscles, trace(3), colors.muscle_active, {132, 338}},
        Row{figure.lungs, trace(1), colors.lungs, {70, 412}},
        Row{figure.heart, trace(0), colors.heart, {4, 420}},
        Row{figure.glands, trace(2), colors.gland, {50, 516}},
    };
    const float left = rect.x + pad * 0.5f + rect.width * (rect.width < 480 ? 0.44f : 0.5f) + 8;
    const float top = rect.y + pad * 0.8f;
    const Rect column{left, top, rect.x + rect.width - pad - left, rect.height - pad * 1.4f};
    const float clock_height = draw_paragraph(list, theme.fonts, text.clock, colors.ink, column.x,
                                              column.y, column.width, figure.clock);
    const float under = clock_height + (rect.height > 420 ? 10.0f : 3.0f);
    paint_rows(list, {column.x, column.y + under, column.width, column.height - under}, camera,
               rows, theme, text);
}

} // namespace tautline::ui
