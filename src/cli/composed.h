// Letters with their accents in one piece (Unicode's NFC), as the typeface has them and as every
// other text of the pack writes them.
#pragma once

#include <string>
#include <string_view>

namespace tautline::cli {

// The same JSON text with its letters composed, those that are written as \uXXXX, too. Text that
// is not UTF-8 comes back as it is: its reader says so.
std::string composed(std::string_view json);

} // namespace tautline::cli
