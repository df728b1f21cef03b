// Every colour, size, radius and space of the stage as data; painters and figures hold no literals
// of their own. Lengths are CSS pixels, already multiplied by the person's text scale where they
// follow it. Figures stand on the dark "exhibit" panel in both schemes and use Theme::exhibit;
// everything else uses the scheme's own colours.
#pragma once

#include "ui/color.h"
#include "ui/types.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

struct ImFont;

namespace tautline::ui {

// One style of text. `size` is the CSS font-size (em); `line_height` the distance between
// baselines.
struct TextStyle {
    float size = 18, line_height = 27;
    bool bold = false;

    friend bool operator==(const TextStyle&, const TextStyle&) = default;
};

// A line of text as it was drawn, CSS pixels of the window.
struct DrawnText {
    std::string text;
    Rect box;
    TextStyle style; // its size as it was drawn
};

// The typefaces, set by the stage. ImGui's font size is ascent + descent: `line_per_em` times the
// CSS font-size.
struct Fonts {
    ImFont *regular = nullptr, *bold = nullptr;
    float line_per_em = 1.24f;
    float letter_spacing = 0, word_spacing = 0; // added after each letter and each space, em
    std::vector<DrawnText>* drawn = nullptr;    // hears every line that is drawn: Stage::listen
    bool only_listen = false;                   // … instead of drawing it
};

// A chapter's colour in its uses.
struct AccentColors {
    Color strong;  // text, icons and edges on the page or a card
    Color fill;    // a filled button or badge …
    Color on_fill; // … and its text
    Color soft;    // a quiet background tint
    Color bright;  // on the dark exhibit panel
};

// A care box or a note: never told by colour alone, it always has an icon and a title too.
struct BoxColors {
    Color fill, edge, title;
};

// The dark panel round a figure, the same in all schemes but high contrast.
struct ExhibitColors {
    Color top, bottom, edge; // background gradient, outline
    Color ink, ink_soft;     // text; both at least 4.5:1 on top and bottom
    Color grid, axis;        // quiet lines; lines that must be seen (3:1)
    Color label_back;        // translucent plate behind a label
    Color body, body_edge;   // silhouette
    Color bone, nerve, skin_glow;
    Color signal, signal_core; // what runs down a nerve
    Color calm;                // slow breath, vagal brake, inhibition
    Color heart, lungs, brain, gland;
    Color muscle_rest, muscle_active, muscle_tired;
    Color hormone;
    Color trace, trace_compare, now;
    Color control, control_edge; // transport buttons
};

struct Theme {
    bool dark = false;
    bool contrast = false;
    bool less_motion = false;
    bool phone = false;  // one narrow column
    bool wide = false;   // room for a split
    bool beside = false; // on a stage: the words stand beside the picture, not under it
    bool kiosk = false;  // a tall, large screen seen from a step away
    float scale = 1;     // of all text and of what holds it

    Fonts fonts;

    // colours of the scheme
    Color page, page_top; // background; the tint it starts with at the top
    Color card, card_edge, shadow;
    Color ink, ink_soft;
    Color rule;                                 // quiet separators
    Color control, control_edge, control_hover; // unchosen choices, secondary buttons
    Color track;                                // of sliders and progress bars
    Color focus, focus_gap;                     // focus ring and the gap inside it
    Color danger;
    Color banner, banner_edge;
    BoxColors emergency, today, soon, crisis, calm, research, why, note;
    std::array<AccentColors, 9> accents; // by view::Accent
    ExhibitColors exhibit;

    const AccentColors& accent(view::Accent which) const {
        return accents[static_cast<std::size_t>(which)];
    }

    // text
    TextStyle display, title, subtitle, subhead; // headings 1 to 4
    TextStyle lead, body, body_bold, small, small_bold, eyebrow, button;
    TextStyle banner_phone; // under the banner's icons, as large as four of them fit one line
    TextStyle figure_label, figure_value, figure_small, figure_clock; // inside figures

    // space
    float gutter = 20;          // left and right of the content
    float content_width = 1120; // at most
    float text_width = 680;     // of running text, at most
    float gap = 16;             // between things of one kind
    float section_gap = 48;     // between ideas
    float between_texts = 0;    // between two paragraphs
    float padding = 24;         // inside a card
    float target = 48;          // height of a control; never under 44
    float target_gap = 10;      // between two controls; never under 8
    float radius = 20, radius_small = 12;
    float line = 1.5f; // outlines of controls
};

// For labels inside a figure, which are part of the picture and have no room to spare.
Theme without_spacing(Theme theme);

Theme make_theme(const Settings& settings, float viewport_width, float viewport_height = 0);

} // namespace tautline::ui
