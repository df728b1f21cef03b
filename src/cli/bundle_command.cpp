#include "cli/bundle_command.h"

#include "cli/files.h"
#include "cli/print.h"
#include "content/read_library.h"

#include <nlohmann/json.hpp>

#include <string>

namespace tautline::cli {

namespace {

struct Request {
    std::string_view pack, out, language = "en";
    bool good = true;
};

Request read_options(std::span<const std::string_view> args) {
    Request request;
    for (std::size_t i = 0; i < args.size(); ++i) {
        const bool has_value = i + 1 < args.size();
        if (args[i] == "-o" && has_value)
            request.out = args[++i];
        else if (args[i] == "--language" && has_value)
            request.language = args[++i];
        else if (args[i].substr(0, 1) != "-" && request.pack.empty())
            request.pack = args[i];
        else
            request.good = false;
    }
    return request;
}

} // namespace

int bundle_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err) {
    const Request request = read_options(args);
    if (!request.good) {
        print(err, "usage: tautline bundle [PACK] [-o FILE] [--language TAG]");
        return 2;
    }
    const auto files = read_content(content_folder(request.pack));
    Issues issues;
    if (!content::read_library(files, issues, request.language)) {
        for (const Issue& issue : issues)
            print(err, to_text(issue));
        return 1;
    }
    // The same members as build-scripts/lib/content.mjs writes: tables, and the words of one
    // language but a kiosk's, which the page does not read; beside another language all English
    // words, which it may show, but not the name of that choice.
    const std::string folder = "words/" + std::string(request.language) + "/";
    nlohmann::ordered_json bundle;
    for (const content::File& file : files) {
        const bool table = file.path.find('/') == std::string::npos && file.path != "lint.json";
        const bool english = file.path.rfind("words/en/", 0) == 0 &&
                             file.path != "words/en/kiosk.json" &&
                             file.path != "words/en/language.json";
        const bool words =
            english || (file.path.rfind(folder, 0) == 0 && file.path != folder + "kiosk.json");
        if (table || words)
            bundle[file.path] = nlohmann::ordered_json::parse(file.text, nullptr, false);
    }
    const std::string text = bundle.dump();
    std::FILE* to = out;
    if (!request.out.empty()) to = std::fopen(std::string(request.out).c_str(), "wb");
    const bool written = to != nullptr &&
                         std::fwrite(text.data(), 1, text.size(), to) == text.size() &&
                         std::fflush(to) == 0;
    if (to != nullptr && to != out) std::fclose(to);
    if (written) return 0;
    print(err, "tautline bundle: " + std::string(request.out) + " could not be written");
    return 1;
}

} // namespace tautline::cli
