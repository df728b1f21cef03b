// figures_preview OUT_FOLDER [name-prefix [text-scale]]    paints every figure in every state and
// size, one PNG each, to look at figures_preview --golden FILE               writes the pictures'
// hashes, after looking at what has changed figures_preview --time                      processor
// milliseconds to make each figure's triangles, and how many there are
#include "fonts.h"
#include "picture.h"
#include "png.h"

#include <imgui.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>

namespace {

using namespace tautline;

int write_pictures(Painter& painter, const std::string& folder, const std::string& prefix,
                   float text_scale) {
    for (const FigureState& state : figure_states()) {
        if (state.name.compare(0, prefix.size(), prefix) != 0) continue;
        for (const PictureSize& size : picture_sizes) {
            const std::string path = folder + "/" + state.name + "-" + size.name + ".png";
            if (write_png(path, painter.paint(state.node, size, 2, text_scale))) continue;
            std::fprintf(stderr, "%s can't be written\n", path.c_str());
            return 1;
        }
    }
    return 0;
}

int write_golden(Painter& painter, const char* path) {
    std::ofstream out{path};
    for (const std::string& line : golden_lines(painter))
        out << line << '\n';
    return out.good() ? 0 : 1;
}

int write_times() {
    const FontFiles fonts = read_fonts();
    ui::Stage stage(fonts.regular, fonts.bold);
    for (const FigureState& state : figure_states()) {
        constexpr int rounds = 50;
        int vertices = 0;
        const std::clock_t start = std::clock();
        for (int i = 0; i < rounds; ++i)
            vertices = stage.paint_figure(state.node, 1200, 900, 1, {}, 0.1 * i)->TotalVtxCount;
        const double spent_ms = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        std::printf("%-18s %.2f ms  %6d vertices\n", state.name.c_str(), spent_ms / rounds,
                    vertices);
    }
    return 0;
}

} // namespace

int main(int count, char** words) {
    const std::string first = count > 1 ? words[1] : "";
    if (first.empty() || (first == "--golden" && count < 3)) {
        std::fprintf(stderr, "figures_preview OUT_FOLDER [name-prefix] | --golden FILE | --time\n");
        return 2;
    }
    if (first == "--time") return write_times();
    Painter painter;
    return first == "--golden" ? write_golden(painter, words[2])
                               : write_pictures(painter, first, count > 2 ? words[2] : "",
                                                count > 3 ? std::strtof(words[3], nullptr) : 1);
}
