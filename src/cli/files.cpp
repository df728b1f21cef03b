#include "cli/files.h"

#include "cli/pack_files.h"
#include "cli/print.h"
#include "review/settle.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace tautline::cli {

namespace fs = std::filesystem;

namespace {

bool has_content(const fs::path& folder) {
    std::error_code failed;
    return fs::is_regular_file(folder / "assessment.json", failed);
}

} // namespace

std::string content_folder(std::string_view wanted) {
    if (!wanted.empty()) return std::string(wanted);
    if (const char* folder = std::getenv("TAUTLINE_CONTENT"); folder != nullptr && *folder != '\0')
        return folder;
    std::error_code failed;
    const fs::path program = fs::read_symlink("/proc/self/exe", failed).parent_path();
    // In a built clone the program lies in build/bin or build/PRESET/bin. Its own path says which
    // clone: one that was compiled in would make it another program in each folder.
    for (const char* folder :
         {"content", "../share/tautline/content", "../../content", "../../../content"})
        if (!failed && has_content(program / folder))
            return (program / folder).lexically_normal().string();
    return "content";
}

std::vector<content::File> read_content(const std::string& folder) {
    return review::settle(read_pack_files(folder).files).files;
}

std::string read_all(std::FILE* file, std::size_t most_bytes) {
    std::string text(most_bytes + 1, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), file));
    // Who writes to us through a pipe should hear what was wrong, not that the pipe broke; but not
    // without end.
    char rest[4096];
    for (int left = 16 * 1024; left > 0 && std::fread(rest, 1, sizeof rest, file) > 0; --left) {
    }
    return text;
}

std::optional<std::string> read_file(const std::string& path, std::size_t most_bytes) {
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return std::nullopt;
    errno = 0;
    auto text = read_all(file, most_bytes); // a folder opens, and can't be read
    const int failed = std::ferror(file) != 0 ? errno : 0;
    std::fclose(file);
    if (failed == 0) return text;
    errno = failed;
    return std::nullopt;
}

std::optional<std::string> read_line(std::FILE* file, std::size_t most_bytes) {
    std::string line;
    int byte = std::fgetc(file);
    if (byte == EOF) return std::nullopt;
    for (; byte != EOF && byte != '\n'; byte = std::fgetc(file))
        if (line.size() <= most_bytes) line += static_cast<char>(byte);
    return line;
}

std::FILE* open_answers(std::string_view name, std::string_view command, std::FILE* err,
                        int& status) {
    if (name == "-") return stdin;
    std::FILE* file = std::fopen(std::string(name).c_str(), "rb");
    if (file != nullptr) return file;
    status = errno == ENOENT || errno == ENOTDIR ? 2 : 1;
    complain(err, command, std::string(name) + ": " + std::strerror(errno));
    return nullptr;
}

bool close_answers(std::FILE* file, std::string_view name, std::string_view command, std::FILE* err,
                   int& status) {
    const int failed = std::ferror(file) != 0 ? (errno != 0 ? errno : EIO) : 0;
    if (file != stdin) std::fclose(file);
    if (failed == 0) return true;
    status = failed == EISDIR ? 2 : 1; // a folder is no file of answers
    complain(err, command, std::string(name) + ": " + std::strerror(failed));
    return false;
}

} // namespace tautline::cli
