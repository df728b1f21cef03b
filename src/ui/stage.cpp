#include "ui/stage.h"

#include "base/hash.h"
#include "base/text.h"
#include "ui/figures/figures.h"
#include "ui/layout/layout.h"
#include "ui/paint/painter.h"
#include "ui/paint/text_places.h"
#include "ui/shapes.h"
#include "ui/surface.h"
#include "ui/text/text.h"

#include <algorithm>
#include <optional>

namespace tautline::ui {
namespace {

// A hash of all that the layout depends on; equal hashes mean an equal layout.
class Key {
public:
    template <typename Plain>
    void add(const Plain& value) {
        hash_ = fnv1a_64(&value, sizeof value, hash_);
    }
    void add_text(const std::string& text) {
        add(text.size());
        hash_ = fnv1a_64(text.data(), text.size(), hash_);
    }
    std::uint64_t value() const { return hash_; }

private:
    std::uint64_t hash_ = fnv1a_64_start;
};

// The window that the layout reckons with.
Viewport layout_window(Viewport viewport) {
    if (viewport.flows) viewport.height = Viewport{}.height;
    return viewport;
}

std::uint64_t layout_key(const view::Screen& screen, const Viewport& viewport,
                         const Settings& settings) {
    Key key;
    key.add(viewport.width);
    key.add(viewport.height);
    key.add(viewport.flows);
    key.add(settings.text_scale);
    key.add(settings.second_typeface);
    key.add(settings.wide_spacing);
    key.add(settings.fills_window);
    for (const view::Node& node : screen.nodes) {
        key.add(node.id);
        key.add(node.parent);
        key.add(node.role);
        key.add(node.look);
        key.add(node.arrange);
        key.add(node.icon);
        key.add(node.level);
        key.add(node.expanded);
        key.add(node.label_hidden);
        key.add(node.spot);
        key.add(node.figure.index());
        key.add_text(node.label);
        key.add_text(node.value_text);
        key.add_text(node.lang);
        if (node.role == view::Role::link) key.add(!node.href.empty() && node.href[0] == '#');
        if (node.role == view::Role::figure)
            key.add(figure_height(node.figure, 640, viewport.height));
    }
    return key.value();
}

} // namespace

struct Stage::Impl {
    Impl(std::span<const std::uint8_t> regular, std::span<const std::uint8_t> bold)
        : surface{regular, bold} {}

    Theme theme_for(const Viewport& viewport, const Settings& settings) const {
        Theme theme = make_theme(settings, viewport.width, layout_window(viewport).height);
        theme.fonts = surface.fonts(settings.second_typeface);
        theme.fonts.drawn = drawn;
        if (settings.wide_spacing) {
            theme.fonts.letter_spacing = 0.12f;
            theme.fonts.word_spacing = 0.16f;
        }
        return theme;
    }

    Surface surface;
    Layout layout;
    std::vector<DrawnText>* drawn = nullptr;
    std::optional<std::uint64_t> layout_of; // the key of what `layout` was made from
};

Stage::Stage(std::span<const std::uint8_t> regular_font, std::span<const std::uint8_t> bold_font)
    : impl_{std::make_unique<Impl>(regular_font, bold_font)} {}

Stage::~Stage() = default;

bool Stage::can_paint(const view::Screen& screen, const Settings& settings) const {
    const Fonts fonts = impl_->surface.fonts(settings.second_typeface);
    return std::all_of(screen.nodes.begin(), screen.nodes.end(), [&](const view::Node& node) {
        return is_right_to_left(node.lang) ||
               ((node.label_hidden || has_letters(fonts, node.label)) &&
                has_letters(fonts, node.value_text));
    });
}

const Layout& Stage::lay_out(const view::Screen& screen, const Viewport& viewport,
                             const Settings& settings) {
    const Viewport window = layout_window(viewport);
    const std::uint64_t key = layout_key(screen, window, settings);
    if (impl_->layout_of != key) {
        impl_->surface.set_density(viewport.device_pixel_ratio);
        const Tree tree{screen};
        const Theme theme = impl_->theme_for(window, settings);
        impl_->layout = ui::lay_out(tree, theme, window);
        impl_->layout.texts =
            text_places(impl_->surface.scratch(), tree, impl_->layout, theme, viewport);
        impl_->layout_of = key;
    }
    return impl_->layout;
}

ImDrawData* Stage::paint(const view::Screen& screen, const Viewport& viewport,
                         const Settings& settings, const Interaction& interaction, double seconds) {
    ImDrawList& list =
        impl_->surface.begin(viewport.width, viewport.height, viewport.device_pixel_ratio);
    const Layout& layout = lay_out(screen, viewport, settings);
    paint_screen(list, Tree{screen}, layout, impl_->theme_for(viewport, settings), viewport,
                 interaction, seconds);
    return impl_->surface.end();
}

ImDrawData* Stage::paint_figure(const view::Node& figure, float width, float height,
                                float device_pixel_ratio, const Settings& settings,
                                double seconds) {
    Viewport viewport;
    viewport.width = width;
    viewport.height = height;
    ImDrawList& list = impl_->surface.begin(width, height, device_pixel_ratio);
    const Theme theme = without_spacing(impl_->theme_for(viewport, settings));
    const Rect rect{0, 0, width, height};
    gradient_round(list, rect, 0, theme.exhibit.top, theme.exhibit.bottom);
    ui::paint_figure(list, rect, figure, theme, seconds);
    return impl_->surface.end();
}

void Stage::listen(std::vector<DrawnText>* drawn) {
    impl_->drawn = drawn;
}

bool Stage::has_typeface() const {
    return impl_->surface.has_typeface();
}

bool Stage::add_second_typeface(std::span<const std::uint8_t> regular_font,
                                std::span<const std::uint8_t> bold_font) {
    if (!impl_->surface.add_typeface(regular_font, bold_font)) return false;
    impl_->layout_of.reset();
    return true;
}

void Stage::forget_textures() {
    impl_->surface.forget_textures();
}

} // namespace tautline::ui
