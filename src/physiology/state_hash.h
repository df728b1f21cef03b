// Hashes of a state's raw bits, for golden tests. Nothing is rounded first: one bit of difference
// is a difference.
#pragma once

#include "base/hash.h"

#include <cstdint>
#include <type_traits>

namespace tautline::physiology {

// `Members` is how many 8-byte members the state has; it proves that there is no padding to hash.
template <std::size_t Members, typename State>
std::uint64_t hash_bits(const State& state) {
    static_assert(std::is_trivially_copyable_v<State>);
    static_assert(sizeof(State) == Members * 8, "padding, or a member that is not counted");
    return fnv1a_64(&state, sizeof state);
}

} // namespace tautline::physiology
