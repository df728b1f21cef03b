// How fast the core answers. Prints one line of JSON; the same code runs natively and as
// WebAssembly under node.
//   core_bench CONTENT.json [prove]      the bundle that the page loads; prove: also the proof of
//   P1 to P8
#include "app/update.h"
#include "assess/evaluate.h"
#include "assess/proof.h"
#include "content/read_library.h"
#include "view/build_screen.h"

#include <chrono>
#include <cstdio>
#include <cstring>
#include <string>

namespace {

using namespace tautline;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point from) {
    return std::chrono::duration<double>(Clock::now() - from).count();
}

std::string read(const char* path) {
    std::string text;
    if (std::FILE* file = std::fopen(path, "rb")) {
        char part[65536];
        for (std::size_t size; (size = std::fread(part, 1, sizeof part, file)) > 0;)
            text.append(part, size);
        std::fclose(file);
    }
    return text;
}

// The same sets of answers in every run.
struct Dice {
    std::uint32_t state = 20240611;
    std::size_t below(std::size_t sides) {
        state = state * 1664525u + 1013904223u;
        return (state >> 8) % sides;
    }
};

assess::Answers some_answers(const assess::Definition& definition, Dice& dice) {
    assess::Answers answers = assess::no_answers(definition);
    for (std::size_t item = 0; item < definition.items.size(); ++item) {
        const std::size_t option = dice.below(definition.items[item].options.size() + 1);
        if (option < definition.items[item].options.size()) answers.chosen[item] = 1u << option;
    }
    return answers;
}

// Runs for about half a second; how often a second. The sum is printed, so that nothing is left
// out.
template <typename Work>
double per_second(unsigned long& sum, Work work) {
    long count = 0;
    const auto from = Clock::now();
    double taken = 0;
    do {
        for (int i = 0; i < 20; ++i, ++count)
            sum += static_cast<unsigned long>(work());
        taken = seconds_since(from);
    } while (taken < 0.5);
    return static_cast<double>(count) / taken;
}

} // namespace

int main(int argc, char** argv) {
    const std::string bundle = argc > 1 ? read(argv[1]) : "";
    const auto from = Clock::now();
    Issues issues;
    const auto library = content::read_bundle(bundle, issues);
    const double read_ms = seconds_since(from) * 1000;
    if (!library) {
        std::fprintf(stderr, "usage: core_bench CONTENT.json [prove]\n");
        return 2;
    }
    const assess::Definition& check = library->check;
    Dice dice;
    std::vector<assess::Answers> sets;
    for (int i = 0; i < 1000; ++i)
        sets.push_back(some_answers(check, dice));
    unsigned long sum = 0;
    std::size_t at = 0;
    const auto next = [&]() -> const assess::Answers& { return sets[at++ % sets.size()]; };
    const double assessments =
        per_second(sum, [&] { return assess::evaluate(check, next()).answered; });
    const double changes =
        per_second(sum, [&] { return assess::what_would_change(check, next()).size(); });
    app::AppState state = app::initial_state(*library);
    const double homes =
        per_second(sum, [&] { return view::build_screen(*library, state).nodes.size(); });
    state = app::update(*library, std::move(state), app::GoTo{app::Route::result});
    const double results = per_second(sum, [&] {
        state.answers = next();
        return view::build_screen(*library, state).nodes.size();
    });
    double prove_s = 0;
    if (argc > 2 && std::strcmp(argv[2], "prove") == 0) {
        const auto begun = Clock::now();
        sum += assess::prove(check).all_hold() ? 1u : 0u;
        prove_s = seconds_since(begun);
    }
    std::printf(
        "{\"read_content_ms\":%.2f,\"assessments_per_s\":%.0f,\"what_would_change_per_s\":%.0f,"
        "\"home_screens_per_s\":%.0f,\"result_screens_per_s\":%.0f,\"prove_s\":%.3f,\"sum\":%lu}\n",
        read_ms, assessments, changes, homes, results, prove_s, sum);
}
