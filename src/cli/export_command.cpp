#include "cli/export_command.h"

#include "app/update.h"
#include "cli/files.h"
#include "cli/print.h"
#include "content/read_library.h"
#include "exchange/answers_json.h"
#include "exchange/fhir.h"
#include "exchange/fragment.h"
#include "semantics/sheet.h"
#include "view/build_screen.h"

#include <cerrno>
#include <cstring>
#include <optional>
#include <string>

namespace tautline::cli {

namespace {

constexpr std::size_t most_answer_bytes = 64 * 1024;

struct Request {
    std::string_view what, resource = "questionnaire", answers, date, language = "en", content;
    bool mood = false, good = true;
};

bool is_date(std::string_view text) {
    constexpr std::string_view shape = "0000-00-00";
    if (text.size() != shape.size()) return false;
    for (std::size_t i = 0; i < shape.size(); ++i)
        if (shape[i] == '-' ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
    return true;
}

Request read_options(std::span<const std::string_view> args) {
    Request request;
    if (args.empty()) {
        request.good = false;
        return request;
    }
    request.what = args[0];
    for (std::size_t i = 1; i < args.size(); ++i) {
        std::string_view* const value = args[i] == "--resource"   ? &request.resource
                                        : args[i] == "--answers"  ? &request.answers
                                        : args[i] == "--date"     ? &request.date
                                        : args[i] == "--language" ? &request.language
                                        : args[i] == "--content"  ? &request.content
                                                                  : nullptr;
        if (args[i] == "--with-mood")
            request.mood = true;
        else if (value && i + 1 < args.size() && !args[i + 1].empty())
            *value = args[++i];
        else
            request.good = false;
    }
    const bool form = request.what == "fhir" && request.answers.empty();
    request.good =
        request.good && (request.date.empty() || is_date(request.date)) &&
        (request.resource == "questionnaire" || (form && request.resource == "code-system")) &&
        (form ||
         (!request.answers.empty() &&
          (request.what == "fhir" || request.what == "summary" || request.what == "fragment")));
    return request;
}

// The same screen that the page shows, as a file.
std::string summary(const app::Library& library, const assess::Answers& answers,
                    const Request& request) {
    app::AppState state = app::initial_state(library);
    state.answers = answers;
    state.host.date = request.date;
    state = app::update(library, std::move(state), app::GoTo{app::Route::summary});
    state.take_away.mood = request.mood;
    return semantics::sheet_page(view::build_screen(library, state));
}

std::optional<std::string> read_input(std::string_view name, std::FILE* err) {
    std::FILE* in = name == "-" ? stdin : std::fopen(std::string(name).c_str(), "rb");
    if (in == nullptr) {
        print(err, "tautline export: " + std::string(name) + ": " + std::strerror(errno));
        return std::nullopt;
    }
    std::string text = read_all(in, most_answer_bytes);
    if (in != stdin) std::fclose(in);
    return text;
}

int write(const std::string& text, std::FILE* out, std::FILE* err) {
    std::fwrite(text.data(), 1, text.size(), out);
    if (std::fflush(out) == 0 && std::ferror(out) == 0) return 0;
    print(err, "tautline export: the result could not be written");
    return 1;
}

int export_answers(const app::Library& library, const Request& request, std::FILE* out,
                   std::FILE* err) {
    const auto text = read_input(request.answers, err);
    if (!text) return 2;
    const auto answers = exchange::read_answers(library.check, *text, request.answers);
    if (!answers) {
        print(err, answers.error());
        return 2;
    }
    const auto mood = request.mood ? exchange::Mood::include : exchange::Mood::leave_out;
    if (request.what == "summary")
        return write(summary(library, answers.value(), request), out, err);
    if (request.what == "fragment")
        return write("#" + exchange::write_fragment(library.check, answers.value(), mood) + "\n",
                     out, err);
    const auto response = exchange::write_response(library, answers.value(), mood, request.date);
    if (!response) {
        print(err, response.error());
        return 2;
    }
    return write(response.value(), out, err);
}

} // namespace

int export_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err) {
    const Request request = read_options(args);
    if (!request.good) {
        print(err, "usage: tautline export fhir [--resource questionnaire|code-system] "
                   "[--language TAG] [--content DIR]\n"
                   "       tautline export fhir|summary|fragment --answers FILE|- "
                   "[--date YYYY-MM-DD] [--with-mood]");
        return 2;
    }
    Issues issues;
    const auto library = content::read_library(read_content(content_folder(request.content)),
                                               issues, request.language);
    if (!library) {
        print(err, issues);
        return 1;
    }
    if (!request.answers.empty()) return export_answers(*library, request, out, err);
    return write(request.resource == "code-system" ? exchange::write_code_system(*library)
                                                   : exchange::write_questionnaire(*library),
                 out, err);
}

} // namespace tautline::cli
