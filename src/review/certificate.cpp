#include "review/certificate.h"

#include "base/json_read.h"
#include "content/parse.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace tautline::review {

namespace {

using Json = nlohmann::ordered_json;
using json::Cursor;
constexpr std::int64_t most = std::int64_t{1} << 53; // what every JSON reader keeps exactly

std::uint64_t count(const Cursor& cursor, std::string_view name) {
    return static_cast<std::uint64_t>(cursor.integer(name, 0, most).value_or(0));
}

template <typename Names, typename Counts>
Json counted(const Names& names, const Counts& counts) {
    Json all = Json::object();
    for (std::size_t i = 0; i < counts.size(); ++i)
        all[std::string(names[i])] = counts[i];
    return all;
}

template <typename Names, typename Counts>
void read_counted(const Cursor& cursor, std::string_view name, const Names& names, Counts& counts) {
    const auto member = cursor.member(name);
    for (std::size_t i = 0; member && i < counts.size(); ++i)
        counts[i] = count(*member, names[i]);
}

void read_rules(const Cursor& document, Certificate& certificate) {
    for (const Cursor& each : document.list("rules")) {
        if (!each.is_object({"rule", "holds", "looked_at"})) continue;
        certificate.rules.push_back({each.text("rule").value_or(""),
                                     each.boolean("holds").value_or(false),
                                     each.text("looked_at").value_or("")});
    }
}

} // namespace

bool holds(const Certificate& certificate) {
    return !certificate.rules.empty() &&
           std::all_of(certificate.rules.begin(), certificate.rules.end(),
                       [](const Certificate::Rule& rule) { return rule.holds; }) &&
           certificate.coverage.facts > 0 && certificate.coverage.none == 0 &&
           certificate.coverage.two == 0 && certificate.run.answer_sets > 0 &&
           certificate.run.differences == 0;
}

std::string write_certificate(const Certificate& certificate) {
    Json document = {
        {"format", "tautline-certificate"},
        {"version", 1},
        {"pack",
         {{"id", certificate.pack},
          {"version", certificate.pack_version},
          {"digest", certificate.pack_digest}}},
        {"engine",
         {{"version", certificate.engine_version}, {"digest", certificate.engine_digest}}},
        {"answer_sets", certificate.answer_sets},
        {"rules", Json::array()},
        {"every_answer_set_has_one_result",
         {{"facts", certificate.coverage.facts},
          {"in_no_rule", certificate.coverage.none},
          {"in_two_that_contradict", certificate.coverage.two}}},
        {"second_reading",
         {{"seed", certificate.run.seed},
          {"answer_sets", certificate.run.answer_sets},
          {"differences", certificate.run.differences},
          {"outcomes", certificate.run.outcomes},
          {"care", counted(cares, certificate.run.care)},
          {"pattern", counted(patterns, certificate.run.pattern)}}}};
    for (const Certificate::Rule& rule : certificate.rules)
        document["rules"].push_back(
            {{"rule", rule.rule}, {"holds", rule.holds}, {"looked_at", rule.looked_at}});
    return document.dump(2) + "\n";
}

std::optional<Certificate> read_certificate(std::string_view text, std::string_view file,
                                            Issues& issues) {
    const auto before = issues.size();
    const auto value = content::parse(text, content::file_limits, file, issues);
    if (!value) return std::nullopt;
    const Cursor document(*value, file, issues);
    if (!document.is_object({"format", "version", "pack", "engine", "answer_sets", "rules",
                             "every_answer_set_has_one_result", "second_reading"}))
        return std::nullopt;
    json::is_format(document, "tautline-certificate");
    Certificate certificate;
    certificate.answer_sets = document.text("answer_sets").value_or("");
    if (const auto pack = document.member("pack");
        pack && pack->is_object({"id", "version", "digest"})) {
        certificate.pack = pack->text("id").value_or("");
        certificate.pack_version = pack->text("version").value_or("");
        certificate.pack_digest = pack->text("digest").value_or("");
    }
    if (const auto engine = document.member("engine");
        engine && engine->is_object({"version", "digest"})) {
        certificate.engine_version = engine->text("version").value_or("");
        certificate.engine_digest = engine->text("digest").value_or("");
    }
    read_rules(document, certificate);
    if (const auto one = document.member("every_answer_set_has_one_result");
        one && one->is_object({"facts", "in_no_rule", "in_two_that_contradict"}))
        certificate.coverage = {count(*one, "facts"), count(*one, "in_no_rule"),
                                count(*one, "in_two_that_contradict")};
    if (const auto run = document.member("second_reading");
        run &&
        run->is_object({"seed", "answer_sets", "differences", "outcomes", "care", "pattern"})) {
        certificate.run.seed = count(*run, "seed");
        certificate.run.answer_sets = count(*run, "answer_sets");
        certificate.run.differences = count(*run, "differences");
        certificate.run.outcomes = run->text("outcomes").value_or("");
        read_counted(*run, "care", cares, certificate.run.care);
        read_counted(*run, "pattern", patterns, certificate.run.pattern);
    }
    if (issues.size() != before) return std::nullopt;
    return certificate;
}

Issues contradictions(const Certificate& said, const Certificate& found, std::string_view file) {
    Issues issues;
    const auto compare = [&](const char* pointer, const auto& is, const auto& must) {
        if (is == must) return;
        issues.push_back({std::string(file), pointer, Json(is).dump(), Json(must).dump()});
    };
    compare("/pack/id", said.pack, found.pack);
    compare("/pack/version", said.pack_version, found.pack_version);
    compare("/pack/digest", said.pack_digest, found.pack_digest);
    compare("/answer_sets", said.answer_sets, found.answer_sets);
    compare("/rules", said.rules.size(), found.rules.size());
    for (std::size_t i = 0; i < std::min(said.rules.size(), found.rules.size()); ++i) {
        const std::string at = "/rules/" + std::to_string(i);
        compare((at + "/rule").c_str(), said.rules[i].rule, found.rules[i].rule);
        compare((at + "/holds").c_str(), said.rules[i].holds, found.rules[i].holds);
        if (said.engine_digest == found.engine_digest) // another may count otherwise
            compare((at + "/looked_at").c_str(), said.rules[i].looked_at, found.rules[i].looked_at);
    }
    const std::string one = "/every_answer_set_has_one_result";
    compare((one + "/facts").c_str(), said.coverage.facts, found.coverage.facts);
    compare((one + "/in_no_rule").c_str(), said.coverage.none, found.coverage.none);
    compare((one + "/in_two_that_contradict").c_str(), said.coverage.two, found.coverage.two);
    compare("/second_reading/differences", said.run.differences, found.run.differences);
    compare("/second_reading/outcomes", said.run.outcomes, found.run.outcomes);
    compare("/second_reading/care", said.run.care, found.run.care);
    compare("/second_reading/pattern", said.run.pattern, found.run.pattern);
    return issues;
}

} // namespace tautline::review
