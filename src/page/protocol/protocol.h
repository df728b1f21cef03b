// The numbers by which the page's script and the engine understand each other, besides the
// operations (semantics/ops.h). The script reads them by name from build/generated/protocol.mjs,
// which write_protocol.cpp makes of these and of the core's own tables.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tautline::page {

// Where the script hands bytes in: a bundle of content (JSON), the fonts, and a text: a language
// tag and what follows it, or an address.
enum Slot : std::size_t { slot_content, slot_regular_font, slot_bold_font, slot_text, slot_count };

// What a person did to a node.
enum class EventKind : std::uint8_t { click, value, check };

// What the settings screen offers and an address may ask for.
enum class Setting : std::uint8_t {
    theme,     // app::Theme
    text,      // its size in percent
    motion,    // 0 as the device asks, 1 less
    text_view, // 0 or 1
    arrow_keys // 0 or 1: they go from control to control, for a pad of five keys
};

// What the page tells of its own accord.
enum class Tidings : std::uint8_t {
    read_aloud_ended, // nothing more to read
    voice_missing,    // none to read with
    close,            // Escape in the dialog
    typeface_missing  // the second one did not come
};

// Why what the engine asked for was not done.
enum class Failure : std::uint8_t {
    errand,     // the host could not do it
    unreadable, // what came with the address can't be read
    not_loaded  // what reads it did not come
};

enum HostFlag : std::uint32_t {
    host_framed = 1,      // stands inside another page
    host_address = 2,     // has an address that a phone could open
    host_partial = 4,     // take-away.wasm is not there yet
    host_lacks_words = 8, // nor are the later words
    host_calls = 16       // a phone: what it shows as a number can be dialled
};

enum MediaFlag : std::uint32_t {
    media_dark = 1,
    media_less_motion = 2,
    media_more_contrast = 4,
    media_flows = 8,     // the page stands whole in another one that scrolls
    media_text_view = 16 // only Text view will do
};

enum UpdateFlag : std::uint32_t {
    update_paint = 1,
    update_animating = 2,
    update_moved = 4,   // a part of the picture
    update_answered = 8 // there are answers that would be lost
};

} // namespace tautline::page
