#include "web/session.h"

#include "app/update.h"
#include "view/build_screen.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

namespace tautline::web {
namespace {

constexpr double longest_step_s = 0.1; // after a pause, time goes on where it stood

// A slider may be asked for a value between its steps.
float snapped(const view::Node& node, float value) {
    const float inside = std::clamp(value, node.min, std::max(node.min, node.max));
    if (node.step <= 0) return inside;
    const float steps = std::round((inside - node.min) / node.step);
    return std::clamp(node.min + steps * node.step, node.min, std::max(node.min, node.max));
}

app::Action action_of(const view::Node& node, EventKind kind, float value) {
    app::Action action = node.action;
    if (auto* set = std::get_if<app::Set>(&action)) {
        if (kind == EventKind::value) set->value = snapped(node, value);
        if (kind == EventKind::check && node.role == view::Role::checkbox)
            set->value = value != 0 ? 1.0f : 0.0f;
    } else if (auto* choose = std::get_if<app::Choose>(&action)) {
        if (kind == EventKind::check) choose->on = node.role == view::Role::radio || value != 0;
    }
    return action;
}

semantics::Rect to_semantics(const ui::Rect& rect) {
    return {rect.x, rect.y, rect.width, rect.height};
}

} // namespace

Session::Session(app::Library library, std::span<const std::uint8_t> regular_font,
                 std::span<const std::uint8_t> bold_font)
    : library_{std::move(library)}, state_{app::initial_state(library_)}, stage_{regular_font,
                                                                                 bold_font} {}

void Session::look_through(const ui::Viewport& viewport, const Media& media) {
    const bool same_shape =
        viewport.width == viewport_.width && viewport.height == viewport_.height;
    if (!same_shape || !(media == media_)) layout_changed_ = true;
    if (!(viewport == viewport_)) picture_changed_ = true;
    const bool motion_changed = media.less_motion != media_.less_motion;
    viewport_ = viewport;
    media_ = media;
    // The settings screen shows what the device asks for, and a person may still choose otherwise.
    if (motion_changed)
        apply(app::Set{app::Control::setting_motion, media.less_motion ? 1.0f : 0.0f});
}

void Session::touch(const ui::Interaction& interaction) {
    if (interaction == interaction_) return;
    interaction_ = interaction;
    picture_changed_ = true;
}

bool Session::act(view::NodeId id, EventKind kind, float value) {
    const view::Node* node = view::find(shown_.screen, id);
    if (!node || node->disabled || node->action.index() == 0) return false;
    apply(action_of(*node, kind, value));
    return true;
}

bool Session::go_to(std::string_view address) {
    const auto route = view::route_from_name(address);
    if (!route) return false;
    apply(app::GoTo{*route});
    return true;
}

void Session::set_text_view(bool on) {
    if (state_.settings.text_view != on)
        apply(app::Set{app::Control::setting_text_view, on ? 1.0f : 0.0f});
}

void Session::apply(const app::Action& action) {
    state_ = app::update(library_, std::move(state_), action);
    screen_changed_ = true;
}

ui::Settings Session::settings() const {
    const bool dark = state_.settings.theme == app::Theme::dark ||
                      (state_.settings.theme == app::Theme::automatic && media_.dark);
    ui::Settings settings;
    settings.scheme = dark ? ui::Scheme::dark : ui::Scheme::light;
    settings.text_scale =
        static_cast<float>(state_.settings.text_percent) / 100.0f * media_.root_scale;
    settings.less_motion = state_.settings.less_motion;
    return settings;
}

// The page as it should be now. In the document skin the browser lays it out.
semantics::Surface Session::surface() {
    semantics::Surface next;
    next.screen = screen_changed_ ? view::build_screen(library_, state_) : shown_.screen;
    next.page.address = view::route_name(state_.route);
    next.page.skin = state_.settings.text_view ? semantics::Skin::document : semantics::Skin::stage;
    const ui::Settings wanted = settings();
    next.page.scheme =
        wanted.scheme == ui::Scheme::dark ? semantics::Scheme::dark : semantics::Scheme::light;
    next.page.text_scale = static_cast<float>(state_.settings.text_percent) / 100.0f;
    if (state_.settings.text_view) return next;
    const ui::Layout& layout = stage_.lay_out(next.screen, viewport_, wanted);
    for (const ui::Rect& rect : layout.rects)
        next.rects.push_back(to_semantics(rect));
    next.page.width = layout.width;
    next.page.height = layout.height;
    next.page.banner_height = layout.banner_height;
    next.page.banner_sticky = layout.banner_sticky;
    return next;
}

// Whether a figure can be seen. In the document skin the browser knows, and asks for the figures it
// shows.
bool Session::figure_in_view() const {
    if (state_.settings.text_view) return true;
    for (std::size_t i = 0; i < shown_.rects.size(); ++i) {
        const semantics::Rect& rect = shown_.rects[i];
        if (shown_.screen.nodes[i].role == view::Role::figure &&
            rect.y < viewport_.scroll_y + viewport_.height &&
            rect.y + rect.height > viewport_.scroll_y)
            return true;
    }
    return false;
}

Update Session::update(double elapsed_s) {
    const double step_s = std::clamp(elapsed_s, 0.0, longest_step_s);
    seconds_ += step_s;
    // What time alone moves is inside the figures: no need to paint while none can be seen.
    const bool stirred = screen_changed_ || layout_changed_ || picture_changed_;
    if (step_s > 0 && app::is_animating(state_)) apply(app::Tick{step_s});
    Update result;
    if (screen_changed_ || layout_changed_) {
        semantics::Surface next = surface();
        result.ops = semantics::diff(shown_, next);
        shown_ = std::move(next);
    }
    screen_changed_ = layout_changed_ = picture_changed_ = false;
    result.animating = app::is_animating(state_);
    result.paint = stirred || !result.ops.empty() || (result.animating && figure_in_view());
    return result;
}

ImDrawData* Session::paint() {
    const ui::Settings wanted = settings();
    return stage_.paint(shown_.screen, viewport_, wanted, interaction_,
                        wanted.less_motion ? 0.0 : seconds_);
}

ImDrawData* Session::paint_figure(view::NodeId id, float width, float height,
                                  float device_pixel_ratio) {
    const view::Node* node = view::find(shown_.screen, id);
    if (!node || node->role != view::Role::figure) return nullptr;
    const ui::Settings wanted = settings();
    return stage_.paint_figure(*node, width, height, device_pixel_ratio, wanted,
                               wanted.less_motion ? 0.0 : seconds_);
}

void Session::forget_textures() {
    stage_.forget_textures();
    picture_changed_ = true;
}

} // namespace tautline::web
