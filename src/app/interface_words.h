// The words that screens ask for by key, besides those that the content itself calls for: the keys
// of our own English, which a spec holds equal to what the screens ask for. A pack that lacks one
// is refused, by the command with this list, by the page with its own English words.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace tautline::app {

// What the keys begin with of the words that the content calls for: of its questions, signs and so
// on.
inline constexpr std::array<std::string_view, 8> content_families{
    "item.", "page.", "note.", "sign.", "claim.C", "clue.", "help.", "phq4.reading."};
bool is_of_content(std::string_view key);

// Empty in the page's engine.
std::span<const std::string_view> interface_words();

} // namespace tautline::app
