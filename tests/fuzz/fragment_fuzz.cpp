// Address fragments: odd ones are refused with a problem or read whole, and every set of answers
// comes back from its fragment as it was. The first byte says which of the two is tried.
#include "exchange/fragment.h"
#include "fuzz/invariant.h"
#include "support/shipped_library.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

using namespace tautline;

namespace {

void read_odd(const assess::Definition& check, std::string_view text) {
    const auto answers = exchange::read_fragment(check, text);
    if (!answers) {
        test::require(!answers.error().empty(), "a refusal says why");
        return;
    }
    test::require_whole(check, answers.value());
    test::require_safe(check, answers.value());
}

void there_and_back(const assess::Definition& check, const std::uint8_t* data, std::size_t size) {
    assess::Answers answers = assess::no_answers(check);
    for (std::size_t item = 0; item < check.items.size() && item < size; ++item) {
        const std::size_t options = check.items[item].options.size();
        if (check.items[item].kind == assess::Kind::many)
            answers.chosen[item] = data[item] & ((1u << options) - 1);
        else if (const std::size_t pick = data[item] % (options + 1); pick < options)
            answers.chosen[item] = 1u << pick;
    }
    const std::string fragment = exchange::write_fragment(check, answers, exchange::Mood::include);
    const auto again = exchange::read_fragment(check, fragment);
    test::require(again.has_value() && again.value() == answers, "there and back");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 1) return 0;
    const assess::Definition& check = test::shipped_library().check;
    if (data[0] % 2 == 0)
        read_odd(check, {reinterpret_cast<const char*>(data) + 1, size - 1});
    else
        there_and_back(check, data + 1, size - 1);
    return 0;
}
