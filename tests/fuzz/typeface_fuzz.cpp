// Bytes offered as a typeface are refused, or can be measured and painted with. The first byte says
// which of two is tried: raw bytes, or our own typeface with a few bytes changed, because hardly
// any other bytes are ever taken for one.
#include "ui/raster/raster.h"
#include "ui/stage.h"
#include "ui/text/typeface_file.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <span>
#include <string>
#include <vector>

using namespace tautline;

namespace {

using Bytes = std::vector<std::uint8_t>;

const Bytes& our_own() {
    static const Bytes file = [] {
        std::ifstream in{TAUTLINE_SOURCE_DIR "/build/generated/fonts/regular.ttf",
                         std::ios::binary};
        return Bytes{std::istreambuf_iterator<char>{in}, {}};
    }();
    if (file.empty()) std::abort(); // build-scripts/lib/fonts.mjs makes it
    return file;
}

// Three bytes a change: where, and what stands there now.
Bytes changed(std::span<const std::uint8_t> changes) {
    Bytes file = our_own();
    for (std::size_t i = 0; i + 3 <= changes.size(); i += 3)
        file[static_cast<std::size_t>(changes[i] << 8 | changes[i + 1]) % file.size()] =
            changes[i + 2];
    return file;
}

view::Screen every_letter() {
    view::Screen screen;
    view::Node node;
    node.role = view::Role::paragraph;
    node.id = view::node_id("all");
    for (char code = 0x20; code < 0x7f; ++code)
        node.label += code;
    for (int code = 0xa0; code < 0x180; ++code) {
        node.label += static_cast<char>(0xC0 | code >> 6);
        node.label += static_cast<char>(0x80 | (code & 0x3F));
    }
    screen.nodes.push_back(node);
    return screen;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1) return 0;
    const std::span<const std::uint8_t> rest{data + 1, size - 1};
    const Bytes file = data[0] % 2 == 0 ? Bytes{rest.begin(), rest.end()} : changed(rest);
    if (!ui::is_typeface(file)) return 0;
    static const view::Screen screen = every_letter();
    ui::Stage stage{file, file};
    if (!stage.has_typeface()) std::abort();
    ui::Image image;
    const ui::Viewport viewport{.width = 390, .height = 400, .device_pixel_ratio = 2};
    ui::rasterize(*stage.paint(screen, viewport, {}, {}, 0), image);
    return 0;
}
