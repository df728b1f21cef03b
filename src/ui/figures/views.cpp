#include "ui/figures/views.h"

#include <algorithm>

namespace tautline::ui {
namespace {

float eased(float share) {
    const float t = std::clamp(share, 0.0f, 1.0f);
    return t * t * (3 - 2 * t);
}

} // namespace

FigureParts parts_of(view::BodyView view, const Rect& rect, const FigureText& text) {
    FigureParts parts;
    const float pad = std::clamp(rect.width * 0.03f, 10.0f, 28.0f);
    parts.pad = pad;
    parts.picture = {rect.x + pad, rect.y + pad * 0.8f, rect.width - 2 * pad,
                     rect.height - pad * 1.6f - 4};
    if (view == view::BodyView::whole || !room_for_trace(text, rect)) return parts;
    const bool cord = view == view::BodyView::cord, glands = view == view::BodyView::glands;
    const float height = std::clamp(rect.height * (cord ? 0.28f : 0.32f),
                                    (cord     ? 74.0f
                                     : glands ? 92.0f
                                              : 84.0f) +
                                        text.label.line_height,
                                    cord ? 220.0f : 240.0f);
    parts.picture.height -= height;
    parts.trace = {parts.picture.x, rect.y + rect.height - height - pad * 0.4f, parts.picture.width,
                   height};
    return parts;
}

Camera camera_for(view::BodyView view, const Rect& rect, const FigureText& text) {
    const FigureParts parts = parts_of(view, rect, text);
    const Rect& picture = parts.picture;
    const float pad = parts.pad, end = picture.y + picture.height;
    Camera camera;
    const auto fading = [&](float last_unit, float over) {
        const float to = std::min(end + 6, camera.at(0, last_unit).y);
        camera.fade = {to - over, to};
    };
    switch (view) {
    case view::BodyView::whole: {
        const Rect stage{rect.x + pad * 0.5f, rect.y + pad * 0.7f,
                         rect.width * (rect.width < 480 ? 0.44f : 0.5f), rect.height - pad * 1.2f};
        if (stage.width < 0.5f * stage.height) return frame_body(stage, 322, 88, 1362);
        camera = frame_body(stage, 238, 88, 720);
        camera.origin.y = stage.y - 88 * camera.scale;
        const float to = std::min(rect.y + rect.height, camera.at(0, 708).y);
        camera.fade = {to - 190 * camera.scale, to};
        return camera;
    }
    case view::BodyView::back: {
        // Head, back and both arms whole; only the lower end fades away.
        const Rect stage{rect.x - pad * 0.4f, picture.y, picture.width * 0.46f + pad,
                         picture.height + 6};
        camera = frame_body(stage, 246, 88, 690);
        camera.origin.y = stage.y - 88 * camera.scale;
        fading(720, 130);
        return camera;
    }
    case view::BodyView::glands:
        // From the head to the kidneys, right of the dial.
        camera.scale = std::min(picture.height / 552, picture.width / 560);
        camera.origin = {picture.x + picture.width * (rect.width < 480 ? 0.57f : 0.655f),
                         picture.y - 92 * camera.scale +
                             std::max(0.0f, picture.height - 552 * camera.scale) * 0.4f};
        fading(690, 150 * camera.scale);
        return camera;
    case view::BodyView::cord:
        camera.scale = std::min(picture.height / 562, picture.width / 440);
        camera.origin = {picture.x + picture.width * 0.5f,
                         picture.y - 92 * camera.scale +
                             std::max(0.0f, picture.height - 562 * camera.scale) * 0.5f};
        fading(690, 90 * camera.scale);
        return camera;
    }
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
