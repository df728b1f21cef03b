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

FontFiles read_fonts() {
    const char* named = std::getenv("TAUTLINE_FONTS");
    const std::string folder = named ? named : TAUTLINE_FONT_DIR;
    return {read_file(folder + "/regular.ttf"), read_file(folder + "/bold.ttf")};
}

} // namespace tautline
