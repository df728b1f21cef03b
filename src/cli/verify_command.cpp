#include "cli/verify_command.h"

#include "base/text.h"
#include "cli/certify.h"
#include "cli/files.h"
#include "cli/pack_files.h"
#include "cli/print.h"
#include "cli/sign_off_lines.h"
#include "cli/verify_report.h"
#include "cli/write_file.h"
#include "exchange/answers_json.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

namespace tautline::cli {

namespace {

constexpr Option known_options[] = {{"--out"},   {"--only"}, {"--content"},    {"--certificate"},
                                    {"--check"}, {"--seed"}, {"--answer-sets"}};

// "P1,P9": names of rules with commas between.
bool read_rules(std::string_view list, Wanted& wanted) {
    constexpr std::string_view rules[] = {"P1", "P2", "P3", "P4",  "P5",  "P6",
                                          "P7", "P8", "P9", "P10", "P11", "P12"};
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.find(',', at), list.size());
        wanted.only.emplace_back(list.substr(at, end - at));
        if (std::find(std::begin(rules), std::end(rules), wanted.only.back()) == std::end(rules))
            return false;
        at = end + 1;
    }
    return true;
}

// One set of answers of a counterexample: the file's text, what comes of it, and where it was
// written.
bool show(const assess::Definition& check, const assess::Answers& answers, const std::string& name,
          std::string_view folder, std::FILE* out, std::FILE* err) {
    const std::string text = exchange::write_answers(check, answers, exchange::Mood::include);
    print(out, "    " + name + ".json: " + text);
    print(out, "    gives care \"" + std::string(assess::name(care(check, answers))) +
                   "\", pattern \"" + std::string(assess::name(pattern(check, answers))) + "\"");
    return folder.empty() || write_result(std::string(folder) + "/" + name + ".json", text + "\n",
                                          out, err, "verify") == 0;
}

} // namespace

int verify_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err) {
    Arguments given(args, known_options, 1);
    Wanted wanted;
    if (given.has("--only") && !read_rules(given.value("--only"), wanted))
        given.refuse("the option --only takes names of rules with commas between, P1 to P12, and "
                     "not \"" +
                     std::string(given.value("--only")) + "\"");
    if (given.has("--content") && !given.operand(0).empty())
        given.refuse("the pack is named twice, once with --content");
    const Certifying certifying = read_certifying(given);
    if (!given.good()) return given.say(verify_usage, err);
    const std::string folder =
        content_folder(given.has("--content") ? given.value("--content") : given.operand(0));
    const std::string_view answers_folder = given.value("--out");
    int status = 0;
    auto files = read_pack(folder, "verify", err, status);
    if (!files) return status;
    Issues issues;
    const auto packs = lint::read_pack(std::move(files->files), issues);
    if (packs.empty()) {
        print(err, issues);
        return 1;
    }
    if (!answers_folder.empty()) {
        std::error_code failed;
        std::filesystem::create_directories(std::string(answers_folder), failed);
        if (!std::filesystem::is_directory(std::string(answers_folder), failed)) {
            complain(err, "verify",
                     std::string(answers_folder) + " is no folder and can't be made");
            return 1;
        }
    }
    const auto clock = [] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
            .count();
    };
    const double from = clock();
    const auto reports = decide_rules(packs.front(), wanted, {}, clock);
    const assess::Definition& check = packs.front().library().check;
    bool good = true, written = true;
    for (const RuleReport& report : reports) {
        good = good && report.holds;
        print(out, report.rule + (report.holds ? " holds: " : " BROKEN: ") + report.looked_at +
                       ", " + fixed(report.seconds, 3) + " s");
        for (const std::string& reason : report.because)
            print(out, "    " + reason);
        if (!report.counterexample) continue;
        const auto& [before, after] = *report.counterexample;
        const std::string name = report.rule + (after ? ".before" : "");
        written = show(check, before, name, answers_folder, out, err) && written;
        if (after)
            written =
                show(check, *after, report.rule + ".after", answers_folder, out, err) && written;
        print(out, "    again: tautline assess " + name + ".json --content " + as_word(folder) +
                       " --broken-pack");
    }
    if (certifying.asked())
        good = certify(certifying, packs.front(), files->written, reports, out, err) && good;
    print_sign_offs(out, review::look(files->written));
    const std::string all = wanted.only.empty() ? "Every rule" : "Every rule asked for";
    print(out, (good ? all + " holds: " : "Not everything holds: ") + check.id + " " +
                   check.version + ", " + fixed(clock() - from, 1) + " s");
    return finish(out, err, "verify", good && written ? 0 : 1);
}

} // namespace tautline::cli
