#include "picture.h"

#include "fonts.h"

#include <imgui.h>

#include <cstdio>

namespace tautline {
namespace {

ui::Stage make_stage(bool& has_fonts) {
    const FontFiles fonts = read_fonts();
    has_fonts = !fonts.regular.empty() && !fonts.bold.empty();
    return ui::Stage(fonts.regular, fonts.bold);
}

} // namespace

Painter::Painter() : stage_(make_stage(has_fonts_)) {}

const ui::Image& Painter::paint(const view::Node& node, const PictureSize& size, double seconds,
                                float text_scale) {
    ui::Settings settings;
    settings.text_scale = text_scale;
    ImDrawData* data =
        stage_.paint_figure(node, size.width, size.height, size.ratio, settings, seconds);
    vertices_ = data->TotalVtxCount;
    ui::rasterize(*data, image_);
    return image_;
}

std::uint32_t hash_of(const ui::Image& image) {
    std::uint32_t hash = 2166136261u;
    for (std::uint32_t pixel : image.pixels)
        for (int shift = 0; shift < 32; shift += 8)
            hash = (hash ^ (pixel >> shift & 255)) * 16777619u;
    return hash;
}

std::vector<std::string> golden_lines(Painter& painter) {
    std::vector<std::string> lines;
    for (const FigureState& state : figure_states())
        for (const PictureSize& size : picture_sizes) {
            char line[96];
            std::snprintf(line, sizeof line, "%s %s %08x", state.name.c_str(), size.name,
                          hash_of(painter.paint(state.node, size, 2)));
            lines.emplace_back(line);
        }
    return lines;
}

} // namespace tautline
