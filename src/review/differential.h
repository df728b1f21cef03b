// The engine against the second reading of the same rules, over many sets of answers made from a
// seed: the same sets on every machine, so that anybody can make the run again.
#pragma once

#include "assess/proof.h"
#include "review/second_reading.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>

namespace tautline::review {

struct Differential {
    std::uint64_t seed = 0, answer_sets = 0, differences = 0;
    std::string outcomes; // a digest over what the engine said of each, in order
    std::array<std::uint64_t, std::size(cares)> care{};       // how many sets came to each
    std::array<std::uint64_t, std::size(patterns)> pattern{}; //
    std::optional<assess::Answers> first;                     // that the two differ on
};
Differential compare(const assess::Definition& check, const SecondReading& second,
                     const assess::Engine& engine, std::uint64_t seed, std::uint64_t answer_sets);

// Over every combination of facts that some answers reach: how many come to no result, and how many
// meet two descriptions' rules at once.
struct Coverage {
    std::uint64_t facts = 0, none = 0, two = 0;
};
Coverage cover(const assess::Definition& check);

} // namespace tautline::review
