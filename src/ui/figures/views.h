// Where each chapter looks at the one body, and the way of the camera from one to the next: the
// whole body, the back's muscles, the glands, the spinal cord.
#pragma once

#include "ui/figures/body.h"
#include "ui/figures/labels.h"
#include "view/figures/figure.h"

namespace tautline::ui {

// How a chapter's figure divides its rectangle: the picture, the number above at its right, and
// along the foot the line over time. The same for all, so that the stage stays as it is.
struct FigureParts {
    Rect picture, reading, trace;
    float pad = 10;
};
FigureParts parts_of(const Rect& rect, const FigureText& text);

// What the chapter shows of the body once the camera has arrived.
Camera camera_for(view::BodyView view, const Rect& rect, const FigureText& text);
// The body down to the waist, as large as the picture allows.
Camera camera_alone(const Rect& rect);
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
