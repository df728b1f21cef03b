#include "cli/lint_command.h"

#include "base/json.h"
#include "base/text.h"
#include "cli/files.h"
#include "cli/letters.h"
#include "cli/pack_files.h"
#include "cli/print.h"
#include "cli/today.h"
#include "lint/lint.h"
#include "review/settle.h"
#include "review/sign_off.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace tautline::cli {

namespace {

constexpr Option known_options[] = {{"--json", false}, today_option};

constexpr std::size_t rows_shown = 8;

std::string padded(std::string text, std::size_t width) {
    std::size_t letters = 0; // not bytes
    for (const char c : text)
        letters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    if (letters < width) text.append(width - letters, ' ');
    return text;
}

std::string left(const std::string& text, std::size_t width) {
    return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

void print_reading(std::FILE* out, const lint::Report& report) {
    const lint::Reading& reading = report.reading;
    if (reading.blocks.empty()) return;
    double flesch_kincaid = 0, readability_index = 0;
    for (const lint::GradedBlock& block : reading.blocks) {
        flesch_kincaid += block.grade.flesch_kincaid;
        readability_index += block.grade.readability_index;
    }
    const auto count = static_cast<double>(reading.blocks.size());
    print(out, "\nReading grade of " + std::to_string(reading.blocks.size()) +
                   " blocks of 20 words or more: " + fixed(flesch_kincaid / count, 1) +
                   " (Flesch–Kincaid) and " + fixed(readability_index / count, 1) +
                   " (Automated Readability Index) on average; at most 8 each. " +
                   std::to_string(reading.short_texts) +
                   " shorter texts: no word of the list of hard words unless named above.");
    print(out, "    FK   ARI  words  the hardest blocks");
    for (std::size_t i = 0; i < std::min(rows_shown, reading.blocks.size()); ++i) {
        const lint::GradedBlock& block = reading.blocks[i];
        print(out, left(fixed(block.grade.flesch_kincaid, 1), 6) +
                       left(fixed(block.grade.readability_index, 1), 6) +
                       left(std::to_string(block.grade.words), 7) + "  " + padded(block.what, 10) +
                       " " + block.file + "#" + block.pointer);
    }
    print(out, "    FK   ARI blocks  the " + std::to_string(reading.screens.size()) +
                   " screens, each at its hardest, on average; at most 6 each");
    for (const lint::GradedScreen& screen : reading.screens) {
        print(out, left(fixed(screen.flesch_kincaid, 1), 6) +
                       left(fixed(screen.readability_index, 1), 6) +
                       left(std::to_string(screen.blocks), 7) + "  " + screen.name);
    }
}

void print_exemptions(std::FILE* out, const lint::Exemptions& exemptions) {
    if (exemptions.empty()) return;
    print(out, "\nLeft alone by the reading grade (lint.json):");
    for (const lint::Exemption& one : exemptions) {
        std::string keys;
        for (const std::string& key : one.keys)
            keys += (keys.empty() ? "" : ", ") + key;
        std::string terms;
        for (const std::string& term : one.terms)
            terms += (terms.empty() ? " “" : "”, “") + term;
        print(out, "  " + padded(std::string(name(one.kind)), 15) + padded(keys, 34) + " " +
                       (terms.empty() ? "" : terms.substr(1) + "”: ") + one.reason);
    }
}

void print_text(std::FILE* out, const lint::Report& report) {
    for (const lint::Finding& finding : report.findings)
        print(out, padded(std::string(finding.check), 12) + to_text(finding.issue));
    for (const lint::Finding& notice : report.notices)
        print(out, "notice: " + to_text(notice.issue));
    if (report.only_form) {
        print(out, "The rest is checked once the form is right.");
        return;
    }
    print(out, std::string(report.findings.empty() ? "" : "\n") + "Looked at " +
                   std::to_string(report.questions) + " questions, " +
                   std::to_string(report.answers) + " answers and notes, " +
                   std::to_string(report.citations) + " citations, " +
                   std::to_string(report.texts) + " texts in " + std::to_string(report.languages) +
                   (report.languages == 1 ? " language." : " languages."));
    for (const std::string& language : report.not_decided)
        print(out, "Not decided for “" + language +
                       "”: wording and reading grade; a clinician who speaks it must read it.");
    print_reading(out, report);
    print_exemptions(out, report.exemptions);
    print(out, report.findings.empty()
                   ? "\nNothing is wrong."
                   : "\n" + std::to_string(report.findings.size()) +
                         (report.findings.size() == 1 ? " thing is wrong." : " things are wrong."));
}

// A sign-off that can't be read is wrong; one that has lapsed in part is no fault of the words.
void add_sign_offs(lint::Report& report, const review::Signed& pack) {
    for (const Issue& issue : pack.issues)
        report.findings.push_back({"sign-off", issue});
    for (const review::Standing& one : stand(pack.records, pack.subjects)) {
        const auto note = [&](const std::string& at, const char* found) {
            report.notices.push_back(
                {"sign-off",
                 {one.record->file,
                  json::pointer_to(json::pointer_to(one.record->pointer, "digests"), at), found,
                  "the digest of what " + one.record->name + " looks at anew"}});
        };
        for (const std::string& at : one.changed)
            note(at, "another digest than that of what stands there now");
        for (const std::string& at : one.gone)
            note(at, "a place that is not there any more");
    }
}

// Of a settled pack, as the contract reads it.
nlohmann::ordered_json contract_record_of(const std::vector<content::File>& files) {
    for (const content::File& file : files) {
        if (file.path != "assessment.json") continue;
        const auto assessment = nlohmann::ordered_json::parse(file.text, nullptr, false);
        if (assessment.is_object() && assessment.contains("clinician_sign_off"))
            return assessment["clinician_sign_off"];
    }
    return nullptr;
}

void print_json(std::FILE* out, const lint::Report& report, const review::Signed& pack,
                const nlohmann::ordered_json& contract_record, const std::string& digest,
                const std::vector<std::string>& names,
                const std::vector<std::string>& passed_over) {
    using Json = nlohmann::ordered_json;
    const auto grade = [](double number) { return Json::parse(fixed(number, 2), nullptr, false); };
    Json document;
    document["format"] = "tautline-lint-report";
    document["version"] = 1;
    const auto list = [](const std::vector<lint::Finding>& findings) {
        Json all = Json::array();
        for (const lint::Finding& finding : findings)
            all.push_back({{"check", finding.check},
                           {"file", finding.issue.file},
                           {"pointer", finding.issue.pointer},
                           {"found", finding.issue.found},
                           {"expected", finding.issue.expected}});
        return all;
    };
    document["findings"] = list(report.findings);
    document["notices"] = list(report.notices);
    document["digest"] = digest;
    document["stamped"] = Json::object(); // words that say the version, as the page has them
    review::stamp(pack.documents, digest,
                  [&](const std::string& file, const std::string& key, const std::string& text) {
                      document["stamped"][file][key] = text;
                  });
    document["clinician_sign_off"] = contract_record; // null: none stands
    for (const std::string& language : pack.languages) {
        const std::string by = reviewed_by(pack.records, pack.subjects, language);
        document["reviewed_by"][language] = by.empty() ? Json() : Json(by);
    }
    document["files"] = names;
    document["passed_over"] = passed_over;
    document["only_form"] = report.only_form;
    document["not_decided"] = report.not_decided;
    document["blocks"] = Json::array();
    for (const lint::GradedBlock& block : report.reading.blocks)
        document["blocks"].push_back({{"file", block.file},
                                      {"pointer", block.pointer},
                                      {"what", block.what},
                                      {"words", block.grade.words},
                                      {"flesch_kincaid", grade(block.grade.flesch_kincaid)},
                                      {"readability_index", grade(block.grade.readability_index)}});
    document["screens"] = Json::array();
    for (const lint::GradedScreen& screen : report.reading.screens)
        document["screens"].push_back({{"name", screen.name},
                                       {"blocks", screen.blocks},
                                       {"flesch_kincaid", grade(screen.flesch_kincaid)},
                                       {"readability_index", grade(screen.readability_index)}});
    document["exempt"] = Json::array();
    for (const lint::Exemption& one : report.exemptions)
        document["exempt"].push_back({{"keys", one.keys},
                                      {"kind", name(one.kind)},
                                      {"terms", one.terms},
                                      {"reason", one.reason}});
    print(out, document.dump(2, ' ', false, Json::error_handler_t::replace));
}

} // namespace

int lint_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err) {
    Arguments given(args, known_options, 1);
    const std::string day = today(given);
    if (!given.good()) return given.say(lint_usage, err);
    int status = 0;
    auto pack = read_pack(content_folder(given.operand(0)), "lint", err, status);
    if (!pack) return status;
    std::vector<std::string> names;
    for (const content::File& file : pack->files)
        names.push_back(file.path);
    const review::Signed signed_pack = review::look(pack->written);
    const std::string digest = review::pack_digest(pack->written);
    const auto contract_record = contract_record_of(pack->files);
    lint::Report report =
        lint::lint(std::move(pack->files), lint::Look::screens_too, letters_of_the_typeface(), day);
    add_sign_offs(report, signed_pack);
    if (given.has("--json"))
        print_json(out, report, signed_pack, contract_record, digest, names, pack->passed_over);
    else
        print_text(out, report);
    return finish(out, err, "lint", report.findings.empty() ? 0 : 1);
}

} // namespace tautline::cli
