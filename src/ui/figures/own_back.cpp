// The back of a person's own answers, on the body of chapter 1: where it aches, how tired its
// muscles are, and the way of the ache up the cord to the brain.
#include "ui/figures/curves.h"
#include "ui/figures/nerves.h"
#include "ui/figures/paint.h"

#include <algorithm>
#include <array>
#include <vector>

namespace tautline::ui {
namespace {

// Where a part of the back aches, in body units.
ImVec2 place_of(std::size_t region) {
    constexpr std::array<ImVec2, 3> places{ImVec2{-62, 312}, ImVec2{-58, 420}, ImVec2{-46, 566}};
    return places[region];
}

void paint_tired(ImDrawList& list, const Camera& camera, std::size_t region, float tired,
                 const ExhibitColors& colors) {
    const float share = std::clamp(tired * 2.5f, 0.0f, 1.0f);
    const Color color = mix(colors.muscle_rest, colors.muscle_tired, share);
    for (const Part part : back_muscles(region))
        paint_part(list, camera, part,
                   {fade(color, 0.85f), fade(mix(color, colors.bottom, 0.4f), 0.85f),
                    fade(mix(color, colors.signal_core, 0.3f), 0.85f), 7});
}

void paint_ache(ImDrawList& list, const Camera& camera, ImVec2 place, float arrives,
                const ExhibitColors& colors) {
    const ImVec2 sore = camera.at(place.x, place.y);
    const float radius = std::max(7.0f, 22 * camera.scale);
    paint_glow(list, sore, radius * 2.1f, fade(colors.muscle_active, 0.55f));
    paint_ring(list, sore, radius - 1.8f, radius, fade(colors.bone, 0.9f), fade(colors.bone, 0.9f));
    if (arrives <= 0) return;
    const std::array<ImVec2, 5> through = {sore, camera.at(place.x * 0.45f, place.y - 12),
                                           camera.at(-3, place.y - 44), camera.at(-3, 230),
                                           camera.at(-3, 152)};
    const std::vector<ImVec2> way = smooth(through, 10);
    const float size = 11 * std::max(camera.scale, 0.36f);
    paint_nerve(list, way, 2, colors.nerve, camera.fade);
    paint_pulses(list, way,
                 {6, 0.5f, 0.25f + 0.75f * arrives, size * (0.6f + arrives), colors.signal,
                  colors.signal_core});
}

} // namespace

void paint_own_back(ImDrawList& list, const Camera& camera, const view::AlarmFigure& figure,
                    const ExhibitColors& colors) {
    const float arrives = std::clamp(figure.arrives, 0.0f, 1.0f);
    if (arrives > 0)
        paint_glow(list, camera.at(0, 144), (70 + 110 * arrives) * camera.scale,
                   fade(colors.signal, 0.15f + 0.5f * arrives));
    for (std::size_t i = 0; i < figure.aches.size(); ++i)
        if (figure.tired[i] > 0) paint_tired(list, camera, i, figure.tired[i], colors);
    for (std::size_t i = 0; i < figure.aches.size(); ++i)
        if (figure.aches[i]) paint_ache(list, camera, place_of(i), arrives, colors);
}

} // namespace tautline::ui
