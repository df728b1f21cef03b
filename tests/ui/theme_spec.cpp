// Contrast of every pair of colours that meet on screen, in both schemes, by the WCAG definition.
#include "ui/theme.h"

#include <catch_amalgamated.hpp>
#include <string>
#include <vector>

namespace {

using namespace tautline::ui;

struct Pair {
    std::string what;
    Color front, back;
    double least;
};

void add_boxes(const Theme& theme, std::vector<Pair>& pairs) {
    const std::pair<const char*, const BoxColors*> boxes[] = {{"emergency", &theme.emergency},
                                                              {"today", &theme.today},
                                                              {"soon", &theme.soon},
                                                              {"crisis", &theme.crisis},
                                                              {"calm", &theme.calm},
                                                              {"research", &theme.research},
                                                              {"why", &theme.why},
                                                              {"note", &theme.note}};
    for (const auto& [name, box] : boxes) {
        const std::string in = std::string{" in the box "} + name;
        pairs.push_back({"title" + in, box->title, box->fill, 7});
        pairs.push_back({"text" + in, theme.ink, box->fill, 7});
        pairs.push_back({"small text" + in, theme.ink_soft, box->fill, 4.5});
        pairs.push_back({"the edge" + in, box->edge, box->fill, 3});
        pairs.push_back({"the edge against the page" + in, box->edge, theme.page, 3});
        pairs.push_back({"icon" + in, box->title, mix(box->fill, box->edge, 0.18f), 4.5});
        pairs.push_back({"primary button" + in, theme.accent(tautline::view::Accent::none).on_fill,
                         box->edge, 4.5});
        pairs.push_back({"control edge" + in, theme.control_edge, box->fill, 3});
    }
}

void add_accents(const Theme& theme, std::vector<Pair>& pairs) {
    for (std::size_t i = 0; i < theme.accents.size(); ++i) {
        const AccentColors& accent = theme.accents[i];
        const std::string of = " of accent " + std::to_string(i);
        pairs.push_back({"words on the page" + of, accent.strong, theme.page, 7});
        pairs.push_back({"words on a card" + of, accent.strong, theme.card, 7});
        pairs.push_back({"words on its tint" + of, accent.strong, accent.soft, 4.5});
        pairs.push_back({"text on its tint" + of, theme.ink, accent.soft, 7});
        pairs.push_back({"filled button" + of, accent.on_fill, accent.fill, 4.5});
        pairs.push_back({"filled button against the page" + of, accent.fill, theme.page, 3});
        pairs.push_back({"filled button against a card" + of, accent.fill, theme.card, 3});
        pairs.push_back({"bright on the panel's top" + of, accent.bright, theme.exhibit.top, 7});
        pairs.push_back(
            {"bright on a panel control" + of, accent.bright, theme.exhibit.control, 4.5});
        pairs.push_back({"panel's filled button" + of, theme.exhibit.bottom, accent.bright, 7});
    }
}

std::vector<Pair> pairs_of(const Theme& theme) {
    std::vector<Pair> pairs = {
        {"text on the page", theme.ink, theme.page, 7},
        {"text on the page's top", theme.ink, theme.page_top, 7},
        {"text on a card", theme.ink, theme.card, 7},
        {"text on a control", theme.ink, theme.control, 7},
        {"text on a control under the pointer", theme.ink, theme.control_hover, 7},
        {"soft text on the page", theme.ink_soft, theme.page, 7},
        {"soft text on a card", theme.ink_soft, theme.card, 7},
        {"soft text on the footer", theme.ink_soft,
         mix(theme.page, theme.rule, theme.dark ? 0.25f : 0.35f), 6},
        {"banner", theme.ink, theme.banner, 7},
        {"control edge on the page", theme.control_edge, theme.page, 3},
        {"control edge on a card", theme.control_edge, theme.card, 3},
        {"control edge on the control", theme.control_edge, theme.control, 3},
        {"focus ring on the page", theme.focus, theme.page, 3},
        {"focus ring on a card", theme.focus, theme.card, 3},
        {"focus ring on its gap", theme.focus, theme.focus_gap, 3},
        {"danger on a control", theme.danger, theme.control, 7},
        {"panel text on top", theme.exhibit.ink, theme.exhibit.top, 7},
        {"panel text on the bottom", theme.exhibit.ink, theme.exhibit.bottom, 7},
        {"panel soft text", theme.exhibit.ink_soft, theme.exhibit.top, 7},
        {"panel axis", theme.exhibit.axis, theme.exhibit.top, 3},
        {"panel button text", theme.exhibit.ink, theme.exhibit.control, 7},
        {"panel button edge on itself", theme.exhibit.control_edge, theme.exhibit.control, 3},
        {"panel button edge on the panel", theme.exhibit.control_edge, theme.exhibit.top, 3},
        {"body outline", theme.exhibit.body_edge, theme.exhibit.top, 3},
        {"signal on the body", theme.exhibit.signal, theme.exhibit.body, 3},
        {"nerve on the body", theme.exhibit.nerve, theme.exhibit.body, 3},
        {"working muscle on resting muscle", theme.exhibit.muscle_active, theme.exhibit.muscle_rest,
         2},
    };
    add_boxes(theme, pairs);
    add_accents(theme, pairs);
    return pairs;
}

} // namespace

TEST_CASE("every pair of colours that meet can be told apart, in both schemes",
          "[ui][theme][contrast]") {
    for (Scheme scheme :
         {Scheme::light, Scheme::dark, Scheme::contrast, Scheme::contrast_dark, Scheme::warm}) {
        const Theme theme = make_theme({.scheme = scheme}, 1440, 900);
        for (const Pair& pair : pairs_of(theme)) {
            INFO("scheme " << static_cast<int>(scheme) << ": " << pair.what);
            CHECK(contrast(pair.front, pair.back) >= pair.least);
        }
    }
}

TEST_CASE("high contrast: all text has 7:1 and every edge 4.5:1", "[ui][theme][contrast]") {
    for (Scheme scheme : {Scheme::contrast, Scheme::contrast_dark}) {
        const Theme theme = make_theme({.scheme = scheme}, 1440, 900);
        for (const Pair& pair : pairs_of(theme)) {
            // Inside a figure shapes are told apart by their place and their outline as well.
            if (pair.what.find("muscle") != std::string::npos ||
                pair.what.find(" on the body") != std::string::npos || pair.what == "body outline")
                continue;
            INFO("scheme " << static_cast<int>(scheme) << ": " << pair.what);
            CHECK(contrast(pair.front, pair.back) >= (pair.least > 3 ? 7.0 : 4.5));
        }
    }
}

TEST_CASE("wide spacing: lines, paragraphs, letters and words as far apart as WCAG 1.4.12 names it",
          "[ui][theme]") {
    for (float width : {320.0f, 1440.0f}) {
        const Theme theme = make_theme({.wide_spacing = true}, width, 900);
        for (const TextStyle& text : {theme.body, theme.lead, theme.small, theme.title})
            CHECK(text.line_height >= text.size * 1.5f);
        CHECK(theme.between_texts >= 2 * theme.body.size);
    }
}

TEST_CASE("contrast follows the WCAG definition", "[ui][theme]") {
    CHECK(contrast(rgb(0x000000), rgb(0xFFFFFF)) == Catch::Approx(21));
    CHECK(contrast(rgb(0xFFFFFF), rgb(0xFFFFFF)) == Catch::Approx(1));
    CHECK(contrast(rgb(0x767676), rgb(0xFFFFFF)) == Catch::Approx(4.54).margin(0.01));
    CHECK(over({0, 0, 0, 128}, rgb(0xFFFFFF)) == rgb(0x7F7F7F));
}

TEST_CASE("text keeps its real size and controls their touch size on every screen", "[ui][theme]") {
    for (float width : {320.0f, 390.0f, 820.0f, 1080.0f, 1440.0f, 3840.0f}) {
        for (float scale : {1.0f, 1.5f, 2.0f, 3.0f}) {
            const Theme theme = make_theme({.text_scale = scale}, width, 900);
            INFO("width " << width << ", text scale " << scale);
            CHECK(theme.body.size >= 18 * scale);
            CHECK(theme.small.size >= 15 * scale);
            CHECK(theme.body.line_height >= theme.body.size * 1.45f);
            CHECK(theme.target >= 44);
            CHECK(theme.target_gap >= 8);
            CHECK(theme.display.size > theme.title.size);
            CHECK(theme.title.size > theme.subtitle.size);
            // About 68 characters: an average letter is half an em wide.
            CHECK(theme.text_width / (theme.body.size * 0.5f) <= 76);
        }
    }
}

TEST_CASE("a kiosk's tall screen gets larger type than a desk's wide one", "[ui][theme]") {
    const Theme kiosk = make_theme({}, 1080, 1920), desk = make_theme({}, 1440, 900);
    CHECK(kiosk.kiosk);
    CHECK_FALSE(desk.kiosk);
    CHECK(kiosk.body.size > desk.body.size * 1.3f);
    CHECK(kiosk.target > desk.target * 1.3f);
}
