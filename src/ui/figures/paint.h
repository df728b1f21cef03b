// One painter for each figure; figures.cpp chooses. Internal to this folder.
#pragma once

#include "ui/figures/body.h"
#include "ui/theme.h"
#include "view/figures/figure.h"
#include "view/screen/screen.h"

#include <vector>

struct ImDrawList;

namespace tautline::ui {

void paint_alarm(ImDrawList& list, const Rect& rect, const view::AlarmFigure& figure,
                 const Theme& theme, double seconds);
void paint_muscle(ImDrawList& list, const Rect& rect, const view::MuscleFigure& figure,
                  const Theme& theme, double seconds);
void paint_cortisol(ImDrawList& list, const Rect& rect, const view::CortisolFigure& figure,
                    const Theme& theme, double seconds);
void paint_sensitivity(ImDrawList& list, const Rect& rect, const view::SensitivityFigure& figure,
                       const Theme& theme, double seconds);
void paint_body_map(ImDrawList& list, const Rect& rect, const view::BodyMapFigure& figure,
                    const Theme& theme, double seconds);
void paint_breathing(ImDrawList& list, const Rect& rect, const view::BreathingFigure& figure,
                     const Theme& theme, double seconds);
// The accent's colour is the line's.
void paint_chart(ImDrawList& list, const Rect& rect, const view::ChartFigure& figure,
                 view::Accent accent, const Theme& theme);

// Only screens that come with the later part of the engine have trays, and a back that aches.
[[gnu::used, gnu::noinline]] void paint_own_back(ImDrawList& list, const Camera& camera,
                                                 const view::AlarmFigure& figure,
                                                 const ExhibitColors& colors);
[[gnu::used, gnu::noinline]] void paint_trays(ImDrawList& list, const Rect& rect,
                                              const view::TraysFigure& figure, const Theme& theme,
                                              double seconds);
[[gnu::used, gnu::noinline]] std::vector<Rect>
tray_spots(const Rect& rect, const view::TraysFigure& figure, const Theme& theme);

} // namespace tautline::ui
