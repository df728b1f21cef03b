#include "cli/render_command.h"

#include "cli/files.h"
#include "cli/print.h"
#include "cli/static_page.h"

#include <cerrno>
#include <cstring>
#include <string>

namespace tautline::cli {
namespace {

constexpr std::size_t most_template_bytes = 1024 * 1024;

struct Request {
    std::string_view content, page, out, language = "en";
    bool good = true;
};

Request read_options(std::span<const std::string_view> args) {
    Request request;
    for (std::size_t i = 0; i < args.size(); i += 2) {
        const std::string_view value = i + 1 < args.size() ? args[i + 1] : "";
        if (value.empty())
            request.good = false;
        else if (args[i] == "--content")
            request.content = value;
        else if (args[i] == "--template")
            request.page = value;
        else if (args[i] == "--lang")
            request.language = value;
        else if (args[i] == "--out")
            request.out = value;
        else
            request.good = false;
    }
    return request;
}

bool write(std::FILE* file, const std::string& text) {
    return std::fwrite(text.data(), 1, text.size(), file) == text.size() && std::fflush(file) == 0;
}

} // namespace

int render_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err) {
    const Request request = read_options(args);
    if (!request.good) {
        print(err, "usage: tautline render [--content DIR] [--lang LANGUAGE] [--template FILE] "
                   "[--out FILE]");
        return 2;
    }
    Issues issues;
    const auto library = content::read_library(read_content(content_folder(request.content)),
                                               issues, request.language);
    for (const Issue& issue : issues)
        print(err, to_text(issue));
    if (!library) return 1;

    std::string page = "{{article}}";
    if (!request.page.empty()) {
        const auto text = read_file(std::string(request.page), most_template_bytes);
        if (!text) {
            print(err, "tautline render: " + std::string(request.page) + " can't be read");
            return 1;
        }
        page = *text;
    }
    std::vector<std::string> unknown;
    const std::string html = fill_template(page, *library, unknown);
    for (const std::string& key : unknown)
        print(err, "tautline render: no words for {{" + key + "}}");
    if (!unknown.empty()) return 1;

    std::FILE* file = out;
    if (!request.out.empty()) file = std::fopen(std::string(request.out).c_str(), "wb");
    if (!file || !write(file, html)) {
        print(err, "tautline render: " + std::string(request.out) + ": " + std::strerror(errno));
        if (file && file != out) std::fclose(file);
        return 1;
    }
    if (file != out) std::fclose(file);
    return 0;
}

} // namespace tautline::cli
