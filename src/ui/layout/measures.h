// The inner measures of leaves, the same for layout (which asks how large) and painting (which asks
// where).
#pragma once

#include "ui/layout/tree.h"
#include "ui/theme.h"

namespace tautline::ui {

// Headings, paragraphs, statuses, cells, captions and legends.
TextStyle text_style(const Theme& theme, const view::Node& node, const Setting& setting);
bool is_balanced(const view::Node& node); // lines of even length

// A paragraph that brings its own small plate (Look::note) or bar (Look::quote): space round its
// text.
struct Inset {
    float left = 0, right = 0, y = 0;
};
Inset text_inset(const Theme& theme, const view::Node& node);

// Buttons, links, choices: [pad icon gap label gap icon pad], centred in its height.
struct ControlParts {
    TextStyle text;
    float pad_x = 0, pad_y = 0;
    float icon = 0, icon_gap = 0; // 0: no icon
    bool icon_last = false;
    float height = 44; // at least
    float radius = 12;
    bool centered = false; // label in the middle of a wide button
    bool stacked = false;  // icon above the label: the banner on a phone

    // Width beside the label.
    float around() const { return 2 * pad_x + (icon > 0 && !stacked ? icon + icon_gap : 0); }
};
ControlParts control_parts(const Theme& theme, const view::Node& node, const Setting& setting);
view::Icon icon_of(const view::Node& node); // its own, or what its look and role ask for
bool shows_label(const view::Node& node);

// Slider: label and value on one line (or two), the track in the bottom `track_height` of the node.
struct SliderParts {
    TextStyle label, value;
    float track_height = 44;       // as the transparent range input lies: never scaled
    float thumb_travel_inset = 22; // thumb centre from x + inset to x + width - inset
    float thumb_radius = 14, track_thickness = 8;
    bool one_line = true;
    float text_height = 0;
};
SliderParts slider_parts(const Theme& theme, const view::Node& node, float width);

struct ProgressParts {
    float text_height = 0, bar_gap = 8, bar_height = 10;
};
// Its value in words, unless its label says the same.
std::string_view progress_value(const view::Node& node);
ProgressParts progress_parts(const Theme& theme, const view::Node& node, float width);

// Space inside a container's edge.
struct Padding {
    float left = 0, top = 0, right = 0, bottom = 0;
};
Padding padding_of(const Theme& theme, const Tree& tree, int index);
constexpr float box_bar = 6; // the coloured edge of care boxes
float box_icon_size(const Theme& theme);
// Width that the icon of a care box takes beside its content, or on a phone beside its first line
// only; 0: no icon.
float lead_in_of(const Theme& theme, const view::Node& node);
bool is_care_or_note(view::Look look);
bool has_bullet(const Tree& tree, int item);
float bullet_indent(const Theme& theme);

} // namespace tautline::ui
