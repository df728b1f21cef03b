// What the page's script may call; web/engine/engine.js is its only caller. Numbers in, numbers or
// pointers out. A pointer that is given out is good until the next call. Memory is handed in
// through reserve(): the script copies bytes there and then calls the function that reads the slot.
//
// What the numbers mean stands in page/protocol/protocol.h.
#include "base/date.h"
#include "base/issue.h"
#include "content/read_library.h"
#include "page/kept.h"
#include "page/operator.h"

#include <imgui.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace tautline::page {

Kept& kept() {
    static Kept instance;
    return instance;
}

std::string_view slot_text_of(Slot slot, std::size_t size) {
    const std::vector<std::uint8_t>& bytes = kept().slots[slot];
    return {reinterpret_cast<const char*>(bytes.data()), std::min(size, bytes.size())};
}

const Bytes* give_out(std::string text) {
    Kept& e = kept();
    e.text = std::move(text);
    e.text_bytes = {e.text.data(), static_cast<std::uint32_t>(e.text.size())};
    return &e.text_bytes;
}

} // namespace tautline::page

namespace {

using namespace tautline;
using namespace tautline::page;

// The content slot in a language; what is wrong with it stays for tautline_problems().
std::optional<app::Library> read_content(std::string_view language, Issues& issues) {
    Kept& e = kept();
    std::optional<app::Library> library = content::read_bundle(
        slot_text_of(slot_content, e.slots[slot_content].size()), issues, language);
    e.text.clear();
    for (const Issue& issue : issues)
        e.text += to_text(issue) + "\n";
    return library;
}

const Picture* picture(ImDrawData* data) {
    Kept& e = kept();
    if (!data) return nullptr;
    ui::rasterize(*data, e.image);
    const auto device = [](float length, float scale) {
        return static_cast<std::uint32_t>(length * scale + 0.5f);
    };
    e.picture = {e.image.pixels.data(), static_cast<std::uint32_t>(e.image.width),
                 static_cast<std::uint32_t>(e.image.height),
                 device(data->DisplayPos.x, data->FramebufferScale.x),
                 device(data->DisplayPos.y, data->FramebufferScale.y)};
    return &e.picture;
}

} // namespace

extern "C" {

std::uint8_t* tautline_reserve(std::uint32_t slot, std::uint32_t size) {
    if (slot >= slot_count) return nullptr;
    kept().slots[slot].resize(size + 1); // never empty, so that the pointer is one
    kept().slots[slot].resize(size);
    return kept().slots[slot].data();
}

// Reads the content and the fonts. In the text slot: the language, then on lines of their own what
// an operator decided (page/operator.h). The number of problems; 0: it runs.
std::uint32_t tautline_start(std::uint32_t text_size) {
    Kept& e = kept();
    const std::string_view text = slot_text_of(slot_text, text_size);
    const std::size_t line = std::min(text.find('\n'), text.size());
    Issues issues;
    std::optional<app::Library> library = read_content(text.substr(0, line), issues);
    if (!library) return issues.empty() ? 1 : static_cast<std::uint32_t>(issues.size());
    e.session = std::make_unique<page::Session>(std::move(*library), e.slots[slot_regular_font],
                                                e.slots[slot_bold_font]);
    e.session->set_operator(page::read_operator(text.substr(std::min(line + 1, text.size()))));
    for (std::vector<std::uint8_t>& slot : e.slots)
        slot = {}; // what was read is kept in the session
    return 0;
}

// Reads the content slot in the language named in the text slot and goes on in it; with a size of 0
// the language did not come. 1: the page speaks it now.
std::uint32_t tautline_language(std::uint32_t language_size) {
    Kept& e = kept();
    Issues issues;
    std::optional<app::Library> library;
    if (language_size > 0) library = read_content(slot_text_of(slot_text, language_size), issues);
    const bool changed = e.session->change_language(std::move(library));
    for (std::vector<std::uint8_t>& slot : e.slots)
        slot = {};
    return changed ? 1 : 0;
}

// Where a person is, and what countries are called, in the text slot (app/country.h).
void tautline_countries(std::uint32_t size) {
    kept().session->set_countries(std::string(slot_text_of(slot_text, size)));
}

// What was wrong with the content, one problem a line. Right after a start that failed.
const Bytes* tautline_problems() {
    return give_out(std::move(kept().text));
}

// media: MediaFlag. Lengths are CSS pixels; root_scale is 1 for a browser text size of 16 px;
// smallest_text is the smallest that the browser shows.
void tautline_viewport(float width, float height, float scroll_y, float device_pixel_ratio,
                       float root_scale, float smallest_text, std::uint32_t media) {
    const auto is = [media](MediaFlag bit) { return (media & bit) != 0; };
    kept().session->look_through({width, height, scroll_y, device_pixel_ratio, is(media_flows)},
                                 {root_scale, smallest_text, is(media_dark), is(media_less_motion),
                                  is(media_more_contrast), is(media_text_view)});
}

// Only this part of the window is painted from now on; a width of 0: all of it.
void tautline_look_at(float x, float y, float width, float height) {
    kept().session->look_at({x, y, width, height});
}

// kind: EventKind; value: of a slider, or 1 and 0 of a box. 0 when the node does nothing.
std::uint32_t tautline_event(std::uint32_t id, std::uint32_t kind, float value) {
    return kept().session->act(id, static_cast<page::EventKind>(kind), value) ? 1 : 0;
}

void tautline_interaction(std::uint32_t hovered, std::uint32_t pressed, std::uint32_t focused) {
    kept().session->touch({hovered, pressed, focused});
}

// Goes to the screen named in the text slot; 0 when there is none of that name.
std::uint32_t tautline_navigate(std::uint32_t size) {
    return kept().session->go_to(slot_text_of(slot_text, size)) ? 1 : 0;
}

// setting: Setting; others are passed over.
void tautline_set(std::uint32_t setting, float value) {
    constexpr app::Control settings[] = {
        app::Control::setting_theme, app::Control::setting_text_percent,
        app::Control::setting_motion, app::Control::setting_text_view,
        app::Control::setting_arrow_keys};
    if (setting < std::size(settings)) kept().session->set(settings[setting], value);
}

// What the host is: the date in the text slot; flags: HostFlag.
void tautline_host(std::uint32_t date_size, std::uint32_t flags) {
    app::Host host;
    host.date = slot_text_of(slot_text, date_size);
    if (!is_date(host.date)) host.date.clear(); // a clock that is beside itself
    host.framed = (flags & host_framed) != 0;
    host.address = (flags & host_address) != 0;
    host.partial = (flags & host_partial) != 0;
    host.lacks_words = (flags & host_lacks_words) != 0;
    host.calls = (flags & host_calls) != 0;
    kept().session->meet(host);
}

// why: Failure.
void tautline_failed(std::uint32_t why) {
    const auto failure = static_cast<Failure>(why);
    if (failure == Failure::errand)
        kept().session->apply(app::AskFailed{});
    else
        kept().session->apply(app::OpenFailed{.not_loaded = failure == Failure::not_loaded});
}

// Forgets every answer and goes home.
void tautline_start_over() {
    kept().session->start_over();
}

// How far somebody has come: two bits a chapter, the alarm's lowest; 0 none, 1 opened, 2 done.
std::uint32_t tautline_progress() {
    std::uint32_t bits = 0, shift = 0;
    for (const app::Progress progress : kept().session->progress())
        bits |= static_cast<std::uint32_t>(progress) << (2 * shift++);
    return bits;
}

// what: Tidings.
void tautline_tell(std::uint32_t what) {
    using app::Control;
    constexpr std::array controls{Control::read_aloud_ended, Control::voice_missing, Control::close,
                                  Control::typeface_missing};
    if (what < controls.size()) kept().session->press(controls[what]);
}

// Takes the second typeface from the slots of the fonts. 0: what is there is none.
std::uint32_t tautline_add_typeface() {
    Kept& e = kept();
    const bool added =
        e.session->add_second_typeface(e.slots[slot_regular_font], e.slots[slot_bold_font]);
    e.slots[slot_regular_font] = e.slots[slot_bold_font] = {};
    return added ? 1 : 0;
}

const UpdateAnswer* tautline_update(double seconds) {
    Kept& e = kept();
    e.update = e.session->update(seconds);
    e.answer = {
        e.update.ops.data(), static_cast<std::uint32_t>(e.update.ops.size()),
        (e.update.paint ? update_paint : 0u) | (e.update.animating ? update_animating : 0u) |
            (e.update.moved ? update_moved : 0u) | (e.update.answered ? update_answered : 0u)};
    return &e.answer;
}

const page::Frame* tautline_paint() {
    Kept& e = kept();
    return &e.flattener.flatten(*e.session->paint());
}

// The stage as RGBA bytes in device pixels.
const Picture* tautline_raster() {
    return picture(kept().session->paint());
}

// The part of the stage that time moved since the last update, as RGBA bytes. Null: none of it is
// in view, or the whole must be painted first.
const Picture* tautline_raster_moved_part() {
    return picture(kept().session->paint_moved_part());
}

// One figure as RGBA bytes, for the document skin; width and height are CSS pixels. Null: there is
// no such figure.
const Picture* tautline_raster_figure(std::uint32_t id, float width, float height,
                                      float device_pixel_ratio) {
    return picture(kept().session->paint_figure(id, width, height, device_pixel_ratio));
}

void tautline_forget_textures() {
    kept().session->forget_textures();
}

} // extern "C"
