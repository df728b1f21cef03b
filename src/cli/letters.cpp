#include "cli/letters.h"

namespace tautline::cli {

std::span<const lint::LetterRange> letters_of_the_typeface() {
    static constexpr lint::LetterRange letters[] = {
#include "cli/letters.inc"
    };
    return letters;
}

} // namespace tautline::cli
