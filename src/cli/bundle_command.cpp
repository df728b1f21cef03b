#include "cli/bundle_command.h"

#include "cli/files.h"
#include "cli/pack_files.h"
#include "cli/print.h"
#include "cli/write_file.h"
#include "content/pack_names.h"
#include "content/read_library.h"

#include <nlohmann/json.hpp>

#include <string>
#include <utility>

namespace tautline::cli {

namespace {

constexpr Option known_options[] = {{"-o"}, {"--language"}};

// The same members as build-scripts/lib/content.mjs writes: tables, and the words of one language
// but a kiosk's, which the page does not read; beside another language all English words, which it
// may show, but not the name of that choice.
bool is_bundled(const std::string& path, std::string_view language) {
    const std::string folder = "words/" + std::string(language) + "/";
    const bool english = path.rfind("words/en/", 0) == 0 && path != "words/en/kiosk.json" &&
                         path != "words/en/language.json";
    return content::is_table(path) || english ||
           (path.rfind(folder, 0) == 0 && path != folder + "kiosk.json");
}

} // namespace

int bundle_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err) {
    const Arguments given(args, known_options, 1);
    if (!given.good()) return given.say(bundle_usage, err);
    const std::string_view language = given.has("--language") ? given.value("--language") : "en";
    const std::string folder = content_folder(given.operand(0));
    int status = 0;
    const auto pack = read_pack(folder, "bundle", err, status);
    if (!pack) return status;
    const std::string path(given.value("-o"));
    Issues issues;
    if (!content::read_library(pack->files, issues, language)) {
        print(err, issues);
        return 1;
    }
    nlohmann::ordered_json bundle;
    for (const content::File& file : pack->files) {
        if (!path.empty() && is_same_file(folder + "/" + file.path, path)) {
            complain(err, "bundle", path + " is a file of the pack");
            return 2;
        }
        if (!is_bundled(file.path, language)) continue;
        auto value = nlohmann::ordered_json::parse(file.text, nullptr, false);
        if (value.is_discarded()) { // the library was made without it
            print(err, Issues{{file.path, "", "text that is not JSON", "JSON"}});
            return 1;
        }
        bundle[file.path] = std::move(value);
    }
    return write_result(path, bundle.dump(), out, err, "bundle");
}

} // namespace tautline::cli
