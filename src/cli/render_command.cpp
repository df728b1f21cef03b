#include "cli/render_command.h"

#include "cli/files.h"
#include "cli/pack_files.h"
#include "cli/print.h"
#include "cli/static_page.h"
#include "cli/write_file.h"
#include "content/read_library.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

namespace tautline::cli {
namespace {

constexpr std::size_t most_template_bytes = 1024 * 1024;

constexpr Option known_options[] = {{"--content"}, {"--template"}, {"--lang"}, {"--out"}};

} // namespace

int render_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err) {
    const Arguments given(args, known_options, 0);
    if (!given.good()) return given.say(render_usage, err);
    const std::string folder = content_folder(given.value("--content"));
    int status = 0;
    const auto pack = read_pack(folder, "render", err, status);
    if (!pack) return status;
    const std::string wanted(given.value("--template")), path(given.value("--out"));
    bool is_read = !path.empty() && is_same_file(path, wanted);
    for (const content::File& file : pack->files)
        is_read = is_read || (!path.empty() && is_same_file(path, folder + "/" + file.path));
    if (is_read) {
        complain(err, "render", path + " is read and written at once");
        return 2;
    }
    Issues issues;
    const auto library = content::read_library(pack->files, issues,
                                               given.has("--lang") ? given.value("--lang") : "en");
    print(err, issues);
    if (!library) return 1;

    std::string page = "{{article}}";
    if (!wanted.empty()) {
        auto text = read_file(wanted, most_template_bytes);
        if (!text || text->size() > most_template_bytes) {
            complain(err, "render",
                     wanted + ": " + (text ? "more than 1 MiB" : std::strerror(errno)));
            return 1;
        }
        page = *std::move(text);
    }
    std::vector<std::string> unknown;
    const std::string html = fill_template(page, *library, unknown);
    for (const std::string& key : unknown)
        complain(err, "render", "no words for {{" + key + "}}");
    if (!unknown.empty()) return 1;
    return write_result(path, html, out, err, "render");
}

} // namespace tautline::cli
