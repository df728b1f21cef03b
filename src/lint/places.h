// The places that the page fills in its words: “{n} of {m}”. A sentence must hold each of its own,
// and no other.
#pragma once

#include <span>
#include <string_view>

namespace tautline::lint {

struct PlacesOf {
    std::string_view key;
    std::string_view names; // in byte order, with a space between
};
std::span<const PlacesOf> filled_places(); // in byte order of the keys

} // namespace tautline::lint
