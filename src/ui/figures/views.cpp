#include "ui/figures/views.h"

#include <algorithm>

namespace tautline::ui {
namespace {

float eased(float share) {
    const float t = std::clamp(share, 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}

} // namespace

FigureParts parts_of(const Rect& rect, const FigureText& text) {
    FigureParts parts;
    const float pad = std::clamp(rect.width * 0.03f, 10.0f, 28.0f);
    parts.pad = pad;
    const float words = 2 * text.small.line_height + 18;
    const float height =
        std::clamp(rect.height * 0.3f, std::min(62 + words, rect.height * 0.46f), 220.0f + words);
    parts.trace = {rect.x, rect.y + rect.height - height, rect.width, height};
    parts.picture = {rect.x + pad, rect.y + pad * 0.8f, rect.width - 2 * pad,
                     rect.height - height - pad};
    parts.reading = {parts.picture.x + parts.picture.width * 0.46f, rect.y + pad,
                     parts.picture.width * 0.54f, parts.picture.height};
    return parts;
}

Camera camera_for(view::BodyView view, const Rect& rect, const FigureText& text) {
    const FigureParts parts = parts_of(rect, text);
    const Rect& picture = parts.picture;
    const float end = rect.y + rect.height - parts.trace.height;
    Camera camera;
    // The body goes on behind the line at the foot, and fades there.
    const auto frame = [&](const Rect& box, float half_width, float to_y) {
        camera = frame_body(box, half_width, 88, to_y);
        camera.origin.y = box.y - 88 * camera.scale;
        camera.fade = {end - 40, end + parts.trace.height * 0.7f};
    };
    Rect tall = picture; // down behind the line, as far as it is still seen
    tall.height += parts.trace.height * 0.5f;
    switch (view) {
    case view::BodyView::whole:
        frame(tall, 236, 590);
        break;
    case view::BodyView::back: {
        // Beside the lens.
        Rect box = tall;
        box.x -= parts.pad * 0.5f;
        box.width = picture.width * 0.5f + parts.pad;
        frame(box, 200, 520);
        break;
    }
    case view::BodyView::glands:
        frame(tall, 200, 610);
        break;
    case view::BodyView::cord:
        tall.height = picture.height + parts.trace.height * 0.28f;
        frame(tall, 200, 640);
        break;
    }
    return camera;
}

Camera camera_alone(const Rect& rect) {
    Camera camera = frame_body({rect.x, rect.y + 12, rect.width, rect.height - 12}, 240, 88, 600);
    camera.origin.y = rect.y + 14 - 88 * camera.scale;
    camera.fade = {rect.y + rect.height * 0.72f, rect.y + rect.height - 2};
    return camera;
}

Camera camera_now(const view::Travel& travel, view::BodyView view, const Rect& rect,
                  const FigureText& text) {
    const Camera to = camera_for(view, rect, text);
    if (travel.share >= 1) return to;
    const Camera from = camera_for(travel.from, rect, text);
    const float t = eased(travel.share);
    const auto between = [t](float a, float b) { return a + (b - a) * t; };
    Camera now;
    now.scale = between(from.scale, to.scale);
    now.origin = {between(from.origin.x, to.origin.x), between(from.origin.y, to.origin.y)};
    const float none = rect.y + rect.height;
    const auto shown = [none](const Fade& fade) {
        return fade.to > fade.from ? fade : Fade{none - 1, none};
    };
    now.fade = {between(shown(from.fade).from, shown(to.fade).from),
                between(shown(from.fade).to, shown(to.fade).to)};
    return now;
}

Arrival::Arrival(ImDrawList& list, const view::Travel& travel)
    : list_{list}, first_{list.VtxBuffer.Size}, shown_{eased((travel.share - 0.55f) / 0.45f)} {}

Arrival::~Arrival() {
    if (shown_ >= 1) return;
    for (int i = first_; i < list_.VtxBuffer.Size; ++i) {
        ImU32& color = list_.VtxBuffer[i].col;
        const auto alpha =
            static_cast<ImU32>(static_cast<float>(color >> IM_COL32_A_SHIFT & 0xFF) * shown_);
        color = (color & ~IM_COL32_A_MASK) | alpha << IM_COL32_A_SHIFT;
    }
}

} // namespace tautline::ui
