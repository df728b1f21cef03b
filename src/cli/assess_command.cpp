#include "cli/assess_command.h"

#include "cli/files.h"
#include "cli/print.h"
#include "exchange/answers_json.h"
#include "exchange/fragment.h"
#include "exchange/result_json.h"

#include <cerrno>
#include <cstring>
#include <string>

namespace tautline::cli {

namespace {

constexpr std::size_t most_answer_bytes = 64 * 1024;
constexpr std::size_t most_content_bytes = 4 * 1024 * 1024;

int finish(std::FILE* out, std::FILE* err, int status) {
    if (std::fflush(out) == 0 && std::ferror(out) == 0) return status;
    print(err, "tautline assess: the result could not be written");
    return 1;
}

struct Request {
    std::string_view file, content, fragment;
    bool batch = false, broken_pack = false, good = true;
};

Request read_options(std::span<const std::string_view> args) {
    Request request;
    for (std::size_t i = 0; i < args.size(); ++i) {
        const std::string_view word = args[i];
        if (word == "--batch")
            request.batch = true;
        else if (word == "--broken-pack")
            request.broken_pack = true;
        else if (word == "--content" && i + 1 < args.size())
            request.content = args[++i];
        else if (word == "--from-fragment" && i + 1 < args.size())
            request.fragment = args[++i];
        else if ((word == "-" || word.substr(0, 1) != "-") && request.file.empty())
            request.file = word;
        else
            request.good = false;
    }
    // Answers come from one place: a file, or a fragment, which is never a batch.
    request.good = request.good && request.file.empty() != request.fragment.empty() &&
                   !(request.batch && request.file.empty());
    return request;
}

int write_result(const assess::Definition& definition,
                 const Result<assess::Answers, Issues>& answers, std::FILE* out, std::FILE* err) {
    if (!answers) {
        print(err, answers.error());
        return 2;
    }
    print(out, exchange::write_result(definition, evaluate(definition, answers.value()),
                                      exchange::Layout::indented));
    return finish(out, err, 0);
}

int assess_one(const assess::Definition& definition, std::FILE* in, std::string_view name,
               std::FILE* out, std::FILE* err) {
    const std::string text = read_all(in, most_answer_bytes);
    return write_result(definition, exchange::read_answers(definition, text, name), out, err);
}

int assess_batch(const assess::Definition& definition, std::FILE* in, std::FILE* out,
                 std::FILE* err) {
    int status = 0;
    for (std::size_t line = 1;; ++line) {
        const auto text = read_line(in, most_answer_bytes);
        if (!text) return finish(out, err, status);
        const auto result = exchange::assess_line(definition, *text, line);
        print(out, result.text);
        if (!result.good) status = 2;
    }
}

} // namespace

int assess_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err) {
    const Request request = read_options(args);
    if (!request.good) {
        print(err, "usage: tautline assess FILE|- [--batch] [--content DIR] [--broken-pack]\n"
                   "       tautline assess --from-fragment TEXT [--content DIR] [--broken-pack]");
        return 2;
    }
    const std::string folder = content_folder(request.content);
    const auto content = read_file(folder + "/assessment.json", most_content_bytes);
    if (!content) {
        print(err, "tautline assess: no assessment.json in " + folder);
        return 1;
    }
    Issues issues;
    auto definition = content::read_definition(*content, issues);
    if (!definition && request.broken_pack) {
        Issues form;
        definition = content::read_definition_form(*content, form);
        if (definition)
            print(err, "tautline assess: this pack breaks the rules of the self-check; its results "
                       "are for finding out why, and for nobody's health");
    }
    if (!definition) {
        print(err, issues);
        return 1;
    }
    if (!request.fragment.empty())
        return write_result(*definition, exchange::read_fragment(*definition, request.fragment),
                            out, err);
    std::FILE* in = stdin;
    if (request.file != "-") in = std::fopen(std::string(request.file).c_str(), "rb");
    if (in == nullptr) {
        print(err, "tautline assess: " + std::string(request.file) + ": " + std::strerror(errno));
        return 2;
    }
    const int status = request.batch ? assess_batch(*definition, in, out, err)
                                     : assess_one(*definition, in, request.file, out, err);
    if (in != stdin) std::fclose(in);
    return status;
}

} // namespace tautline::cli
