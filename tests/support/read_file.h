// Specs read files through here, natively and as WebAssembly under node; the libraries read none.
#pragma once

#include <fstream>
#include <sstream>
#include <string>

namespace tautline::test {

// A file of the source tree, by its path from the top; empty when it cannot be read.
inline std::string read_file(const std::string& path) {
    std::ifstream in(std::string(TAUTLINE_SOURCE_DIR) + "/" + path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

} // namespace tautline::test
