#include "cli/certify.h"

#include "base/text.h"
#include "cli/files.h"
#include "cli/print.h"
#include "cli/write_file.h"
#include "exchange/answers_json.h"
#include "review/certificate.h"
#include "review/digest.h"
#include "review/subjects.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>

namespace tautline::cli {

namespace {

constexpr std::size_t most_certificate_bytes = 64 * 1024;
constexpr std::size_t most_program_bytes = 256 * 1024 * 1024;
constexpr std::uint64_t most_answer_sets = 1'000'000'000'000;

std::uint64_t read_count(Arguments& given, std::string_view option, std::uint64_t least,
                         std::uint64_t usual) {
    if (!given.has(option)) return usual;
    const std::string_view text = given.value(option);
    std::uint64_t number = 0;
    const bool digits =
        !text.empty() && text.size() <= 13 && text.find_first_not_of("0123456789") == text.npos;
    for (const char digit : text)
        number = digits ? number * 10 + static_cast<std::uint64_t>(digit - '0') : 0;
    if (!digits || number < least || number > most_answer_sets)
        given.refuse("the option " + std::string(option) + " takes a number from " +
                     std::to_string(least) + " to " + std::to_string(most_answer_sets) +
                     ", and not \"" + std::string(text) + "\"");
    return number;
}

std::optional<review::SecondReading> second_reading(const lint::Pack& pack) {
    const auto documents = review::parse_all(pack.files);
    const auto found = documents.find("assessment.json");
    if (found == documents.end()) return std::nullopt;
    return review::SecondReading::of(found->second);
}

std::string program_digest() {
    const auto program = read_file("/proc/self/exe", most_program_bytes);
    return program ? review::sha256(*program) : "";
}

void say(std::FILE* out, const assess::Definition& check, const review::Certificate& one) {
    print(out, "Every set of answers has one result: " + std::to_string(one.coverage.facts) +
                   " different facts, " + std::to_string(one.coverage.none) + " in no rule, " +
                   std::to_string(one.coverage.two) + " in two that contradict");
    print(out, "A second reading of the rules: " + std::to_string(one.run.answer_sets) +
                   " sets of answers (seed " + std::to_string(one.run.seed) + "), " +
                   std::to_string(one.run.differences) + " differences");
    if (one.run.first)
        print(out, "    first: " +
                       exchange::write_answers(check, *one.run.first, exchange::Mood::include));
}

// What the file says; nothing when it is no certificate, which is said.
std::optional<review::Certificate> read(std::string_view path, std::FILE* err) {
    const auto text = read_file(std::string(path), most_certificate_bytes);
    if (!text) {
        complain(err, "verify", std::string(path) + ": " + std::strerror(errno));
        return std::nullopt;
    }
    Issues issues;
    auto said = text->size() > most_certificate_bytes
                    ? std::nullopt
                    : review::read_certificate(*text, path, issues);
    print(err, issues);
    if (!said && issues.empty()) complain(err, "verify", std::string(path) + ": over 64 KiB");
    return said;
}

bool check(const review::Certificate& said, const review::Certificate& found, std::string_view path,
           std::FILE* out) {
    const Issues wrong = contradictions(said, found, path);
    print(out, wrong);
    if (said.engine_digest != found.engine_digest)
        print(out, "Made by another engine (" + said.engine_version + ", " +
                       said.engine_digest.substr(0, 16) + "…); this one (" + found.engine_version +
                       ", " + found.engine_digest.substr(0, 16) + "…) decided anew");
    print(out, on_one_line(wrong.empty() ? "The certificate is borne out: " + std::string(path)
                                         : "The certificate does NOT hold for this pack: " +
                                               std::string(path)));
    return wrong.empty();
}

} // namespace

Certifying read_certifying(Arguments& given) {
    Certifying wanted;
    wanted.write_to = given.value("--certificate");
    wanted.check = given.value("--check");
    wanted.seed = read_count(given, "--seed", 0, wanted.seed);
    wanted.answer_sets = read_count(given, "--answer-sets", 1, wanted.answer_sets);
    if (!wanted.write_to.empty() && !wanted.check.empty())
        given.refuse("a certificate is written or checked, and not both");
    if (wanted.asked() && given.has("--only"))
        given.refuse("a certificate is of every rule, so --only makes no sense with it");
    if (wanted.write_to.empty() && (given.has("--seed") || given.has("--answer-sets")))
        given.refuse("--seed and --answer-sets are for --certificate");
    return wanted;
}

bool certify(const Certifying& wanted, const lint::Pack& pack,
             const std::vector<content::File>& written, const std::vector<RuleReport>& reports,
             std::FILE* out, std::FILE* err) {
    std::optional<review::Certificate> said;
    if (!wanted.check.empty() && !(said = read(wanted.check, err))) return false;
    const assess::Definition& check_ = pack.library().check;
    const auto second = second_reading(pack);
    if (!second) {
        complain(err, "verify", "assessment.json could not be read a second time");
        return false;
    }
    review::Certificate found;
    found.pack = check_.id;
    found.pack_version = check_.version;
    found.pack_digest = review::pack_digest(written);
    found.engine_version = TAUTLINE_VERSION;
    found.engine_digest = program_digest();
    for (const RuleReport& report : reports)
        found.rules.push_back({report.rule, report.holds, report.looked_at});
    found.answer_sets = assess::count_answer_sets(check_);
    found.coverage = review::cover(check_);
    const std::uint64_t sets = said ? said->run.answer_sets : wanted.answer_sets;
    if (said && sets > most_answer_sets) {
        complain(err, "verify", std::string(wanted.check) + " names too many sets of answers");
        return false;
    }
    found.run = review::compare(check_, *second, {}, said ? said->run.seed : wanted.seed, sets);
    say(out, check_, found);
    const bool good = holds(found);
    if (said) return check(*said, found, wanted.check, out) && good;
    if (!good) {
        complain(err, "verify", "no certificate is written for a pack of which this does not hold");
        return false;
    }
    return write_result(wanted.write_to, write_certificate(found), out, err, "verify") == 0;
}

} // namespace tautline::cli
