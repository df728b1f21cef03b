// tautline COMMAND [options]: the same core as the page, for people who work with its content. Each
// command is one file; a new one is a row in the table below.
#include "cli/assess_command.h"
#include "cli/bundle_command.h"
#include "cli/export_command.h"
#include "cli/lint_command.h"
#include "cli/new_pack_command.h"
#include "cli/render_command.h"
#include "cli/simulate_command.h"
#include "cli/verify_command.h"

#include <cstdio>
#include <span>
#include <string_view>
#include <vector>

namespace {

struct Command {
    std::string_view name;
    int (*run)(std::span<const std::string_view> args, std::FILE* out, std::FILE* err);
    const char* usage;
};

constexpr Command commands[] = {
    {"assess", tautline::cli::assess_command,
     "assess FILE|-|--from-fragment TEXT [--batch] [--content DIR] [--broken-pack]\n"
     "                                             answers in, result out (JSON)"},
    {"bundle", tautline::cli::bundle_command,
     "bundle [PACK] [-o FILE] [--language TAG]   a pack as the one file that the page loads"},
    {"export", tautline::cli::export_command,
     "export fhir|summary|fragment …             the form, and answers to take along"},
    {"lint", tautline::cli::lint_command,
     "lint [PACK] [--json]                       what is wrong with a pack, for its authors"},
    {"new-pack", tautline::cli::new_pack_command,
     "new-pack DIR                               starts a pack as a copy of this one"},
    {"render", tautline::cli::render_command,
     "render [--content DIR] [--template FILE] [--out FILE]   the page without scripts (HTML)"},
    {"simulate", tautline::cli::simulate_command,
     "simulate --model NAME --minutes N --csv    a model's course as a table"},
    {"verify", tautline::cli::verify_command,
     "verify [PACK] [--out DIR] [--only P1,P2,…] decides the rules over every set of answers"},
};

int print_usage(std::FILE* file, int status) {
    std::fputs("usage: tautline COMMAND [options]\n", file);
    for (const Command& command : commands)
        std::fprintf(file, "  %s\n", command.usage);
    return status;
}

} // namespace

int main(int argc, char** argv) {
    const std::vector<std::string_view> words(argv + 1, argv + argc);
    if (words.empty()) return print_usage(stderr, 2);
    if (words[0] == "--help" || words[0] == "help") return print_usage(stdout, 0);
    for (const Command& command : commands)
        if (command.name == words[0])
            return command.run(std::span(words).subspan(1), stdout, stderr);
    return print_usage(stderr, 2);
}
