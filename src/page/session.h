// One open page: state, the screen made of it, where its nodes lie, and what the browser was told
// last. Work is done only when something changed; at rest update() gives no ops and asks for no
// frame.
#pragma once

#include "app/library.h"
#include "app/state.h"
#include "page/protocol/protocol.h"
#include "semantics/diff.h"
#include "ui/stage.h"
#include "view/screen/screen.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawData;

namespace tautline::page {

struct Media {
    float root_scale = 1;    // the browser's own text size, 1 for 16 px
    float smallest_text = 0; // the browser shows no text smaller than this, CSS pixels
    bool dark = false, less_motion = false, more_contrast = false;
    bool text_view = false; // the device can't be served by the stage
    friend bool operator==(const Media&, const Media&) = default;
};

struct Update {
    std::vector<std::uint8_t> ops;
    bool paint = false;     // the whole picture is to be painted
    bool moved = false;     // without paint: only what time moves changed, a part of the picture
    bool animating = false; // the next frame is wanted too
    bool answered = false;  // something would be lost by leaving
};

class Session {
public:
    Session(app::Library library, std::span<const std::uint8_t> regular_font,
            std::span<const std::uint8_t> bold_font);

    void look_through(const ui::Viewport& viewport, const Media& media);
    void touch(const ui::Interaction& interaction);
    // What a person did to a node, as its action; false when the node is gone or does nothing.
    bool act(view::NodeId id, EventKind kind, float value);
    // "what-helps", or "check/3" for the third page of the self-check. False: there is no such
    // place.
    bool go_to(std::string_view address);
    // A setting, as its control on the settings screen would set it.
    void set(app::Control setting, float value);
    void set_operator(app::Operator decided);
    void set_countries(app::Countries countries);
    // The same content in another language, or with the later words of this one; nothing: it did
    // not come. Every answer stays, and what
    // is open, set or playing. False: it is other content, and nothing changed.
    bool change_language(std::optional<app::Library> library);
    void meet(const app::Host& host); // what the host is, now
    void apply(const app::Action& action);
    const app::Library& library() const { return library_; }
    const app::AppState& state() const { return state_; }
    // Forgets every answer, as the button of that name does.
    void start_over();
    const app::ChapterProgress& progress() const { return state_.progress; }
    // What the page tells of its own accord: a voice that ended, Escape in the dialog.
    void press(app::Control control);
    // False: these are none, and nothing changed.
    bool add_second_typeface(std::span<const std::uint8_t> regular_font,
                             std::span<const std::uint8_t> bold_font);
    // From now on only this part of the window is painted, CSS pixels; an empty one: all of it.
    void look_at(const ui::Rect& part) {
        part_ = part;
        picture_changed_ = true;
    }
    Update update(double elapsed_s);
    ImDrawData* paint();
    // The picture cut down to what time moved since the last update, at whole device pixels. Null
    // when that can't be seen, or when the whole picture must be painted first (its textures
    // changed).
    ImDrawData* paint_moved_part();
    ImDrawData* paint_figure(view::NodeId id, float width, float height, float device_pixel_ratio);
    void forget_textures();

private:
    std::string address() const;
    ui::Settings settings() const;
    semantics::Surface surface();
    bool figure_in_view() const;

    app::Library library_;
    app::AppState state_;
    ui::Stage stage_;
    ui::Viewport viewport_;
    Media media_;
    ui::Interaction interaction_;
    ui::Rect part_;  // what a person made larger; empty: nothing
    ui::Rect moved_; // what time moved, in the window's CSS pixels; empty: nothing in view
    semantics::Surface shown_;
    int furthest_page_ = -1; // of the self-check, in this visit; no address leads past it
    double seconds_ = 0;     // clock of small movements
    bool paintable_ = true;  // the typeface has every letter of the screen
    bool screen_changed_ = true, layout_changed_ = true, picture_changed_ = true;
};

} // namespace tautline::page
