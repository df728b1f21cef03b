#include "cli/print.h"

#include "base/text.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>

namespace tautline::cli {

void print(std::FILE* file, std::string_view line) {
    std::fwrite(line.data(), 1, line.size(), file);
    std::fputc('\n', file);
}

void print(std::FILE* file, const Issues& issues) {
    for (const Issue& issue : issues)
        print(file, to_text(issue));
}

void complain(std::FILE* err, std::string_view command, std::string_view what) {
    print(err, "tautline " + std::string(command) + ": " + on_one_line(what));
}

std::string as_word(std::string_view path) {
    const bool plain = std::all_of(path.begin(), path.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '/' || c == '.' || c == '-' || c == '_';
    });
    const std::string whole = (path.substr(0, 1) == "-" ? "./" : "") + std::string(path);
    if (plain) return whole;
    std::string word = "'";
    for (const char c : whole)
        word += c == '\'' ? "'\\''" : std::string(1, c);
    return on_one_line(word + "'");
}

int finish(std::FILE* out, std::FILE* err, std::string_view command, int status) {
    errno = 0;
    if (std::fflush(out) == 0 && std::ferror(out) == 0) return status;
    const std::string reason = errno != 0 ? std::string(": ") + std::strerror(errno) : "";
    complain(err, command, "the result could not be written" + reason);
    return 1;
}

} // namespace tautline::cli
