// Chapter 1: the body from behind; the alarm runs from the brain down the cord to heart, lungs,
// adrenal glands and muscles.
#include "ui/figures/curves.h"
#include "ui/figures/nerves.h"
#include "ui/figures/paint.h"
#include "ui/figures/stage.h"
#include "ui/figures/views.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tautline::ui {
namespace {

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

} // namespace

void paint_alarm(ImDrawList& list, const Rect& rect, const view::AlarmFigure& figure,
                 const Theme& theme, double seconds) {
    const ExhibitColors& colors = theme.exhibit;
    const FigureText text = stage_text(theme, rect);
    // Without number and line, as on Home, the body has the picture to itself.
    const Camera camera =
        figure.reading.value.empty()
            ? camera_alone(rect)
            : camera_now(figure.travel,
                         figure.is_own() ? view::BodyView::cord : view::BodyView::whole, rect,
                         text);
    const auto clock = static_cast<float>(seconds);
    const float shimmer = static_cast<float>(seconds > 0 ? sine(clock * 1.3f) : 0);
    paint_glow(list, camera.at(0, 380), 420 * camera.scale, fade(colors.skin_glow, 0.34f));
    paint_outline(list, camera, colors);
    paint_muscles(list, camera, colors, 0.8f);
    const Arrival arrival(list, figure.travel);
    paint_organs(list, camera, figure, colors, shimmer);
    paint_signal(list, camera, figure, colors);
    if (figure.is_own()) paint_own_back(list, camera, figure, colors);
    paint_drops(list, camera, figure, colors, clock);

    const FigureParts parts = parts_of(rect, text);
    if (!figure.traces.empty())
        paint_stage_trace(list, parts.trace, figure.traces.front(), theme, text, colors.heart);
    paint_reading(list, parts.reading, figure.reading, theme, text);
}

} // namespace tautline::ui
