#include "fonts.h"

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace tautline {
namespace {

std::vector<std::uint8_t> read_file(const std::string& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

} // namespace

std::string font_folder() {
    const char* named = std::getenv("TAUTLINE_FONTS");
    return named ? named : TAUTLINE_FONT_DIR;
}

FontFiles read_fonts() {
    const std::string folder = font_folder();
    return {read_file(folder + "/regular.ttf"), read_file(folder + "/bold.ttf")};
}

} // namespace tautline
