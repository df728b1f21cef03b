// Where each chapter looks at the one body, and the way of the camera from one to the next: the
// whole body, the back's muscles, the glands, the spinal cord.
#pragma once

#include "ui/figures/body.h"
#include "ui/figures/labels.h"
#include "view/figures/figure.h"

namespace tautline::ui {

// How a chapter's figure divides its rectangle: the picture with its readings, and under it the
// line over time where there is room for one.
struct FigureParts {
    Rect picture, trace; // trace.height 0: no room
    float pad = 10;
};
FigureParts parts_of(view::BodyView view, const Rect& rect, const FigureText& text);

// What the chapter shows of the body once the camera has arrived.
Camera camera_for(view::BodyView view, const Rect& rect, const FigureText& text);
// Where the camera is now, on its way there.
Camera camera_now(const view::Travel& travel, view::BodyView view, const Rect& rect,
                  const FigureText& text);

// While the camera travels, everything but the body stays away and comes in at the end: fades what
// is drawn on the list in its lifetime.
class Arrival {
public:
    Arrival(ImDrawList& list, const view::Travel& travel);
    ~Arrival();
    Arrival(const Arrival&) = delete;
    Arrival& operator=(const Arrival&) = delete;

private:
    ImDrawList& list_;
    int first_;
    float shown_;
};

} // namespace tautline::ui
