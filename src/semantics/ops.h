// The op buffer: what has to happen to the page so that it shows the next screen. Written by
// diff(), read by web/engine/ops.js. Little-endian, packed, no header: op after op to the end. An
// empty buffer means that nothing changed.
//
//   text   u32 size, then so many bytes of UTF-8
//   page   u8 1   text title, text language, text address, u8 right_to_left, u8 skin, u8 scheme,
//                 u8 banner_sticky, u8 second_typeface, u8 wide_spacing, u8 arrow_keys,
//                 f32 width, f32 height, f32 banner_height, f32 text_scale
//                 once, first, when any of it changed
//   add    u8 2   u32 id, u32 parent (0: the root), u32 before (0: last), u8 role, u8 level,
//                 text key
//   move   u8 3   u32 id, u32 parent, u32 before
//   set    u8 4   u32 id, u8 field, then what the field holds (see Field)
//   rect   u8 5   u32 id, f32 x, y, width, height     CSS pixels, x and y from the parent's corner
//   remove u8 6   u32 id                              with everything still in it
//   focus  u8 7   u32 id
//   say    u8 8   text                                politely, once
//   language u8 9  text                                a language whose words are to be brought,
//                                                     once each time it is asked for; empty:
//                                                     none after all
//   ask    u8 10  u8 app::Errand                      the host does it, once
//   place  u8 12  u32 id, u8 what (0 its label, 1 its value in words;
//                 and 2: it breaks inside words), f32 x, y, width, size,
//                 line_height, weight                 where the painting has that text
//   speak  u8 11  u32 count, so many texts            read aloud instead of what is being read;
//                                                     0: be quiet
//
// A fresh node starts with empty texts, zeros and Look::plain; only what differs is set. `before`
// and `parent` always exist already when an op names them. A node that keeps its id, role and level
// is never removed and added again, and is moved only when its neighbours' order really changed:
// the focus and a pressed button survive.
#pragma once

#include <cstdint>

namespace tautline::semantics {

enum class Op : std::uint8_t {
    page = 1,
    add,
    move,
    set,
    rect,
    remove,
    focus,
    say,
    language,
    ask,
    speak,
    place
};

enum class Field : std::uint8_t {
    label = 1,    // text
    value_text,   // text
    description,  // text
    lang,         // text
    href,         // text
    flags,        // u8, see Flag
    numbers,      // f32 value, min, max, step
    style,        // u8 look, arrange, accent, icon
    described_by, // u32 id of a node whose words are heard with this one; 0: none
};

enum Flag : std::uint8_t {
    flag_disabled = 1,
    flag_checked = 2,
    flag_current = 4,
    flag_collapsed = 8,     // a disclosure's head whose content is closed
    flag_expanded = 16,     // … whose content is open
    flag_label_hidden = 32, // the label is a name for assistive technology only
    flag_has_children = 64,
    flag_acts = 128, // using the node causes an action
};

} // namespace tautline::semantics
