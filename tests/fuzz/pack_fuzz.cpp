// Pack files: the first line names the file of the shipped pack that the rest stands in for.
// Whatever it is, it is refused with problems, or the pack is whole: it keeps the contract, random
// answers to it keep the safety rules, and its screens can be made. Lint, which looks further into
// bad packs than the page, must come to an end too.
#include "content/parse.h"
#include "content/read_library.h"
#include "fuzz/invariant.h"
#include "lint/lint.h"
#include "support/shipped_library.h"
#include "view/build_screen.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

using namespace tautline;

namespace {

// A text with no more in it than its places: "{n} of {m}" is "A {n} {m}".
std::string in_short(std::string_view text) {
    std::string kept = "A";
    for (std::size_t at = text.find('{'); at < text.size(); at = text.find('{', at + 1))
        kept += " " + std::string(text.substr(at, text.find('}', at) - at + 1));
    return kept;
}

// A file of words with every key and place and next to no words: most of an input's time
// went into reading and judging the same 2,000 sentences of the files that it does not change.
std::string in_short(const content::File& file) {
    Issues none;
    const auto words = content::parse(file.text, content::file_limits, file.path, none);
    const auto sentence = [](const json::Value& text) { return "\"" + in_short(text.text) + "\""; };
    std::string out;
    for (const json::Member& member : words->members) {
        std::string value;
        for (const json::Value& item : member.value.items)
            value += (value.empty() ? "[" : ",") + sentence(item);
        out += out.empty() ? "{" : ",";
        out += "\"" + member.name + "\":" + (value.empty() ? sentence(member.value) : value + "]");
    }
    return out + "}";
}

// What an input's file stands among.
std::vector<content::File> pack_in_short() {
    std::vector<content::File> files = test::shipped_files();
    for (content::File& file : files)
        if (file.path.rfind("words/", 0) == 0 && file.path != "words/en/language.json")
            file.text = in_short(file);
    return files;
}

// Answers picked by the input's own bytes, so that a run repeats.
void try_answers(const app::Library& library, const std::uint8_t* data, std::size_t size) {
    app::AppState state = app::initial_state(library);
    std::size_t at = 0;
    for (std::size_t item = 0; item < library.check.items.size() && at < size; ++item) {
        const std::size_t options = library.check.items[item].options.size();
        const std::size_t pick = data[at++] % (options + 1);
        if (pick < options)
            state.answers = with_answer(library.check, std::move(state.answers), item, pick);
    }
    test::require_whole(library.check, state.answers);
    test::require_safe(library.check, state.answers);
    for (const app::Route route : {app::Route::result, app::Route::review, app::Route::home}) {
        state.route = route;
        test::require(!view::build_screen(library, state).nodes.empty(), "a screen");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::vector<content::File> shipped = pack_in_short();
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::size_t line = input.find('\n');
    if (line == std::string_view::npos) return 0;
    const auto named = std::find_if(shipped.begin(), shipped.end(), [&](const content::File& file) {
        return file.path == input.substr(0, line);
    });
    if (named == shipped.end()) return 0;
    const auto which = static_cast<std::size_t>(named - shipped.begin());
    std::string text(input.substr(line + 1));
    // Most inputs are not even JSON: those need no whole pack round them.
    Issues broken;
    const auto value = content::parse(text, content::file_limits, shipped[which].path, broken);
    test::require(value.has_value() == broken.empty(), "JSON, or problems");
    if (!value) return 0;
    std::vector<content::File> files = shipped;
    files[which].text = std::move(text);
    Issues issues;
    const auto library = content::read_library(files, issues);
    test::require(library.has_value() == issues.empty(), "a library, or problems");
    for (const Issue& issue : issues)
        test::require(to_text(issue).find('\n') == std::string::npos, "one line for a problem");
    if (library) {
        Issues contract;
        assess::check_contract(library->check, contract);
        test::require(contract.empty(), "the contract");
        try_answers(*library, data, size);
    }
    lint::lint(std::move(files), lint::Look::texts_only);
    return 0;
}
