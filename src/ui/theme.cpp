#include "ui/theme.h"

#include "ui/theme_schemes.h"

#include <algorithm>
#include <cmath>

namespace tautline::ui {
namespace {

// The chapters' colours on light paper: `strong` is at least 7:1 on a card, white on `fill` at
// least 4.5:1.
constexpr std::array<AccentColors, 9> light_accents = {{
    {rgb(0x0A4A57), rgb(0x0B5563), rgb(0xFFFFFF), rgb(0xE2EFF0), rgb(0x6FD3DD)}, // none
    {rgb(0x98260F), rgb(0xAD3018), rgb(0xFFFFFF), rgb(0xFBE9E3), rgb(0xFF9673)}, // alarm
    {rgb(0x8C2149), rgb(0x9B2A54), rgb(0xFFFFFF), rgb(0xF9E7EE), rgb(0xFF94B5)}, // muscles
    {rgb(0x6B4200), rgb(0x805000), rgb(0xFFFFFF), rgb(0xF9EFD9), rgb(0xFFC861)}, // cortisol
    {rgb(0x523796), rgb(0x5D40A8), rgb(0xFFFFFF), rgb(0xEDE8F9), rgb(0xBBA6FF)}, // sensitivity
    {rgb(0x09545E), rgb(0x0B616C), rgb(0xFFFFFF), rgb(0xE0F1F2), rgb(0x62D8E0)}, // feel
    {rgb(0x1A4B8C), rgb(0x1F569E), rgb(0xFFFFFF), rgb(0xE4EDF9), rgb(0x8ABBFF)}, // patterns
    {rgb(0x0F5536), rgb(0x14613F), rgb(0xFFFFFF), rgb(0xE2F2E9), rgb(0x73DDA7)}, // check
    {rgb(0x3E540F), rgb(0x496213), rgb(0xFFFFFF), rgb(0xECF2DC), rgb(0xBEDF6C)}, // helps
}};

constexpr ExhibitColors exhibit_colors = {
    .top = rgb(0x16263F),
    .bottom = rgb(0x0B1526),
    .edge = rgb(0x2C4261),
    .ink = rgb(0xF2F6FC),
    .ink_soft = rgb(0xB4C3D8),
    .grid = rgb(0x243854),
    .axis = rgb(0x7589A6),
    .label_back = {0x0B, 0x15, 0x26, 0xD0},
    .body = rgb(0x2B4365),
    .body_edge = rgb(0x5F7FA8),
    .bone = rgb(0xC9D3DF),
    .nerve = rgb(0x8FA6C6),
    .skin_glow = rgb(0x3E608E),
    .signal = rgb(0xFFC24D),
    .signal_core = rgb(0xFFF3D6),
    .calm = rgb(0x66D9D3),
    .heart = rgb(0xFF7A6E),
    .lungs = rgb(0x8CC8FF),
    .brain = rgb(0xF0A9C4),
    .gland = rgb(0xFFC861),
    .muscle_rest = rgb(0x8C5568),
    .muscle_active = rgb(0xFF8A8A),
    .muscle_tired = rgb(0xC9A0FF),
    .hormone = rgb(0xFFB45C),
    .trace = rgb(0xFFD27A),
    .trace_compare = rgb(0x93A5BF),
    .now = rgb(0xFFFFFF),
    .control = rgb(0x22375A),
    .control_edge = rgb(0x7C93B5),
};

void set_light(Theme& theme) {
    theme.page = rgb(0xF6F4EF);
    theme.page_top = rgb(0xFBFAF7);
    theme.card = rgb(0xFFFFFF);
    theme.card_edge = rgb(0xE6E1D8);
    theme.shadow = {0x2A, 0x25, 0x1C, 0xFF};
    theme.ink = rgb(0x15202F);
    theme.ink_soft = rgb(0x454F5D);
    theme.rule = rgb(0xDDD8CE);
    theme.control = rgb(0xFFFFFF);
    theme.control_edge = rgb(0x767F8B);
    theme.control_hover = rgb(0xF1F4F4);
    theme.track = rgb(0xD8DCDD);
    theme.focus = rgb(0x1B4FD8);
    theme.focus_gap = rgb(0xFFFFFF);
    theme.danger = rgb(0x9B1C16);
    theme.banner = rgb(0xFBFAF7);
    theme.banner_edge = rgb(0xE2DDD3);
    theme.emergency = {rgb(0xFDEBE8), rgb(0xB3261E), rgb(0x861812)};
    theme.crisis = {rgb(0xF2ECFB), rgb(0x6B3FA0), rgb(0x4E2A7C)};
    theme.today = {rgb(0xFFF0DC), rgb(0xB45F06), rgb(0x6F3A00)};
    theme.soon = {rgb(0xFDF6D8), rgb(0x8A6D00), rgb(0x564300)};
    theme.calm = {rgb(0xE7F4EC), rgb(0x2F7D4F), rgb(0x185132)};
    theme.research = {rgb(0xEAF1F9), rgb(0x2F5D8C), rgb(0x1E456C)};
    theme.why = {rgb(0xF0ECE4), rgb(0x7A6A4F), rgb(0x4D4230)};
    theme.note = {rgb(0xEEF0F2), rgb(0x66707D), rgb(0x36404C)};
    theme.accents = light_accents;
}

void set_dark(Theme& theme) {
    theme.page = rgb(0x0E141D);
    theme.page_top = rgb(0x131B27);
    theme.card = rgb(0x19232F);
    theme.card_edge = rgb(0x2B3846);
    theme.shadow = rgb(0x000000);
    theme.ink = rgb(0xF0F3F7);
    theme.ink_soft = rgb(0xBAC4D0);
    theme.rule = rgb(0x2E3B4A);
    theme.control = rgb(0x1F2B39);
    theme.control_edge = rgb(0x8794A4);
    theme.control_hover = rgb(0x283747);
    theme.track = rgb(0x3A4858);
    theme.focus = rgb(0x9CC4FF);
    theme.focus_gap = rgb(0x0E141D);
    theme.danger = rgb(0xFFB1A8);
    theme.banner = rgb(0x131B27);
    theme.banner_edge = rgb(0x2B3846);
    theme.emergency = {rgb(0x3A1715), rgb(0xFF8A80), rgb(0xFFC4BC)};
    theme.crisis = {rgb(0x2A1D3F), rgb(0xBC9BF0), rgb(0xDFCDFB)};
    theme.today = {rgb(0x38240E), rgb(0xFFA94D), rgb(0xFFD3A1)};
    theme.soon = {rgb(0x302808), rgb(0xE6C84A), rgb(0xF5E29A)};
    theme.calm = {rgb(0x13291D), rgb(0x6CCB92), rgb(0xB5E8C9)};
    theme.research = {rgb(0x17283B), rgb(0x83B4E8), rgb(0xC2DCF8)};
    theme.why = {rgb(0x262520), rgb(0xB7A98B), rgb(0xE3D9C3)};
    theme.note = {rgb(0x212B36), rgb(0x95A2B1), rgb(0xD3DAE2)};
    for (std::size_t i = 0; i < light_accents.size(); ++i) {
        const Color bright = light_accents[i].bright;
        theme.accents[i] = {mix(bright, rgb(0xFFFFFF), 0.25f), bright, rgb(0x0B1420),
                            mix(theme.card, bright, 0.14f), bright};
    }
}

TextStyle style(float size, float line_ratio, bool bold) {
    return {size, std::round(size * line_ratio), bold};
}

void set_text(Theme& theme, float room) {
    const float s = theme.scale;
    const bool phone = theme.phone;
    theme.display = style((phone ? 30.0f : 44.0f) * s, 1.14f, true);
    theme.title = style((phone ? 24.0f : 29.0f) * s, 1.2f, true);
    theme.subtitle = style((phone ? 20.0f : 22.0f) * s, 1.25f, true);
    theme.subhead = style(18 * s, 1.35f, true);
    theme.lead = style((phone ? 19.0f : 21.0f) * s, 1.5f, false);
    theme.body = style(18 * s, 1.5f, false);
    theme.body_bold = style(18 * s, 1.5f, true);
    theme.small = style(15.5f * s, 1.45f, false);
    theme.small_bold = style(15.5f * s, 1.45f, true);
    theme.eyebrow = style(15 * s, 1.4f, true);
    theme.banner_phone = style((room >= 388 ? 15.0f : room >= 360 ? 14.0f : 13.0f) * s, 1.2f, true);
    theme.button = style(18 * s, 1.3f, true);
    theme.figure_label = style(15.5f * s, 1.3f, true);
    theme.figure_value = style(15.5f * s, 1.3f, false);
    theme.figure_small = style(15 * s, 1.25f, false);
    theme.figure_clock = style(20 * s, 1.25f, true);
}

// Lines and paragraphs as WCAG 1.4.12 names them, or further apart; letters and words are the
// fonts'.
void set_wide_spacing(Theme& theme) {
    for (TextStyle* text :
         {&theme.display, &theme.title, &theme.subtitle, &theme.subhead, &theme.lead, &theme.body,
          &theme.body_bold, &theme.small, &theme.small_bold, &theme.eyebrow, &theme.button})
        text->line_height = std::max(text->line_height, std::round(text->size * 1.65f));
    theme.between_texts = 2 * theme.body.size;
}

} // namespace

Theme without_spacing(Theme theme) {
    theme.fonts.letter_spacing = theme.fonts.word_spacing = 0;
    return theme;
}

Theme make_theme(const Settings& settings, float viewport_width, float viewport_height) {
    Theme theme;
    theme.dark = is_dark(settings.scheme);
    theme.less_motion = settings.less_motion;
    const float text_scale = std::clamp(settings.text_scale, 0.5f, 4.0f);
    // A tall and large screen is a standing kiosk, read from a step away and touched: everything
    // grows.
    theme.kiosk = viewport_width >= 900 && viewport_height >= 1.35f * viewport_width;
    const float wall =
        viewport_width >= 2400 ? viewport_width / 1800 : 1; // a wall or 4K at ratio 1
    theme.scale = text_scale * (theme.kiosk ? 1.4f : wall);
    const float room = viewport_width / theme.scale; // width in units of the text
    theme.phone = room < 600;
    theme.wide = room >= 900 && !theme.kiosk;
    // Also on a phone that lies on its side.
    theme.beside = theme.wide ||
                   (room >= 620 && viewport_width > 1.3f * viewport_height && viewport_height > 0);
    if (theme.dark) {
        set_dark(theme);
    } else {
        set_light(theme);
    }
    theme.exhibit = exhibit_colors;
    if (settings.scheme == Scheme::warm) make_warm(theme);
    if (settings.scheme == Scheme::contrast || settings.scheme == Scheme::contrast_dark)
        make_contrast(theme);
    set_text(theme, room);
    if (settings.wide_spacing) set_wide_spacing(theme);

    const float large =
        theme.kiosk ? 1.4f : wall; // space grows with the screen, not with the text scale
    theme.gutter = std::clamp(viewport_width * 0.05f, 16.0f, 48.0f * large);
    theme.content_width = settings.fills_window ? viewport_width : 1120 * large;
    theme.text_width = 680 * std::max(theme.scale, 1.0f);
    theme.gap = std::round((theme.phone ? 14.0f : 18.0f) * large);
    theme.between_texts = std::max(theme.between_texts, std::round(theme.gap * 0.75f));
    theme.section_gap = std::round((theme.phone ? 40.0f : 56.0f) * large);
    theme.padding = std::round((viewport_width < 400 ? 18.0f
                                : theme.phone        ? 20.0f
                                                     : 28.0f) *
                               large);
    theme.target = std::round(std::max(48 * theme.scale, 44.0f));
    theme.target_gap = std::round(10 * large);
    theme.radius = std::round((theme.phone ? 18.0f : 22.0f) * large);
    theme.radius_small = std::round(12 * large);
    theme.line = theme.kiosk || theme.contrast ? 2.0f : 1.5f;
    return theme;
}

} // namespace tautline::ui
