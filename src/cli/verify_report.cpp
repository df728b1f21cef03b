#include "cli/verify_report.h"

#include "assess/contract.h"
#include "lint/checks.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tautline::cli {

namespace {

std::string count(std::size_t number, const char* what) {
    return std::to_string(number) + " " + what;
}

void add(RuleReport& report, const Issues& issues) {
    for (const Issue& issue : issues)
        report.because.push_back(to_text(issue));
}

// A rule that nothing was held against is not kept but empty.
void refuse_if_empty(RuleReport& report, bool anything) {
    if (!anything && report.because.empty()) report.because.push_back("there is nothing to decide");
    report.holds = report.holds && report.because.empty();
}

RuleReport from_proof(const assess::RuleProof& proof, const std::string& answer_sets) {
    RuleReport report{std::string(proof.rule), proof.holds, {}, proof.seconds, {}, {}};
    report.looked_at = answer_sets + " sets of answers, " +
                       count(static_cast<std::size_t>(proof.cases), "cases decided");
    if (!proof.missing.empty()) report.because.push_back("there is no " + proof.missing);
    report.counterexample = proof.counterexample;
    refuse_if_empty(report, proof.cases > 0 || proof.counterexample);
    return report;
}

template <typename Check>
RuleReport from_check(const char* rule, const assess::Clock& clock, Check check) {
    RuleReport report{rule, true, {}, 0, {}, {}};
    const double from = clock();
    const std::size_t looked_at = check(report);
    report.seconds = clock() - from;
    refuse_if_empty(report, looked_at > 0);
    return report;
}

void decide_by_proof(const lint::Pack& pack, const Wanted& wanted, const assess::Engine& engine,
                     const assess::Clock& clock, std::vector<RuleReport>& reports) {
    const assess::Definition& check = pack.library().check;
    const bool ask_engine = wanted.rule("P12");
    const assess::Proof proof =
        ask_engine ? assess::prove(check, engine, clock) : assess::prove_rules(check, clock);
    for (const assess::RuleProof& rule : proof.rules)
        if (wanted.rule(rule.rule)) reports.push_back(from_proof(rule, proof.answer_sets));
    if (wanted.rule("P1")) {
        // P1 is also: nothing of the self-check is missing, renamed or lowered.
        Issues broken;
        assess::check_contract(check, broken);
        RuleReport& contract = reports.front();
        contract.because.clear(); // what is missing is among the issues, with its place
        add(contract, broken);
        contract.holds = contract.holds && broken.empty();
    }
    if (!ask_engine) return;
    RuleReport space{"P12", proof.engine_agrees, {}, 0, {}, {}};
    space.seconds = proof.reduction_seconds + proof.engine_seconds;
    space.looked_at = proof.answer_sets + " sets of answers, which come to " +
                      count(static_cast<std::size_t>(proof.reachable_facts), "different facts");
    if (!proof.engine_agrees)
        space.because.push_back(proof.disagreement ? "the engine does not say what its rules say"
                                                   : "the engine was not asked");
    if (proof.disagreement)
        space.counterexample = assess::Counterexample{*proof.disagreement, std::nullopt};
    refuse_if_empty(space, proof.reachable_facts > 0);
    reports.push_back(std::move(space));
}

RuleReport decide_wording(const lint::Pack& pack, const assess::Clock& clock) {
    return from_check("P9", clock, [&](RuleReport& report) {
        const lint::Checked checked = lint::check_wording(pack);
        add(report, checked.issues);
        report.looked_at = count(checked.looked_at, "texts");
        std::string undecided;
        for (const lint::Language& language : pack.languages)
            if (!lint::has_wordings(language.tag)) undecided += " " + language.tag;
        if (!undecided.empty()) report.looked_at += "; not decided for" + undecided;
        return checked.looked_at;
    });
}

RuleReport decide_citations(const lint::Pack& pack, const assess::Clock& clock) {
    return from_check("P10", clock, [&](RuleReport& report) {
        const lint::Checked checked = lint::check_citations(pack);
        add(report, checked.issues);
        report.looked_at = count(checked.looked_at, "questions, answers, reasons, results and "
                                                    "what they cite");
        return checked.looked_at;
    });
}

RuleReport decide_use(const lint::Pack& pack, const assess::Clock& clock) {
    return from_check("P11", clock, [&](RuleReport& report) {
        const lint::Checked questions = lint::check_reachable(pack);
        const lint::Checked answers = lint::check_read(pack);
        add(report, questions.issues);
        add(report, answers.issues);
        report.looked_at = count(questions.looked_at, "questions, ") +
                           count(answers.looked_at, "answers and notes");
        return questions.looked_at;
    });
}

} // namespace

bool Wanted::rule(std::string_view name) const {
    return only.empty() || std::find(only.begin(), only.end(), name) != only.end();
}

std::vector<RuleReport> decide_rules(const lint::Pack& pack, const Wanted& wanted,
                                     const assess::Engine& engine, const assess::Clock& clock) {
    constexpr std::string_view proved[] = {"P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P12"};
    std::vector<RuleReport> reports;
    if (std::any_of(std::begin(proved), std::end(proved),
                    [&](std::string_view name) { return wanted.rule(name); }))
        decide_by_proof(pack, wanted, engine, clock, reports);
    const auto last = [&] { // P12 comes last
        const bool space = !reports.empty() && reports.back().rule == "P12";
        return space ? reports.end() - 1 : reports.end();
    };
    if (wanted.rule("P9")) reports.insert(last(), decide_wording(pack, clock));
    if (wanted.rule("P10")) reports.insert(last(), decide_citations(pack, clock));
    if (wanted.rule("P11")) reports.insert(last(), decide_use(pack, clock));
    return reports;
}

} // namespace tautline::cli
