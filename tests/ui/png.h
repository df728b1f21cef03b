// Writes an image as a PNG without compression (stored deflate blocks): for people and screenshots,
// not for size.
#pragma once

#include "ui/raster/raster.h"

#include <string>

namespace tautline {

bool write_png(const std::string& path,
               const ui::Image& image); // false when the file can't be written

} // namespace tautline
