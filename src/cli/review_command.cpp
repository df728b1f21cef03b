#include "cli/review_command.h"

#include "cli/files.h"
#include "cli/pack_files.h"
#include "cli/print.h"
#include "cli/today.h"
#include "cli/write_file.h"
#include "review/model.h"

#include <algorithm>
#include <string>
#include <utility>

namespace tautline::cli {

namespace {

constexpr Option known_options[] = {{"-o"}, {"--language"}, today_option};
constexpr std::size_t most_document_bytes = 1024 * 1024;

// What stands round a pack: in its folder, or in the docs beside it.
std::map<std::string, std::string> documents_of(const std::string& folder) {
    constexpr std::pair<const char*, const char*> names[] = {{"population", "population.md"},
                                                             {"people", "self-check-readers.md"},
                                                             {"hazards", "hazard-log.md"},
                                                             {"purpose", "intended-purpose.md"}};
    std::map<std::string, std::string> documents;
    for (const auto& [name, file] : names)
        for (const std::string& place : {folder + "/", folder + "/../docs/"}) {
            auto text = read_file(place + file, most_document_bytes);
            if (!text || text->size() > most_document_bytes) continue;
            documents.emplace(name, *std::move(text));
            break;
        }
    return documents;
}

} // namespace

int review_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err) {
    Arguments given(args, known_options, 1);
    review::Request request;
    request.today = today(given);
    if (given.has("--language")) request.language = given.value("--language");
    if (!given.good()) return given.say(review_usage, err);
    const std::string folder = content_folder(given.operand(0));
    const std::string path(given.value("-o"));
    int status = 0;
    auto files = read_pack(folder, "review", err, status);
    if (!files) return status;
    for (const content::File& file : files->files)
        if (!path.empty() && is_same_file(folder + "/" + file.path, path)) {
            complain(err, "review", path + " is a file of the pack");
            return 2;
        }
    const review::Signed signed_pack = review::look(files->written);
    for (const Issue& issue : signed_pack.issues)
        print(err, to_text(issue));
    request.digest = review::pack_digest(files->written);
    request.documents = documents_of(folder);
    request.version = TAUTLINE_VERSION;
    Issues issues;
    const auto packs = lint::read_pack(std::move(files->files), issues);
    if (packs.empty()) {
        print(err, issues);
        return 1;
    }
    const auto& languages = signed_pack.languages;
    if (std::find(languages.begin(), languages.end(), request.language) == languages.end()) {
        complain(err, "review", "the pack has no words in \"" + request.language + "\"");
        return 2;
    }
    return write_result(
        path, review::review_page(review::model_json(packs.front(), signed_pack, request)), out,
        err, "review");
}

} // namespace tautline::cli
