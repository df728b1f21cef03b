#include "ui/figures/section.h"

#include <array>

namespace tautline::ui {
namespace {

// The drawing leaves out midbrain and pons: a plain stem joins its parts. Left side down, right
// side down.
void paint_stem(ImDrawList& list, const Camera& camera, Color color, Color rim) {
    constexpr std::array<ImVec2, 6> left_units = {ImVec2{452, 452}, {428, 520}, {420, 580},
                                                  {448, 640},       {500, 700}, {520, 850}};
    constexpr std::array<ImVec2, 6> right_units = {ImVec2{590, 440}, {612, 520}, {620, 600},
                                                   {624, 660},       {628, 720}, {636, 850}};
    std::array<ImVec2, 6> left{}, right{};
    for (std::size_t i = 0; i < left.size(); ++i) {
        left[i] = camera.at(left_units[i].x, left_units[i].y);
        right[i] = camera.at(right_units[i].x, right_units[i].y);
    }
    const std::vector<ImVec2> a = smooth(left, 8), b = smooth(right, 8);
    Mesh mesh;
    for (std::size_t i = 0; i + 1 < a.size(); ++i)
        mesh.quad({a[i], color}, {a[i + 1], color}, {b[i + 1], color}, {b[i], color});
    mesh.paint(list);
    paint_line(list, a, 1.2f, rim);
    paint_line(list, b, 1.2f, rim);
}

} // namespace

void paint_section(ImDrawList& list, const Camera& camera, const ExhibitColors& colors, float awake,
                   float core) {
    paint_glow(list, camera.at(480, 330), 640 * camera.scale,
               fade(colors.brain, 0.2f + 0.3f * awake));
    const Color light = mix(colors.brain, colors.signal_core, 0.3f * awake);
    const Color deep = mix(colors.brain, colors.bottom, 0.52f - 0.16f * awake);
    const Color rim = fade(colors.signal_core, 0.45f);
    paint_stem(list, camera, mix(deep, colors.bottom, 0.12f), fade(colors.brain, 0.8f));
    paint_part(list, camera, Part::section_cerebellum,
               {mix(light, colors.bottom, 0.3f), deep, rim, 26});
    paint_part(list, camera, Part::section_cortex, {light, deep, rim, 30});
    const Color hot = mix(mix(colors.brain, colors.gland, 0.35f), colors.signal_core, 0.5f * core);
    paint_glow(list, camera.at(430, 400), (150 + 60 * core) * camera.scale,
               fade(colors.gland, 0.1f + 0.5f * core));
    paint_part(list, camera, Part::section_between, {hot, mix(hot, colors.bottom, 0.25f), rim, 20});
}

} // namespace tautline::ui
