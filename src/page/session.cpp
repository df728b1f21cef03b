#include "page/session.h"

#include "app/update.h"
#include "ui/raster/raster.h"
#include "view/build_screen.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

namespace tautline::page {
namespace {

constexpr double longest_step_s = 0.1; // after a pause, time goes on where it stood

// A slider may be asked for a value between its steps.
float snapped(const view::Node& node, float value) {
    const float inside = std::clamp(value, node.min, std::max(node.min, node.max));
    if (node.step <= 0) return inside;
    const float steps = std::round((inside - node.min) / node.step);
    return std::clamp(node.min + steps * node.step, node.min, std::max(node.min, node.max));
}

// A page of the self-check, or a chapter's card, as an address has it: "3". 0: it is none.
int number_in(std::string_view text) {
    if (text.empty() || text.size() > 3) return 0;
    int number = 0;
    for (const char digit : text) {
        if (digit < '0' || digit > '9') return 0;
        number = number * 10 + (digit - '0');
    }
    return number;
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

semantics::TextPlace to_semantics(const ui::TextPlace& place) {
    return {place.x,           place.y,           place.width,
            place.size,        place.line_height, place.bold ? 700.0f : 400.0f,
            place.inside_words};
}

// Whether both pages have the same nodes in the same places.
bool lies_alike(const semantics::Surface& before, const semantics::Surface& after) {
    const auto same_id = [](const view::Node& a, const view::Node& b) { return a.id == b.id; };
    return before.page == after.page && before.rects == after.rects &&
           std::equal(before.screen.nodes.begin(), before.screen.nodes.end(),
                      after.screen.nodes.begin(), after.screen.nodes.end(), same_id);
}

bool in_banner(const view::Screen& screen, int index) {
    for (; index >= 0; index = screen.nodes[static_cast<std::size_t>(index)].parent)
        if (screen.nodes[static_cast<std::size_t>(index)].role == view::Role::banner) return true;
    return false;
}

// The box round the figures, which move by themselves, and round what else differs between two
// pages that lie alike: of it what is in view, in the window's CSS pixels. Empty: none of it.
ui::Rect moved_part(const semantics::Surface& before, const semantics::Surface& after,
                    const ui::Viewport& viewport) {
    float left = viewport.width, top = viewport.height, right = 0, bottom = 0;
    for (std::size_t i = 0; i < after.rects.size(); ++i) {
        const view::Node& node = after.screen.nodes[i];
        const bool differs = i < before.screen.nodes.size() && !(before.screen.nodes[i] == node);
        if (node.role != view::Role::figure && !differs) continue;
        const semantics::Rect& rect = after.rects[i];
        const bool stays = after.page.banner_sticky && in_banner(after.screen, static_cast<int>(i));
        const float y = stays ? rect.y : rect.y - viewport.scroll_y;
        if (y >= viewport.height || y + rect.height <= 0) continue;
        left = std::min(left, rect.x), right = std::max(right, rect.x + rect.width);
        top = std::min(top, y), bottom = std::max(bottom, y + rect.height);
    }
    left = std::max(left, 0.0f), right = std::min(right, viewport.width);
    top = std::max(top, 0.0f), bottom = std::min(bottom, viewport.height);
    if (right <= left || bottom <= top) return {};
    return {left, top, right - left, bottom - top};
}

// What a person chose, or what the device asks for.
ui::Scheme scheme_of(app::Theme theme, const Media& media) {
    switch (theme) {
    case app::Theme::light:
        return ui::Scheme::light;
    case app::Theme::dark:
        return ui::Scheme::dark;
    case app::Theme::warm:
        return ui::Scheme::warm;
    case app::Theme::contrast:
        break;
    case app::Theme::automatic:
        if (!media.more_contrast) return media.dark ? ui::Scheme::dark : ui::Scheme::light;
    }
    return media.dark ? ui::Scheme::contrast_dark : ui::Scheme::contrast;
}

} // namespace

Session::Session(app::Library library, std::span<const std::uint8_t> regular_font,
                 std::span<const std::uint8_t> bold_font)
    : library_{std::move(library)}, state_{app::initial_state(library_)}, stage_{regular_font,
                                                                                 bold_font} {
    state_.lacks_typeface = !stage_.has_typeface();
}

void Session::look_through(const ui::Viewport& viewport, const Media& media) {
    const bool same_shape = viewport.width == viewport_.width &&
                            viewport.height == viewport_.height &&
                            viewport.flows == viewport_.flows;
    if (!same_shape || !(media == media_)) layout_changed_ = true;
    if (!(viewport == viewport_)) picture_changed_ = true;
    const Media before = media_;
    viewport_ = viewport;
    media_ = media;
    // The settings screen shows what the device asks for, and a person may still choose otherwise.
    const auto ask = [&](app::Control control, bool was, bool is) {
        if (was != is) apply(app::Set{control, is ? 1.0f : 0.0f});
    };
    ask(app::Control::device_motion, before.less_motion, media.less_motion);
    ask(app::Control::device_text_view, before.text_view, media.text_view);
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
    const std::size_t slash = address.find('/');
    const auto route = app::route_named(address.substr(0, slash));
    if (!route || !state_.decided.offers(*route)) return false;
    apply(app::GoTo{*route});
    // A chapter's own address is its first card's.
    const int place =
        slash == std::string_view::npos ? 0 : number_in(address.substr(slash + 1)) - 1;
    const app::Playback* chapter = app::cards_of(state_, *route);
    const int card = std::clamp(place, 0, static_cast<int>(app::card_count) - 1);
    if (chapter && chapter->card != static_cast<app::Card>(card))
        apply(app::ShowCard{static_cast<app::Card>(card)});
    if (slash == std::string_view::npos || place < 0) return true;
    // The warning signs come first: an address leads no further than a person has come.
    if (*route == app::Route::check && place <= furthest_page_)
        apply(app::OpenPage{static_cast<std::uint32_t>(place), false});
    return true;
}

void Session::set(app::Control setting, float value) {
    apply(app::Set{setting, value});
}

bool Session::change_language(std::optional<app::Library> library) {
    // State refers to questions, clues and pages by their places.
    const bool same = library && library->check.id == library_.check.id &&
                      library->check.version == library_.check.version &&
                      library->check.items.size() == library_.check.items.size() &&
                      library->clues.size() == library_.clues.size();
    // The later words of the language that is read: nobody asked for a change.
    const bool completes = same && library->words.language == library_.words.language;
    if (same) library_ = *std::move(library);
    if (completes)
        screen_changed_ = true;
    else
        apply(app::LanguageCame{same});
    layout_changed_ = true;
    return same;
}

void Session::meet(const app::Host& host) {
    if (!(state_.host == host)) apply(app::HostIs{host});
}

void Session::start_over() {
    apply(app::StartOver{});
}

void Session::press(app::Control control) {
    apply(app::Press{control});
}

bool Session::add_second_typeface(std::span<const std::uint8_t> regular_font,
                                  std::span<const std::uint8_t> bold_font) {
    if (!stage_.add_second_typeface(regular_font, bold_font)) return false;
    layout_changed_ = picture_changed_ = true;
    return true;
}

void Session::apply(const app::Action& action) {
    state_ = app::update(library_, std::move(state_), action);
    screen_changed_ = true;
    if (std::holds_alternative<app::StartOver>(action)) furthest_page_ = -1;
    if (state_.route == app::Route::check)
        furthest_page_ = std::max(furthest_page_, state_.check.page);
}

std::string Session::address() const {
    std::string name{app::entry(state_.route).name};
    if (state_.route == app::Route::check && state_.check.page >= 0)
        name += "/" + std::to_string(state_.check.page + 1);
    // All cards are there in Text view.
    const app::Playback* chapter = app::cards_of(state_, state_.route);
    if (chapter && chapter->card != app::Card::meet && !app::shows_text_view(library_, state_))
        name += "/" + std::to_string(static_cast<int>(chapter->card) + 1);
    return name;
}

namespace {

// How much larger words are where they fill a window of this width, to be read from afar.
float from_afar(float width) {
    constexpr float usual_width = 900, most = 2;
    return std::clamp(width / usual_width, 1.0f, most);
}

} // namespace

ui::Settings Session::settings() const {
    ui::Settings settings;
    settings.scheme = scheme_of(state_.settings.theme, media_);
    settings.second_typeface = state_.settings.typeface == app::Typeface::second;
    settings.wide_spacing = state_.settings.wide_spacing;
    settings.text_scale =
        std::max(static_cast<float>(state_.settings.text_percent) / 100.0f * media_.root_scale,
                 media_.smallest_text / ui::smallest_text);
    settings.fills_window = app::fills_window(state_);
    if (settings.fills_window) settings.text_scale *= from_afar(viewport_.width);
    settings.less_motion = state_.settings.less_motion;
    return settings;
}

// The page as it should be now. In the document skin the browser lays it out.
semantics::Surface Session::surface() {
    semantics::Surface next;
    next.screen =
        screen_changed_ || !paintable_ ? view::build_screen(library_, state_) : shown_.screen;
    const ui::Settings wanted = settings();
    paintable_ = stage_.can_paint(next.screen, wanted);
    if (!paintable_ && !app::has_text_view_only(library_, state_)) {
        // There is no picture to choose, so nothing offers one.
        state_.lacks_typeface = true;
        next.screen = view::build_screen(library_, state_);
        state_.lacks_typeface = false;
    }
    const bool text_view = !paintable_ || app::shows_text_view(library_, state_);
    next.page.address = address();
    next.page.skin = text_view ? semantics::Skin::document : semantics::Skin::stage;
    next.page.scheme = static_cast<semantics::Scheme>(wanted.scheme); // the same list
    next.page.second_typeface = wanted.second_typeface;
    next.page.wide_spacing = wanted.wide_spacing;
    next.page.arrow_keys = state_.settings.arrow_keys;
    next.page.text_scale = static_cast<float>(state_.settings.text_percent) / 100.0f;
    if (text_view) return next;
    const ui::Layout& layout = stage_.lay_out(next.screen, viewport_, wanted);
    for (const ui::Rect& rect : layout.rects)
        next.rects.push_back(to_semantics(rect));
    for (const ui::NodeTexts& texts : layout.texts)
        next.texts.push_back({to_semantics(texts.label), to_semantics(texts.value)});
    next.page.text_scale = wanted.text_scale / media_.root_scale; // as large as it is painted
    next.page.width = layout.width;
    next.page.height = layout.height;
    next.page.banner_height = layout.banner_height;
    next.page.banner_sticky = layout.banner_sticky;
    return next;
}

// In the document skin the browser knows, and asks for the figures it shows.
bool Session::figure_in_view() const {
    return shown_.page.skin == semantics::Skin::document || moved_.width > 0;
}

void Session::set_operator(app::Operator decided) {
    state_.decided = std::move(decided);
    screen_changed_ = true;
}

void Session::set_countries(app::Countries countries) {
    state_.countries = std::move(countries);
    screen_changed_ = true;
}

Update Session::update(double elapsed_s) {
    const double step_s = std::clamp(elapsed_s, 0.0, longest_step_s);
    seconds_ += step_s;
    Update result;
    result.paint = screen_changed_ || layout_changed_ || picture_changed_;
    if (step_s > 0 && app::is_animating(state_)) apply(app::Tick{step_s});
    if (screen_changed_ || layout_changed_) {
        semantics::Surface next = surface();
        result.ops = semantics::diff(shown_, next);
        if (!lies_alike(shown_, next)) result.paint = true;
        moved_ = moved_part(shown_, next, viewport_);
        shown_ = std::move(next);
    } else {
        moved_ = moved_part(shown_, shown_, viewport_);
    }
    screen_changed_ = layout_changed_ = picture_changed_ = false;
    result.animating = app::is_animating(state_);
    result.moved = result.animating && figure_in_view();
    result.answered = std::any_of(state_.answers.chosen.begin(), state_.answers.chosen.end(),
                                  [](std::uint32_t chosen) { return chosen != 0; });
    return result;
}

ImDrawData* Session::paint() {
    const ui::Settings wanted = settings();
    ImDrawData* data = stage_.paint(shown_.screen, viewport_, wanted, interaction_,
                                    wanted.less_motion ? 0.0 : seconds_);
    if (part_.width > 0) ui::cut_down(*data, part_);
    return data;
}

ImDrawData* Session::paint_moved_part() {
    if (moved_.width <= 0 || part_.width > 0) return nullptr;
    ImDrawData* data = paint();
    if (!ui::textures_are_current(*data)) return nullptr;
    ui::cut_down(*data, moved_);
    return data;
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

} // namespace tautline::page
