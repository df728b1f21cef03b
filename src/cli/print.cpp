#include "cli/print.h"

namespace tautline::cli {

void print(std::FILE* file, std::string_view line) {
    std::fwrite(line.data(), 1, line.size(), file);
    std::fputc('\n', file);
}

void print(std::FILE* file, const Issues& issues) {
    for (const Issue& issue : issues)
        print(file, to_text(issue));
}

} // namespace tautline::cli
