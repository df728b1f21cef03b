// The two font files that the build makes. TAUTLINE_FONTS (environment) names another folder.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace tautline {

struct FontFiles {
    std::vector<std::uint8_t> regular, bold;
};

std::string font_folder();

// Empty files when they are missing.
FontFiles read_fonts();

} // namespace tautline
