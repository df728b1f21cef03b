// A text as a QR code, drawn as one path: how paper, screens and files show it alike. The encoder
// is Project Nayuki's.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tautline::exchange {

struct Code {
    int size = 0;     // of the whole square in modules, the quiet margin included
    std::string path; // SVG path data of the dark modules, in modules
};

// The smallest code that holds the text and can lose some of itself (error correction M or better).
// Nothing for a text that is too long.
std::optional<Code> make_code(std::string_view text);

} // namespace tautline::exchange
