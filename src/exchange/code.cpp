#include "exchange/code.h"

#include <cstdint>
#include <qrcodegen.h>

namespace tautline::exchange {

namespace {

constexpr int quiet_modules = 4; // ISO/IEC 18004
constexpr int largest_version = 20;

} // namespace

std::optional<Code> make_code(std::string_view text) {
    std::uint8_t buffer[qrcodegen_BUFFER_LEN_FOR_VERSION(largest_version)];
    std::uint8_t modules[qrcodegen_BUFFER_LEN_FOR_VERSION(largest_version)];
    if (!qrcodegen_encodeText(std::string(text).c_str(), buffer, modules, qrcodegen_Ecc_MEDIUM, 1,
                              largest_version, qrcodegen_Mask_AUTO, true))
        return std::nullopt;
    Code code;
    const int size = qrcodegen_getSize(modules);
    code.size = size + 2 * quiet_modules;
    for (int y = 0; y < size; ++y)
        for (int x = 0; x < size; ++x) {
            if (!qrcodegen_getModule(modules, x, y)) continue;
            const int from = x;
            while (x < size && qrcodegen_getModule(modules, x, y))
                ++x;
            code.path += "M" + std::to_string(from + quiet_modules) + " " +
                         std::to_string(y + quiet_modules) + "h" + std::to_string(x - from) +
                         "v1H" + std::to_string(from + quiet_modules) + "z";
        }
    return code;
}

} // namespace tautline::exchange
