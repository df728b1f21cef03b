#include "app/interface_words.h"

#include <algorithm>
#include <iterator>

namespace tautline::app {

namespace {

constexpr std::string_view keys[] = {
#include "app/interface_words.inc" // made of content/words/en/ (cmake/interface_words.cmake)
    "",                            // so that there is one where the list is left out
};

} // namespace

bool is_of_content(std::string_view key) {
    return std::any_of(content_families.begin(), content_families.end(),
                       [&](std::string_view family) { return key.starts_with(family); });
}

std::span<const std::string_view> interface_words() {
    return {keys, std::size(keys) - 1};
}

} // namespace tautline::app
