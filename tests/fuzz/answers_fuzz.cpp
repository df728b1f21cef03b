// Answers files: whatever the bytes are, they are refused with problems or read whole; what was
// read is written and read again the same, and its result keeps the safety rules.
#include "exchange/answers_json.h"
#include "exchange/result_json.h"
#include "fuzz/invariant.h"
#include "support/shipped_library.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace tautline;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const assess::Definition& check = test::shipped_library().check;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto answers = exchange::read_answers(check, text, "fuzz");
    const exchange::BatchLine line = exchange::assess_line(check, text, 1);
    test::require(line.good == answers.has_value(), "a batch reads what a file does");
    test::require(line.text.find('\n') == std::string::npos, "one line for a line");
    if (!answers) {
        test::require(!answers.error().empty(), "a refusal says why");
        for (const Issue& issue : answers.error())
            test::require(to_text(issue).find('\n') == std::string::npos, "one line for a problem");
        return 0;
    }
    test::require_whole(check, answers.value());
    test::require_safe(check, answers.value());
    const std::string written =
        exchange::write_answers(check, answers.value(), exchange::Mood::include);
    const auto again = exchange::read_answers(check, written);
    test::require(again.has_value() && again.value() == answers.value(), "written and read again");
    return 0;
}
