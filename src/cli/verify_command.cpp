#include "cli/verify_command.h"

#include "assess/proof.h"
#include "cli/files.h"
#include "content/read_library.h"
#include "exchange/answers_json.h"

#include <string>

namespace tautline::cli {

namespace {

void print(std::FILE* file, const std::string& text) {
    std::fputs((text + "\n").c_str(), file);
}

std::string line_for(const assess::Definition& check, const assess::RuleProof& rule,
                     const std::string& answer_sets) {
    const std::string name(rule.rule);
    if (rule.holds)
        return name + " holds: " + answer_sets + " sets of answers, " + std::to_string(rule.cases) +
               " cases decided";
    std::string line = name + " BROKEN:";
    if (!rule.missing.empty()) line += " there is no " + rule.missing;
    if (rule.counterexample) {
        const auto text = [&](const assess::Answers& answers) {
            return exchange::write_answers(check, answers, exchange::Mood::include);
        };
        line += " " + text(rule.counterexample->before);
        if (rule.counterexample->after) line += " then " + text(*rule.counterexample->after);
    }
    return line;
}

} // namespace

int verify_command(std::span<const std::string_view> args, std::FILE* out, std::FILE* err) {
    std::string_view wanted;
    if (args.size() == 2 && args[0] == "--content") {
        wanted = args[1];
    } else if (!args.empty()) {
        print(err, "usage: tautline verify [--content DIR]");
        return 2;
    }
    Issues issues;
    const auto library = content::read_library(read_content(content_folder(wanted)), issues);
    if (!library) {
        for (const Issue& issue : issues)
            print(err, to_text(issue));
        return 1;
    }
    const assess::Proof proof = assess::prove(library->check);
    for (const assess::RuleProof& rule : proof.rules)
        print(out, line_for(library->check, rule, proof.answer_sets));
    if (proof.engine_agrees)
        print(out, "P12 holds: " + proof.answer_sets + " sets of answers, which come to " +
                       std::to_string(proof.reachable_facts) + " different facts");
    else
        print(out, "P12 BROKEN: the engine does not say what its rules say");
    return proof.all_hold() ? 0 : 1;
}

} // namespace tautline::cli
