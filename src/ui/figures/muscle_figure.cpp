// Chapter 2: the back with the chosen muscles lit, a lens on one bundle of their fibres, and the
// hour's trace. Working, rested and tired fibres differ in form as well as in colour: bright with a
// core, plain, and ringed.
#include "ui/figures/curves.h"
#include "ui/figures/paint.h"
#include "ui/figures/stage.h"
#include "ui/figures/trace.h"
#include "ui/figures/views.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace tautline::ui {
namespace {

// Where the name of a part stands: on the spine, beside its muscles; body units.
constexpr std::array<float, 3> name_y{268, 505, 656};

// Where the lens looks, in body units.
ImVec2 place_of(view::MuscleRegion region) {
    switch (region) {
    case view::MuscleRegion::neck_shoulders:
        return {52, 330};
    case view::MuscleRegion::upper_back:
        return {78, 420};
    case view::MuscleRegion::low_back:
        return {44, 585};
    }
    return {0, 400};
}

Color fibre_color(const ExhibitColors& colors, float working, float tired) {
    return mix(mix(colors.muscle_rest, colors.muscle_active, working), colors.muscle_tired, tired);
}

// A number from 0 to 1 that is always the same for the same fibre.
float seed(int i) {
    const float v = sine(static_cast<float>(i) * 12.9898f) * 43.758f;
    return v - std::floor(v);
}

struct Fibre {
    ImVec2 at; // of a bundle with radius 1
    float rank = 0;
};

// The cosine of six times the direction of (x, y), times the cube of its length: 1 at a honeycomb's
// corners.
float corner_cosine(float x, float y) {
    const float length2 = x * x + y * y;
    if (length2 <= 0) return 0;
    const float real = x * x * x - 3 * x * y * y; // of the third power of x + iy
    return (2 * real * real / (length2 * length2 * length2) - 1) * length2 * std::sqrt(length2);
}

// Ninety-one fibres packed like a honeycomb. The rank says which ones a growing share takes first:
// spread out evenly.
std::vector<Fibre> bundle() {
    constexpr int rings = 5;
    std::vector<Fibre> fibres;
    const float step = 1.0f / (rings + 0.56f);
    for (int row = -rings; row <= rings; ++row)
        for (int column = -rings; column <= rings; ++column) {
            if (std::abs(row + column) > rings) continue;
            const float x = (static_cast<float>(column) + static_cast<float>(row) / 2) * step;
            const float y = static_cast<float>(row) * 0.866f * step;
            // The honeycomb's corners are drawn in, so that the bundle is round.
            const float reach = std::sqrt(x * x + y * y);
            const float pull = 1 - 0.0375f * (reach * reach * reach + corner_cosine(x, y));
            const auto order = static_cast<float>(fibres.size());
            const float rank = order * 0.381966f - std::floor(order * 0.381966f);
            fibres.push_back({{x * pull, y * pull}, rank});
        }
    std::sort(fibres.begin(), fibres.end(),
              [](const Fibre& a, const Fibre& b) { return a.rank < b.rank; });
    const auto count = static_cast<float>(fibres.size());
    for (std::size_t i = 0; i < fibres.size(); ++i)
        fibres[i].rank = static_cast<float>(i) / count;
    return fibres;
}

void paint_fibre(ImDrawList& list, ImVec2 center, float radius, int number, float working,
                 float tired, const ExhibitColors& colors) {
    constexpr int corners = 10;
    const Color color = fibre_color(colors, working, tired);
    const Color edge = mix(color, colors.bottom, 0.42f);
    const float soft = hairline(list);
    Mesh mesh;
    std::array<ImVec2, corners> points{};
    for (int i = 0; i < corners; ++i) {
        const float angle = tau * (static_cast<float>(i) + 0.5f) / corners;
        const float reach = radius * (0.94f + 0.09f * seed(number * corners + i));
        points[static_cast<std::size_t>(i)] = {center.x + reach * cosine(angle),
                                               center.y + reach * sine(angle)};
    }
    const Color middle = mix(color, colors.signal_core, 0.22f * working);
    for (std::size_t i = 0; i < corners; ++i) {
        const ImVec2 a = points[i], b = points[(i + 1) % corners];
        const auto out = [&](ImVec2 p) {
            return ImVec2{p.x + (p.x - center.x) / radius * soft,
                          p.y + (p.y - center.y) / radius * soft};
        };
        mesh.triangle({center, middle}, {a, edge}, {b, edge});
        mesh.quad({a, edge}, {b, edge}, {out(b), fade(edge, 0)}, {out(a), fade(edge, 0)});
    }
    mesh.paint(list);
    if (tired > 0.02f) {
        paint_ring(list, center, radius * 0.5f, radius * 0.66f, fade(colors.bottom, 0.75f * tired),
                   fade(colors.bottom, 0.75f * tired));
    }
    if (working > 0.02f) {
        const Color core = fade(colors.signal_core, 0.85f * working);
        paint_disc(list, center, radius * 0.3f, core, core);
    }
}

void paint_bundle(ImDrawList& list, ImVec2 center, float radius, const view::MuscleFigure& figure,
                  const ExhibitColors& colors) {
    const float load = figure.working ? std::clamp(figure.active * 2, 0.0f, 1.0f) : 0;
    const Color light = fibre_color(colors, load, std::clamp(figure.fatigued * 1.3f, 0.0f, 1.0f));
    paint_glow(list, center, radius * 1.4f, fade(light, 0.3f));
    paint_disc(list, center, radius, mix(colors.bottom, colors.muscle_rest, 0.24f),
               mix(colors.bottom, colors.muscle_rest, 0.1f));
    paint_ring(list, center, radius - 2, radius + 1, fade(colors.bone, 0.75f),
               fade(colors.bone, 0.75f));
    const std::vector<Fibre> fibres = bundle();
    const auto count = static_cast<float>(fibres.size());
    const float fibre_radius = radius * 0.083f;
    for (std::size_t i = 0; i < fibres.size(); ++i) {
        // Tired fibres take the ranks from below, working ones the next; the one on the border is
        // in between.
        const float from = static_cast<float>(i);
        const float tired = std::clamp(figure.fatigued * count - from, 0.0f, 1.0f);
        const float busy = std::clamp((figure.fatigued + figure.active) * count - from, 0.0f, 1.0f);
        const ImVec2 at{center.x + fibres[i].at.x * radius * 0.97f,
                        center.y + fibres[i].at.y * radius * 0.97f};
        paint_fibre(list, at, fibre_radius, static_cast<int>(i), std::max(0.0f, busy - tired),
                    tired, colors);
    }
}

// How warm a part is: bright while it works, violet while it is tired, as at rest else.
struct Heat {
    Color color;
    float light; // 0 to 1
};

Heat heat_of(const view::BackPartState& part, const ExhibitColors& colors) {
    const float working =
        part.active > 0.004f ? std::clamp(0.35f + part.active * 2, 0.0f, 1.0f) : 0.12f;
    const float tired = std::clamp(part.fatigued * 1.6f, 0.0f, 1.0f);
    return {fibre_color(colors, working, tired * 0.8f),
            std::clamp(std::max(working - 0.12f, tired), 0.0f, 1.0f)};
}

void paint_muscle_body(ImDrawList& list, const Camera& camera, const ExhibitColors& colors) {
    paint_glow(list, camera.at(0, 420), 380 * camera.scale, fade(colors.skin_glow, 0.3f));
    paint_outline(list, camera, colors);
    paint_muscles(list, camera, colors, 1);
}

// Every part as warm as it is; the chosen one stands out at rest too.
void paint_back(ImDrawList& list, const Camera& camera, const view::MuscleFigure& figure,
                const ExhibitColors& colors) {
    const auto chosen = static_cast<std::size_t>(figure.region);
    for (std::size_t i = 0; i < figure.parts.size(); ++i) {
        const Heat heat = heat_of(figure.parts[i], colors);
        const float shown = i == chosen ? 1 : std::min(1.0f, heat.light * 1.4f);
        if (shown < 0.02f) continue;
        paint_glow(list, camera.at(0, place_of(static_cast<view::MuscleRegion>(i)).y),
                   190 * camera.scale, fade(heat.color, (0.16f + 0.18f * heat.light) * shown));
        for (const Part part : back_muscles(i))
            paint_part(list, camera, part,
                       {fade(heat.color, 0.85f * shown),
                        fade(mix(heat.color, colors.bottom, 0.4f), 0.85f * shown),
                        fade(mix(heat.color, colors.signal_core, i == chosen ? 0.45f : 0.2f),
                             0.85f * shown),
                        7});
    }
    paint_spine(list, camera, colors, 0.55f);
}

// Which part it is about.
void paint_part_name(ImDrawList& list, const Camera& camera, const view::MuscleFigure& figure,
                     const Theme& theme, const FigureText& text) {
    if (figure.part_name.empty()) return;
    const ImVec2 at = camera.at(0, name_y[static_cast<std::size_t>(figure.region)]);
    paint_plate(list, theme, text.small, theme.exhibit.ink,
                {at.x, at.y - text.small.line_height / 2}, 330 * camera.scale, figure.part_name,
                Align::center);
}

// The two lines from the small ring on the body to the lens.
void paint_lens(ImDrawList& list, ImVec2 from, float from_radius, ImVec2 to, float to_radius,
                const ExhibitColors& colors) {
    const float dx = to.x - from.x, dy = to.y - from.y;
    const float length = std::max(std::sqrt(dx * dx + dy * dy), 1.0f);
    const float lean = std::clamp((from_radius - to_radius) / length, -1.0f, 1.0f);
    const float across = std::sqrt(1 - lean * lean);
    for (const float side : {-1.0f, 1.0f}) {
        const ImVec2 out{(dx * lean - side * dy * across) / length,
                         (dy * lean + side * dx * across) / length};
        const std::array<ImVec2, 2> line = {
            ImVec2{from.x + from_radius * out.x, from.y + from_radius * out.y},
            ImVec2{to.x + to_radius * out.x, to.y + to_radius * out.y}};
        paint_line(list, line, 1.2f, fade(colors.bone, 0.55f));
    }
    paint_ring(list, from, from_radius - 1.6f, from_radius, colors.bone, colors.bone);
}

struct Legend {
    const std::string& words;
    float working, tired;
};

float paint_legend(ImDrawList& list, const Rect& box, const view::MuscleFigure& figure,
                   const Theme& theme, const FigureText& text, bool measure_only) {
    const std::array<Legend, 3> rows = {Legend{figure.working_label, 1, 0},
                                        Legend{figure.resting_label, 0, 0},
                                        Legend{figure.tired_label, 0, 1}};
    const float mark = text.label.line_height * 0.42f;
    const float indent = mark * 2 + 9;
    float y = box.y;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const float height =
            text_height(theme.fonts, text.label, rows[i].words, box.width - indent);
        if (!measure_only) {
            paint_fibre(list, {box.x + mark, y + text.label.line_height / 2}, mark,
                        static_cast<int>(i), rows[i].working, rows[i].tired, theme.exhibit);
            draw_paragraph(list, theme.fonts, text.label, theme.exhibit.ink, box.x + indent, y,
                           box.width - indent, rows[i].words);
        }
        y += height + 4;
    }
    return y - box.y;
}

} // namespace

void paint_muscle(ImDrawList& list, const Rect& rect, const view::MuscleFigure& figure,
                  const Theme& theme, double) {
    const ExhibitColors& colors = theme.exhibit;
    const bool stage = figure.clock.empty();
    const FigureText text = stage ? stage_text(theme, rect) : figure_text(theme, rect);
    const FigureParts parts = parts_of(rect, text);
    const Rect& upper = parts.picture;
    const float pad = parts.pad;
    const Camera camera = camera_now(figure.travel, view::BodyView::back, rect, text);
    paint_muscle_body(list, camera, colors);
    const Arrival arrival(list, figure.travel);
    paint_back(list, camera, figure, colors);

    const Rect side{upper.x + upper.width * 0.5f + pad, upper.y, upper.width * 0.5f - pad,
                    upper.height};
    const float head = stage ? paint_reading(list, side, figure.reading, theme, text)
                             : draw_paragraph(list, theme.fonts, text.clock, colors.ink, side.x,
                                              side.y, side.width, figure.clock);
    // The lens over its legend, or beside it, whichever leaves it larger.
    const float legend = paint_legend(list, side, figure, theme, text, true);
    const float below = side.height - head - 8;
    const float over = std::min(below - legend - 10, side.width) / 2 - 3;
    const float beside = std::min(below, side.width - 9 * text.label.size) / 2 - 6;
    // On a small stage the lens alone: its fibres are named in the words that describe the picture.
    const bool alone = stage && std::max(over, beside) < 46;
    const bool column = over >= beside || alone;
    const float radius =
        std::max(24.0f, alone ? std::min(below, side.width) / 2 - 5 : std::max(over, beside));
    const ImVec2 lens{side.x + (column ? side.width / 2 : radius + 4),
                      side.y + head + 6 +
                          std::max((column && !alone ? below - legend - 10 : below) / 2, radius)};
    const ImVec2 place = place_of(figure.region);
    paint_lens(list, camera.at(place.x, place.y), std::max(7.0f, 15 * camera.scale), lens,
               radius + 1, colors);
    paint_bundle(list, lens, radius, figure, colors);
    paint_part_name(list, camera, figure, theme, text);
    if (column && !alone) {
        paint_legend(list, {side.x, side.y + side.height - legend + 4, side.width, legend}, figure,
                     theme, text, false);
    } else if (!alone) {
        const float from = lens.x + radius + 18;
        Rect box{from, 0, side.x + side.width - from, side.height};
        box.y = lens.y - paint_legend(list, box, figure, theme, text, true) / 2;
        paint_legend(list, box, figure, theme, text, false);
    }
    if (figure.traces.empty()) return;
    const Color color = figure.line_of_working ? colors.muscle_active : colors.muscle_tired;
    if (stage)
        paint_stage_trace(list, parts.trace, figure.traces.front(), theme, text, color);
    else
        paint_trace(list, parts.trace, figure.traces.front(), theme, text, {color});
}

} // namespace tautline::ui
