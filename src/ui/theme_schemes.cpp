#include "ui/theme_schemes.h"

namespace tautline::ui {
namespace {

constexpr Color black = rgb(0x000000), white = rgb(0xFFFFFF);

template <typename Change>
void for_each_box(Theme& theme, Change change) {
    for (BoxColors* box : {&theme.emergency, &theme.today, &theme.soon, &theme.crisis, &theme.calm,
                           &theme.research, &theme.why, &theme.note})
        change(*box);
}

} // namespace

void make_warm(Theme& theme) {
    constexpr Color paper = rgb(0xF6EAD2);
    theme.page = paper;
    theme.page_top = rgb(0xF9F0DE);
    theme.card = rgb(0xFDF5E4);
    theme.card_edge = rgb(0xE5D5B8);
    theme.ink = rgb(0x2B1D0E);
    theme.ink_soft = rgb(0x4F3E29);
    theme.rule = rgb(0xDECDAE);
    theme.control = rgb(0xFEF8EB);
    theme.control_edge = rgb(0x7D6C52);
    theme.control_hover = rgb(0xF8ECD3);
    theme.track = rgb(0xDCCDB2);
    theme.focus_gap = theme.card;
    theme.danger = rgb(0x861812);
    theme.banner = rgb(0xF9F0DE);
    theme.banner_edge = rgb(0xE2D3B6);
    for_each_box(theme, [&](BoxColors& box) {
        box.fill = mix(box.fill, paper, 0.4f);
        box.edge = mix(box.edge, black, 0.12f);
        box.title = mix(box.title, black, 0.15f);
    });
    for (AccentColors& accent : theme.accents) {
        accent.strong = mix(accent.strong, black, 0.15f);
        accent.fill = mix(accent.fill, black, 0.1f);
        accent.soft = mix(accent.soft, paper, 0.4f);
    }
}

void make_contrast(Theme& theme) {
    const bool dark = theme.dark;
    const Color ground = dark ? black : white, ink = dark ? white : black;
    theme.contrast = true;
    for (Color* color : {&theme.page, &theme.page_top, &theme.card, &theme.control, &theme.banner,
                         &theme.focus_gap})
        *color = ground;
    for (Color* color : {&theme.ink, &theme.ink_soft, &theme.card_edge, &theme.control_edge,
                         &theme.rule, &theme.banner_edge})
        *color = ink;
    theme.control_hover = mix(ground, ink, 0.1f);
    theme.track = mix(ground, ink, dark ? 0.35f : 0.25f);
    theme.focus = dark ? rgb(0xFFE14D) : rgb(0x0000C8);
    theme.danger = mix(theme.danger, ink, 0.3f);
    for_each_box(theme, [&](BoxColors& box) {
        box.fill = ground;
        box.title = mix(box.title, ink, 0.35f);
        box.edge = box.title;
    });
    for (AccentColors& accent : theme.accents) {
        accent.strong = mix(accent.strong, ink, 0.35f);
        accent.fill = accent.strong;
        accent.on_fill = ground;
        accent.soft = ground;
    }
    ExhibitColors& exhibit = theme.exhibit;
    exhibit.top = exhibit.bottom = exhibit.control = black;
    exhibit.ink = exhibit.ink_soft = exhibit.edge = exhibit.axis = exhibit.control_edge = white;
}

} // namespace tautline::ui
