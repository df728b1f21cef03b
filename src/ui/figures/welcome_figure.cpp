// Home: the body from behind, quiet, with a slow light in the places the chapters are about.
#include "ui/figures/body.h"
#include "ui/figures/curves.h"
#include "ui/figures/nerves.h"
#include "ui/figures/paint.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace tautline::ui {
namespace {

// A light that swells and sinks once a turn, each place a little after the one before.
float swell(float phase, float after) {
    return 0.5f + 0.5f * sine((phase - after) * tau);
}

} // namespace

void paint_welcome(ImDrawList& list, const Rect& rect, const view::WelcomeFigure& figure,
                   const Theme& theme, double) {
    const ExhibitColors& colors = theme.exhibit;
    Camera camera = frame_body(rect, 235, 74, 600);
    camera.origin.y = rect.y + 26 - 97 * camera.scale;
    camera.fade = {rect.y + rect.height * 0.66f, rect.y + rect.height - 2};
    const float brain = swell(figure.phase, 0), shoulders = swell(figure.phase, 0.2f);
    const float heart = swell(figure.phase, 0.4f), spine = swell(figure.phase, 0.6f);

    paint_glow(list, camera.at(0, 330), 430 * camera.scale, fade(colors.skin_glow, 0.5f));
    paint_outline(list, camera, colors);
    paint_muscles(list, camera, colors, 0.9f);
    const Color muscle = mix(colors.muscle_rest, colors.muscle_active, 0.3f + 0.5f * shoulders);
    for (const float side : {-1.0f, 1.0f})
        paint_glow(list, camera.at(side * 100, 330), 110 * camera.scale,
                   fade(colors.muscle_active, 0.12f + 0.16f * shoulders));
    for (Part part : {Part::neck, Part::trapezius, Part::deltoids})
        paint_part(
            list, camera, part,
            {fade(muscle, 0.4f + 0.2f * shoulders), fade(muscle, 0.16f), fade(muscle, 0.7f), 8});
    paint_spine(list, camera, colors, 0.7f);
    std::array<ImVec2, 4> cord = {camera.at(0, 176), camera.at(0, 300), camera.at(0, 450),
                                  camera.at(0, 620)};
    const std::vector<ImVec2> line = smooth(cord, 12);
    paint_line(list, line, 10 * camera.scale, fade(colors.calm, 0.1f + 0.16f * spine), camera.fade);
    paint_line(list, line, 3 * camera.scale, fade(colors.calm, 0.5f + 0.4f * spine), camera.fade);
    // Nerves leaving the cord, level after level.
    for (int i = 0; i < 9; ++i) {
        const float y = 300 + 34 * static_cast<float>(i);
        const float reach = 58 + 14 * sine(static_cast<float>(i) * 0.5f);
        for (const float side : {-1.0f, 1.0f}) {
            const std::array<ImVec2, 4> branch = {camera.at(0, y - 12), camera.at(side * 14, y),
                                                  camera.at(side * reach * 0.6f, y + 8),
                                                  camera.at(side * reach, y + 30)};
            paint_line(list, smooth(branch, 6), std::max(1.0f, 1.6f * camera.scale),
                       fade(colors.calm, 0.28f + 0.12f * spine), camera.fade);
        }
    }
    const ImVec2 beat = camera.at(middle_of(Part::heart).x, middle_of(Part::heart).y);
    paint_glow(list, beat, (88 + 10 * heart) * camera.scale,
               fade(colors.heart, 0.32f + 0.22f * heart));
    paint_part(list, camera, Part::heart,
               {fade(mix(colors.heart, colors.signal_core, 0.2f), 0.9f),
                fade(mix(colors.heart, colors.bottom, 0.3f), 0.85f),
                fade(colors.signal_core, 0.45f), 8});
    const ImVec2 head = camera.at(0, 144);
    paint_glow(list, head, (104 + 10 * brain) * camera.scale,
               fade(colors.brain, 0.3f + 0.22f * brain));
    paint_part(list, camera, Part::brain,
               {mix(colors.brain, colors.signal_core, 0.15f),
                mix(colors.brain, colors.bottom, 0.35f), fade(colors.signal_core, 0.5f), 8});
}

} // namespace tautline::ui
