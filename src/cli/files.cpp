#include "cli/files.h"

#include <algorithm>
#include <cstdlib>
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
    if (!failed)
        for (const fs::path& folder :
             {program / "content", program / ".." / "share" / "tautline" / "content"})
            if (has_content(folder)) return folder.string();
    return TAUTLINE_SOURCE_DIR "/content";
}

std::vector<content::File> read_content(const std::string& folder) {
    constexpr std::size_t most_bytes = 4 * 1024 * 1024;
    std::vector<content::File> files;
    std::error_code failed;
    fs::recursive_directory_iterator entry(folder, failed);
    for (; !failed && entry != fs::recursive_directory_iterator(); entry.increment(failed)) {
        if (!entry->is_regular_file(failed) || entry->path().extension() != ".json") continue;
        auto text = read_file(entry->path().string(), most_bytes);
        const fs::path relative = entry->path().lexically_relative(folder);
        if (text) files.push_back({relative.generic_string(), std::move(*text)});
    }
    std::sort(files.begin(), files.end(),
              [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
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
    std::error_code failed;
    if (fs::is_directory(path, failed)) return std::nullopt;
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return std::nullopt;
    auto text = read_all(file, most_bytes);
    const bool good = std::ferror(file) == 0;
    std::fclose(file);
    if (!good) return std::nullopt;
    return text;
}

std::optional<std::string> read_line(std::FILE* file, std::size_t most_bytes) {
    std::string line;
    int byte = std::fgetc(file);
    if (byte == EOF) return std::nullopt;
    for (; byte != EOF && byte != '\n'; byte = std::fgetc(file))
        if (line.size() <= most_bytes) line += static_cast<char>(byte);
    return line;
}

} // namespace tautline::cli
