#include "cli/verify_command.h"

#include "base/text.h"
#include "cli/files.h"
#include "cli/print.h"
#include "cli/verify_report.h"
#include "exchange/answers_json.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>

namespace tautline::cli {

namespace {

struct Request {
    std::string_view pack, out;
    Wanted wanted;
    bool good = true;
};

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

Request read_options(std::span<const std::string_view> args) {
    Request request;
    for (std::size_t i = 0; i < args.size(); ++i) {
        const bool has_value = i + 1 < args.size();
        if (args[i] == "--out" && has_value && request.out.empty())
            request.out = args[++i];
        else if (args[i] == "--only" && has_value && request.wanted.only.empty())
            request.good = read_rules(args[++i], request.wanted) && request.good;
        else if (args[i] == "--content" && has_value && request.pack.empty())
            request.pack = args[++i];
        else if (args[i].substr(0, 1) != "-" && request.pack.empty())
            request.pack = args[i];
        else
            request.good = false;
    }
    return request;
}

bool write(const std::string& path, const std::string& text) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) return false;
    const bool good = std::fputs((text + "\n").c_str(), file) >= 0;
    return std::fclose(file) == 0 && good;
}

// One set of answers of a counterexample: the file's text, what comes of it, and where it was
// written.
bool show(const assess::Definition& check, const assess::Answers& answers, const std::string& name,
          std::string_view folder, std::FILE* out) {
    const std::string text = exchange::write_answers(check, answers, exchange::Mood::include);
    print(out, "    " + name + ".json: " + text);
    print(out, "    gives care \"" + std::string(assess::name(care(check, answers))) +
                   "\", pattern \"" + std::string(assess::name(pattern(check, answers))) + "\"");
    return folder.empty() || write(std::string(folder) + "/" + name + ".json", text);
}

} // namespace

int verify_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err) {
    const Request request = read_options(args);
    if (!request.good) {
        print(err, "usage: tautline verify [PACK] [--out DIR] [--only P1,P2,…]");
        return 2;
    }
    const std::string folder = content_folder(request.pack);
    auto files = read_content(folder);
    if (files.empty()) {
        print(err, "tautline verify: no content in " + folder);
        return 2;
    }
    Issues issues;
    const auto packs = lint::read_pack(std::move(files), issues);
    if (packs.empty()) {
        for (const Issue& issue : issues)
            print(err, to_text(issue));
        return 1;
    }
    if (!request.out.empty()) {
        std::error_code failed;
        std::filesystem::create_directories(std::string(request.out), failed);
    }
    const auto clock = [] {
        return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch())
            .count();
    };
    const double from = clock();
    const auto reports = decide_rules(packs.front(), request.wanted, {}, clock);
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
        written = show(check, before, name, request.out, out) && written;
        if (after)
            written = show(check, *after, report.rule + ".after", request.out, out) && written;
        print(out, "    again: tautline assess " + name + ".json --content " + folder +
                       " --broken-pack");
    }
    const std::string all = request.wanted.only.empty() ? "Every rule" : "Every rule asked for";
    print(out, (good ? all + " holds: " : "Not every rule holds: ") + check.id + " " +
                   check.version + ", " + fixed(clock() - from, 1) + " s");
    if (written) return good ? 0 : 1;
    print(err, "tautline verify: the counterexamples could not be written");
    return 1;
}

} // namespace tautline::cli
