#include "cli/assess_command.h"

#include "cli/files.h"
#include "cli/print.h"
#include "cli/write_file.h"
#include "content/read_library.h"
#include "exchange/answers_json.h"
#include "exchange/fragment.h"
#include "exchange/result_json.h"
#include "review/settle.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

namespace tautline::cli {

namespace {

constexpr std::size_t most_answer_bytes = 64 * 1024;
constexpr std::size_t most_content_bytes = 4 * 1024 * 1024;

constexpr Option known_options[] = {
    {"--batch", false}, {"--broken-pack", false}, {"--content"}, {"--from-fragment"}};

struct Request {
    std::string_view file, content, fragment;
    bool batch = false, broken_pack = false;
};

Request read_request(Arguments& given) {
    Request request{given.operand(0), given.value("--content"), given.value("--from-fragment"),
                    given.has("--batch"), given.has("--broken-pack")};
    // Answers come from one place: a file, or a fragment, which is never a batch.
    if (request.file.empty() && !given.has("--from-fragment"))
        given.refuse("no answers are named: a file, - for standard input, or --from-fragment");
    if (!request.file.empty() && given.has("--from-fragment"))
        given.refuse("answers come from a file or from --from-fragment, not from both");
    if (request.batch && given.has("--from-fragment")) given.refuse("a fragment is never a batch");
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
    return finish(out, err, "assess", 0);
}

int assess_one(const assess::Definition& definition, std::FILE* in, std::string_view name,
               std::FILE* out, std::FILE* err) {
    const std::string text = read_all(in, most_answer_bytes);
    int status = 0;
    if (!close_answers(in, name, "assess", err, status)) return status;
    return write_result(definition, exchange::read_answers(definition, text, name), out, err);
}

bool is_blank(std::string_view line) {
    return line.find_first_not_of(" \t\r") == line.npos;
}

// Blank lines at the end are passed over; one between two others stands where answers should.
int assess_batch(const assess::Definition& definition, std::FILE* in, std::string_view name,
                 std::FILE* out, std::FILE* err) {
    int status = 0;
    const auto assess = [&](std::string_view text, std::size_t line) {
        const auto result = exchange::assess_line(definition, text, line);
        print(out, result.text);
        if (!result.good) status = 2;
    };
    std::size_t blank = 0; // lines before this one
    for (std::size_t line = 1; std::ferror(out) == 0; ++line) {
        const auto text = read_line(in, most_answer_bytes);
        if (!text) break;
        if (is_blank(*text)) {
            ++blank;
            continue;
        }
        for (; blank > 0; --blank)
            assess("", line - blank);
        assess(*text, line);
    }
    int broken = 0;
    const bool read = close_answers(in, name, "assess", err, broken);
    const int written = finish(out, err, "assess", status);
    return read ? written : broken;
}

// assessment.json alone: the rest of a pack may be unfinished.
std::optional<std::string> read_definition_file(const std::string& folder, std::FILE* err) {
    const std::string path = folder + "/assessment.json";
    std::error_code failed;
    const auto is = std::filesystem::status(path, failed);
    if (is.type() == std::filesystem::file_type::not_found)
        complain(err, "assess", "no assessment.json in " + folder);
    else if (is.type() != std::filesystem::file_type::regular)
        complain(err, "assess", path + " is no file that can be read");
    else if (auto text = read_file(path, most_content_bytes))
        return text;
    else
        complain(err, "assess", path + ": " + std::strerror(errno));
    return std::nullopt;
}

} // namespace

int assess_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err) {
    Arguments given(args, known_options, 1);
    const Request request = read_request(given);
    if (!given.good()) return given.say(assess_usage, err);
    const std::string folder = content_folder(request.content);
    auto text = read_definition_file(folder, err);
    if (!text) return 1;
    const review::Settled settled = review::settle({{"assessment.json", *std::move(text)}});
    const std::string& content = settled.files.front().text;
    for (const std::string& line : settled.told)
        complain(err, "assess", line);
    Issues issues;
    auto definition = content::read_definition(content, issues);
    if (!definition && request.broken_pack) {
        Issues form;
        definition = content::read_definition_form(content, form);
        if (definition)
            complain(err, "assess",
                     "this pack breaks the rules of the self-check; its results are for finding "
                     "out why, and for nobody's health");
    }
    if (!definition) {
        print(err, issues);
        return 1;
    }
    if (!request.fragment.empty())
        return write_result(*definition, exchange::read_fragment(*definition, request.fragment),
                            out, err);
    int status = 0;
    std::FILE* in = open_answers(request.file, "assess", err, status);
    if (in == nullptr) return status;
    if (is_same_file(in, out)) {
        complain(err, "assess", std::string(request.file) + " is read and written at once");
        if (in != stdin) std::fclose(in);
        return 2;
    }
    return request.batch ? assess_batch(*definition, in, request.file, out, err)
                         : assess_one(*definition, in, request.file, out, err);
}

} // namespace tautline::cli
