// tautline COMMAND [options]: the same core as the page, for people who work with its content. Each
// command is one file; a new one is a row in the table below.
#include "cli/assess_command.h"
#include "cli/bundle_command.h"
#include "cli/export_command.h"
#include "cli/lint_command.h"
#include "cli/new_pack_command.h"
#include "cli/print.h"
#include "cli/render_command.h"
#include "cli/review_command.h"
#include "cli/simulate_command.h"
#include "cli/verify_command.h"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <fcntl.h>
#include <span>
#include <string>
#include <string_view>
#include <unistd.h>
#include <vector>

namespace {

using namespace tautline::cli;
using Words = std::span<const std::string_view>;

struct Command {
    const Usage* usage;
    int (*run)(Words args, std::FILE* out, std::FILE* err);
    std::string_view what;
    std::string_view more; // of its options and exit status
};

constexpr Command commands[] = {
    {&assess_usage, assess_command, "answers in, result out (JSON)",
     R"(FILE                  answers (tautline-answers); - is standard input
--batch               one set of answers a line, one result a line
--from-fragment TEXT  the answers of a code that the page made: "#a2.…" or the whole address
--content DIR         the pack; else TAUTLINE_CONTENT, or what lies beside the program
--broken-pack         assesses although the pack breaks the contract, to see what it would say
2 also when the answers are wrong; a batch goes on after a bad line, which has a line that says so.)"},
    {&bundle_usage, bundle_command, "a pack as the one file that the page loads",
     R"(PACK                  the pack's folder
-o FILE               the file to write (standard output)
--language TAG        the language of its words (en))"},
    {&export_usage, export_command, "the form, and answers to take along",
     R"(fhir                  the Questionnaire; with --answers the QuestionnaireResponse
summary               the clinician's sheet as an HTML page
fragment              the answers as the end of an address
--resource WHICH      questionnaire or code-system
--answers FILE        answers (tautline-answers); - is standard input
--date YYYY-MM-DD     when they were given
--with-mood           the PHQ-4 too
--language TAG        the language of the words (en)
--content DIR         the pack
2 also when the answers are wrong.)"},
    {&lint_usage, lint_command, "what is wrong with a pack, for its authors",
     R"(PACK                  the pack's folder
--json                the same for programs
--today YYYY-MM-DD    the day that its sources' age is held against (the machine's date)
1 also when something is wrong with the pack.)"},
    {&new_pack_usage, new_pack_command, "starts a pack as a copy of this one",
     R"(DIR                   a new or empty folder, whose name is the pack's)"},
    {&render_usage, render_command, "the page without scripts (HTML)",
     R"(--content DIR         the pack
--lang LANGUAGE       the language of the words (en)
--template FILE       a page with places: {{article}}, {{language}}, {{direction}}, {{languages}} and keys
--out FILE            the file to write (standard output))"},
    {&review_usage, review_command, "a page to read and sign for a pack (HTML)",
     R"(PACK                  the pack's folder
-o FILE               the file to write (standard output)
--language TAG        beside the English words, for a translator or native reader (en)
--today YYYY-MM-DD    the date on it (the machine's date))"},
    {&simulate_usage, simulate_command, "a model's course as a table", ""},
    {&verify_usage, verify_command, "decides the rules P1 to P12 over every set of answers",
     R"(PACK                  the pack's folder; --content DIR is the same
--out DIR             a folder for the counterexamples
--only P1,P2,…        these rules alone
--certificate FILE    writes down what was decided, for others to check
--answer-sets N       in its run against a second reading of the rules (10000000)
--seed N              of that run (1)
--check FILE          decides it all again and holds a certificate against it
1 also when a rule does not hold.)"},
};

constexpr std::string_view statuses =
    R"(Exit status: 0 it is done; 1 something could not be read or written, or the pack is wrong; 2 the words
after "tautline" are wrong, or name what is not there. Results go to standard output, what is wrong to
standard error. A file is written whole or not at all. When the reader of a pipe goes away, the command ends
without a word (SIGPIPE).)";

void print_usage(std::FILE* file) {
    print(file, "usage: tautline COMMAND [options]");
    for (const Command& command : commands) {
        std::string name(command.usage->command);
        name.resize(10, ' ');
        print(file, "  " + name + std::string(command.what));
    }
    print(
        file,
        "       tautline COMMAND --help says more of one; tautline --version says which this is.");
}

// `simulate` lists its models itself.
int print_help(const Command& command) {
    if (command.run == simulate_command) {
        constexpr std::string_view help[] = {"--help"};
        command.run(Words(help), stdout, stderr);
    } else {
        print(stdout, command.usage->lines);
        print(stdout, "\n" + std::string(command.what) + "\n");
        print(stdout, command.more);
    }
    print(stdout, "\n" + std::string(statuses));
    return finish(stdout, stderr, command.usage->command, 0);
}

int print_version() {
    print(stdout, "tautline " TAUTLINE_VERSION);
    return finish(stdout, stderr, "--version", 0);
}

const Command* find(std::string_view name) {
    for (const Command& command : commands)
        if (command.usage->command == name) return &command;
    return nullptr;
}

bool is_help(std::string_view word) {
    return word == "--help" || word == "-h";
}

template <typename Asks>
bool any_option(Words args, Asks asks) {
    const auto end = std::find(args.begin(), args.end(), "--"); // after it there are only names
    return std::any_of(args.begin(), end, asks);
}

bool is_version(std::string_view word) {
    return word == "--version";
}

// A file that is opened must not get the number of a stream that was closed: what is printed would
// land in it. The wrong direction, so that using such a stream is still an error.
void keep_numbers_of_streams() {
    for (const int stream : {0, 1, 2})
        if (::fcntl(stream, F_GETFD) < 0 && errno == EBADF)
            if (::open("/dev/null", stream == 0 ? O_WRONLY : O_RDONLY) != stream) return;
}

} // namespace

int main(int argc, char** argv) {
    keep_numbers_of_streams();
    std::signal(SIGPIPE, SIG_DFL);
    std::signal(SIGXFSZ, SIG_IGN); // too large a file is an error like any other
    const std::vector<std::string_view> words(argv + std::min(argc, 1), argv + argc);
    const Words args = words.empty() ? Words{} : Words(words).subspan(1);
    if (!words.empty() && is_version(words[0])) return print_version();
    const bool help = !words.empty() && (is_help(words[0]) || words[0] == "help");
    if (help && args.empty()) {
        print_usage(stdout);
        print(stdout, "\n" + std::string(statuses));
        return finish(stdout, stderr, words[0], 0);
    }
    const std::string_view name = help ? args[0] : words.empty() ? "" : words[0];
    const Command* const command = find(name);
    if (command == nullptr) {
        print_usage(stderr);
        if (!name.empty()) complain(stderr, name, "there is no such command");
        return 2;
    }
    if (help) return print_help(*command);
    if (any_option(args, is_help)) return print_help(*command);
    if (any_option(args, is_version)) return print_version();
    return command->run(args, stdout, stderr);
}
