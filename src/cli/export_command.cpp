#include "cli/export_command.h"

#include "app/update.h"
#include "base/date.h"
#include "cli/files.h"
#include "cli/pack_files.h"
#include "cli/print.h"
#include "cli/write_file.h"
#include "content/read_library.h"
#include "exchange/answers_json.h"
#include "exchange/fhir.h"
#include "exchange/fragment.h"
#include "semantics/sheet.h"
#include "view/build_screen.h"

#include <string>
#include <utility>
#include <vector>

namespace tautline::cli {

namespace {

constexpr std::size_t most_answer_bytes = 64 * 1024;

struct Request {
    std::string_view what, resource = "questionnaire", answers, date, language = "en", content;
    bool mood = false;
};

constexpr Option known_options[] = {{"--resource"}, {"--answers"}, {"--date"},
                                    {"--language"}, {"--content"}, {"--with-mood", false}};

Request read_request(Arguments& given) {
    Request request;
    request.what = given.operand(0);
    if (given.has("--resource")) request.resource = given.value("--resource");
    if (given.has("--language")) request.language = given.value("--language");
    request.answers = given.value("--answers");
    request.date = given.value("--date");
    request.content = given.value("--content");
    request.mood = given.has("--with-mood");
    const bool fhir = request.what == "fhir";
    if (!fhir && request.what != "summary" && request.what != "fragment")
        given.refuse("what is exported is fhir, summary or fragment");
    else if (!fhir && !given.has("--answers"))
        given.refuse("the option --answers is missing");
    if (request.resource != "questionnaire" && request.resource != "code-system")
        given.refuse("the option --resource takes questionnaire or code-system, and not \"" +
                     std::string(request.resource) + "\"");
    else if (given.has("--resource") && (!fhir || given.has("--answers")))
        given.refuse("the option --resource is for the form, not for answers");
    if (given.has("--date") && !is_date(request.date))
        given.refuse("the option --date takes a day of the calendar like 2026-11-22, and not \"" +
                     std::string(request.date) + "\"");
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

int export_answers(const app::Library& library, const Request& request, std::FILE* out,
                   std::FILE* err) {
    int status = 0;
    std::FILE* in = open_answers(request.answers, "export", err, status);
    if (in == nullptr) return status;
    const std::string text = read_all(in, most_answer_bytes);
    if (!close_answers(in, request.answers, "export", err, status)) return status;
    const auto answers = exchange::read_answers(library.check, text, request.answers);
    if (!answers) {
        print(err, answers.error());
        return 2;
    }
    const auto mood = request.mood ? exchange::Mood::include : exchange::Mood::leave_out;
    if (request.what == "summary")
        return write_result("", summary(library, answers.value(), request), out, err, "export");
    if (request.what == "fragment")
        return write_result(
            "", "#" + exchange::write_fragment(library.check, answers.value(), mood) + "\n", out,
            err, "export");
    const auto response = exchange::write_response(library, answers.value(), mood, request.date);
    if (!response) {
        print(err, response.error());
        return 2;
    }
    return write_result("", response.value(), out, err, "export");
}

// The same in whatever language was asked for.
int export_codes(const app::Library& asked, const std::vector<content::File>& files, std::FILE* out,
                 std::FILE* err) {
    std::vector<app::Library> languages;
    Issues issues;
    for (const app::Language& each : asked.languages)
        if (auto library = content::read_library(files, issues, each.language))
            languages.push_back(*std::move(library));
    print(err, issues);
    if (!issues.empty()) return 1;
    return write_result("", exchange::write_code_system(languages), out, err, "export");
}

} // namespace

int export_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err) {
    Arguments given(args, known_options, 1);
    const Request request = read_request(given);
    if (!given.good()) return given.say(export_usage, err);
    int status = 0;
    const auto pack = read_pack(content_folder(request.content), "export", err, status);
    if (!pack) return status;
    Issues issues;
    const auto library = content::read_library(pack->files, issues, request.language);
    if (!library) {
        print(err, issues);
        return 1;
    }
    if (!request.answers.empty()) return export_answers(*library, request, out, err);
    if (request.resource == "code-system") return export_codes(*library, pack->files, out, err);
    const auto form = exchange::write_questionnaire(*library);
    if (form) return write_result("", form.value(), out, err, "export");
    print(err, form.error());
    return 1;
}

} // namespace tautline::cli
