// A figure painted off screen, as the document skin does.
#pragma once

#include "states.h"
#include "ui/raster/raster.h"
#include "ui/stage.h"

#include <cstdint>
#include <string>
#include <vector>

namespace tautline {

struct PictureSize {
    const char* name;
    float width, height, ratio;
};
inline constexpr PictureSize picture_sizes[] = {{"small", 300, 260, 1},
                                                {"phone", 358, 388, 2},
                                                {"desktop", 620, 570, 1},
                                                {"kiosk", 1200, 900, 1}};

class Painter {
public:
    Painter();

    bool has_fonts() const { return has_fonts_; }
    const ui::Image& paint(const view::Node& node, const PictureSize& size, double seconds,
                           float text_scale = 1);
    int vertices() const { return vertices_; } // of the last picture

private:
    bool has_fonts_ = false; // set while stage_ is made
    ui::Stage stage_;
    ui::Image image_;
    int vertices_ = 0;
};

std::uint32_t hash_of(const ui::Image& image);

// "alarm-rest small 1a2b3c4d", a line for each state and size.
std::vector<std::string> golden_lines(Painter& painter);

} // namespace tautline
